/** Refresh tokens of public clients that were exchanged: who comes with one again has stolen it, or was stolen from. */
import { keyedHash } from '../domain/keyed-hash.ts';
import { later } from '../domain/one-time-secrets.ts';
import type { Context } from '../http/context.ts';
import type { TokenRow } from './access-tokens.ts';
import type { Client } from './clients.ts';

const PURPOSE = 'spent refresh token';
const KEPT_SECONDS = 24 * 60 * 60;

export async function spend(ctx: Context, token: TokenRow, secret: string): Promise<void> {
  await ctx.db
    .insertInto('one_time_secrets')
    .values({
      hmac: keyedHash(ctx.site, PURPOSE, secret),
      purpose: PURPOSE,
      data: JSON.stringify({ access_token_id: token.id, developer_key_id: token.developer_key_id }),
      expires_at: later(ctx.now, KEPT_SECONDS),
      spent_at: ctx.now,
    })
    .execute();
}

/** @returns the token that it once refreshed */
export async function tokenOfSpent(
  ctx: Context,
  client: Client,
  secret: string,
): Promise<number | undefined> {
  const known = await ctx.db
    .selectFrom('one_time_secrets')
    .select('data')
    .where('hmac', '=', keyedHash(ctx.site, PURPOSE, secret))
    .executeTakeFirst();
  return known?.data['developer_key_id'] === client.id ? Number(known?.data['access_token_id']) : undefined;
}
