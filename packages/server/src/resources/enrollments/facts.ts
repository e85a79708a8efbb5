/** What an answer about enrollments rests on besides their own rows, for all of them at once. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from '../../domain/course-access.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import { type EnrollmentRight, enrollmentGrants } from '../../domain/enrollment-rights.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';

export interface EnrollmentFacts {
  course: CourseRow;
  /** The acting user's, to the course. */
  access: OwnCourseAccess;
  role: string;
  sectionState: 'active' | 'deleted';
  sis_account_id: string | null;
  sis_section_id: string | null;
  section_integration_id: string | null;
  sis_user_id: string | null;
  /** An administrator who may undo what a SIS import did. */
  managesSisData: boolean;
  /** The acting user watches over this student, beyond any one course. */
  isParent: boolean;
  grants(right: EnrollmentRight): boolean;
}

export type FactsOf = (enrollment: EnrollmentRow) => EnrollmentFacts;

export async function loadFacts(ctx: Context, enrollments: readonly EnrollmentRow[]): Promise<FactsOf> {
  const [rows, courseRows, children] = await Promise.all([
    loadNames(ctx, enrollments),
    loadCourses(ctx, enrollments),
    loadChildren(ctx, enrollments),
  ]);
  const accesses = await courseAccesses(ctx, courseRows);
  const courses = new Map(courseRows.map((course) => [course.id, course]));
  const byId = new Map(enrollments.map((enrollment) => [enrollment.id, enrollment]));
  const known = new Map<number, EnrollmentFacts>();
  for (const { id, path, ...names } of rows) {
    const enrollment = byId.get(id) as EnrollmentRow;
    const access = accesses.get(enrollment.course_id) as OwnCourseAccess;
    const { permissions } = await adminPermissions(ctx, path, 'account');
    known.set(id, {
      ...names,
      course: courses.get(enrollment.course_id) as CourseRow,
      access,
      managesSisData: permissions.has('manage_account_settings') || permissions.has('manage_sis'),
      isParent: children.has(enrollment.user_id),
      grants: (right) => enrollmentGrants(right, { enrollment, course: access }),
    });
  }
  return ({ id }) => known.get(id) as EnrollmentFacts;
}

/** What stands around the enrollments under other names. */
function loadNames(ctx: Context, enrollments: readonly EnrollmentRow[]) {
  return ctx.db
    .selectFrom('enrollments')
    .innerJoin('roles', 'roles.id', 'enrollments.role_id')
    .innerJoin('course_sections', 'course_sections.id', 'enrollments.course_section_id')
    .innerJoin('courses', 'courses.id', 'enrollments.course_id')
    .innerJoin('accounts', 'accounts.id', 'courses.account_id')
    .select([
      'enrollments.id',
      'roles.name as role',
      'course_sections.workflow_state as sectionState',
      'course_sections.sis_section_id',
      'course_sections.integration_id as section_integration_id',
      'accounts.sis_account_id',
      'accounts.path',
      sql<string | null>`(select sis_user_id from pseudonyms
        where pseudonyms.user_id = enrollments.user_id and pseudonyms.account_id = ${ctx.rootAccount.id}
          and workflow_state <> 'deleted' and sis_user_id is not null
        order by workflow_state, position, id limit 1)`.as('sis_user_id'),
    ])
    .where('enrollments.id', '=', anyOf(enrollments.map(({ id }) => id)))
    .execute();
}

function loadCourses(ctx: Context, enrollments: readonly EnrollmentRow[]): Promise<CourseRow[]> {
  return ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(enrollments.map(({ course_id }) => course_id)))
    .execute();
}

/** Those of the enrolled whose parent the acting user is. */
async function loadChildren(ctx: Context, enrollments: readonly EnrollmentRow[]): Promise<Set<number>> {
  if (!ctx.user) return new Set();
  const rows = await ctx.db
    .selectFrom('user_observation_links')
    .select('user_id')
    .where('observer_id', '=', ctx.user.id)
    .where('user_id', '=', anyOf(enrollments.map(({ user_id }) => user_id)))
    .where('workflow_state', '=', 'active')
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}
