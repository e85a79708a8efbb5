/** Easel's own client, on a server that listens: it is made when one begins to. */
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../testing/world.ts';
import { makeCommandLineKey } from './command-line-key.ts';

const { admin, app, database, clock } = await openWorld();
const origin = await app.listen({ host: '127.0.0.1', port: 0 });

const site = { database, clock, secret: 'secret' };

const keys = () =>
  database.kysely.selectFrom('developer_keys').selectAll().where('built_in', 'is not', null).execute();

async function offered(): Promise<string | undefined> {
  const response = await fetch(`${origin}/.well-known/oauth-authorization-server`);
  return ((await response.json()) as Record<string, string>)['easel_command_line_client_id'];
}

describe('the key of the command line', () => {
  it('is a public client of loopback addresses, once, however often Easel starts', async () => {
    await Promise.all([makeCommandLineKey(site), makeCommandLineKey(site)]);
    expect(await keys()).toMatchObject([
      {
        name: 'Easel command line',
        client_type: 'public',
        trusted: false,
        redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
      },
    ]);
  });

  it('is named by the metadata as long as the institution has it on', async () => {
    const id = (await offered()) as string;
    expect(id).toMatch(/^1\d{13}$/);
    const { body } = await admin.get('accounts/1/developer_keys');
    expect(body.map((key: { name: string }) => key.name)).toContain('Easel command line');
    const bind = (workflow_state: string) =>
      admin.post(`accounts/1/developer_keys/${id}/developer_key_account_bindings`, { workflow_state });
    await bind('off');
    expect(await offered()).toBeUndefined();
    await bind('on');
    expect(await offered()).toBe(id);
    expect((await admin.delete(`developer_keys/${id}`)).status).toBe(200);
    expect(await offered()).toBeUndefined();
    await makeCommandLineKey(site);
    expect(await offered()).toBeUndefined();
  });
});
