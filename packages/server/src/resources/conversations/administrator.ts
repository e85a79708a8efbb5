import { adminRoles } from '../../domain/roles-held.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

/** What Canvas keeps for the administrators of the site, Easel gives to those of the institution. Throws Unauthorized. */
export async function rootAdministrator(ctx: Context): Promise<void> {
  const roles = await adminRoles(ctx);
  const isOne = roles.some(
    ({ account_id, base_role_type }) =>
      account_id === ctx.rootAccount.id && base_role_type === 'AccountAdmin',
  );
  if (!isOne) throw new Unauthorized();
}
