/**
 * The key of Easel's own command line, so that `easel login --oauth` needs nothing but an address: a public client that
 * comes with every institution, and that its administrators switch off or delete as any other
 * (docs/decisions/0005-signing-in-by-command-line.md).
 */
import type { Db } from '../db/database.ts';
import { globalId } from '../domain/global-id.ts';
import { keyedHash } from '../domain/keyed-hash.ts';
import { randomToken } from '../domain/random-token.ts';
import type { Site } from '../http/site.ts';

const BUILT_IN = 'command_line';
const NAME = 'Easel command line';
/** On whichever port is free there. */
const REDIRECT_URIS = ['http://127.0.0.1/callback', 'http://[::1]/callback'];

/** Makes it where the institution never had it. A database without an institution gets none. */
export async function makeCommandLineKey(site: Pick<Site, 'database' | 'clock' | 'secret'>): Promise<void> {
  await site.database.kysely.transaction().execute(async (db) => {
    const root = await db
      .selectFrom('accounts')
      .select('id')
      .where('parent_account_id', 'is', null)
      .where('workflow_state', '<>', 'deleted')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!root) return;
    const now = site.clock.now();
    const times = { created_at: now, updated_at: now };
    const key = await db
      .insertInto('developer_keys')
      .values({
        account_id: root.id,
        built_in: BUILT_IN,
        name: NAME,
        client_type: 'public',
        redirect_uris: REDIRECT_URIS,
        // Nobody knows it: a public client proves itself by PKCE.
        secret_hmac: keyedHash(site, 'developer key', randomToken(64)),
        secret_hint: '',
        ...times,
      })
      .onConflict((conflict) => conflict.column('built_in').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!key) return;
    await db
      .insertInto('developer_key_account_bindings')
      .values({ account_id: root.id, developer_key_id: key.id, workflow_state: 'on', ...times })
      .execute();
  });
}

/** Its client_id, as long as the institution lets it sign people in. */
export async function commandLineClientId(db: Db): Promise<string | undefined> {
  const key = await db
    .selectFrom('developer_keys')
    .innerJoin('developer_key_account_bindings as binding', (join) =>
      join
        .onRef('binding.developer_key_id', '=', 'developer_keys.id')
        .onRef('binding.account_id', '=', 'developer_keys.account_id'),
    )
    .select('developer_keys.id')
    .where('developer_keys.built_in', '=', BUILT_IN)
    .where('developer_keys.workflow_state', '=', 'active')
    .where('binding.workflow_state', '=', 'on')
    .executeTakeFirst();
  return key && String(globalId(key.id));
}
