/**
 * The parameters of `assignment[…]` → columns. What takes a right that the caller lacks is dropped silently, what names
 * nothing is ignored. Source: update_from_params of Canvas's API, and the callbacks of its AbstractAssignment.
 */
import { randomUUID } from 'node:crypto';
import { sql, type Updateable } from 'kysely';
import type { AssignmentsTable } from '../db/tables/index.ts';
import { InvalidRecord } from '../errors.ts';
import { INT4_MAX } from '../http/coerce.ts';
import type { Context } from '../http/context.ts';
import { parseDateTime } from '../http/date-time.ts';
import { annotatedCopy } from './annotated-document.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import { defaultGroup, singular } from './assignment-groups.ts';
import { type AssignmentParams, DATES } from './assignment-params.ts';
import { ltiContextIdOf } from './assignment-secure-params.ts';
import { callersZone } from './callers-zone.ts';
import { type CourseRow, mayInCourse } from './course-access.ts';
import { toolTag } from './external-tool-tag.ts';
import { fancyMidnight } from './fancy-midnight.ts';
import { sanitizeHtml } from './html.ts';
import { sortKey } from './sort-key.ts';

export type AssignmentChanges = Updateable<AssignmentsTable>;

/** An assignment as it will be: what it is now, and what a request makes of it. */
export type Draft = AssignmentRow;

/** Parameters that are columns of the same name; blank is no. */
const flags = [
  'peer_reviews',
  'automatic_peer_reviews',
  'anonymous_peer_reviews',
  'intra_group_peer_reviews',
  'grade_group_students_individually',
  'only_visible_to_overrides',
  'omit_from_final_grade',
  'hide_in_gradebook',
  'post_to_sis',
  'anonymous_grading',
  'anonymous_instructor_annotations',
  'moderated_grading',
  'graders_anonymous_to_graders',
  'grader_comments_visible_to_graders',
  'grader_names_visible_to_final_grader',
  'important_dates',
  'require_lockdown_browser',
] as const satisfies (keyof AssignmentParams & keyof AssignmentRow)[];

/** What an assignment is before anything is said of it. */
const fresh: Omit<
  Draft,
  | 'id'
  | 'course_id'
  | 'assignment_group_id'
  | 'name'
  | 'name_key'
  | 'lti_context_id'
  | 'created_at'
  | 'updated_at'
> = {
  description: null,
  position: null,
  points_possible: 0,
  grading_type: 'points',
  grading_standard_id: null,
  submission_types: ['none'],
  allowed_extensions: [],
  allowed_attempts: null,
  due_at: null,
  unlock_at: null,
  lock_at: null,
  only_visible_to_overrides: false,
  group_category_id: null,
  grade_group_students_individually: false,
  peer_reviews: false,
  automatic_peer_reviews: false,
  anonymous_peer_reviews: false,
  intra_group_peer_reviews: false,
  peer_review_count: 0,
  peer_reviews_assign_at: null,
  omit_from_final_grade: false,
  hide_in_gradebook: false,
  post_manually: false,
  post_to_sis: false,
  anonymous_grading: false,
  anonymous_instructor_annotations: false,
  moderated_grading: false,
  grader_count: 0,
  final_grader_id: null,
  graders_anonymous_to_graders: false,
  grader_comments_visible_to_graders: true,
  grader_names_visible_to_final_grader: true,
  grades_published_at: null,
  annotatable_attachment_id: null,
  important_dates: false,
  require_lockdown_browser: false,
  external_tool_tag_attributes: null,
  sis_assignment_id: null,
  integration_id: null,
  integration_data: {},
  ab_guid: [],
  duplicate_of_id: null,
  workflow_state: 'unpublished',
};

/** A new assignment of a course as a request wants it, not yet stored. Throws InvalidRecord. */
export async function draftNew(ctx: Context, course: CourseRow, params: AssignmentParams): Promise<Draft> {
  const group = (await chosenGroup(ctx, course, params)) ?? (await defaultGroup(ctx, course.id));
  const base: Draft = {
    ...fresh,
    id: 0,
    course_id: course.id,
    assignment_group_id: group.id,
    ...named(singular(group.name)),
    lti_context_id: await ltiContextId(ctx, params),
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  const given = { ...params, points_possible: params.points_possible ?? 0 };
  return settled({ ...base, ...(await changesOf(ctx, course, given, base)) }, base);
}

/** An assignment as a request changes it. Throws InvalidRecord. */
export async function draftChanged(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  params: AssignmentParams,
): Promise<Draft> {
  const group = await chosenGroup(ctx, course, params);
  const changes = await changesOf(ctx, course, params, assignment);
  const draft = { ...assignment, ...changes, ...(group && { assignment_group_id: group.id }) };
  // A date for everybody is for everybody.
  if (params.due_at && draft.only_visible_to_overrides && params.only_visible_to_overrides !== true) {
    draft.only_visible_to_overrides = false;
  }
  return settled(draft, assignment);
}

export const named = (name: string) => ({ name, name_key: sortKey(name) });

async function chosenGroup(ctx: Context, course: CourseRow, { assignment_group_id }: AssignmentParams) {
  const id = Number.parseInt(assignment_group_id ?? '', 10);
  if (!Number.isSafeInteger(id)) return undefined;
  return await ctx.db
    .selectFrom('assignment_groups')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'available')
    .executeTakeFirst();
}

