import { randomToken } from '../domain/random-token.ts';
import type { Database } from './database.ts';

/** The key of the tokens' HMACs: the given one, else the installation's own, made by whoever starts first. */
export async function installationSecret({ kysely }: Database, given?: string): Promise<string> {
  if (given) return given;
  await kysely
    .insertInto('installation_secrets')
    .values({ name: 'tokens', value: randomToken(64) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await kysely
    .selectFrom('installation_secrets')
    .select('value')
    .where('name', '=', 'tokens')
    .executeTakeFirstOrThrow();
  return value;
}
