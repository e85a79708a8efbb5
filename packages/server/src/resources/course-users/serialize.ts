import { baseRoleOf } from '../../domain/base-roles.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { courseSettings } from '../../domain/course-settings.ts';
import type { EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context, User } from '../../http/context.ts';
import { serializeEnrollments } from '../enrollments/serialize.ts';
import { serializeUsers } from '../users/serialize.ts';
import type { CourseUser } from './schema.ts';

type UserInclude = NonNullable<NonNullable<Parameters<typeof serializeUsers>[2]>['includes']>[number];
type EnrollmentInclude = NonNullable<
  NonNullable<Parameters<typeof serializeEnrollments>[2]>['includes']
>[number];

/** The includes of users that a course's lists know. */
const ofUsers = [
  'avatar_url',
  'bio',
  'custom_links',
  'email',
  'first_name',
  'group_ids',
  'last_login',
  'last_name',
  'locale',
  'lti_id',
  'sis_user_id',
  'time_zone',
  'title',
  'uuid',
] as const satisfies readonly UserInclude[];

/** What of the same `include[]` goes to the enrollments. */
const ofEnrollments = [
  'can_be_removed',
  'locked',
  'observed_users',
] as const satisfies readonly EnrollmentInclude[];

export interface CourseUserView {
  /** `include[]`, whether known or not. */
  asked: readonly string[];
  /** Those of all users together; absent from the answer where they aren't given. */
  enrollments?: readonly EnrollmentRow[] | undefined;
  /** The ids of users who haven't come to the course yet. */
  unconfirmed?: ReadonlySet<number>;
}

/** Users as the caller may see them in a course, in the order in which they are given. */
export async function serializeCourseUsers(
  ctx: Context,
  course: CourseRow,
  users: readonly User[],
  { asked, enrollments, unconfirmed = new Set() }: CourseUserView,
): Promise<CourseUser[]> {
  const isGrader = asked.includes('last_login') && (await mayInCourse(ctx, course, 'view_all_grades'));
  const view = {
    context: { course },
    // When others were last here is no matter of a student's.
    includes: ofUsers.filter((name) => asked.includes(name) && (name !== 'last_login' || isGrader)),
    enrollments: enrollments && (await enrollmentsByUser(ctx, course, enrollments, asked)),
  };
  const [open, reserved] = await Promise.all([
    serializeUsers(
      ctx,
      users.filter(({ id }) => !unconfirmed.has(id)),
      view,
    ),
    serializeUsers(
      ctx,
      users.filter(({ id }) => unconfirmed.has(id)),
      { ...view, excludes: ['login', 'personal_info'] },
    ),
  ]);
  const byId = new Map([...open, ...reserved].map((user) => [user.id, user as CourseUser]));
  return users.flatMap(({ id }) => byId.get(id) ?? []);
}

async function enrollmentsByUser(
  ctx: Context,
  course: CourseRow,
  enrollments: readonly EnrollmentRow[],
  asked: readonly string[],
) {
  const json = await serializeEnrollments(ctx, enrollments, {
    context: { course },
    includes: ofEnrollments.filter((name) => asked.includes(name)),
    hidesSection: await hidesSections(ctx, course),
    grades: {
      points: asked.includes('current_points'),
      currentGradingPeriod: asked.includes('current_grading_period_scores'),
    },
  });
  return Map.groupBy(json, ({ user_id }) => user_id);
}

/** A course may keep from its students who is in which section. */
async function hidesSections(ctx: Context, course: CourseRow): Promise<boolean> {
  const { enrollments } = await courseAccess(ctx, course);
  if (enrollments.length === 0 || enrollments.some(({ type }) => baseRoleOf(type) !== 'StudentEnrollment'))
    return false;
  const settings = (await courseSettings(ctx, [course]))(course);
  if (!settings.flag('hide_sections_on_course_users_page')) return false;
  const sections = await ctx.db
    .selectFrom('course_sections')
    .select('id')
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .limit(2)
    .execute();
  return sections.length > 1;
}
