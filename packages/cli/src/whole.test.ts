/** A session of the real command against the real Easel: what people of the founding thread do, from login to logout. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Machine, TOKEN } from '../testing/easel.ts';

const SERVER = new URL('../../server/src/main.ts', import.meta.url).pathname;

let server: ChildProcess;
let url = '';
let machine: Machine;

const easel = (line: string, input?: string) =>
  machine.easel(
    line.match(/'[^']*'|\S+/g)?.map((word) => word.replace(/^'|'$/g, '')) ?? [],
    input ? { input } : {},
  );

async function answered(line: string): Promise<string> {
  const { code, stdout, stderr } = await easel(line);
  expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
  return stdout;
}

beforeAll(async () => {
  machine = new Machine(await mkdtemp(join(tmpdir(), 'easel-cli-')));
  server = spawn(process.execPath, [SERVER, '--memory', '--seed', 'demo', '--port', '0'], {
    env: { PATH: process.env['PATH'], EASEL_ADMIN_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('Easel has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    url = /ready at (http:\S+)/.exec(line)?.[1] ?? '';
    if (url !== '') break;
  }
}, 120_000);

afterAll(async () => {
  server.kill();
  await rm(machine.folder, { recursive: true, force: true });
});

describe('a session with Easel', () => {
  it('begins with a token, and a look whether all is well', async () => {
    const login = await easel(`login ${url} --profile demo`, TOKEN);
    expect(login).toMatchObject({ code: 0, stdout: `${url}: signed in as Ada Admin (profile demo)\n` });
    expect(await answered('whoami')).toMatch(
      /^who {4}Ada Admin \(id 1, .*\nwhere {2}http.*\ntoken {2}lives until/,
    );
    expect(await answered('doctor')).not.toMatch(/[✗!]/);
  });

  it('lists the courses of a term, in every format', async () => {
    const courses = JSON.parse(
      await answered('courses list --account self --term sis_term_id:fall-2026 --json'),
    );
    expect(courses.length).toBeGreaterThan(10);
    expect(new Set(courses.map(({ term }: { term: { name: string } }) => term.name))).toEqual(
      new Set(['Fall 2026']),
    );
    for (const name of [
      'fall.csv',
      'fall.xlsx',
      'fall.html',
      'fall.md',
      'fall.ndjson',
      'fall.json',
      'fall.txt',
    ]) {
      await answered(`courses list -t sis_term_id:fall-2026 -o ${name}`);
    }
    const csv = await readFile(machine.path('fall.csv'), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(courses.length + 1);
    const { sheets } = await readXlsx(await readFile(machine.path('fall.xlsx')));
    expect(sheets[0]?.rows).toHaveLength(courses.length + 1);
    expect(sheets[0]?.rows[1]?.[2]).toBe(courses[0].name);
    const html = await readFile(machine.path('fall.html'), 'utf8');
    expect(html).toContain(`<b>${courses.length}</b> courses`);
    expect(html.match(/^<tr><td/gm)).toHaveLength(courses.length);
  });

  it('lists all states, and only unpublished ones', async () => {
    const states = async (options: string) =>
      new Set(
        (await answered(`courses list -f csv -c workflow_state ${options}`)).trimEnd().split('\r\n').slice(1),
      );
    expect(await states('')).toEqual(new Set(['available', 'completed', 'unpublished']));
    expect(await states('--state unpublished')).toEqual(new Set(['unpublished']));
    expect(await states('--state deleted')).toEqual(new Set(['deleted']));
  });

  it('lists terms, users and enrollments', async () => {
    expect(await answered('terms list')).toMatch(/Fall 2026 +fall-2026 +active/);
    const users = JSON.parse(await answered('users list --json'));
    expect(users.length).toBeGreaterThan(1000);
    expect(await answered('users list --type teacher --limit 3 -f csv -c id,email')).toMatch(
      /\d+,\S+@easel\.example/,
    );
    const course = (await answered("api courses/145 -q '.sis_course_id'")).trim();
    const enrollments = await answered(
      `enrollments list --course sis_course_id:${course} --type TeacherEnrollment`,
    );
    expect(enrollments).toMatch(/TeacherEnrollment +active/);
  });

  it('tells all ids of an object', async () => {
    const course = JSON.parse(await answered('id 145 --type course --json'));
    expect(course).toMatchObject({ type: 'course', id: '145', asset_string: 'course_145' });
    for (const id of [course.sis_course_id, course.uuid, course.lti_context_id, course.asset_string]) {
      expect(JSON.parse(await answered(`id ${id} --json`))).toEqual(course);
    }
    const user = JSON.parse(await answered('id user_121 --json'));
    expect(user).toMatchObject({
      sis_user_id: expect.stringMatching(/^sis_user_id:/),
      uuid: expect.any(String),
    });
    for (const id of [user.sis_user_id, user.login_id, user.integration_id, user.uuid]) {
      expect(JSON.parse(await answered(`id ${id} --json`))).toEqual(user);
    }
    const me = JSON.parse(await answered('id self --type user --json'));
    expect(JSON.parse(await answered(`id ${me.lti_user_id} --json`))).toEqual(me);
    expect(await answered('id sis_term_id:fall-2026')).toMatch(/^name +Fall 2026\n/);
  });

  it('explains states, of a course and as such', async () => {
    expect(await answered('courses explain-state 145')).toContain('"Claimed" is simply unpublished');
    expect(await answered('courses explain-state')).toContain('unpublished (stored as created or claimed)');
  });

  it('changes something, after it was asked whether it may', async () => {
    const change = "api PUT courses/145 -f 'course[event]=offer'";
    expect((await easel(change)).code).toBe(10);
    expect(await answered(`${change} --dry-run`)).toContain('$CANVAS_TOKEN');
    expect(await answered("api courses/145 -q '.workflow_state'")).toBe('unpublished\n');
    expect(await answered(`${change} --yes -q .workflow_state`)).toBe('available\n');
    expect((await easel('courses explain-state 145 --json')).stdout).toContain(
      '"workflow_state":"available"',
    );
  });

  it('is told what went wrong', async () => {
    const ignored = await easel('api accounts/self/courses -f term_id=7 -q length');
    expect(ignored.stderr).toContain('hint: term_id is ignored: send enrollment_term_id');
    const missing = await easel('api courses/999999');
    expect(missing.code).toBe(5);
    expect(missing.stderr).toContain('The specified resource does not exist.');
    const prefix = await easel('courses list -t fall-2026');
    expect(prefix.stderr).toContain('--term sis_term_id:fall-2026');
  });

  it('ends, and never has shown the token', async () => {
    await answered('logout');
    expect((await easel('whoami')).code).toBe(3);
    expect(machine.printed).not.toContain(TOKEN);
    const files = await readdir(machine.folder, { recursive: true, withFileTypes: true });
    const plain = files.filter((file) => file.isFile());
    expect(plain.length).toBeGreaterThan(8);
    for (const file of plain) {
      expect(await readFile(join(file.parentPath, file.name), 'latin1'), file.name).not.toContain(TOKEN);
    }
  });
});
