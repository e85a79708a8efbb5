import { demand } from '../../domain/demand.ts';
import { InvalidRecord, NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { findLogin } from './load.ts';
import { mayWithLogin } from './login-rights.ts';
import { Login } from './schema.ts';
import { serializeLogin } from './serialize.ts';

export default operation('DELETE /api/v1/users/{user_id}/logins/{id}', {
  summary: 'Delete a login; the last one stays',
  load: { user: user('user_id') },
  // Which right it takes is known only with the login.
  requires: 'user',
  returns: Login,
  async handle({ ctx, user, path }) {
    const login = await findLogin(ctx, path.id);
    if (login.user_id !== user.id) throw new NotFound();
    await demand(ctx, mayWithLogin(ctx, user, login, 'delete'));
    if ((await countLogins(ctx, user)) < 2) {
      throw new InvalidRecord({ base: ['Users must have at least one login'] });
    }
    const deleted = await ctx.db
      .updateTable('pseudonyms')
      .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', login.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeLogin(ctx, deleted);
  },
});

async function countLogins(ctx: Context, { id }: User): Promise<number> {
  const rows = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('user_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .limit(2)
    .execute();
  return rows.length;
}
