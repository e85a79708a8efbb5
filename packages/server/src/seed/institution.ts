/** What every installation begins with (`--seed empty`): the institution, its roles and its administrator. */
import { randomUUID } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { moveSequences } from '../db/sequences.ts';
import { randomToken } from '../domain/random-token.ts';
import { sortKey } from '../domain/sort-key.ts';
import { tokenHmac } from '../http/authenticate.ts';

/** The built-in roles in the order of their ids. */
const BUILT_IN_ROLES = [
  'AccountAdmin',
  'StudentEnrollment',
  'TeacherEnrollment',
  'TaEnrollment',
  'DesignerEnrollment',
  'ObserverEnrollment',
] as const;

export interface InstitutionOptions {
  now: string;
  secret: string;
  name: string;
  timeZone: string;
  /** The administrator's login. */
  adminLogin: string;
  /** The administrator's token; a random one where none is given. */
  adminToken?: string | undefined;
}

/** Makes root account 1, its default term, the built-in roles and user 1. @returns the administrator's token */
export async function createInstitution(db: Db, options: InstitutionOptions): Promise<string> {
  const { now } = options;
  const times = { created_at: now, updated_at: now };
  await db
    .insertInto('accounts')
    .values({
      id: 1,
      name: options.name,
      root_account_id: 1,
      path: [1],
      uuid: randomToken(40),
      lti_guid: `${randomToken(40)}.easel-lms`,
      lti_context_id: randomUUID(),
      default_time_zone: options.timeZone,
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
  const token = options.adminToken ?? randomToken(64);
  await createAdministrator(db, { ...options, token });
  await moveSequences(db, ['accounts', 'enrollment_terms', 'roles', 'users']);
  return token;
}

async function createAdministrator(db: Db, options: InstitutionOptions & { token: string }): Promise<void> {
  const { now, adminLogin, token } = options;
  const times = { created_at: now, updated_at: now };
  await db
    .insertInto('users')
    .values({
      id: 1,
      uuid: randomToken(40),
      lti_context_id: randomUUID(),
      lti_id: randomUUID(),
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
  await db
    .insertInto('access_tokens')
    .values({
      user_id: 1,
      token_hmac: tokenHmac(options, token),
      token_hint: token.slice(0, 5),
      purpose: 'Made at first start',
      ...times,
    })
    .execute();
}
