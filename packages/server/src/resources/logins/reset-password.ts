import { sql } from 'kysely';
import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
import { randomToken } from '../../domain/random-token.ts';
import type { Context } from '../../http/context.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';

const CODE_LENGTH = 25;

export default operation('POST /api/v1/users/reset_password', {
  summary: 'Begin the recovery of a password: the address gets a new code to confirm with',
  requires: 'user',
  returns: Shape({ requested: Flag }),
  async handle({ ctx, params: { email } }) {
    await demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'manage_user_logins'));
    const channels = email ? await channelsOf(ctx, email) : [];
    for (const id of channels) {
      await ctx.db
        .updateTable('communication_channels')
        .set({ confirmation_code: randomToken(CODE_LENGTH), updated_at: ctx.now })
        .where('id', '=', id)
        .execute();
    }
    return new Reply(channels.length > 0 ? 200 : 404, { requested: channels.length > 0 });
  },
});

/** The confirmed addresses that are this one, and the first address of whoever signs in with it. */
async function channelsOf(ctx: Context, email: string): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('communication_channels')
    .select('id')
    .where('type', '=', 'email')
    .where(
      sql<boolean>`exists (select 1 from pseudonyms where pseudonyms.user_id = communication_channels.user_id
        and pseudonyms.account_id = ${ctx.rootAccount.id} and pseudonyms.workflow_state <> 'deleted')`,
    )
    .where(
      sql<boolean>`(workflow_state = 'active' and lower(address) = ${email.toLowerCase()}
        or id in (select distinct on (channel.user_id) channel.id
          from pseudonyms join communication_channels channel on channel.user_id = pseudonyms.user_id
          where pseudonyms.account_id = ${ctx.rootAccount.id} and pseudonyms.workflow_state = 'active'
            and pseudonyms.unique_id_key = ${email.toLowerCase()}
            and channel.type = 'email' and channel.workflow_state <> 'retired'
          order by channel.user_id, channel.position, channel.id))`,
    )
    .execute();
  return rows.map(({ id }) => id);
}
