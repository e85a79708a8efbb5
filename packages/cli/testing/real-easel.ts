import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll } from 'vitest';

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname;

export interface RealEasel {
  readonly url: string;
  readonly login: string;
  readonly password: string;
  /** Of the administrator. */
  readonly token: string;
  /** The administrator's, with a body for everything but GET. @throws when it is refused */
  api<T>(method: string, path: string, body?: object): Promise<T>;
}

/** The server as a user starts it, with the demo in memory, until the file's tests are over. */
export async function startRealEasel(args: readonly string[] = ['--throttle', 'off']): Promise<RealEasel> {
  const [token, password] = ['administrators0token0for0tests0only', 'a password for tests'];
  const child = spawn(process.execPath, [MAIN, '--memory', '--seed', 'demo', '--port', '0', ...args], {
    env: {
      PATH: process.env['PATH'],
      EASEL_ADMIN_TOKEN: token,
      EASEL_ADMIN_PASSWORD: password,
      EASEL_DEMO_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterAll(async () => {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const ready = /^Easel is ready at (\S+)$/m.exec(output)?.[1];
      if (ready) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`Easel ended with ${code}:\n${output}`)));
  });
  return {
    url,
    login: 'admin@easel.example',
    password,
    token,
    async api<T>(method: string, path: string, body?: object) {
      const answer = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'user-agent': 'test',
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}
