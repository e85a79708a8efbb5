import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson, fakeCanvas } from '../../../client/testing/fake-canvas.ts';
import { at, newMachine, TOKEN } from '../../testing/easel.ts';
import { atTerminal } from '../../testing/pseudo-terminal.ts';

/** A Canvas where the token is Ada's. */
function adasCanvas(token = TOKEN) {
  return fakeCanvas(({ headers, url }, response) => {
    if (headers.authorization !== `Bearer ${token}`) {
      return answerJson(response, { errors: [{ message: 'Invalid access token.' }] }, { status: 401 });
    }
    if (url.includes('user_generated_tokens')) {
      return answerJson(response, [
        { id: '1', visible_token: 'other...', expires_at: null, purpose: 'another' },
        {
          id: '2',
          visible_token: `${token.slice(0, 5)}...`,
          expires_at: '2027-03-01T08:30:00Z',
          purpose: 'reports',
        },
      ]);
    }
    return answerJson(response, { id: '7', name: 'Ada Lovelace', login_id: 'ada' });
  });
}

describe('easel login', () => {
  it('keeps a token that works, for the owner only, and nothing else knows it', async () => {
    const machine = await newMachine();
    const canvas = await adasCanvas();
    const login = await machine.easel(['login', canvas.baseUrl, '-p', 'prod'], { input: `${TOKEN}\n` });
    expect(login).toMatchObject({
      code: 0,
      stdout: `${canvas.baseUrl}: signed in as Ada Lovelace (profile prod)\n`,
    });
    expect(login.stderr).toContain('tokens.json, which only you can read');

    const tokens = join(machine.configFolder, 'tokens.json');
    expect((await stat(machine.configFolder)).mode & 0o777).toBe(0o700);
    expect((await stat(tokens)).mode & 0o777).toBe(0o600);
    expect(await readFile(tokens, 'utf8')).toContain(TOKEN);
    expect(await readFile(join(machine.configFolder, 'profiles.json'), 'utf8')).not.toContain(TOKEN);

    const { stdout } = await machine.easel(['whoami']);
    expect(stdout).toBe(
      `who    Ada Lovelace (id 7, login ada)\nwhere  ${canvas.baseUrl} (profile prod)\ntoken  lives until 2027-03-01 08:30 UTC ("reports")\n`,
    );
    expect(JSON.parse((await machine.easel(['whoami', '--json'])).stdout)).toMatchObject({
      id: '7',
      profile: 'prod',
      test: false,
      token_until: '2027-03-01T08:30:00Z',
    });
    expect(machine.printed).not.toContain(TOKEN);
  });

  it('keeps nothing that does not work', async () => {
    const machine = await newMachine();
    const canvas = await adasCanvas();
    const wrong = await machine.easel(['login', canvas.baseUrl], { input: 'wrong-token' });
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('Invalid access token.');
    expect(wrong.stderr).not.toContain('wrong-token');
    expect((await machine.easel(['login', canvas.baseUrl], { input: '\n' })).code).toBe(2);
    expect((await machine.easel(['profiles', 'list'])).stdout).toContain('No profiles');
  });

  it('asks at a terminal without echo', async () => {
    const machine = await newMachine();
    const canvas = await adasCanvas();
    const { code, stdout: seen } = await atTerminal(machine, ['login', canvas.baseUrl], {
      question: 'makes one',
      // With a slip that is taken back.
      answer: `X\u007f${TOKEN}\r`,
    });
    expect(code).toBe(0);
    expect(seen).toContain(`Token for ${canvas.baseUrl}`);
    expect(seen).toContain('signed in as Ada Lovelace');
    expect(seen).not.toContain(TOKEN.slice(0, 8));
  });

  it('can be broken off while it asks', async () => {
    const machine = await newMachine();
    const canvas = await adasCanvas();
    const { code } = await atTerminal(machine, ['login', canvas.baseUrl], {
      question: 'makes one',
      answer: 'abc\u0003',
    });
    expect(code).toBe(130);
    expect((await machine.easel(['profiles', 'list'])).stdout).toContain('No profiles');
  });
});

describe('profiles', () => {
  it('are chosen by --profile, EASEL_PROFILE, then the current one', async () => {
    const machine = await newMachine();
    const prod = await adasCanvas();
    const test = await adasCanvas(`${TOKEN}2`);
    await machine.easel(['login', prod.baseUrl, '-p', 'prod'], { input: TOKEN });
    await machine.easel(['login', test.baseUrl, '-p', 'test', '--test'], { input: `${TOKEN}2` });

    const where = async (args: string[], env = {}) =>
      JSON.parse((await machine.easel(['whoami', '--json', ...args], { env })).stdout);
    expect(await where([])).toMatchObject({ profile: 'prod', url: prod.baseUrl, test: false });
    expect(await where([], { EASEL_PROFILE: 'test' })).toMatchObject({ profile: 'test', test: true });
    expect(await where(['-p', 'test'])).toMatchObject({ profile: 'test', url: test.baseUrl });

    expect((await machine.easel(['profiles', 'use', 'test'])).code).toBe(0);
    expect((await machine.easel(['profiles', 'list'])).stdout).toBe(
      `  prod  ${prod.baseUrl}        token in the file\n* test  ${test.baseUrl}  test  token in the file\n`,
    );
    const unknown = await machine.easel(['whoami', '-p', 'prdo']);
    expect(unknown.code).toBe(3);
    expect(unknown.stderr).toContain('did you mean prod?');
  });

  it('give way to CANVAS_URL and CANVAS_TOKEN, of which one alone is a mistake', async () => {
    const machine = await newMachine();
    const prod = await adasCanvas();
    const other = await adasCanvas(`${TOKEN}2`);
    await machine.easel(['login', prod.baseUrl, '-p', 'prod'], { input: TOKEN });
    const env = { ...at(other.baseUrl), CANVAS_TOKEN: `${TOKEN}2` };
    const { stdout, stderr } = await machine.easel(['whoami', '--json', '-p', 'prod'], { env });
    expect(JSON.parse(stdout)).toMatchObject({ url: other.baseUrl, profile: null });
    expect(stderr).toContain('win over the profile prod');
    const halves: Record<string, string>[] = [{ CANVAS_URL: other.baseUrl }, { CANVAS_TOKEN: TOKEN }];
    for (const half of halves) {
      const alone = await machine.easel(['whoami'], { env: half });
      expect(alone.code).toBe(2);
      expect(alone.stderr).toContain('is set, but');
    }
    expect(other.requests.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}2`)).toBe(true);
  });

  it('are forgotten with their tokens', async () => {
    const machine = await newMachine();
    const canvas = await adasCanvas();
    await machine.easel(['login', canvas.baseUrl, '-p', 'prod'], { input: TOKEN });
    expect((await machine.easel(['logout', '-p', 'prod'])).code).toBe(0);
    expect(await readFile(join(machine.configFolder, 'tokens.json'), 'utf8')).toBe('{}\n');
    expect((await machine.easel(['logout'])).code).toBe(2);
  });
});
