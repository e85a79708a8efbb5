/** What `login[…]` changes, each key by its own right (users file 2). */
import type { LoginChanges } from '../../domain/logins.ts';
import { InvalidRecord, Refusal, Unauthorized } from '../../errors.ts';
import type { Params } from '../../http/operation.ts';

export type LoginParams = NonNullable<Params<'PUT /api/v1/accounts/{account_id}/logins/{id}'>['login']>;
export type LoginRight = 'update' | 'manage_sis' | 'change_password' | 'delete';

const recognised = [
  'unique_id',
  'password',
  'sis_user_id',
  'authentication_provider_id',
  'integration_id',
  'workflow_state',
  'declared_user_type',
] as const satisfies (keyof LoginParams)[];

/**
 * @param may whether the caller has a right over the login
 * @throws Refusal 400 `null` without any key that is known, Unauthorized for a key without its right
 */
export async function askedChanges(
  asked: LoginParams,
  may: (right: LoginRight) => Promise<boolean>,
): Promise<LoginChanges> {
  if (!recognised.some((key) => asked[key] !== undefined)) throw new Refusal(400, null);
  const demand = async (right: LoginRight) => {
    if (!(await may(right))) throw new Unauthorized();
  };
  const changes: LoginChanges = {};
  if (asked.unique_id !== undefined) {
    await demand('update');
    changes.unique_id = asked.unique_id?.trim() ?? '';
  }
  if (asked.authentication_provider_id !== undefined) await demand('update');
  if (asked.declared_user_type !== undefined) {
    await demand('update');
    changes.declared_user_type = asked.declared_user_type || null;
  }
  for (const key of ['sis_user_id', 'integration_id'] as const) {
    if (asked[key] === undefined) continue;
    await demand('manage_sis');
    changes[key] = asked[key] || null;
  }
  if (asked.password !== undefined) {
    await demand('change_password');
    if (asked.password) changes.password = asked.password;
  }
  if (asked.workflow_state !== undefined) {
    const state = asked.workflow_state;
    if (state !== 'active' && state !== 'suspended') {
      throw new InvalidRecord({ workflow_state: ['invalid workflow_state'] });
    }
    await demand('delete');
    changes.workflow_state = state;
  }
  return changes;
}