async function changesOf(
  ctx: Context,
  course: CourseRow,
  params: AssignmentParams,
  before: Draft,
): Promise<Partial<Draft>> {
  const changes: Partial<Draft> = {};
  const name = params.name ?? params.title;
  if (name !== undefined && name !== null) Object.assign(changes, named(name));
  else if (params.name === null && before.id !== 0) Object.assign(changes, named(''));
  if (params.description !== undefined) {
    changes.description = params.description === null ? null : sanitizeHtml(params.description);
  }
  if (params.position) changes.position = Math.min(Math.max(params.position, 1), INT4_MAX);
  for (const key of flags) if (params[key] !== undefined) changes[key] = params[key] === true;
  if (params.published !== undefined) changes.workflow_state = params.published ? 'published' : 'unpublished';
  Object.assign(
    changes,
    dates(ctx, params, before),
    grading(params, before),
    types(params),
    await finished(ctx, params, before),
    await groupSet(ctx, course, params),
    await gradingStandard(ctx, course, params),
    await sisFields(ctx, course, params),
    await finalGrader({ ...before, ...changes }, params),
    await annotation(ctx, course, { ...before, ...types(params) }, params),
  );
  const tag = toolTag(params, before);
  if (tag !== undefined) changes.external_tool_tag_attributes = tag;
  if (params.ab_guid !== undefined) changes.ab_guid = params.ab_guid.filter((guid) => guid !== '');
  return changes;
}

/** The day that a midnight begins is meant as a whole, but not by who only repeats what is stored. */
function dates(ctx: Context, params: AssignmentParams, before: Draft): Partial<Draft> {
  const zone = callersZone(ctx);
  const changes: Partial<Draft> = {};
  for (const name of DATES) {
    const value = params[name];
    if (value === undefined) continue;
    const time = value ? parseDateTime(value, zone) : null;
    const endsDay = (name === 'due_at' || name === 'lock_at') && time !== before[name];
    changes[name] = time && endsDay ? fancyMidnight(time, zone) : time;
  }
  return changes;
}

function grading(params: AssignmentParams, before: Draft): Partial<Draft> {
  const { points_possible, grading_type, allowed_attempts, grader_count, peer_review_count } = params;
  return {
    ...(points_possible !== undefined && { points_possible: points_possible ?? 0 }),
    ...(grading_type !== undefined && { grading_type: (grading_type || 'points') as Draft['grading_type'] }),
    ...(allowed_attempts !== undefined && {
      allowed_attempts: allowed_attempts === -1 ? null : allowed_attempts,
    }),
    ...(grader_count !== undefined && {
      grader_count: Math.min(grader_count ?? before.grader_count, INT4_MAX),
    }),
    ...(peer_review_count !== undefined && {
      peer_review_count: Math.min(Math.max(peer_review_count ?? 0, 0), INT4_MAX),
    }),
  };
}

function types({ submission_types, grading_type, allowed_extensions }: AssignmentParams): Partial<Draft> {
  const ungraded = submission_types === undefined && grading_type === 'not_graded';
  return {
    ...(submission_types && { submission_types: [...new Set(submission_types)].filter(Boolean) }),
    ...(ungraded && { submission_types: ['not_graded'] }),
    ...(allowed_extensions && { allowed_extensions: extensions(allowed_extensions) }),
  };
}

/** `".PDF, doc"` → `pdf`, `doc` */
const extensions = (given: readonly string[]): string[] =>
  given
    .flatMap((text) => text.split(/[\s,]+/))
    .map((text) => text.replace(/^\./, '').toLowerCase())
    .filter(Boolean);

/** A tool says that it has copied what is behind an assignment, or that it couldn't. */
async function finished(
  ctx: Context,
  { duplicated_successfully: success }: AssignmentParams,
  { workflow_state, duplicate_of_id }: Draft,
): Promise<Partial<Draft>> {
  if (success === undefined || !/duplicat/.test(workflow_state)) return {};
  if (!success) return { workflow_state: 'failed_to_duplicate' };
  const original = await ctx.db
    .selectFrom('assignments')
    .select('workflow_state')
    .where('id', '=', duplicate_of_id ?? 0)
    .executeTakeFirst();
  return { workflow_state: original?.workflow_state === 'published' ? 'published' : 'unpublished' };
}

