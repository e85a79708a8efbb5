import { describe, expect, it } from 'vitest';
import { type AccountAccess, type AccountRight, accountGrants, accountRightNames } from './account-rights.ts';

const noSettings = {
  teachers_can_create_courses: false,
  students_can_create_courses: false,
  no_enrollments_can_create_courses: false,
  teachers_can_create_courses_anywhere: false,
  students_can_create_courses_anywhere: false,
};

interface Changes extends Partial<Omit<AccountAccess, 'account' | 'rootSettings'>> {
  account?: Partial<AccountAccess['account']>;
  rootSettings?: Partial<AccountAccess['rootSettings']>;
}

const access = ({ account, rootSettings, ...rest }: Changes = {}): AccountAccess => ({
  account: {
    kind: 'root account',
    isManuallyCreatedCourses: false,
    account_calendar_visible: false,
    ...account,
  },
  userId: 7,
  permissions: new Set(),
  isAdmin: false,
  isAdminBelow: false,
  isAssociated: false,
  enrollments: [],
  rootSettings: { ...noSettings, ...rootSettings },
  ...rest,
});
const granted = (changes: Changes) =>
  accountRightNames.filter((right) => accountGrants(right, access(changes)));

describe('rights in an account', () => {
  it('of any administrator, before all permissions', () => {
    expect(granted({ isAdmin: true })).toEqual([
      'read',
      'read_as_admin',
      'manage',
      'update',
      'delete',
      'read_terms',
      'read_files',
      'read_outcomes',
      'launch_external_tool',
    ]);
  });

  it('of its users', () => {
    expect(granted({ isAssociated: true })).toEqual(['read_outcomes', 'launch_external_tool']);
    expect(granted({ isAssociated: true, account: { account_calendar_visible: true } })).toContain(
      'view_account_calendar_details',
    );
  });

  it('of staff of its courses', () => {
    const teaches = { enrollments: [{ type: 'TeacherEnrollment' as const, inThisAccount: true }] };
    expect(granted(teaches)).toEqual(['read', 'read_terms', 'read_files']);
    expect(granted({ ...teaches, account: { kind: 'sub-account' } })).toEqual(['read', 'read_files']);
    const elsewhere = { enrollments: [{ type: 'TeacherEnrollment' as const, inThisAccount: false }] };
    expect(granted(elsewhere)).toEqual(['read_terms']);
  });

  it('of administrators below: the terms of the root', () => {
    expect(granted({ isAdminBelow: true })).toEqual(['read_terms']);
    expect(granted({ isAdminBelow: true, account: { kind: 'sub-account' } })).toEqual([]);
  });

  it('are its permissions', () => {
    expect(granted({ permissions: new Set(['read_course_list'] as const) })).toEqual(['read_course_list']);
  });
});

describe('creating courses', () => {
  const creates = (changes: Changes) =>
    accountGrants('create_courses' satisfies AccountRight, access(changes));
  const manual = { isManuallyCreatedCourses: true };
  const teacher = { enrollments: [{ type: 'TeacherEnrollment' as const, inThisAccount: true }] };
  const ta = { enrollments: [{ type: 'TaEnrollment' as const, inThisAccount: true }] };
  const student = { enrollments: [{ type: 'StudentEnrollment' as const, inThisAccount: true }] };

  it('comes with manage_courses_add', () => {
    expect(creates({ permissions: new Set(['manage_courses_add'] as const) })).toBe(true);
    expect(creates({ isAdmin: true })).toBe(false);
  });

  it('is for teachers in the account for manually created courses, or anywhere they teach', () => {
    const rootSettings = { teachers_can_create_courses: true };
    expect(creates({ ...teacher, account: manual })).toBe(false);
    expect(creates({ ...teacher, account: manual, rootSettings })).toBe(true);
    expect(creates({ ...ta, account: manual, rootSettings })).toBe(false);
    expect(creates({ ...teacher, rootSettings })).toBe(false);
    const anywhere = { ...rootSettings, teachers_can_create_courses_anywhere: true };
    expect(creates({ ...teacher, rootSettings: anywhere })).toBe(true);
  });

  it('is for students and for newcomers by their own settings', () => {
    expect(
      creates({ ...student, account: manual, rootSettings: { students_can_create_courses: true } }),
    ).toBe(true);
    const rootSettings = { no_enrollments_can_create_courses: true };
    expect(creates({ account: manual, rootSettings })).toBe(true);
    expect(creates({ ...student, account: manual, rootSettings })).toBe(false);
    expect(creates({ account: manual, rootSettings, userId: null })).toBe(false);
  });
});
