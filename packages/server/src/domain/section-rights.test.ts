import { describe, expect, it } from 'vitest';
import type { CourseAccess, CourseEnrollment } from './course-rights.ts';
import type { Permission } from './permissions.ts';
import { sectionGrants, seesSection, visibleSections } from './section-rights.ts';

const teacher = (rest: Partial<CourseEnrollment> = {}, ...permissions: Permission[]): CourseEnrollment => ({
  type: 'TeacherEnrollment',
  course_section_id: 1,
  associated_user_id: null,
  limit_privileges_to_course_section: false,
  date_state: 'active',
  restricted_access: false,
  permissions: new Set(permissions),
  ...rest,
});

const course = (enrollments: CourseEnrollment[], ...adminPermissions: Permission[]): CourseAccess => ({
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
  userId: 7,
  enrollments,
  adminPermissions: new Set(adminPermissions),
  isAccountAdmin: adminPermissions.length > 0,
  preventsAvailabilityEditing: false,
});

const limited = { limit_privileges_to_course_section: true };
const observer = { type: 'ObserverEnrollment' as const };

describe('the sections one sees', () => {
  it('are all, for staff and account administrators', () => {
    expect(visibleSections(course([teacher()]))).toBe('all');
    expect(visibleSections(course([], 'read_roster'))).toBe('all');
  });

  it('are their own, for those whom every enrollment limits', () => {
    expect(visibleSections(course([teacher(limited)]))).toEqual([1]);
    expect(seesSection(course([teacher(limited)]), 2)).toBe(false);
    expect(visibleSections(course([teacher(limited), teacher({ course_section_id: 2 })]))).toBe('all');
  });

  it('are none without any right to look', () => {
    expect(visibleSections(course([teacher(observer)]))).toEqual([]);
    expect(visibleSections(course([]))).toEqual([]);
  });
});

describe('rights in a section', () => {
  it('come from the permissions in its course', () => {
    const access = { sectionId: 1, course: course([teacher({}, 'manage_sections_edit')]) };
    expect(sectionGrants('update', access)).toBe(true);
    expect(sectionGrants('read', access)).toBe(true);
    expect(sectionGrants('create', access)).toBe(false);
    expect(sectionGrants('delete', access)).toBe(false);
  });

  it('over the calendar end at the section of a limited teacher', () => {
    const own = course([teacher(limited, 'manage_calendar')]);
    expect(sectionGrants('manage_calendar', { sectionId: 1, course: own })).toBe(true);
    expect(sectionGrants('manage_calendar', { sectionId: 2, course: own })).toBe(false);
    expect(sectionGrants('manage_calendar', { sectionId: 2, course: course([], 'manage_calendar') })).toBe(
      true,
    );
  });
});
