import { describe, expect, it } from 'vitest';
import type { AnyEnrollmentType } from './base-roles.ts';
import { baseRoleOf } from './base-roles.ts';
import type { CourseAccess, CourseEnrollment } from './course-rights.ts';
import { type EnrollmentRight, enrollmentGrants } from './enrollment-rights.ts';
import type { Permission } from './permissions.ts';
import { enabledPermissions } from './role-permissions.ts';

const ME = 7;
const institution = { accountChain: [1], features: new Set<string>() };

const as = (
  type: AnyEnrollmentType,
  rest: Partial<CourseEnrollment> = {},
  ...adminPermissions: Permission[]
): CourseAccess => ({
  course: {
    workflow_state: 'available',
    sis_course_id: null,
    template: false,
    is_public: false,
    is_public_to_auth_users: false,
    public_syllabus: false,
    public_syllabus_to_auth: false,
  },
  filesVisibility: null,
  concludedByDate: false,
  userId: ME,
  enrollments: [
    {
      type,
      course_section_id: 1,
      associated_user_id: null,
      limit_privileges_to_course_section: false,
      date_state: 'active',
      restricted_access: false,
      permissions: enabledPermissions(
        { id: 1, base_role_type: baseRoleOf(type) },
        [],
        institution,
        null,
        'course',
      ),
      ...rest,
    },
  ],
  adminPermissions: new Set(adminPermissions),
  isAccountAdmin: adminPermissions.length > 0,
  preventsAvailabilityEditing: false,
});

const may = (
  course: CourseAccess,
  right: EnrollmentRight,
  type: AnyEnrollmentType,
  { user_id = 9, course_section_id = 1 } = {},
) => enrollmentGrants(right, { course, enrollment: { user_id, type, course_section_id } });

describe('rights over an enrollment', () => {
  it.each<[AnyEnrollmentType, AnyEnrollmentType, boolean, boolean, boolean]>([
    ['TeacherEnrollment', 'StudentEnrollment', true, true, true],
    ['TeacherEnrollment', 'TeacherEnrollment', true, true, true],
    ['TeacherEnrollment', 'StudentViewEnrollment', true, true, true],
    ['TaEnrollment', 'StudentEnrollment', true, true, true],
    ['TaEnrollment', 'ObserverEnrollment', true, false, true],
    ['TaEnrollment', 'TaEnrollment', false, false, false],
    ['DesignerEnrollment', 'TeacherEnrollment', false, false, false],
    ['StudentEnrollment', 'StudentEnrollment', false, false, false],
  ])('a %s, a %s: create %s, conclude %s, delete %s', (actor, type, create, conclude, remove) => {
    expect(may(as(actor), 'create', type)).toBe(create);
    expect(may(as(actor), 'conclude', type)).toBe(conclude);
    expect(may(as(actor), 'delete', type)).toBe(remove);
  });

  it('do not include to delete one’s own, unless the account allows it', () => {
    const own = { user_id: ME };
    expect(may(as('TeacherEnrollment'), 'delete', 'TeacherEnrollment', own)).toBe(false);
    const admin = as('TeacherEnrollment', {}, 'allow_course_admin_actions');
    expect(may(admin, 'delete', 'TeacherEnrollment', own)).toBe(true);
  });

  it('let everybody read his own grades, and students no others', () => {
    expect(may(as('StudentEnrollment'), 'read_grades', 'StudentEnrollment', { user_id: ME })).toBe(true);
    expect(may(as('StudentEnrollment'), 'read_grades', 'StudentEnrollment')).toBe(false);
    expect(may(as('StudentEnrollment'), 'read', 'StudentEnrollment')).toBe(true);
  });

  it('let graders read grades in the sections they see', () => {
    const limited = as('TaEnrollment', { limit_privileges_to_course_section: true });
    expect(may(limited, 'read_grades', 'StudentEnrollment', { course_section_id: 1 })).toBe(true);
    expect(may(limited, 'read_grades', 'StudentEnrollment', { course_section_id: 2 })).toBe(false);
    expect(may(as('DesignerEnrollment'), 'read_grades', 'StudentEnrollment')).toBe(false);
  });

  it('let observers read the enrollments of those they observe', () => {
    const observer = as('ObserverEnrollment', { associated_user_id: 9 });
    expect(may(observer, 'read_grades', 'StudentEnrollment', { user_id: 9 })).toBe(true);
    expect(may(observer, 'read', 'StudentEnrollment', { user_id: 10 })).toBe(false);
  });
});
