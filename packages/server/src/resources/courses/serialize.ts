import { anyOf } from '../../db/any-of.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import type { Context } from '../../http/context.ts';
import { loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type CourseView, courseIncludes } from './includes.ts';
import { Course } from './schema.ts';

/** Courses as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeCourses(
  ctx: Context,
  courses: readonly CourseRow[],
  view: CourseView = {},
): Promise<Course[]> {
  if (courses.length === 0) return [];
  const [accesses, nicknames, included] = await Promise.all([
    courseAccesses(ctx, courses),
    loadNicknames(ctx, courses),
    loadIncludes(ctx, courses, view.includes ?? [], courseIncludes, view),
  ]);
  return courses.map((course) => {
    const friendly = view.prefersFriendlyName && course.homeroom_course ? course.friendly_name : null;
    return inOrderOf(Course, {
      ...baseFields(ctx, course),
      ...sisFields(course, accesses.get(course.id) as CourseAccess),
      ...renamed(course, nicknames.get(course.id) ?? friendly),
      ...(view.enrollments && { enrollments: view.enrollments.get(course.id) ?? [] }),
      ...included(course),
    });
  });
}

export async function serializeCourse(ctx: Context, course: CourseRow, view?: CourseView): Promise<Course> {
  const [json] = await serializeCourses(ctx, [course], view);
  return json as Course;
}

function baseFields(ctx: Context, course: CourseRow): Course {
  return {
    id: course.id,
    name: course.name,
    account_id: course.account_id,
    uuid: course.uuid,
    start_at: course.start_at,
    grading_standard_id: course.grading_standard_id,
    is_public: course.is_public,
    created_at: course.created_at,
    course_code: course.course_code,
    default_view: course.default_view,
    root_account_id: course.root_account_id,
    enrollment_term_id: course.enrollment_term_id,
    end_at: course.conclude_at,
    public_syllabus: course.public_syllabus,
    public_syllabus_to_auth: course.public_syllabus_to_auth,
    storage_quota_mb: course.storage_quota_mb,
    is_public_to_auth_users: course.is_public_to_auth_users,
    homeroom_course: course.homeroom_course,
    course_color: course.course_color,
    friendly_name: course.friendly_name,
    apply_assignment_group_weights: course.apply_assignment_group_weights,
    ...(course.locale !== null && { locale: course.locale }),
    calendar: { ics: ctx.url(`/feeds/calendars/course_${course.uuid}.ics`) },
    time_zone: course.time_zone ?? ctx.rootAccount.default_time_zone,
    blueprint: course.blueprint,
    ...(course.blueprint && { blueprint_restrictions: course.blueprint_restrictions ?? {} }),
    template: course.template,
    hide_final_grades: course.hide_final_grades,
    workflow_state: apiState(course),
    ...(course.course_format && { course_format: course.course_format }),
    restrict_enrollments_to_course_dates: course.restrict_enrollments_to_course_dates,
  };
}

function sisFields(course: CourseRow, access: CourseAccess): Partial<Course> {
  const manages = courseGrants('manage_sis', access);
  return {
    ...((manages || courseGrants('read_sis', access)) && {
      sis_course_id: course.sis_course_id,
      integration_id: course.integration_id,
    }),
    ...(manages && { sis_import_id: course.sis_import_id }),
  };
}

/** A nickname of the caller's takes the name's place. */
function renamed(course: CourseRow, name: string | null | undefined): Partial<Course> {
  return name ? { name, original_name: course.name } : {};
}

/** Canvas stores two kinds of unpublished and shows one. */
export function apiState({ workflow_state }: CourseRow): Course['workflow_state'] {
  return workflow_state === 'created' || workflow_state === 'claimed' ? 'unpublished' : workflow_state;
}

async function loadNicknames(ctx: Context, courses: readonly CourseRow[]): Promise<Map<number, string>> {
  if (!ctx.user) return new Map();
  const rows = await ctx.db
    .selectFrom('course_nicknames')
    .select(['course_id', 'nickname'])
    .where('user_id', '=', ctx.user.id)
    .where('course_id', '=', anyOf(courses.map(({ id }) => id)))
    .execute();
  return new Map(rows.map(({ course_id, nickname }) => [course_id, nickname]));
}
