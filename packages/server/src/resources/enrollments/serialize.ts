import { anyOf } from '../../db/any-of.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';
import { loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import type { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';
import { type EnrollmentFacts, loadFacts } from './facts.ts';
import { type GradesView, loadGrades } from './grades.ts';
import { type EnrollmentInclude, enrollmentIncludes, type UserIncludeOfEnrollments } from './includes.ts';
import { Enrollment } from './schema.ts';

type UserContext = NonNullable<Parameters<typeof serializeUsers>[2]>['context'];

export interface EnrollmentView {
  includes?: readonly EnrollmentInclude[];
  /** Each enrollment with its `user`, as lists have it. */
  withUser?: boolean;
  userIncludes?: readonly UserIncludeOfEnrollments[];
  /** Where the users are looked at: decides about their logins and SIS ids. */
  context?: UserContext;
  /** Leaves `course_section_id` out, where a course hides its sections. */
  hidesSection?: boolean;
  grades?: GradesView;
}

/** Enrollments as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeEnrollments(
  ctx: Context,
  enrollments: readonly EnrollmentRow[],
  view: EnrollmentView = {},
): Promise<Enrollment[]> {
  if (enrollments.length === 0) return [];
  const [factsOf, users, root] = await Promise.all([
    loadFacts(ctx, enrollments),
    view.withUser ? loadUsers(ctx, enrollments, view) : undefined,
    adminPermissions(ctx, ctx.rootAccount.path, 'account'),
  ]);
  const managesSis = root.permissions.has('manage_sis');
  const gradesOf = await loadGrades(ctx, enrollments.filter(isStudent), factsOf, view.grades ?? {});
  // Whoever is nested in an answer has his grades of the same period.
  const serialize = (_: Context, rows: readonly EnrollmentRow[]) =>
    serializeEnrollments(ctx, rows, { grades: { gradingPeriodId: view.grades?.gradingPeriodId } });
  const included = await loadIncludes(ctx, enrollments, view.includes ?? [], enrollmentIncludes, {
    view,
    factsOf,
    serialize,
  });
  return enrollments.map((enrollment) => {
    const facts = factsOf(enrollment);
    return inOrderOf(Enrollment, {
      ...baseFields(ctx, enrollment, facts),
      ...(!view.hidesSection && { course_section_id: enrollment.course_section_id }),
      ...activity(ctx, enrollment, facts),
      ...(managesSis && { sis_import_id: enrollment.sis_import_id }),
      ...(isStudent(enrollment) && { grades: gradesOf(enrollment) }),
      ...((managesSis || courseGrants('read_sis', facts.access)) && sisFields(facts)),
      ...(users && { user: users.get(enrollment.user_id) as User }),
      ...included(enrollment),
    });
  });
}

export async function serializeEnrollment(
  ctx: Context,
  enrollment: EnrollmentRow,
  view?: EnrollmentView,
): Promise<Enrollment> {
  const [json] = await serializeEnrollments(ctx, [enrollment], view);
  return json as Enrollment;
}

const isStudent = ({ type }: EnrollmentRow): boolean =>
  type === 'StudentEnrollment' || type === 'StudentViewEnrollment';

function baseFields(ctx: Context, enrollment: EnrollmentRow, facts: EnrollmentFacts): Enrollment {
  const isGone = facts.course.workflow_state === 'deleted' || facts.sectionState === 'deleted';
  return {
    id: enrollment.id,
    user_id: enrollment.user_id,
    course_id: enrollment.course_id,
    type: enrollment.type,
    created_at: enrollment.created_at,
    updated_at: enrollment.updated_at,
    associated_user_id: enrollment.associated_user_id,
    start_at: enrollment.start_at,
    end_at: enrollment.end_at,
    root_account_id: enrollment.root_account_id,
    limit_privileges_to_course_section: enrollment.limit_privileges_to_course_section,
    enrollment_state: isGone ? 'deleted' : enrollment.workflow_state,
    role: facts.role,
    role_id: enrollment.role_id,
    html_url: ctx.url(`/courses/${enrollment.course_id}/users/${enrollment.user_id}`),
  };
}

function activity(ctx: Context, enrollment: EnrollmentRow, { access }: EnrollmentFacts): Partial<Enrollment> {
  if (enrollment.user_id !== ctx.user?.id && !courseGrants('read_reports', access)) return {};
  return {
    last_activity_at: enrollment.last_activity_at,
    last_attended_at: enrollment.last_attended_at,
    total_activity_time: enrollment.total_activity_time,
  };
}

const sisFields = (facts: EnrollmentFacts): Partial<Enrollment> => ({
  sis_account_id: facts.sis_account_id,
  sis_course_id: facts.course.sis_course_id,
  course_integration_id: facts.course.integration_id,
  sis_section_id: facts.sis_section_id,
  section_integration_id: facts.section_integration_id,
  sis_user_id: facts.sis_user_id,
});

async function loadUsers(
  ctx: Context,
  enrollments: readonly EnrollmentRow[],
  { context, userIncludes = [] }: EnrollmentView,
): Promise<Map<number, User>> {
  const rows = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(enrollments.map(({ user_id }) => user_id)))
    .execute();
  const users = await serializeUsers(ctx, rows, { context, includes: userIncludes });
  return new Map(users.map((user) => [user.id, user]));
}
