import { mayInAccount } from '../../domain/account-access.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { type CourseRow, forgetCourseAccess, mayInCourse } from '../../domain/course-access.ts';
import { isCourseFile } from '../../domain/course-images.ts';
import type { CourseEvent } from '../../domain/course-rights.ts';
import { regradeCourse } from '../../domain/grading/recompute-courses-job.ts';
import { codeWhereNeeded } from '../../domain/self-enrollment.ts';
import { recordSyllabus } from '../../domain/syllabus-versions.ts';
import { followDefaultRoles, frontPageId } from '../../domain/wiki-pages.ts';
import { InvalidRecord, NotFound, Refusal, Unauthenticated, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, type Params } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import { findTerm } from '../terms/load.ts';
import { blueprintChanges, templateChanges } from './blueprint.ts';
import { courseInAnyState } from './load.ts';
import { nameChanges } from './names.ts';
import { Course } from './schema.ts';
import { serializeCourse } from './serialize.ts';
import { isCourseEvent, moveCourse } from './states.ts';
import { filesVisibility, visibilityChanges } from './visibility.ts';
import {
  type CourseChanges,
  type CourseParams,
  contentChanges,
  gradingStandardChanges,
  refuseEndBeforeStart,
  refuseTakenSisId,
  restrictedChanges,
  syllabusChanges,
} from './write.ts';

export default operation('PUT /api/v1/courses/{id}', {
  summary: 'Change a course, or move it to another state',
  load: { course: courseInAnyState('id') },
  // The right depends on what is asked: an event takes its own.
  requires: { course: ['manage_course_content_edit', 'read', 'undelete'] },
  returns: Course,
  async handle({ ctx, course, params }) {
    const event = eventOf(params);
    const { event: _, ...asked } = (params.course ?? {}) as CourseParams;
    const onlyEvent = event !== undefined && Object.keys(asked).length === 0;
    if (course.workflow_state === 'deleted' && event !== 'undelete') throw new NotFound();
    if (event) await demand(ctx, course, event);
    if (!onlyEvent) await demand(ctx, course, 'manage_course_content_edit');

    const changed = onlyEvent ? course : await applyChanges(ctx, course, asked);
    if (params.update_default_pages) await followDefaultRoles(ctx, ofCourse(course), ofCourse(changed));
    const moved = event ? await moveCourse(ctx, changed, event) : changed;
    forgetCourseAccess(ctx);
    return await serializeCourse(ctx, moved);
  },
});

function eventOf({ course, offer }: Params<'PUT /api/v1/courses/{id}'>): CourseEvent | undefined {
  const name = course?.event ?? (offer ? 'offer' : undefined);
  if (!name) return undefined;
  if (!isCourseEvent(name)) throw new InvalidRecord({ workflow_state: [['invalid', 'invalid']] });
  return name;
}

async function demand(ctx: Context, course: CourseRow, right: CourseEvent | 'manage_course_content_edit') {
  if (await mayInCourse(ctx, course, right)) return;
  throw ctx.user ? new Unauthorized() : new Unauthenticated();
}

