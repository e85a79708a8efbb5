import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const SERVER = new URL('../../server/src/main.ts', import.meta.url).pathname;

export const ADMIN_TOKEN = 'administrators-token-that-stays-on-the-server';
export const ADMIN_LOGIN = 'admin@easel.example';
export const ADMIN_PASSWORD = 'the administrators password';
export const DEMO_PASSWORD = 'everybody elses password';

export interface RealEasel {
  readonly url: string;
  /** As the administrator. */
  api(method: string, path: string, body?: object): Promise<unknown>;
  stop(): void;
}

/** Easel as it is started, with the demo institution, in memory. Unthrottled: tests sign in faster than people do. */
export async function startEasel(): Promise<RealEasel> {
  const server = spawn(
    process.execPath,
    [SERVER, '--memory', '--seed', 'demo', '--port', '0', '--throttle', 'off'],
    {
      env: {
        PATH: process.env['PATH'],
        EASEL_ADMIN_TOKEN: ADMIN_TOKEN,
        EASEL_ADMIN_PASSWORD: ADMIN_PASSWORD,
        EASEL_DEMO_PASSWORD: DEMO_PASSWORD,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let url = '';
  for await (const line of createInterface({ input: server.stdout })) {
    url = /ready at (http:\S+)/.exec(line)?.[1] ?? '';
    if (url !== '') break;
  }
  if (url === '') throw new Error('Easel did not start');
  return {
    url,
    async api(method, path, body) {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          'user-agent': 'test',
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    stop: () => void server.kill(),
  };
}

/** An application that is switched on: its client_id and its secret. */
export async function makeApplication(
  easel: RealEasel,
  redirectUri: string,
  settings: object = {},
): Promise<{ clientId: string; clientSecret: string }> {
  const key = (await easel.api('POST', 'accounts/1/developer_keys', {
    developer_key: { name: 'Proxy', redirect_uris: [redirectUri], ...settings },
  })) as { id: number; api_key: string };
  await easel.api('POST', `accounts/1/developer_keys/${key.id}/developer_key_account_bindings`, {
    developer_key_account_binding: { workflow_state: 'on' },
  });
  return { clientId: String(key.id), clientSecret: key.api_key };
}
