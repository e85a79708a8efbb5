/** Who administers what, and the two roles that Easel University has made for itself. */
import type { Db } from '../../db/database.ts';
import type { Permission } from '../../domain/permissions.ts';
import { insertRows, type NewRow } from '../insert-rows.ts';
import { BUILT_IN_ROLES } from '../institution.ts';
import { departments, firstCollegeId } from './accounts.ts';
import { FOUNDED, madeAt } from './calendar.ts';
import { colleges } from './catalogue.ts';
import type { Person } from './people.ts';

const ROOT = 1;
const ACCOUNT_ADMIN = 1;
const TEACHER = BUILT_IN_ROLES.indexOf('TeacherEnrollment') + 1;
/** A TA who grades and changes no content. */
export const GRADER = BUILT_IN_ROLES.length + 1;
/** Looks things up for people who telephone. */
const HELP_DESK = BUILT_IN_ROLES.length + 2;

interface Override {
  role_id: number;
  account_id: number;
  permissions: readonly Permission[];
  enabled: boolean;
  locked?: true;
}

const overrides: readonly Override[] = [
  {
    role_id: GRADER,
    account_id: ROOT,
    permissions: [
      'manage_assignments_add',
      'manage_assignments_delete',
      'manage_course_content_add',
      'manage_course_content_edit',
      'manage_course_content_delete',
      'manage_files_delete',
      'moderate_forum',
    ],
    enabled: false,
  },
  { role_id: GRADER, account_id: ROOT, permissions: ['read_sis'], enabled: true },
  {
    role_id: HELP_DESK,
    account_id: ROOT,
    permissions: [
      'read_course_list',
      'read_roster',
      'read_course_content',
      'read_email_addresses',
      'view_user_logins',
      'view_statistics',
    ],
    enabled: true,
  },
  // Public pages of the School of Business go through its own office.
  {
    role_id: TEACHER,
    account_id: firstCollegeId + colleges.findIndex(({ sisId }) => sisId === 'business'),
    permissions: ['manage_course_visibility'],
    enabled: false,
    locked: true,
  },
];

export async function insertRoles(db: Db): Promise<void> {
  const custom = {
    root_account_id: ROOT,
    account_id: ROOT,
    workflow_state: 'active' as const,
    ...madeAt(FOUNDED),
  };
  await insertRows(db, 'roles', [
    { id: GRADER, name: 'Grader', base_role_type: 'TaEnrollment', ...custom },
    { id: HELP_DESK, name: 'Help Desk', base_role_type: 'AccountMembership', ...custom },
  ]);
  await insertRows(
    db,
    'role_overrides',
    overrides.flatMap(({ permissions, locked = false, ...override }) =>
      permissions.map((permission) => ({ ...override, permission, locked, ...madeAt(FOUNDED) })),
    ),
  );
}

/** The registrar and the help desk at the top, a dean for every college, and heads of the first departments. */
export async function insertAdministrators(db: Db, staff: readonly Person[]): Promise<void> {
  const posts = [
    { account_id: ROOT, role_id: ACCOUNT_ADMIN },
    { account_id: ROOT, role_id: HELP_DESK },
    { account_id: ROOT, role_id: HELP_DESK },
    ...colleges.map((_, index) => ({ account_id: firstCollegeId + index, role_id: ACCOUNT_ADMIN })),
    ...departments.map(({ accountId }) => ({ account_id: accountId, role_id: ACCOUNT_ADMIN })),
  ];
  await insertRows(
    db,
    'account_users',
    staff.flatMap(({ id }, index): NewRow<'account_users'>[] => {
      const post = posts[index];
      return post ? [{ ...post, user_id: id, ...madeAt(FOUNDED) }] : [];
    }),
  );
}
