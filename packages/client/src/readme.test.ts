import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { answerJson, fakeCanvas, type Handler } from '../testing/fake-canvas.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

/** Enough of a Canvas for every example. */
const canvas: Handler = ({ method, url, headers }, response) => {
  const path = `${method} ${url.replace(/\?.*/, '').replace('/api/v1/', '')}`;
  switch (path) {
    case 'GET accounts/self/courses':
      return answerJson(response, [{ id: '1', name: 'Chemistry', workflow_state: 'available' }]);
    case 'GET accounts/self/users':
      return answerJson(response, [{ id: '7' }, { id: '8' }]);
    case 'GET courses/42':
      return answerJson(response, { id: '42', name: 'Physics', term: { name: 'Fall' } });
    case 'POST courses/896/assignments':
      return answerJson(response, { id: '3', name: 'Post Test' });
    case 'POST users/self/files':
      return answerJson(response, {
        upload_url: `http://${headers.host}/store`,
        upload_params: {},
        file_param: 'file',
      });
    case 'POST /store':
      return response.writeHead(303, { location: '/api/v1/files/9/create_success' }).end();
    case 'GET files/9/create_success':
      return answerJson(response, { id: '9', display_name: 'words.txt' });
    case 'PUT accounts/self/courses':
      return answerJson(response, { id: '5', workflow_state: 'queued' });
    case 'POST /login/oauth2/token':
      return answerJson(response, { access_token: 'renewed', token_type: 'Bearer', expires_in: 3600 });
    case 'GET users/self':
      return headers.authorization === 'Bearer renewed'
        ? answerJson(response, { id: '7', name: 'Ada' })
        : answerJson(response, { errors: [{ message: 'Invalid access token.' }] }, { status: 401 });
    case 'GET progress/5':
      return answerJson(response, { id: '5', workflow_state: 'completed', completion: 100 });
    default:
      return answerJson(
        response,
        { errors: [{ message: 'The specified resource does not exist.' }] },
        { status: 404 },
      );
  }
};

/** What each example prints, in the order of the README. */
const printed = [
  'Physics Fall',
  '1 Chemistry available',
  '{ pages: 1, items: 2, lastPage: undefined }',
  "{ id: '3', name: 'Post Test' }",
  '100 %\n9 words.txt',
  '100\ncompleted',
  'Ada',
  "CHEM-101 is no id of Canvas's own: an SIS id is sent as sis_course_id:CHEM-101",
  'DELETE http://localhost/api/v1/courses/42?event=delete undefined\n200',
  "ada GET /api/v1/courses/{id} { id: '42' } 200 undefined\n" +
    "undefined GET /api/v1/courses/{id} { id: '42' } 403 parameter_not_allowed",
];

it('every example of the README compiles, runs and prints what it should', async () => {
  const { baseUrl } = await fakeCanvas(canvas);
  const directory = await mkdtemp(join(tmpdir(), 'easel-readme-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  await writeFile(join(directory, 'words.txt'), 'apple\n');

  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
  expect(examples).toHaveLength(printed.length);
  for (const [index, code] of examples.entries()) {
    await writeFile(join(directory, `${index}.mts`), code.replaceAll('https://canvas.example.edu', baseUrl));
  }
  const files = (await readdir(directory)).filter((name) => name.endsWith('.mts'));
  await writeFile(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.mts'] }),
  );
  const compiled = await run(process.execPath, [join(typescript, 'bin/tsc'), '-p', directory]).catch(
    (error) => error,
  );
  expect(compiled.stdout).toBe('');

  const environment = { ...process.env, CANVAS_TOKEN: 'secret' };
  for (const [index] of files.entries()) {
    const { stdout, stderr } = await run(process.execPath, [`${index}.mts`], {
      cwd: directory,
      env: environment,
    });
    expect((stdout + stderr).replaceAll(baseUrl, 'http://localhost'), `example ${index}`).toContain(
      printed[index],
    );
  }
});
