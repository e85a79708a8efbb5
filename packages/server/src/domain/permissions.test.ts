import { describe, expect, it } from 'vitest';
import { enrollmentTypes } from './base-roles.ts';
import { permissionGroups } from './permission-groups.ts';
import {
  groupMembers,
  isPermission,
  type Permission,
  type PermissionSpec,
  permissionKeys,
  permissions,
  permissionsListedAt,
} from './permissions.ts';

const none = new Set<string>();
const spec = (key: Permission): PermissionSpec => permissions[key];

describe('the permission catalogue', () => {
  it.each<[Permission, string[], string[]]>([
    ['read_forum', ['StudentEnrollment', 'ObserverEnrollment', 'TeacherEnrollment'], []],
    ['post_to_forum', ['StudentEnrollment', 'TeacherEnrollment'], ['ObserverEnrollment']],
    ['manage_sections_add', ['TeacherEnrollment', 'DesignerEnrollment'], ['TaEnrollment']],
    ['add_student_to_course', ['TaEnrollment', 'TeacherEnrollment', 'DesignerEnrollment'], []],
    ['add_teacher_to_course', ['TeacherEnrollment'], ['TaEnrollment', 'DesignerEnrollment']],
    ['manage_grades', ['TaEnrollment', 'TeacherEnrollment'], []],
    ['view_all_grades', ['TaEnrollment', 'TeacherEnrollment'], ['DesignerEnrollment']],
    ['read_sis', ['TeacherEnrollment'], ['TaEnrollment', 'StudentEnrollment']],
    ['manage_courses_delete', [], ['TeacherEnrollment', 'DesignerEnrollment']],
  ])('%s: on for %j, can be granted to %j', (key, on, grantable) => {
    expect(spec(key).trueFor).toEqual(expect.arrayContaining([...on, 'AccountAdmin']));
    expect(spec(key).availableTo).toEqual(expect.arrayContaining([...on, ...grantable]));
    for (const type of grantable) expect(spec(key).trueFor).not.toContain(type);
  });

  it('never turns on for a role what the role may not have, save what admins cannot lose', () => {
    const odd = permissionKeys.filter((key) => {
      const { trueFor, availableTo } = spec(key);
      return trueFor.some((role) => !availableTo.includes(role));
    });
    expect(odd).toEqual(['manage_account_memberships', 'manage_account_settings', 'manage_role_overrides']);
  });

  it('gives custom account roles nothing by default, and everything on request', () => {
    for (const key of permissionKeys) {
      expect(spec(key).trueFor).not.toContain('AccountMembership');
      expect(spec(key).availableTo).toContain('AccountMembership');
    }
  });

  it('keeps account permissions from enrollments', () => {
    for (const key of permissionKeys.filter((each) => spec(each).scope !== 'course'))
      for (const type of enrollmentTypes) expect(spec(key).availableTo).not.toContain(type);
  });

  it('leaves three permissions off even for account administrators', () => {
    expect(permissionKeys.filter((key) => !spec(key).trueFor.includes('AccountAdmin'))).toEqual([
      'manage_rate_limiting',
      'view_notifications',
      'proxy_assignment_submission',
    ]);
  });

  it('names what a concluded course keeps', () => {
    const kept = (type: (typeof enrollmentTypes)[number]) =>
      permissionKeys.filter((key) => spec(key).concluded.includes(type) && spec(key).trueFor.includes(type));
    expect(kept('StudentEnrollment')).toEqual(['read_announcements', 'read_forum']);
    expect(kept('TeacherEnrollment')).toEqual([
      'post_to_forum',
      'read_announcements',
      'read_email_addresses',
      'read_forum',
      'read_question_banks',
      'read_roster',
      'read_sis',
      'view_all_grades',
      'view_group_pages',
      'view_user_logins',
    ]);
  });

  it('gives every group its members', () => {
    expect(groupMembers('manage_files')).toEqual([
      'manage_files_add',
      'manage_files_edit',
      'manage_files_delete',
    ]);
    for (const group of Object.keys(permissionGroups))
      expect(groupMembers(group as keyof typeof permissionGroups), group).not.toEqual([]);
  });

  it('knows its own keys only', () => {
    expect(isPermission('manage_grades')).toBe(true);
    expect(isPermission('toString')).toBe(false);
  });
});

describe('the permissions an account lists', () => {
  it('holds root permissions for roots, site permissions for Site Admin', () => {
    expect(permissionsListedAt('sub-account', none)).not.toContain('manage_sis');
    expect(permissionsListedAt('root account', none)).toContain('manage_sis');
    expect(permissionsListedAt('root account', none)).not.toContain('manage_jobs');
    expect(permissionsListedAt('site admin', none)).toContain('manage_jobs');
  });

  it('shows a gated permission when any of its features is on', () => {
    expect(permissionsListedAt('root account', none)).not.toContain('delete_access_tokens');
    for (const feature of ['student_access_token_management', 'admin_manage_access_tokens'])
      expect(permissionsListedAt('root account', new Set([feature]))).toContain('delete_access_tokens');
  });
});
