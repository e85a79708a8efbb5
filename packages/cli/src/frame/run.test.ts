import { describe, expect, it } from 'vitest';
import { answerJson, answerThrottled, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { at, newMachine } from '../../testing/easel.ts';
import { easelHere } from '../../testing/in-process.ts';
import { commands } from '../commands/index.ts';
import { EXIT } from './exit-codes.ts';
import { helpOf } from './help.ts';

describe('help', () => {
  it('is there for every command, with examples that begin with the command', () => {
    for (const command of commands) {
      const help = helpOf(command);
      expect(help).toContain(command.summary);
      expect(command.examples.length, command.words.join(' ')).toBeGreaterThan(0);
      for (const { line } of command.examples) expect(line).toContain(`easel ${command.words.join(' ')}`);
    }
  });

  it('prints at every command', async () => {
    const machine = await newMachine();
    const runs = commands.map(async (command) => {
      const { code, stdout, stderr } = await machine.easel([...command.words, '--help']);
      expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: `${helpOf(command)}\n` });
    });
    await Promise.all(runs);
    expect(runs.length).toBeGreaterThan(10);
  });

  it('lists commands, environment and exit codes', async () => {
    const machine = await newMachine();
    const { code, stdout } = await machine.easel([]);
    expect(code).toBe(0);
    for (const { words } of commands) expect(stdout).toContain(`  ${words.join(' ')}`);
    expect(stdout).toMatch(/130 {2}Ctrl-C/);
    expect((await machine.easel(['courses', '--help'])).stdout).toContain('courses explain-state [ID]');
    expect((await machine.easel(['help', 'terms', 'list'])).stdout).toContain('The terms of a root account');
    expect((await machine.easel(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['curses', 'list'], 'There is no such command', 'did you mean easel courses?'],
    [['courses', 'lsit'], 'easel courses takes list, explain-state', 'did you mean easel courses list?'],
    [['courses', 'list', '--serach', 'x'], 'There is no option --serach', 'did you mean --search?'],
    [['courses', 'list', '--format', 'cvs'], '--format can be table, json', 'did you mean --format csv?'],
    [['courses', 'list', '--search'], '--search needs a value', undefined],
    [
      ['courses', 'list', '-t', 'fall-2026'],
      '--term is neither a number nor',
      '--term sis_term_id:fall-2026',
    ],
    [['courses', 'list', '--limit', '0'], '--limit takes a whole number', undefined],
    [['courses', 'list', '--resume'], '--resume needs the --output', undefined],
    [['enrollments', 'list'], 'Give one of --course, --section and --user', undefined],
    [['id'], 'ID is missing', undefined],
    [['id', '42'], 'That may be an id of anything', 'easel id 42 --type course'],
    [['api', 'FETCH', 'courses'], 'METHOD is GET', undefined],
    [['api'], 'PATH is missing', undefined],
    [['api', 'PUT'], 'PATH is missing', undefined],
    [['api', 'courses', '--input', 'x.json'], '--input is a body', 'easel api POST courses'],
    [['api', 'courses', '-H', 'Authorization: Bearer x'], 'not given on the command line', undefined],
    [['--profile', 'x', 'whoami'], 'Options come behind the command', undefined],
  ])('%j', async (args, message, hint) => {
    const { code, stdout, stderr } = await easelHere(args, at('http://127.0.0.1:9'));
    expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' });
    expect(stderr).toContain(message);
    if (hint) expect(stderr).toContain(hint);
  });

  it('is not repeated: one of its words may be a token', async () => {
    const machine = await newMachine();
    const { code, stderr } = await machine.easel([
      'login',
      'https://c.example',
      'tok_secret',
      '--token=tok_secret',
    ]);
    expect(code).toBe(EXIT.usage);
    expect(stderr).not.toContain('tok_secret');
    expect((await machine.easel(['login', 'https://c.example', 'tok_secret'])).stderr).not.toContain(
      'tok_secret',
    );
  });
});

describe('exit codes', () => {
  it.each<[number, number, unknown]>([
    [EXIT.notSignedIn, 401, { errors: [{ message: 'Invalid access token.' }] }],
    [EXIT.notAllowed, 401, { status: 'unauthorized', errors: [{ message: 'user not authorized' }] }],
    [EXIT.notAllowed, 403, { status: 'unauthorized', errors: [{ message: 'user not authorized' }] }],
    [EXIT.notFound, 404, { errors: [{ message: 'The specified resource does not exist.' }] }],
    [EXIT.refused, 400, { errors: { name: [{ attribute: 'name', type: 'blank', message: 'blank' }] } }],
    [EXIT.refused, 409, { message: 'conflict' }],
    [EXIT.serverFault, 500, { errors: [{ message: 'An error occurred.' }], error_report_id: 46141 }],
  ])('%i for a %i', async (code, status, body) => {
    const machine = await newMachine();
    const canvas = await fakeCanvas((_, response) => answerJson(response, body, { status }));
    const ran = await machine.easel(['api', 'POST', 'courses', '--yes'], { env: at(canvas.baseUrl) });
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(`answered ${status}`);
    expect(JSON.parse(ran.stdout)).toEqual(body);
  });

  it('7 when throttled for good', async () => {
    const machine = await newMachine();
    const canvas = await fakeCanvas((_, response) => answerThrottled(response, 429, { 'retry-after': '0' }));
    expect((await machine.easel(['api', 'courses'], { env: at(canvas.baseUrl) })).code).toBe(EXIT.throttled);
  });

  it('8 without an answer, 9 for a web page', async () => {
    const machine = await newMachine();
    const nobody = { env: at('http://127.0.0.1:9') };
    expect((await machine.easel(['api', 'POST', 'courses', '--yes'], nobody)).code).toBe(EXIT.unreachable);
    const page = await fakeCanvas((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Log in</title></html>');
    });
    expect((await machine.easel(['api', 'courses'], { env: at(page.baseUrl) })).code).toBe(EXIT.serverFault);
  });

  it('3 when nobody is signed in', async () => {
    const machine = await newMachine();
    const { code, stderr } = await machine.easel(['whoami']);
    expect(code).toBe(EXIT.notSignedIn);
    expect(stderr).toContain('hint: easel login https://canvas.example.edu');
  });
});

describe('errors for programs', () => {
  it('are one line of JSON with the hint', async () => {
    const machine = await newMachine();
    const canvas = await fakeCanvas((_, response) =>
      answerJson(
        response,
        { errors: [{ message: 'No.' }] },
        { status: 404, headers: { 'x-request-context-id': 'r-1' } },
      ),
    );
    const { code, stderr } = await machine.easel(
      ['courses', 'list', '--account', 'sis_course_id:X', '--format', 'json'],
      { env: at(canvas.baseUrl) },
    );
    expect(code).toBe(EXIT.notFound);
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        kind: 'NotFoundError',
        exit_code: 5,
        status: 404,
        operation: 'GET /api/v1/accounts/{account_id}/courses',
        messages: ['No.'],
        hint: 'sis_course_id:X names no account: send sis_account_id:...',
        request_id: 'r-1',
      },
    });
  });
});
