/** The addresses at which a user can be reached. */

import { sql } from 'kysely';
import { isEmailAddress } from '../../domain/email-address.ts';
import { randomToken } from '../../domain/random-token.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';

const CODE_LENGTH = 25;

export interface ChannelParams {
  type: 'email' | 'push' | 'sms' | 'slack' | 'twitter';
  address: string;
  workflow_state: 'active' | 'unconfirmed';
}

/** Adds an address, or changes the state of the one that the user has already. */
export async function putChannel(ctx: Context, userId: number, channel: ChannelParams): Promise<void> {
  const existing = await findChannel(ctx, userId, channel);
  if (existing) {
    await ctx.db
      .updateTable('communication_channels')
      .set({ workflow_state: channel.workflow_state, updated_at: ctx.now })
      .where('id', '=', existing.id)
      .execute();
    return;
  }
  const last = await ctx.db
    .selectFrom('communication_channels')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('user_id', '=', userId)
    .executeTakeFirst();
  await insertChannel(ctx, userId, channel, (last?.position ?? 0) + 1);
}

/** Makes an address the first one, which is what `email` shows. Throws what Canvas answers for no address. */
export async function setEmail(ctx: Context, user: User, address: string): Promise<void> {
  if (!isEmailAddress(address)) {
    throw new Refusal(400, { errors: [{ field: 'email', message: 'invalid', error_code: 'invalid' }] });
  }
  const existing = await findChannel(ctx, user.id, { type: 'email', address });
  await ctx.db
    .updateTable('communication_channels')
    .set((eb) => ({ position: eb('position', '+', 1) }))
    .where('user_id', '=', user.id)
    .execute();
  if (!existing) {
    await insertChannel(ctx, user.id, { type: 'email', address, workflow_state: 'unconfirmed' }, 1);
    return;
  }
  await ctx.db
    .updateTable('communication_channels')
    .set({
      position: 1,
      updated_at: ctx.now,
      ...(existing.workflow_state === 'retired' && { workflow_state: 'unconfirmed' as const }),
    })
    .where('id', '=', existing.id)
    .execute();
}

const newConfirmationCode = (): string => randomToken(CODE_LENGTH);

function findChannel(
  ctx: Context,
  userId: number,
  { type, address }: Pick<ChannelParams, 'type' | 'address'>,
) {
  return ctx.db
    .selectFrom('communication_channels')
    .select(['id', 'workflow_state'])
    .where('user_id', '=', userId)
    .where('type', '=', type)
    .where(sql`lower(address)`, '=', address.toLowerCase())
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

async function insertChannel(ctx: Context, userId: number, channel: ChannelParams, position: number) {
  await ctx.db
    .insertInto('communication_channels')
    .values({
      ...channel,
      user_id: userId,
      position,
      confirmation_code: newConfirmationCode(),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
}
