import type { LoginRow } from '../../domain/logins.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { Login } from './schema.ts';

/** Logins as the caller may see them: SIS ids take `read_sis` or `manage_sis` in the institution. */
export async function serializeLogins(ctx: Context, logins: readonly LoginRow[]): Promise<Login[]> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  const sis = permissions.has('read_sis') || permissions.has('manage_sis');
  return logins.map((login) =>
    inOrderOf(Login, {
      id: login.id,
      user_id: login.user_id,
      account_id: login.account_id,
      unique_id: login.unique_id,
      created_at: login.created_at,
      workflow_state: login.workflow_state,
      ...(sis && { sis_user_id: login.sis_user_id, integration_id: login.integration_id }),
      authentication_provider_id: login.authentication_provider_id,
      declared_user_type: login.declared_user_type,
    }),
  );
}

export async function serializeLogin(ctx: Context, login: LoginRow): Promise<Login> {
  const [json] = await serializeLogins(ctx, [login]);
  return json as Login;
}
