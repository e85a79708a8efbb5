import { describe, expect, it } from 'vitest';
import type { Permission } from './permissions.ts';
import {
  enabledPermissions,
  type Institution,
  permissionJson,
  type Role,
  type RoleOverride,
  resolvePermission,
} from './role-permissions.ts';

const ROOT = 1;
const FACULTY = 2;
const DEPARTMENT = 3;

const teacher: Role = { id: 10, base_role_type: 'TeacherEnrollment' };
const ta: Role = { id: 11, base_role_type: 'TaEnrollment' };
const student: Role = { id: 12, base_role_type: 'StudentEnrollment' };
const admin: Role = { id: 13, base_role_type: 'AccountAdmin' };
const helpdesk: Role = { id: 14, base_role_type: 'AccountMembership' };

const at = (...accountChain: number[]): Institution => ({ accountChain, features: new Set() });

const override = (
  account_id: number,
  role: Role,
  permission: Permission,
  enabled: boolean,
  rest: Partial<RoleOverride> = {},
): RoleOverride => ({
  account_id,
  role_id: role.id,
  permission,
  enabled,
  locked: false,
  applies_to_self: true,
  applies_to_descendants: true,
  ...rest,
});

/** As the Role JSON of the last account shows it. */
const shown = (key: Permission, role: Role, overrides: RoleOverride[], ...chain: number[]) =>
  permissionJson(resolvePermission(key, role, overrides, at(...chain), chain.at(-1) ?? null));

const off = { enabled: false, locked: false, readonly: false, explicit: false };
const on = { ...off, enabled: true, applies_to_self: true, applies_to_descendants: true };

describe('a permission of a role', () => {
  it('has its default where nobody overrode it', () => {
    expect(shown('manage_grades', teacher, [], ROOT)).toEqual(on);
    expect(shown('manage_calendar', student, [], ROOT)).toEqual(off);
    expect(shown('manage_sections_add', ta, [], ROOT)).toEqual({ ...off, group: 'manage_sections' });
  });

  it('is locked and readonly for a role that can never have it', () => {
    const never = { ...off, locked: true, readonly: true };
    expect(shown('manage_grades', student, [], ROOT)).toEqual(never);
    expect(shown('manage_grades', student, [override(ROOT, student, 'manage_grades', true)], ROOT)).toEqual(
      never,
    );
  });

  it('cannot be taken from an account administrator who might lock himself out', () => {
    const overrides = [override(ROOT, admin, 'manage_role_overrides', false)];
    expect(shown('manage_role_overrides', admin, overrides, ROOT)).toEqual({
      ...on,
      locked: true,
      readonly: true,
    });
  });

  it('is explicit at the account of its override, with the value it would have had', () => {
    const overrides = [override(ROOT, teacher, 'manage_grades', false)];
    expect(shown('manage_grades', teacher, overrides, ROOT)).toEqual({
      ...off,
      explicit: true,
      prior_default: true,
    });
    expect(shown('manage_grades', teacher, overrides, ROOT, FACULTY)).toEqual(off);
  });

  it('follows the nearest override', () => {
    const overrides = [
      override(ROOT, teacher, 'manage_grades', false),
      override(FACULTY, teacher, 'manage_grades', true),
    ];
    expect(shown('manage_grades', teacher, overrides, ROOT, FACULTY)).toEqual({
      ...on,
      explicit: true,
      prior_default: false,
    });
    expect(shown('manage_grades', teacher, overrides, ROOT, FACULTY, DEPARTMENT)).toEqual(on);
  });

  it('stays as a lock above left it, whatever is said below', () => {
    const overrides = [
      override(ROOT, teacher, 'manage_grades', false, { locked: true }),
      override(FACULTY, teacher, 'manage_grades', true),
    ];
    expect(shown('manage_grades', teacher, overrides, ROOT)).toEqual({
      ...off,
      locked: true,
      explicit: true,
      prior_default: true,
    });
    expect(shown('manage_grades', teacher, overrides, ROOT, FACULTY)).toEqual({
      ...off,
      locked: true,
      readonly: true,
    });
  });

  it('may hold for descendants alone', () => {
    const overrides = [override(ROOT, helpdesk, 'manage_alerts', true, { applies_to_self: false })];
    expect(shown('manage_alerts', helpdesk, overrides, ROOT)).toEqual({
      ...on,
      applies_to_self: false,
      explicit: true,
      prior_default: false,
    });
    expect(shown('manage_alerts', helpdesk, overrides, ROOT, FACULTY)).toEqual(on);
  });

  it('may hold for the account alone', () => {
    const overrides = [override(ROOT, helpdesk, 'manage_alerts', true, { applies_to_descendants: false })];
    expect(shown('manage_alerts', helpdesk, overrides, ROOT)).toMatchObject({
      applies_to_self: true,
      applies_to_descendants: false,
    });
    expect(shown('manage_alerts', helpdesk, overrides, ROOT, FACULTY)).toEqual(off);
  });

  it('of the root account cannot be held in a sub-account', () => {
    const overrides = [override(FACULTY, admin, 'manage_sis', true)];
    expect(shown('manage_sis', admin, [], ROOT)).toEqual(on);
    expect(shown('manage_sis', admin, overrides, ROOT, FACULTY)).toEqual(off);
  });

  it('behind a feature is locked off until the feature is on', () => {
    const overrides = [override(ROOT, teacher, 'manage_tags_add', true)];
    const features = new Set(['allow_assign_to_differentiation_tags']);
    const resolve = (institution: Institution) =>
      resolvePermission('manage_tags_add', teacher, overrides, institution, null);
    expect(resolve(at(ROOT))).toMatchObject({ enabled: false, locked: true, readonly: true });
    expect(resolve({ ...at(ROOT), features }).enabled).toEqual(['self', 'descendants']);
  });
});

