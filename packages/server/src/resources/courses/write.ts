/** The parameters of `course[…]` → columns, said once for create and update. */
import type { Updateable } from 'kysely';
import type { CoursesTable } from '../../db/tables/index.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { type SettingsParams, settingsChanges } from '../../domain/course-settings.ts';
import { findStandard } from '../../domain/grading/schemes.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { isTimeZone } from '../../domain/time-zones.ts';
import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type CourseParams = NonNullable<Params<'PUT /api/v1/courses/{id}'>['course']> &
  NonNullable<Params<'POST /api/v1/accounts/{account_id}/courses'>['course']>;

export type CourseChanges = Updateable<CoursesTable>;

/** Parameters that are columns of the same name, whatever their value. */
const plain = [
  'public_description',
  'allow_wiki_comments',
  'allow_student_forum_attachments',
  'open_enrollment',
  'self_enrollment',
  'restrict_enrollments_to_course_dates',
  'hide_final_grades',
  'apply_assignment_group_weights',
  'homeroom_course',
  'friendly_name',
] as const satisfies (keyof CourseParams & keyof CourseChanges)[];

const VISIBILITY = [
  'is_public',
  'is_public_to_auth_users',
  'public_syllabus',
  'public_syllabus_to_auth',
] as const;
const DEFAULT_VIEW = 'modules';
const VIEWS = ['feed', 'wiki', 'modules', 'assignments', 'syllabus'];
const FORMATS = ['on_campus', 'online', 'blended'];
const LICENSES = [
  'private',
  'cc_by_nc_nd',
  'cc_by_nc_sa',
  'cc_by_nc',
  'cc_by_nd',
  'cc_by_sa',
  'cc_by',
  'public_domain',
];
const PASSBACK = ['nightly_sync', 'disabled', ''];
const MAX_NAME = 255;

/** What anybody who may edit the course can set. Throws InvalidRecord. */
export function contentChanges(
  params: CourseParams & Pick<SettingsParams, 'files_visibility'>,
  course?: CourseRow,
  hasFrontPage = false,
): CourseChanges {
  refuseInvalid(params, course, hasFrontPage);
  const changes: Record<string, unknown> = { ...syllabusChanges(params) };
  for (const key of plain) if (params[key] !== undefined) changes[key] = params[key];
  if (params.default_view !== undefined) changes['default_view'] = params.default_view || DEFAULT_VIEW;
  // A licence or a format that doesn't exist is none.
  if (params.license) changes['license'] = LICENSES.includes(params.license) ? params.license : 'private';
  if (params.course_format !== undefined) {
    changes['course_format'] = FORMATS.includes(params.course_format ?? '') ? params.course_format : null;
  }
  if (params.locale !== undefined) changes['locale'] = params.locale || null;
  if (params.time_zone) changes['time_zone'] = params.time_zone;
  if (params.course_color !== undefined) changes['course_color'] = withHash(params.course_color);
  if (params.group_weighting_scheme !== undefined && params.apply_assignment_group_weights === undefined) {
    changes['apply_assignment_group_weights'] = params.group_weighting_scheme === 'percent';
  }
  Object.assign(changes, settingsChanges(params, course));
  return changes as CourseChanges;
}

/**
 * By which letters a course is graded: a standard of its own or of an account above it, or Canvas's own letters (0).
 * An id that is none of these is ignored, a blank one clears.
 *
 * @param course what it is, or will be
 */
export async function gradingStandardChanges(
  ctx: Context,
  params: CourseParams,
  course: Pick<CourseRow, 'account_id' | 'grading_standard_id'> & { readonly id: number | null },
): Promise<CourseChanges> {
  const { grading_standard_id: id, grading_standard_enabled: enabled } = params;
  if (id === null || enabled === false) return { grading_standard_id: null };
  const chosen = id ? await findStandard(ctx, course, id) : id;
  if (chosen !== undefined) return { grading_standard_id: chosen };
  return enabled ? { grading_standard_id: course.grading_standard_id ?? 0 } : {};
}

/** The syllabus as it is kept: without what HTML may not hold. */
export function syllabusChanges({ syllabus_body }: CourseParams): CourseChanges {
  if (syllabus_body === undefined) return {};
  return { syllabus_body: syllabus_body === null ? null : sanitizeHtml(syllabus_body) };
}

