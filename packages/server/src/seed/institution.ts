/** What every installation begins with (`--seed empty`): the institution, its roles and its administrator. */
import type { Db } from '../db/database.ts';
import { moveSequences } from '../db/sequences.ts';
import { hashPassword } from '../domain/passwords.ts';
import { randomToken } from '../domain/random-token.ts';
import { sortKey } from '../domain/sort-key.ts';
import { createAccessToken } from './access-token.ts';
import type { Identities } from './identities.ts';

/** The built-in roles in the order of their ids. */
export const BUILT_IN_ROLES = [
  'AccountAdmin',
  'StudentEnrollment',
  'TeacherEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'ObserverEnrollment',
] as const;

export interface InstitutionOptions {
  now: string;
  /** When everything but the token was made; now, unless given. */
  foundedAt?: string;
  secret: string;
  identities: Identities;
  name: string;
  sisId?: string;
  timeZone: string;
  /** The administrator's login and address. */
  adminLogin: string;
  /** The administrator's token; a random one where none is given. */
  adminToken?: string | undefined;
  /** His password; a random one where none is given. */
  adminPassword?: string | undefined;
}

/** How the administrator gets in. Nothing can show token and password again. */
export interface AdminAccess {
  login: string;
  token: string;
  password: string;
}

const PASSWORD_LENGTH = 20;

/** Makes root account 1, its default term, the built-in roles and user 1. */
export async function createInstitution(db: Db, options: InstitutionOptions): Promise<AdminAccess> {
  const { identities, foundedAt = options.now } = options;
  const times = { created_at: foundedAt, updated_at: foundedAt };
  await db
    .insertInto('accounts')
    .values({
      id: 1,
      name: options.name,
      root_account_id: 1,
      path: [1],
      uuid: identities.uuid('account', 1),
      lti_guid: `${identities.uuid('platform', 1)}.easel-lms`,
      lti_context_id: identities.guid('account', 1),
      default_time_zone: options.timeZone,
      sis_account_id: options.sisId ?? null,
      ...times,
    })
    .execute();
  await db
    .insertInto('enrollment_terms')
    .values({ id: 1, root_account_id: 1, name: 'Default Term', is_default: true, ...times })
    .execute();
  await db
    .insertInto('roles')
    .values(
      BUILT_IN_ROLES.map((name, index) => ({
        id: index + 1,
        root_account_id: 1,
        name,
        base_role_type: name,
        workflow_state: 'built_in' as const,
        ...times,
      })),
    )
    .execute();
  const password = options.adminPassword ?? randomToken(PASSWORD_LENGTH);
  await createAdministrator(db, options, { ...times, password_hash: await hashPassword(password) });
  await moveSequences(db, ['accounts', 'enrollment_terms', 'roles', 'users']);
  const token = await createAccessToken(db, {
    userId: 1,
    purpose: 'Made at first start',
    secret: options.secret,
    now: options.now,
    token: options.adminToken,
  });
  return { login: options.adminLogin, token, password };
}

async function createAdministrator(
  db: Db,
  { identities, adminLogin }: InstitutionOptions,
  { password_hash, ...times }: { created_at: string; updated_at: string; password_hash: string },
): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: 1,
      uuid: identities.uuid('user', 1),
      lti_context_id: identities.guid('user', 1),
      lti_id: identities.guid('lti user', 1),
      name: 'Ada Admin',
      sortable_name: 'Admin, Ada',
      sortable_name_key: sortKey('Admin, Ada'),
      short_name: 'Ada Admin',
      ...times,
    })
    .execute();
  await db
    .insertInto('pseudonyms')
    .values({
      user_id: 1,
      account_id: 1,
      unique_id: adminLogin,
      unique_id_key: adminLogin.toLowerCase(),
      password_hash,
      ...times,
    })
    .execute();
  await db
    .insertInto('communication_channels')
    .values({ user_id: 1, type: 'email', address: adminLogin, workflow_state: 'active', ...times })
    .execute();
  await db
    .insertInto('account_users')
    .values({ account_id: 1, user_id: 1, role_id: 1, ...times })
    .execute();
}