async function applyChanges(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseRow> {
  const opens = params.course_visibility && (await mayInCourse(ctx, course, 'change_visibility'));
  const changes = (await mayInCourse(ctx, course, 'update'))
    ? {
        ...contentChanges(
          opens ? { ...params, files_visibility: filesVisibility(params) } : params,
          course,
          params.default_view === 'wiki' && (await frontPageId(ctx, ofCourse(course))) !== null,
        ),
        ...(await gradePassback(ctx, course, params)),
        ...(await gradingStandard(ctx, course, params)),
        ...(await renaming(ctx, course, params)),
        ...(await moving(ctx, course, params)),
        ...(await dateChanges(ctx, course, params)),
        ...(await pictures(ctx, course, params)),
        ...(await templateChanges(ctx, course, params)),
        ...(await blueprintChanges(ctx, course, params)),
        ...(await restrictedChanges(params, (right) => mayInCourse(ctx, course, right))),
        ...(opens && visibilityChanges(params, course)),
      }
    : // Whoever edits content without owning the course reaches its syllabus only.
      syllabusChanges(params);
  if (Object.keys(changes).length === 0) return course;
  await refuseTakenSisId(ctx, changes, course.id);
  const changed = await ctx.db
    .updateTable('courses')
    .set({ ...changes, ...(await codeWhereNeeded(ctx, changes, course)), updated_at: ctx.now })
    .where('id', '=', course.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (changes.name) await renameDefaultSection(ctx, changed);
  await recordSyllabus(ctx, changed, course.syllabus_body);
  await gradesFollow(ctx, course, changed);
  return changed;
}

/** The root account may keep names and codes to administrators. */
async function renaming(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseChanges> {
  const forbidden = ctx.rootAccount.settings['prevent_course_renaming_by_teachers'] === true;
  if (forbidden && !(await mayInCourse(ctx, course, 'manage_courses_admin'))) return {};
  return nameChanges(params, course);
}

/** Another account or term takes an administrator of the course's account; else it is ignored. */
async function moving(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseChanges> {
  const term = params.term_id || params.enrollment_term_id;
  if (!params.account_id && !term) return {};
  if (!(await mayInCourse(ctx, course, 'manage_courses_admin'))) return {};
  const changes: CourseChanges = {};
  if (term) changes.enrollment_term_id = (await findTerm(ctx, term, course.root_account_id)).id;
  if (params.account_id) {
    const account = await findAccount(ctx, params.account_id);
    if (!(await mayInAccount(ctx, account, 'manage_courses_admin'))) throw new Unauthorized();
    changes.account_id = account.id;
  }
  return changes;
}

/** Without dates of its own a course has no end, and while it is unpublished no start either. */
async function dateChanges(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseChanges> {
  const { start_at, restrict_enrollments_to_course_dates } = params;
  const conclude_at = params.end_at !== undefined ? params.end_at : params.conclude_at;
  const ownDates = restrict_enrollments_to_course_dates ?? course.restrict_enrollments_to_course_dates;
  const unpublished = course.workflow_state === 'created' || course.workflow_state === 'claimed';
  const changes: CourseChanges = {
    ...(start_at !== undefined && { start_at }),
    ...(conclude_at !== undefined && { conclude_at }),
    ...(!ownDates && { conclude_at: null, ...(unpublished && { start_at: null }) }),
  };
  const differs = (['start_at', 'conclude_at'] as const).some((key) => {
    const value = changes[key];
    // Whoever may not set dates may drop those that don't count.
    return value !== undefined && value !== course[key] && (ownDates || value !== null);
  });
  if (differs || ownDates !== course.restrict_enrollments_to_course_dates) {
    if (!(await mayInCourse(ctx, course, 'edit_course_availability'))) throw new Unauthorized();
  }
  refuseEndBeforeStart({ ...course, ...(changes as Partial<CourseRow>) });
  return changes;
}

/** Groups may begin to weigh, and another term has other grading periods. */
async function gradesFollow(ctx: Context, before: CourseRow, after: CourseRow): Promise<void> {
  const weighs = before.apply_assignment_group_weights !== after.apply_assignment_group_weights;
  const moved = before.enrollment_term_id !== after.enrollment_term_id;
  if (weighs || moved) await regradeCourse(ctx, after.id);
}

/** Whoever doesn't grade doesn't say by which letters. */
async function gradingStandard(
  ctx: Context,
  course: CourseRow,
  params: CourseParams,
): Promise<CourseChanges> {
  if (!(await mayInCourse(ctx, course, 'manage_grades'))) return {};
  return await gradingStandardChanges(ctx, params, course);
}

async function gradePassback(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseChanges> {
  if (params.grade_passback_setting === undefined) return {};
  if (!(await mayInCourse(ctx, course, 'manage_grades'))) throw new Unauthorized();
  return { grade_passback_setting: params.grade_passback_setting || null };
}

/** An address or a file, not both: either puts the other out. */
async function pictures(ctx: Context, course: CourseRow, params: CourseParams): Promise<CourseChanges> {
  const changes: CourseChanges = {};
  for (const kind of ['image', 'banner_image'] as const) {
    const url = params[`${kind}_url`];
    const id = params[`${kind}_id`];
    if (url && id)
      throw new Refusal(400, { message: `You cannot provide both an ${kind}_url and a ${kind}_id.` });
    if (id) {
      const fileId = parseNumber(String(id));
      if (fileId === undefined || !(await isCourseFile(ctx, course, fileId))) {
        throw new Refusal(400, { message: `The ${kind}_id is not a valid course file id.` });
      }
      Object.assign(changes, { [`${kind}_id`]: fileId, [`${kind}_url`]: null });
    }
    if (url) Object.assign(changes, { [`${kind}_url`]: url, [`${kind}_id`]: null });
    if (params[`remove_${kind}`]) Object.assign(changes, { [`${kind}_url`]: null, [`${kind}_id`]: null });
  }
  return changes;
}

/** The default section carries the course's name and follows it. */
async function renameDefaultSection(ctx: Context, course: CourseRow): Promise<void> {
  await ctx.db
    .updateTable('course_sections')
    .set({ name: course.name, name_key: course.name_key, updated_at: ctx.now })
    .where('course_id', '=', course.id)
    .where('default_section', '=', true)
    .execute();
}
