import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { coursesCanvas, manyCourses } from '../../testing/courses.ts';
import { at, newMachine, TOKEN } from '../../testing/easel.ts';
import { atTerminal } from '../../testing/pseudo-terminal.ts';

const echo = () =>
  fakeCanvas((request, response) => answerJson(response, { ok: true, method: request.method }));

describe('easel api', () => {
  it('gets with parameters in the query', async () => {
    const machine = await newMachine();
    const canvas = await echo();
    const env = at(canvas.baseUrl);
    const { code, stdout } = await machine.easel(['api', 'courses/42', '-f', 'include[]=term', '-F', 'n=3'], {
      env,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{"ok":true,"method":"GET"}\n' });
    for (const path of ['/courses/42', '/api/v1/courses/42', `${canvas.baseUrl}/api/v1/courses/42`]) {
      expect((await machine.easel(['api', 'get', path], { env })).code).toBe(0);
    }
    expect(canvas.requests.map(({ url }) => url)).toEqual([
      '/api/v1/courses/42?include%5B%5D=term&n=3',
      '/api/v1/courses/42',
      '/api/v1/courses/42',
      '/api/v1/courses/42',
    ]);
    expect(canvas.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'user-agent': expect.stringMatching(/^easel-cli\//),
    });
  });

  it('never sends the token elsewhere', async () => {
    const machine = await newMachine();
    const canvas = await echo();
    const other = await echo();
    const { code, stderr } = await machine.easel(['api', `${other.baseUrl}/api/v1/x`], {
      env: at(canvas.baseUrl),
    });
    expect(code).toBe(9);
    expect(stderr).toContain('the token must not go there');
    expect(other.requests).toEqual([]);
  });

  it('asks before a change, which nobody here can answer', async () => {
    const machine = await newMachine();
    const canvas = await echo();
    const env = at(canvas.baseUrl);
    const change = ['api', 'PUT', 'courses/42', '-f', 'course[name]=X & Y'];
    const refused = await machine.easel(change, { env });
    expect(refused.code).toBe(10);
    expect(refused.stderr).toContain('PUT /api/v1/courses/42 changes');
    expect(canvas.requests).toEqual([]);

    expect((await machine.easel([...change, '--yes'], { env })).code).toBe(0);
    expect(canvas.requests[0]).toMatchObject({ method: 'PUT', body: 'course%5Bname%5D=X%20%26%20Y' });

    await machine.easel(['login', canvas.baseUrl, '--test'], { input: TOKEN });
    expect((await machine.easel(change)).code).toBe(0);
  });

  it.each([
    ['y', 0, 1],
    ['n', 10, 0],
  ])('asks at a terminal: %s', async (answer, code, requests) => {
    const machine = await newMachine();
    const canvas = await echo();
    const ran = await atTerminal(machine, ['api', 'DELETE', 'courses/42'], {
      env: at(canvas.baseUrl),
      question: '[y/N]',
      answer: `${answer}\r`,
    });
    expect(ran.stdout).toContain(
      `This changes ${canvas.baseUrl} (by CANVAS_URL): DELETE /api/v1/courses/42. Go on?`,
    );
    expect([ran.code, canvas.requests.length]).toEqual([code, requests]);
  });

  it('--dry-run prints the call, also as curl, and sends nothing', async () => {
    const machine = await newMachine();
    const canvas = await echo();
    const { code, stdout } = await machine.easel(
      ['api', 'PUT', 'courses/42', '-f', "course[name]=Bob's", '-f', 'course[x][]=1', '--dry-run'],
      { env: at(canvas.baseUrl) },
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`PUT ${canvas.baseUrl}/api/v1/courses/42
    course[name] = Bob's
    course[x][] = 1

curl -X PUT ${canvas.baseUrl}/api/v1/courses/42 \\
  -H "Authorization: Bearer $CANVAS_TOKEN" \\
  --data-urlencode 'course[name]=Bob'\\''s' \\
  --data-urlencode 'course[x][]=1'

`);
    expect(canvas.requests).toEqual([]);
  });

  it('takes a body from a file, uploads a file, reads a value from one', async () => {
    const machine = await newMachine();
    const canvas = await echo();
    const env = at(canvas.baseUrl);
    await writeFile(machine.path('course.json'), '{"course":{"name":"X","n":1}}');
    await writeFile(machine.path('users.csv'), 'user_id\n1\n');
    const run = (...args: string[]) => machine.easel(['api', 'POST', 'x', '--yes', ...args], { env });
    await run('--input', 'course.json');
    await run('--upload', 'attachment=users.csv', '-f', 'import_type=instructure_csv');
    await run('-F', 'text=@users.csv');
    expect((await run('--input', 'nothing.json')).code).toBe(2);
    const [json, multipart, form] = canvas.requests;
    expect(json).toMatchObject({
      headers: { 'content-type': 'application/json' },
      body: '{"course":{"name":"X","n":1}}',
    });
    expect(multipart?.body).toMatch(
      /name="import_type".*name="attachment"; filename="users.csv".*user_id\n1\n/s,
    );
    expect(form?.body).toBe('text=user_id%0A1%0A');
  });

  it('--paginate makes one list of all pages; --jq filters each', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(250));
    const env = at(canvas.baseUrl);
    const list = ['api', 'accounts/self/courses', '--paginate'];
    const ids = JSON.parse((await machine.easel(list, { env })).stdout).map(({ id }: { id: string }) => id);
    expect(ids).toEqual(manyCourses(250).map(({ id }) => id));
    const filtered = await machine.easel(
      [...list, '--jq', '.[] | select(.id|endswith("00")) | [.id, .name] | @tsv'],
      {
        env,
      },
    );
    expect(filtered.stdout).toBe('100\tCourse 100\n200\tCourse 200\n');
    const wrong = await machine.easel([...list, '--jq', '.[] |'], { env });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('jq: syntax error');
  });

  it('says what was probably meant, where Canvas only ignores it', async () => {
    const machine = await newMachine();
    const canvas = await coursesCanvas(manyCourses(1));
    const { code, stderr } = await machine.easel(['api', 'accounts/1/courses', '-f', 'term_id=3'], {
      env: at(canvas.baseUrl),
    });
    expect(code).toBe(0);
    expect(stderr).toBe('hint: term_id is ignored by Canvas: send enrollment_term_id\n');
  });

  it('hides a token that stands in a parameter', async () => {
    const machine = await newMachine();
    const canvas = await fakeCanvas((_, response) => answerJson(response, {}, { status: 404 }));
    const { stdout, stderr } = await machine.easel(['api', `courses/1?access_token=${TOKEN}`], {
      env: at(canvas.baseUrl),
    });
    expect(stdout + stderr).not.toContain(TOKEN);
  });
});

describe('easel explain', () => {
  it('knows the parameters of the founding thread', async () => {
    const machine = await newMachine();
    const explain = (...args: string[]) => machine.easel(['explain', ...args]);
    const nested = await explain(
      'assignment[external_tool_tag_attributes]=url:https://tool.example.net/x,new_tab:true',
    );
    expect(nested.code).toBe(6);
    expect(nested.stdout).toContain('send assignment[external_tool_tag_attributes][url]=...');
    expect((await explain('term_id=42', '--call', 'GET accounts/1/courses')).stdout).toBe(
      'term_id is ignored by Canvas: send enrollment_term_id\n',
    );
    expect(
      (await explain('externaltool[0][name]=X', '--call', 'POST /api/v1/courses/1/external_tools')).stdout,
    ).toContain('send name');
    expect((await explain('enrollment_term_id=7', '--call', 'GET accounts/1/courses')).code).toBe(0);
    expect((await explain('x=1', '--call', 'GET nowhere')).code).toBe(2);
  });
});
