import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Context } from '../../http/context.ts';
import { loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { displayNames, friendlyNames } from './display-names.ts';
import { enrollmentsField, loadCourseGrades } from './enrollments-field.ts';
import { type CourseView, courseIncludes } from './includes.ts';
import { Course } from './schema.ts';

// What another resource's list of courses needs beside.
export { observedEnrollments } from './enrollments-of.ts';
export { courseIncludes } from './includes.ts';

/** Courses as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeCourses(
  ctx: Context,
  courses: readonly CourseRow[],
  view: CourseView = {},
): Promise<Course[]> {
  if (courses.length === 0) return [];
  const [sisRightsIn, accesses, nameOf, friendlyNameOf, grades, included] = await Promise.all([
    sisRights(ctx, courses),
    view.enrollments ? courseAccesses(ctx, courses) : undefined,
    displayNames(ctx, courses, { friendly: !view.keepsName }),
    friendlyNames(ctx, courses),
    loadCourseGrades(ctx, courses, view.enrollments, view.scores ?? []),
    loadIncludes(ctx, courses, view.includes ?? [], courseIncludes, view),
  ]);
  return courses.map((course) => {
    const access = accesses?.get(course.id);
    return inOrderOf(Course, {
      ...baseFields(ctx, course),
      friendly_name: friendlyNameOf(course),
      ...sisFields(course, sisRightsIn(course)),
      ...renamed(course, nameOf(course)),
      ...(access && {
        enrollments: enrollmentsField(ctx, course, access, view.enrollments?.get(course.id) ?? [], grades),
      }),
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
    friendly_name: null,
    apply_assignment_group_weights: course.apply_assignment_group_weights,
    ...(course.locale !== null && { locale: course.locale }),
    calendar: { ics: ctx.url(`/feeds/calendars/course_${course.uuid}.ics`) },
    time_zone: course.time_zone ?? ctx.rootAccount.default_time_zone,
    blueprint: course.blueprint,
    ...(course.blueprint && blueprintFields(course)),
    template: course.template,
    hide_final_grades: course.hide_final_grades,
    workflow_state: apiState(course),
    ...(course.course_format && { course_format: course.course_format }),
    restrict_enrollments_to_course_dates: course.restrict_enrollments_to_course_dates,
    // Only visibilities that an institution adds to Canvas's own stand here.
    overridden_course_visibility: '',
  };
}

function blueprintFields(course: CourseRow): Partial<Course> {
  return course.use_blueprint_restrictions_by_object_type
    ? { blueprint_restrictions_by_object_type: course.blueprint_restrictions_by_object_type ?? {} }
    : { blueprint_restrictions: course.blueprint_restrictions ?? DEFAULT_RESTRICTIONS };
}

/** What a blueprint locks until somebody chooses. */
const DEFAULT_RESTRICTIONS = { content: true };

interface SisRights {
  reads: boolean;
  manages: boolean;
}

/** Whoever manages SIS data of the institution does so in all its courses: there is no need to look at each. */
async function sisRights(
  ctx: Context,
  courses: readonly CourseRow[],
): Promise<(course: CourseRow) => SisRights> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'course');
  if (permissions.has('manage_sis')) return () => ({ reads: true, manages: true });
  const accesses = await courseAccesses(ctx, courses);
  return ({ id }) => {
    const access = accesses.get(id) as CourseAccess;
    const manages = courseGrants('manage_sis', access);
    return { reads: manages || courseGrants('read_sis', access), manages };
  };
}

function sisFields(course: CourseRow, { reads, manages }: SisRights): Partial<Course> {
  return {
    ...(reads && { sis_course_id: course.sis_course_id, integration_id: course.integration_id }),
    ...(manages && { sis_import_id: course.sis_import_id }),
  };
}

function renamed(course: CourseRow, name: string | undefined): Partial<Course> {
  return name ? { name, original_name: course.name } : {};
}

/** Canvas stores two kinds of unpublished and shows one. */
function apiState({ workflow_state }: CourseRow): Course['workflow_state'] {
  return workflow_state === 'created' || workflow_state === 'claimed' ? 'unpublished' : workflow_state;
}
