import { featuresOf } from '../../domain/features.ts';
import { groupOf, type PermissionSpec, permissions, permissionsListedAt } from '../../domain/permissions.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { Permission } from './schema.ts';

export default operation('GET /api/v1/accounts/{account_id}/roles/permissions', {
  summary: 'What roles of the account can be allowed',
  load: { account: account('account_id') },
  requires: { account: 'manage_role_overrides' },
  returns: List(Permission),
  async handle({ ctx, account, params: { search_term } }) {
    const kind = account.parent_account_id === null ? 'root account' : 'sub-account';
    const all = permissionsListedAt(kind, featuresOf(ctx.rootAccount)).map((key): Permission => {
      const { label, availableTo, trueFor, group }: PermissionSpec = permissions[key];
      return {
        key,
        label,
        available_to: [...availableTo],
        true_for: [...trueFor],
        ...(group && { group, group_label: groupOf(key)?.label ?? group }),
      };
    });
    const sought = search_term?.toLowerCase();
    if (!sought) return all;
    return all.filter(({ key, label, group, group_label }) =>
      [key, label, group, group_label].some((text) => text?.toLowerCase().includes(sought)),
    );
  },
});
