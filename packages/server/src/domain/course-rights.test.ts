import { describe, expect, it } from 'vitest';
import { type AnyEnrollmentType, baseRoleOf } from './base-roles.ts';
import {
  type CourseAccess,
  type CourseEnrollment,
  type CourseRight,
  courseGrants,
  courseRightNames,
} from './course-rights.ts';
import type { Permission } from './permissions.ts';
import { enabledPermissions } from './role-permissions.ts';

const institution = { accountChain: [1], features: new Set<string>() };
const defaultsOf = (type: AnyEnrollmentType) =>
  enabledPermissions({ id: 1, base_role_type: baseRoleOf(type) }, [], institution, null, 'course');
const adminDefaults = enabledPermissions(
  { id: 2, base_role_type: 'AccountAdmin' },
  [],
  institution,
  1,
  'course',
);

const enrolled = (type: AnyEnrollmentType, rest: Partial<CourseEnrollment> = {}): CourseEnrollment => ({
  type,
  course_section_id: 1,
  associated_user_id: null,
  limit_privileges_to_course_section: false,
  date_state: 'active',
  restricted_access: false,
  permissions: defaultsOf(type),
  ...rest,
});

interface Changes extends Partial<Omit<CourseAccess, 'course'>> {
  course?: Partial<CourseAccess['course']>;
}

const access = ({ course, ...rest }: Changes = {}): CourseAccess => ({
  course: {
    workflow_state: 'available',
    sis_course_id: null,
    template: false,
    is_public: false,
    is_public_to_auth_users: false,
    public_syllabus: false,
    public_syllabus_to_auth: false,
    ...course,
  },
  filesVisibility: null,
  concludedByDate: false,
  userId: 7,
  enrollments: [],
  adminPermissions: new Set(),
  isAccountAdmin: false,
  preventsAvailabilityEditing: false,
  ...rest,
});

const as = (type: AnyEnrollmentType, rest: Partial<CourseEnrollment> = {}, changes: Changes = {}) =>
  access({ ...changes, enrollments: [enrolled(type, rest)] });
const granted = (who: CourseAccess) => courseRightNames.filter((right) => courseGrants(right, who));
const admin = (changes: Changes = {}) =>
  access({ adminPermissions: adminDefaults, isAccountAdmin: true, ...changes });

describe('rights in a course', () => {
  it('of a student', () => {
    expect(granted(as('StudentEnrollment')).sort()).toEqual([
      'create_collaborations',
      'create_conferences',
      'create_forum',
      'participate_as_student',
      'post_to_forum',
      'read',
      'read_announcements',
      'read_as_member',
      'read_files',
      'read_forum',
      'read_grades',
      'read_outcomes',
      'read_roster',
      'read_syllabus',
      'reset_what_if_grades',
      'send_messages',
    ]);
  });

  it.each<[AnyEnrollmentType, CourseRight[], CourseRight[]]>([
    [
      'TeacherEnrollment',
      [
        'manage',
        'update',
        'offer',
        'conclude',
        'add_teacher_to_course',
        'read_prior_roster',
        'change_visibility',
      ],
      ['delete', 'reset_content', 'participate_as_student', 'read_grades', 'become_user'],
    ],
    [
      'TaEnrollment',
      [
        'manage',
        'manage_grades',
        'add_student_to_course',
        'manage_feature_flags',
        'edit_course_availability',
      ],
      ['manage_sections_add', 'offer', 'conclude', 'add_ta_to_course', 'delete'],
    ],
    ['DesignerEnrollment', ['manage', 'manage_wiki_update', 'offer'], ['view_all_grades', 'manage_grades']],
    ['ObserverEnrollment', ['read', 'read_forum'], ['post_to_forum', 'read_roster', 'read_grades']],
    ['StudentViewEnrollment', ['read', 'participate_as_student'], ['read_as_admin']],
  ])('of a %s', (type, may, mayNot) => {
    for (const right of may) expect(courseGrants(right, as(type)), right).toBe(true);
    for (const right of mayNot) expect(courseGrants(right, as(type)), right).toBe(false);
  });

  it('of an observer include the grades once he observes somebody', () => {
    expect(courseGrants('read_grades', as('ObserverEnrollment', { associated_user_id: 9 }))).toBe(true);
  });

  it('of an account administrator', () => {
    for (const right of ['read', 'manage', 'delete', 'reset_content', 'undelete', 'manage_grades'] as const)
      expect(courseGrants(right, admin()), right).toBe(true);
    expect(courseGrants('participate_as_student', admin())).toBe(false);
  });

  it('of an account role without permissions: seeing that the course is there', () => {
    expect(granted(access({ isAccountAdmin: true }))).toEqual(['read_as_admin', 'view_unpublished_items']);
  });

  it('of strangers are none', () => {
    expect(granted(access())).toEqual([]);
    expect(granted(access({ userId: null }))).toEqual([]);
  });
});

