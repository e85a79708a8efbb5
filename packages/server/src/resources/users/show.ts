import { mayInAccount } from '../../domain/account-access.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { operation, Reply } from '../../http/operation.ts';
import type { UserInclude } from './includes.ts';
import { userInAnyState } from './load.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

const always = [
  'first_name',
  'last_name',
  'locale',
  'avatar_url',
  'permissions',
  'email',
  'effective_locale',
] as const;

export default operation('GET /api/v1/users/{id}', {
  summary: 'One user',
  load: { user: userInAnyState('id') },
  requires: { user: 'api_show_user' },
  denied: NotFound,
  returns: User,
  async handle({ ctx, user, params }) {
    const allowed = await allowedIncludes(ctx, user);
    const json = await serializeUser(ctx, user, {
      context: { account: ctx.rootAccount },
      includes: [...always, ...allowed.filter((name) => params.include?.includes(name))],
    });
    // A deleted user shows, to whoever may still see him, and the status says that he is gone.
    return new Reply(user.workflow_state === 'deleted' ? 404 : 200, json);
  },
});

async function allowedIncludes(ctx: Context, user: UserRow): Promise<UserInclude[]> {
  const includes: UserInclude[] = ['uuid', 'last_login'];
  if (await mayToUser(ctx, user, 'manage_user_details')) includes.push('avatar_state');
  if (await mayInAccount(ctx, ctx.rootAccount, 'manage_user_logins')) includes.push('confirmation_url');
  return includes;
}
