/** What a registration is allowed, and what is wrong with it (users file 1.3). */
import { mayInAccount } from '../../domain/account-access.ts';
import type { LoginChanges } from '../../domain/logins.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type RegistrationParams = Params<'POST /api/v1/accounts/{account_id}/users'>;

/** Who is registering whom. */
export interface Policy {
  /** The caller manages logins; everybody else registers himself. */
  managed: boolean;
  managesSis: boolean;
  managesStudents: boolean;
  /** As strict as for whoever registers himself. */
  strict: boolean;
  /** An observer who comes with a student's pairing code. */
  pairs: boolean;
  /** Comes with the code of a course. */
  selfEnrolls: boolean;
}

/** @throws Refusal 403 `{}` where neither the caller may register others nor anybody himself */
export async function policyOf(ctx: Context, params: RegistrationParams): Promise<Policy> {
  const may = (right: 'manage_user_logins' | 'manage_sis' | 'manage_students') =>
    mayInAccount(ctx, ctx.rootAccount, right);
  const managed = await may('manage_user_logins');
  const type = params.user?.initial_enrollment_type;
  if (!managed && !isOpenTo(ctx, type)) throw new Refusal(403, {});
  if (params.initial_enrollment_type && !type) {
    ctx.hint('initial_enrollment_type is ignored: send user[initial_enrollment_type]');
  }
  return {
    managed,
    managesSis: await may('manage_sis'),
    managesStudents: await may('manage_students'),
    strict: params.force_validations === true || !managed,
    pairs: type === 'observer',
    selfEnrolls: Boolean(params.self_enrollment),
  };
}

/** `self_registration` of the root account, and whether it is for all or for one kind of people. */
function isOpenTo(ctx: Context, type: string | null | undefined): boolean {
  const { settings } = ctx.rootAccount;
  if (settings['self_registration'] !== true) return false;
  const whom = settings['self_registration_type'] ?? 'all';
  return whom === 'all' || whom === (type ?? null);
}

export const allowsUsernames = ({ strict, selfEnrolls }: Policy, params: RegistrationParams): boolean =>
  !strict || (selfEnrolls && params.pseudonym_type === 'username');

/** The login that is asked for, without what the caller may not set. */
export function loginOf(
  policy: Policy,
  params: RegistrationParams,
): LoginChanges & { unique_id: string; password: string | null } {
  const { pseudonym = {} } = params;
  const takesPassword =
    policy.managed || policy.pairs || (policy.selfEnrolls && allowsUsernames(policy, params));
  return {
    unique_id: pseudonym.unique_id?.trim() ?? '',
    password: (takesPassword && pseudonym.password) || null,
    ...(policy.managesSis && {
      sis_user_id: pseudonym.sis_user_id || null,
      integration_id: pseudonym.integration_id || null,
    }),
  };
}