/** The set of another course, or of nobody, is none. */
async function groupSet(ctx: Context, course: CourseRow, params: AssignmentParams): Promise<Partial<Draft>> {
  const { group_category_id } = params;
  if (group_category_id === undefined) return {};
  const category = await ctx.db
    .selectFrom('group_categories')
    .select('id')
    .where('id', '=', group_category_id ?? 0)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return { group_category_id: category?.id ?? null };
}

/** One of the course or of an account above it; one that is none changes nothing. */
async function gradingStandard(
  ctx: Context,
  course: CourseRow,
  params: AssignmentParams,
): Promise<Partial<Draft>> {
  const { grading_standard_id } = params;
  if (grading_standard_id === undefined) return {};
  if (grading_standard_id === null) return { grading_standard_id };
  const standard = await ctx.db
    .selectFrom('grading_standards')
    .select('id')
    .where('id', '=', grading_standard_id)
    .where('workflow_state', '=', 'active')
    .where(
      sql<boolean>`(context_type = 'Course' and context_id = ${course.id} or context_type = 'Account'
        and context_id = any((select path from accounts where id = ${course.account_id})::bigint[]))`,
    )
    .executeTakeFirst();
  return standard ? { grading_standard_id: standard.id } : {};
}

async function sisFields(ctx: Context, course: CourseRow, params: AssignmentParams): Promise<Partial<Draft>> {
  const { sis_assignment_id, integration_id, integration_data } = params;
  const asked = [sis_assignment_id, integration_id, integration_data].some((value) => value !== undefined);
  if (!asked || !(await mayInCourse(ctx, course, 'manage_sis'))) return {};
  return {
    ...(sis_assignment_id !== undefined && { sis_assignment_id: sis_assignment_id || null }),
    ...(integration_id !== undefined && { integration_id }),
    ...(integration_data !== undefined && { integration_data: integrationData(integration_data) }),
  };
}

/** An object, or the text of one. */
function integrationData(sent: AssignmentParams['integration_data']): AssignmentRow['integration_data'] {
  let value = sent;
  try {
    if (typeof value === 'string') value = value === '' ? {} : JSON.parse(value);
  } catch {
    throw new InvalidRecord({ integration_data: ['must be a JSON object'] });
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InvalidRecord({ integration_data: ['must be a JSON object'] });
  }
  return value;
}

async function finalGrader(draft: Draft, { final_grader_id }: AssignmentParams): Promise<Partial<Draft>> {
  return draft.moderated_grading && final_grader_id !== undefined ? { final_grader_id } : {};
}

/** What students write on is a copy of the file, which stays as it was then. */
async function annotation(
  ctx: Context,
  course: CourseRow,
  { submission_types }: Draft,
  params: AssignmentParams,
): Promise<Partial<Draft>> {
  if (!params.submission_types) return {};
  if (!submission_types.includes('student_annotation')) return { annotatable_attachment_id: null };
  const copy = await annotatedCopy(ctx, course, params.annotatable_attachment_id ?? 0);
  return { annotatable_attachment_id: copy.id };
}

/** `secure_params` that an assignment was announced with; else one of its own. Throws InvalidRecord where it is taken. */
async function ltiContextId(ctx: Context, { secure_params }: AssignmentParams): Promise<string> {
  const announced = secure_params ? ltiContextIdOf(ctx.site, secure_params) : undefined;
  if (announced === undefined) return randomUUID();
  const taken = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('lti_context_id', '=', announced)
    .executeTakeFirst();
  if (taken) {
    throw new InvalidRecord({ 'assignment[lti_context_id]': ['lti_context_id should be unique'] });
  }
  return announced;
}

export const isGraded = ({ submission_types }: Pick<Draft, 'submission_types'>): boolean =>
  !['not_graded', 'wiki_page'].includes(submission_types.join(','));

/** What follows from one field for another. */
function settled(draft: Draft, before: Draft): Draft {
  const typesChanged = draft.submission_types.join() !== before.submission_types.join() || draft.id === 0;
  const type = draft.submission_types.join();
  const unlimited = typesChanged && (type === 'none' || type === 'on_paper');
  const madeHidden = (key: 'anonymous_grading' | 'moderated_grading') => draft[key] && !before[key];
  return {
    ...draft,
    ...(!isGraded(draft) && { points_possible: null, post_to_sis: false }),
    ...(isGraded(draft) && draft.points_possible === null && { points_possible: 0 }),
    ...(unlimited && { allowed_attempts: null }),
    ...(type === 'external_tool' ? { peer_reviews: false } : { external_tool_tag_attributes: null }),
    ...(!draft.moderated_grading && unmoderated),
    ...(!draft.grader_comments_visible_to_graders && { graders_anonymous_to_graders: false }),
    ...((madeHidden('anonymous_grading') || madeHidden('moderated_grading')) && { post_manually: true }),
  };
}

const unmoderated = {
  final_grader_id: null,
  grader_count: 0,
  grader_names_visible_to_final_grader: true,
  grader_comments_visible_to_graders: true,
  graders_anonymous_to_graders: false,
} as const;
