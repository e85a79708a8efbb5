/** The navigation of an account. Source: Canvas's Account#tabs_available. */
import type { AccountRight } from '../../domain/account-rights.ts';
import type { Account } from '../../http/context.ts';
import type { TabEntry } from './entry.ts';

interface AccountTab {
  readonly id: string;
  readonly label: string;
  readonly path: string;
  /** Any of these; nobody's where there are none. */
  readonly rights: readonly AccountRight[];
  /** Only in the root account. */
  readonly root?: true;
}

const tab = (
  id: string,
  label: string,
  path: string,
  rights: readonly AccountRight[],
  more: { root?: true } = {},
): AccountTab => ({ id, label, path, rights, ...more });

const tabs: readonly AccountTab[] = [
  tab('courses', 'Courses', '', ['read_course_list']),
  tab('users', 'People', '/users', ['read_roster']),
  tab('statistics', 'Statistics', '/statistics', ['view_statistics']),
  tab('permissions', 'Permissions', '/permissions', ['manage_role_overrides']),
  tab('outcomes', 'Outcomes', '/outcomes', ['manage_outcomes']),
  tab('rubrics', 'Rubrics', '/rubrics', ['manage_rubrics']),
  tab('grading_standards', 'Grading', '/grading_standards', ['manage_grades']),
  tab('question_banks', 'Question Banks', '/question_banks', [
    'manage_assignments_add',
    'manage_assignments_edit',
    'manage_assignments_delete',
  ]),
  tab('sub_accounts', 'Sub-Accounts', '/sub_accounts', ['manage_account_settings']),
  tab('account_calendars', 'Account Calendars', '/calendar_settings', ['manage_account_calendar_visibility']),
  tab('terms', 'Terms', '/terms', ['manage_account_settings'], { root: true }),
  tab('authentication', 'Authentication', '/authentication_providers', ['manage_account_settings'], {
    root: true,
  }),
  tab('sis_import', 'SIS Import', '/sis_import', ['manage_sis', 'import_sis'], { root: true }),
  tab('brand_configs', 'Themes', '/brand_configs', ['manage_account_settings']),
  tab('developer_keys', 'Developer Keys', '/developer_keys', ['manage_developer_keys'], { root: true }),
  tab('apps', 'Apps', '/apps', ['manage_developer_keys'], { root: true }),
  tab('admin_tools', 'Admin Tools', '/admin_tools', [
    'undelete_courses',
    'view_grade_changes',
    'view_course_changes',
    'view_notifications',
  ]),
  tab('eportfolio_moderation', 'ePortfolio Moderation', '/eportfolio_moderation', ['moderate_user_content']),
  tab('settings', 'Settings', '/settings', ['read']),
];

/**
 * @param may whether the caller has a right in the account
 * @param themesBelow whether accounts below the root have themes of their own
 */
export async function accountTabs(
  account: Account,
  may: (right: AccountRight) => Promise<boolean>,
  themesBelow: boolean,
): Promise<TabEntry[]> {
  const isRoot = account.parent_account_id === null;
  const shown: TabEntry[] = [];
  for (const { id, label, path, rights, root } of tabs) {
    if (!isRoot && (root || (id === 'brand_configs' && !themesBelow))) continue;
    for (const right of rights) {
      if (!(await may(right))) continue;
      shown.push({ id, label, path: `/accounts/${account.id}${path}` });
      break;
    }
  }
  return shown;
}