/** @throws InvalidRecord where a course would end before it starts */
export function refuseEndBeforeStart({ start_at, conclude_at }: DatesOfCourse): void {
  if (start_at && conclude_at && conclude_at < start_at) {
    throw new InvalidRecord({ conclude_at: ['End date cannot be before start date'] });
  }
}

type DatesOfCourse = Partial<Pick<CourseRow, 'start_at' | 'conclude_at'>>;

function refuseInvalid(params: CourseParams, course: CourseRow | undefined, hasFrontPage: boolean): void {
  const errors: Record<string, FieldErrors[string]> = {};
  if ((params.name?.length ?? 0) > MAX_NAME)
    errors['name'] = [['too_long', 'is too long (maximum is 255 characters)']];
  if ((params.course_code?.length ?? 0) > MAX_NAME) {
    errors['course_code'] = [['too_long', 'is too long (maximum is 255 characters)']];
  }
  if (params.grade_passback_setting && !PASSBACK.includes(params.grade_passback_setting)) {
    errors['grade_passback_setting'] = ['Invalid grade_passback_setting'];
  }
  if (params.course_color && !/^#?[0-9a-f]{3,8}$/i.test(params.course_color)) {
    errors['course_color'] = ['Invalid hexcode provided'];
  }
  if (params.default_view && params.default_view !== course?.default_view) {
    if (!VIEWS.includes(params.default_view)) errors['default_view'] = ['Home page is not valid'];
    else if (params.default_view === 'wiki' && !hasFrontPage)
      errors['default_view'] = ['A Front Page is required'];
  }
  if (params.homeroom_course && (params.enable_course_paces ?? course?.settings['enable_course_paces'])) {
    errors['homeroom_course'] = ['Homeroom Course cannot be used with Course Pacing'];
  } else if (params.enable_course_paces && (params.homeroom_course ?? course?.homeroom_course)) {
    errors['enable_course_paces'] = ['Course Pacing cannot be used with Homeroom Course'];
  }
  if (params.time_zone && !isTimeZone(params.time_zone)) {
    errors['time_zone'] = [['inclusion', 'is not included in the list']];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

const withHash = (color: string | null) => (color && !color.startsWith('#') ? `#${color}` : color || null);

/** What takes a right of its own; without it the parameter is dropped silently (accounts file 3.4). */
export async function restrictedChanges(
  params: CourseParams,
  may: (right: 'manage_sis' | 'manage_storage_quotas' | 'change_visibility') => Promise<boolean>,
): Promise<CourseChanges> {
  const changes: Record<string, unknown> = {};
  const quota =
    params.storage_quota_mb ?? (params.storage_quota ? params.storage_quota / 1_048_576 : undefined);
  if (quota !== undefined && (await may('manage_storage_quotas'))) {
    changes['storage_quota_mb'] = Math.min(Math.max(Math.trunc(quota), 0), INT4_MAX);
  }
  const visibility = VISIBILITY.filter((key) => params[key] !== undefined);
  if (visibility.length > 0 && (await may('change_visibility'))) {
    for (const key of visibility) changes[key] = params[key];
  }
  const asksSis = params.sis_course_id !== undefined || params.integration_id !== undefined;
  if (asksSis && (await may('manage_sis'))) {
    if (params.sis_course_id !== undefined) changes['sis_course_id'] = params.sis_course_id || null;
    if (params.integration_id !== undefined) changes['integration_id'] = params.integration_id || null;
  }
  return changes as CourseChanges;
}

/** @throws InvalidRecord where another course of the institution has the SIS id */
export async function refuseTakenSisId(
  ctx: Context,
  changes: CourseChanges,
  courseId?: number,
): Promise<void> {
  for (const [column, field, word] of [
    ['sis_course_id', 'sis_source_id', 'SIS'],
    ['integration_id', 'integration_id', 'Integration'],
  ] as const) {
    const value = changes[column];
    if (!value) continue;
    const holder = await ctx.db
      .selectFrom('courses')
      .select('id')
      .where('root_account_id', '=', ctx.rootAccount.id)
      .where(column, '=', value)
      .where('workflow_state', '<>', 'deleted')
      .$if(courseId !== undefined, (query) => query.where('id', '<>', courseId as number))
      .executeTakeFirst();
    if (holder) throw new InvalidRecord({ [field]: [`${word} ID "${value}" is already in use`] });
  }
}
