import { Unauthorized } from '../../errors.ts';
import type { AccessToken, Context, User } from '../../http/context.ts';
import { expiryOf } from './expiry.ts';
import { mayHandleTokens, stateFor } from './load.ts';
import {
  type AskedNarrowing,
  checkedPurpose,
  makeSecret,
  narrowingColumns,
  refuseNarrowed,
  tokenRefusal,
} from './write.ts';

export interface AskedToken extends AskedNarrowing {
  purpose?: string | null;
  expires_at?: string | null;
}

/** A new token, and its secret, which nothing can show again. */
export async function makeToken(
  ctx: Context,
  owner: User,
  { purpose, expires_at: expiry, ...narrowing }: AskedToken,
): Promise<{ token: AccessToken; secret: string }> {
  refuseNarrowed(ctx);
  if (purpose === undefined) throw tokenRefusal('token[purpose] is missing');
  const expires_at = await expiryOf(ctx, expiry);
  if (!(await mayHandleTokens(ctx, owner, 'create_access_tokens'))) throw new Unauthorized();
  const { secret, columns } = makeSecret(ctx);
  const token = await ctx.db
    .insertInto('access_tokens')
    .values({
      ...columns,
      user_id: owner.id,
      purpose: checkedPurpose(purpose),
      expires_at,
      ...(await narrowingColumns(ctx, narrowing)),
      workflow_state: stateFor(ctx, owner),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { token, secret };
}