describe('visibility', () => {
  const reads = (
    right: CourseRight,
    course: Changes['course'],
    userId: number | null,
    filesVisibility: CourseAccess['filesVisibility'] = null,
  ) => courseGrants(right, access({ course: course ?? {}, userId, filesVisibility }));

  it.each([
    [{ is_public: true }, true, true],
    [{ is_public_to_auth_users: true }, true, false],
    [{ is_public: true, workflow_state: 'claimed' as const }, false, false],
    [{ is_public: true, workflow_state: 'completed' as const }, false, false],
  ])('%j: logged in %s, anonymous %s', (course, loggedIn, anonymous) => {
    expect(reads('read', course, 7)).toBe(loggedIn);
    expect(reads('read', course, null)).toBe(anonymous);
    expect(reads('read_as_member', course, 7)).toBe(false);
  });

  it('may open the syllabus or the files alone', () => {
    expect(reads('read_syllabus', { public_syllabus: true }, null)).toBe(true);
    expect(reads('read', { public_syllabus: true }, null)).toBe(false);
    expect(reads('read_files', {}, 7, 'institution')).toBe(true);
    expect(reads('read_files', { is_public: true }, 7, 'course')).toBe(false);
  });
});

describe('an unpublished course', () => {
  const course = { workflow_state: 'claimed' as const };

  it('is closed to students and observers', () => {
    expect(granted(as('StudentEnrollment', {}, { course }))).toEqual([]);
    expect(granted(as('ObserverEnrollment', {}, { course }))).toEqual([]);
  });

  it('is open to its staff', () => {
    for (const right of ['read', 'manage', 'manage_wiki_update', 'offer'] as const)
      expect(courseGrants(right, as('TeacherEnrollment', {}, { course })), right).toBe(true);
  });
});

describe('a course that has yet to start', () => {
  it('may be looked at, not written in', () => {
    const early = as('StudentEnrollment', { date_state: 'pending_active' });
    expect(courseGrants('read', early)).toBe(true);
    expect(courseGrants('read_forum', early)).toBe(true);
    expect(courseGrants('post_to_forum', early)).toBe(false);
    expect(courseGrants('participate_as_student', early)).toBe(false);
  });

  it('is closed where the future view is restricted', () => {
    expect(
      granted(as('StudentEnrollment', { date_state: 'pending_active', restricted_access: true })),
    ).toEqual([]);
  });
});

describe('a concluded course', () => {
  const former = (type: AnyEnrollmentType, rest: Partial<CourseEnrollment> = {}) =>
    as(type, { date_state: 'completed', ...rest }, { course: { workflow_state: 'completed' } });

  it('keeps for a teacher what is kept, and nothing to change it with', () => {
    expect(granted(former('TeacherEnrollment')).sort()).toEqual([
      'direct_share',
      'post_to_forum',
      'read',
      'read_announcements',
      'read_as_admin',
      'read_as_member',
      'read_email_addresses',
      'read_files',
      'read_forum',
      'read_outcomes',
      'read_prior_roster',
      'read_question_banks',
      'read_roster',
      'read_rubrics',
      'read_sis',
      'read_syllabus',
      'use_student_view',
      'view_all_grades',
      'view_group_pages',
      'view_unpublished_items',
      'view_user_logins',
    ]);
  });

  it('keeps for a student his grades', () => {
    expect(granted(former('StudentEnrollment')).sort()).toEqual([
      'read',
      'read_announcements',
      'read_as_member',
      'read_files',
      'read_forum',
      'read_grades',
      'read_outcomes',
      'read_syllabus',
    ]);
  });

  it('is closed to students where the past view is restricted', () => {
    expect(granted(former('StudentEnrollment', { restricted_access: true }))).toEqual([]);
  });
});

describe('deleting', () => {
  const owner = (type: AnyEnrollmentType, course: Changes['course'] = {}) =>
    as(
      type,
      { permissions: new Set<Permission>(['manage_courses_delete', 'manage_courses_reset']) },
      { course },
    );

  it('takes a granted teacher or designer, and a course that no SIS and no template owns', () => {
    expect(courseGrants('delete', owner('TeacherEnrollment'))).toBe(true);
    expect(courseGrants('delete', owner('TaEnrollment'))).toBe(false);
    expect(courseGrants('delete', owner('TeacherEnrollment', { sis_course_id: 'S1' }))).toBe(false);
    expect(courseGrants('reset_content', owner('TeacherEnrollment', { sis_course_id: 'S1' }))).toBe(true);
    expect(courseGrants('reset_content', owner('TeacherEnrollment', { template: true }))).toBe(false);
    expect(courseGrants('delete', admin({ course: { sis_course_id: 'S1' } }))).toBe(true);
  });

  it('leaves a course to administrators, who may bring it back', () => {
    const course = { workflow_state: 'deleted' as const };
    expect(granted(as('TeacherEnrollment', {}, { course }))).toEqual([]);
    expect(courseGrants('undelete', admin({ course }))).toBe(true);
  });
});

describe('availability', () => {
  it('is kept from teachers where the root account says so', () => {
    const changes = { preventsAvailabilityEditing: true };
    expect(courseGrants('edit_course_availability', as('TeacherEnrollment'))).toBe(true);
    expect(courseGrants('edit_course_availability', as('TeacherEnrollment', {}, changes))).toBe(false);
    expect(courseGrants('edit_course_availability', admin(changes))).toBe(true);
  });
});
