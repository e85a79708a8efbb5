/** The commands as processes: what they print, where they end, and whom they let in. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
const environment = { PATH: process.env['PATH'] };

/** Runs a command until it ends by itself. */
async function command(file: string, ...args: string[]) {
  const path = join(import.meta.dirname, file);
  return await run(process.execPath, [path, ...args], { env: environment }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

const started: ChildProcess[] = [];
const parent = await mkdtemp(join(tmpdir(), 'easel-main-'));
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(parent, { recursive: true, force: true });
});

/** Starts a server and waits until it is ready. */
async function start(...args: string[]) {
  return await startWith({}, ...args);
}

async function startWith(variables: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--port', '0', ...args], {
    env: { ...environment, ...variables },
  });
  started.push(child);
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (/is ready at/.test(output)) resolve();
    });
    child.on('exit', () => reject(new Error(output)));
  });
  const end = async (signal: NodeJS.Signals) => {
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = await gone;
    return code;
  };
  return { output, address: /ready at (\S+)/.exec(output)?.[1] as string, end };
}

const courses = async (address: string, token: string) => {
  const response = await fetch(`${address}/api/v1/accounts/1/courses`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return { status: response.status, rows: (await response.json()) as unknown[] };
};

describe.runIf(inject('template').engine === 'pglite')('an embedded Easel', () => {
  const home = ['--data-dir', join(parent, 'a/b')];

  it('shows at its first start what works as pasted, and the ready line last', async () => {
    const first = await start(...home);
    expect(first.output.trimEnd().split('\n').at(-1)).toMatch(
      /^Easel is ready at http:\/\/127\.0\.0\.1:\d+$/,
    );
    const [line] = /^ {2}curl .*$/m.exec(first.output) ?? [];
    const { stdout } = await run('sh', ['-c', `${line} -s`]);
    expect(JSON.parse(stdout)).toHaveLength(10);

    // Nobody else gets in meanwhile.
    for (const file of ['main.ts', 'token.ts']) {
      const { code, stderr } = await command(file, ...home);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^easel: the data directory \S+ is in use by process \d+; stop that first/);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(await first.end('SIGTERM')).toBe(0);
  });

  it('keeps everything, and says how to get another token', async () => {
    const { code, stdout, stderr } = await command('token.ts', ...home);
    expect(code).toBe(0);
    expect(stderr).toContain('A new token of Ada Admin (user 1), shown only now:');
    const token = stdout.trim();
    expect(token).toMatch(/^[A-Za-z0-9]{64}$/);

    const second = await start(...home);
    expect(second.output).toContain('npm run token');
    expect(second.output).not.toContain('curl');
    expect(await courses(second.address, token)).toMatchObject({ status: 200 });

    // Killed, it leaves its lock behind, which the next start sees through.
    await second.end('SIGKILL');
    const third = await start(...home);
    expect((await courses(third.address, token)).rows).toHaveLength(10);
    await third.end('SIGINT');
  });

  it('takes a token of one’s own at a later start, and knows it from then on', async () => {
    const own = { EASEL_ADMIN_TOKEN: 'mine-from-now-on' };
    for (const variables of [own, own, {}]) {
      const easel = await startWith(variables, ...home);
      expect(await courses(easel.address, own.EASEL_ADMIN_TOKEN)).toMatchObject({ status: 200 });
      expect(easel.output.includes('npm run token')).toBe(variables !== own);
      expect(await easel.end('SIGTERM')).toBe(0);
    }
  });

  it('makes tokens of others too, if they can sign in', async () => {
    const { stderr } = await command('token.ts', '--user', '14', ...home);
    expect(stderr).toMatch(/^A new token of .+ \(user 14\)/);
    const { code, stderr: refusal } = await command('token.ts', '--user', '99999', ...home);
    expect([code, refusal]).toEqual([1, 'easel: there is no user 99999 who can sign in\n']);
  });

  it('answers what is under way before it ends', async () => {
    const { stdout } = await command('token.ts', ...home);
    const easel = await start(...home);
    const body = JSON.stringify({ course: { name: 'The last one' } });
    const post = request(`${easel.address}/api/v1/accounts/1/courses`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stdout.trim()}`,
        'user-agent': 'test',
        'content-type': 'application/json',
        'content-length': body.length,
      },
    });
    const answered = once(post, 'response');
    post.write(body.slice(0, 10));
    await sleep(300);
    const code = easel.end('SIGTERM');
    await sleep(300);
    post.end(body.slice(10));
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();
    expect(await code).toBe(0);
  });

  it('makes no database out of a mistyped path', async () => {
    const { code, stderr } = await command('token.ts', '--data-dir', join(parent, 'typo'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('there is no database in')]);
  });
});

describe('a start that fails', () => {
  it('names the port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stderr } = await command('main.ts', '--memory', '--seed', 'empty', '--port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `easel: can't listen on 127.0.0.1, port ${port}: something else listens there; choose another with --port\n`,
    );
  });

  it.each([
    [
      'postgres://me:secret@127.0.0.1:9/easel',
      "postgres://127.0.0.1:9/easel can't be used: nothing listens there",
    ],
    ['postgres://nowhere.invalid/easel', "postgres://nowhere.invalid/easel can't be used: "],
  ])('says why %s can’t be reached, without the password', async (url, message) => {
    for (const [file, ...args] of [['main.ts'], ['token.ts'], ['seed/main.ts', '--courses', '1']] as const) {
      const { code, stderr } = await command(file, ...args, '--database-url', url);
      expect(code).toBe(1);
      expect(stderr).toContain(`easel: the database at ${message}`);
      expect(stderr).not.toContain('secret');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('answers a mistyped command with one line', async () => {
    const { code, stderr } = await command('main.ts', '--prot', '1');
    expect([code, stderr]).toEqual([2, "easel: Unknown option '--prot' (--help lists the settings)\n"]);
  });
});

describe.runIf(inject('template').engine === 'postgres')('on PostgreSQL', () => {
  const { url } = inject('template') as { url: string };

  it('several serve the same institution, and a token can be made meanwhile', async () => {
    await run(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import pg from 'pg'; const client = new pg.Client('${url}postgres'); await client.connect();
       await client.query('drop database if exists easel_main'); await client.query('create database easel_main');
       await client.end();`,
      ],
      { cwd: import.meta.dirname },
    );
    const home = ['--database-url', `${url}easel_main`];
    const [one, two] = await Promise.all([start(...home), start(...home)]);
    expect([one.output, two.output].filter((output) => output.includes('curl'))).toHaveLength(1);
    const { stdout } = await command('token.ts', ...home);
    for (const { address, end } of [one, two]) {
      expect((await courses(address, stdout.trim())).rows).toHaveLength(10);
      await end('SIGTERM');
    }
  });

  it('says that a database doesn’t exist', async () => {
    const { code, stderr } = await command('main.ts', '--database-url', `${url}nothing`);
    expect([code, stderr]).toEqual([1, expect.stringContaining('it has no such database; create one first')]);
  });
});