describe('what a role lets its holder do', () => {
  const inCourse = (role: Role, overrides: RoleOverride[], ...chain: number[]) =>
    enabledPermissions(role, overrides, at(...chain), null, 'course');
  const adminOf = (heldAt: number, role: Role, overrides: RoleOverride[], ...chain: number[]) =>
    enabledPermissions(role, overrides, at(...chain), heldAt, 'account');

  it('starts from the defaults', () => {
    expect([...inCourse(student, [], ROOT)].sort()).toEqual([
      'create_collaborations',
      'create_conferences',
      'create_forum',
      'post_to_forum',
      'read_announcements',
      'read_forum',
      'read_roster',
      'send_messages',
    ]);
    expect(adminOf(ROOT, helpdesk, [], ROOT).size).toBe(0);
  });

  it('obeys the overrides of its own role only', () => {
    const overrides = [
      override(ROOT, teacher, 'manage_grades', false),
      override(ROOT, ta, 'add_ta_to_course', true),
    ];
    expect(inCourse(teacher, overrides, ROOT)).not.toContain('manage_grades');
    expect(inCourse(ta, overrides, ROOT)).toContain('manage_grades');
    expect(inCourse(ta, overrides, ROOT, FACULTY)).toContain('add_ta_to_course');
  });

  it('treats a course as a descendant of its account', () => {
    const toSelf = [override(ROOT, helpdesk, 'read_course_content', true, { applies_to_descendants: false })];
    const toOthers = [override(ROOT, helpdesk, 'read_course_content', true, { applies_to_self: false })];
    const inCourseOfRoot = (overrides: RoleOverride[]) =>
      enabledPermissions(helpdesk, overrides, at(ROOT), ROOT, 'course').has('read_course_content');
    expect(inCourseOfRoot(toSelf)).toBe(false);
    expect(inCourseOfRoot(toOthers)).toBe(true);
    expect(adminOf(ROOT, helpdesk, toSelf, ROOT)).toContain('read_course_content');
    expect(adminOf(ROOT, helpdesk, toOthers, ROOT)).not.toContain('read_course_content');
    expect(adminOf(ROOT, helpdesk, toOthers, ROOT, FACULTY)).toContain('read_course_content');
  });

  it('cannot shrink below the account where an administrator holds it', () => {
    const overrides = [override(FACULTY, admin, 'manage_alerts', false)];
    expect(adminOf(ROOT, admin, overrides, ROOT, FACULTY)).toContain('manage_alerts');
    expect(adminOf(FACULTY, admin, overrides, ROOT, FACULTY)).not.toContain('manage_alerts');
  });

  it('keeps root permissions for administrators of the root, in sub-accounts too', () => {
    expect(adminOf(ROOT, admin, [], ROOT, FACULTY)).toContain('become_user');
    expect(adminOf(FACULTY, admin, [], ROOT, FACULTY)).not.toContain('become_user');
  });

  it('gives Site Admin its own permissions and those of every root', () => {
    const institution = { ...at(99, ROOT), siteAdminId: 99 };
    const granted = enabledPermissions(admin, [], institution, 99, 'account');
    expect(granted).toContain('manage_jobs');
    expect(granted).toContain('manage_sis');
    expect(enabledPermissions(admin, [], institution, ROOT, 'account')).not.toContain('manage_jobs');
  });
});
