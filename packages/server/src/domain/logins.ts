/** Logins ("pseudonyms"): what one must be like, and how one is written. Users are created with theirs. */
import type { Selectable } from 'kysely';
import type { PseudonymsTable } from '../db/tables/index.ts';
import { type FieldErrors, NotFound } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { isEmailAddress } from './email-address.ts';
import { hashPassword, passwordError } from './passwords.ts';

export type LoginRow = Selectable<PseudonymsTable>;

export interface LoginChanges {
  unique_id?: string;
  password?: string | null;
  sis_user_id?: string | null;
  integration_id?: string | null;
  declared_user_type?: string | null;
  workflow_state?: 'active' | 'suspended';
}

const LONGEST_ID = 100;
const USER_TYPES = ['administrative', 'observer', 'staff', 'student', 'student_other', 'teacher'];

/**
 * What is wrong with a login; empty where nothing is.
 *
 * @param options.loginId the login that changes, which may keep what it has
 * @param options.emailOnly as whoever registers himself has to name an address
 */
export async function loginErrors(
  ctx: Context,
  changes: LoginChanges,
  options: { loginId?: number; emailOnly?: boolean } = {},
): Promise<FieldErrors> {
  const { loginId } = options;
  if (changes.unique_id !== undefined || loginId === undefined) {
    const wrong = await uniqueIdErrors(ctx, changes.unique_id ?? '', options);
    if (wrong) return { unique_id: wrong };
  }
  const { sis_user_id, integration_id, declared_user_type, password } = changes;
  if (sis_user_id && (await holds(ctx, 'sis_user_id', sis_user_id, loginId))) {
    return { sis_user_id: [['taken', `SIS ID "${sis_user_id}" is already in use`]] };
  }
  if (integration_id && (await holds(ctx, 'integration_id', integration_id, loginId))) {
    return { integration_id: [['taken', `Integration ID "${integration_id}" is already in use`]] };
  }
  if (declared_user_type && !USER_TYPES.includes(declared_user_type)) {
    return { declared_user_type: ['inclusion'] };
  }
  const weakness = password ? passwordError(ctx.rootAccount, password) : undefined;
  return weakness ? { password: [weakness] } : {};
}

async function uniqueIdErrors(
  ctx: Context,
  uniqueId: string,
  { loginId, emailOnly }: { loginId?: number; emailOnly?: boolean },
): Promise<FieldErrors[string] | undefined> {
  if (emailOnly && !isEmailAddress(uniqueId)) return ['not_email'];
  if (uniqueId === '') return ['invalid', 'too_short'];
  if (uniqueId.length > LONGEST_ID) return ['too_long'];
  if (/\p{Cc}/u.test(uniqueId)) return ['invalid'];
  const holder = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('account_id', '=', ctx.rootAccount.id)
    .where('unique_id_key', '=', uniqueId.toLowerCase())
    .where('workflow_state', '<>', 'deleted')
    .where('id', '<>', loginId ?? 0)
    .executeTakeFirst();
  return holder && [['taken', 'ID already in use for this account and authentication provider']];
}

/** A deleted login keeps its SIS id: `enable_sis_reactivation` brings it back with it. */
async function holds(
  ctx: Context,
  column: 'sis_user_id' | 'integration_id',
  value: string,
  loginId: number | undefined,
): Promise<boolean> {
  const holder = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('account_id', '=', ctx.rootAccount.id)
    .where(column, '=', value)
    .where('id', '<>', loginId ?? 0)
    .executeTakeFirst();
  return holder !== undefined;
}

/** Easel's own passwords are the only provider there is. Throws NotFound for any other. */
export function refuseOtherProvider(provider: string | null | undefined): void {
  if (provider && provider !== 'canvas') throw new NotFound();
}

/** Adds a login behind the others of the user; it must have been found without errors. */
export async function insertLogin(
  ctx: Context,
  userId: number,
  changes: LoginChanges & { unique_id: string },
): Promise<LoginRow> {
  const last = await ctx.db
    .selectFrom('pseudonyms')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return await ctx.db
    .insertInto('pseudonyms')
    .values({
      user_id: userId,
      account_id: ctx.rootAccount.id,
      ...(await columnsOf(changes)),
      unique_id: changes.unique_id,
      unique_id_key: changes.unique_id.toLowerCase(),
      position: (last?.position ?? 0) + 1,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateLogin(ctx: Context, id: number, changes: LoginChanges): Promise<LoginRow> {
  // Whoever knew the old password is signed in no longer.
  if (changes.password) await ctx.db.deleteFrom('sessions').where('pseudonym_id', '=', id).execute();
  return await ctx.db
    .updateTable('pseudonyms')
    .set({
      ...(await columnsOf(changes)),
      // A login that gets a state is no longer deleted.
      ...(changes.workflow_state && { deleted_at: null }),
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function columnsOf({ password, unique_id, ...columns }: LoginChanges) {
  return {
    ...columns,
    ...(unique_id !== undefined && { unique_id, unique_id_key: unique_id.toLowerCase() }),
    ...(password && { password_hash: await hashPassword(password) }),
  };
}
