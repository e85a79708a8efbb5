/** Assignments as Canvas sends them, in a number of queries that doesn't grow with them. */
import { anyOf } from '../../db/any-of.ts';
import { type AssignmentAccess, assignmentAccesses } from '../../domain/assignment-access.ts';
import { isForEverybody } from '../../domain/assignment-all-dates.ts';
import { type AssignmentRow, datesOf } from '../../domain/assignment-dates.ts';
import { secureParams } from '../../domain/assignment-secure-params.ts';
import { needsGradingCounts, type WorkFacts, workFacts } from '../../domain/assignment-work-facts.ts';
import { type CourseRow, courseAccess, type OwnCourseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import { keyedHash } from '../../domain/keyed-hash.ts';
import { type LockInfo, lockExplanation } from '../../domain/lock-explanation.ts';
import { type ModuleLock, moduleLockExplanation } from '../../domain/module-locks.ts';
import type { Context } from '../../http/context.ts';
import { knownIncludes, loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { attachedFields } from './attached.ts';
import { assignmentIncludes } from './includes.ts';
import { Assignment } from './schema.ts';
import { type AssignmentView, excludes } from './view.ts';

export type { AssignmentView } from './view.ts';

/** The longest name, where an institution wants none shorter for its SIS. */
const MAX_NAME_LENGTH = 255;

/** Assignments of one course, as the caller may see them. */
export async function serializeAssignments(
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
  view: AssignmentView = {},
): Promise<Assignment[]> {
  if (assignments.length === 0) return [];
  const ids = assignments.map(({ id }) => id);
  const access = await courseAccess(ctx, course);
  const grades = courseGrants('manage_grades', access) && !excludes(view, 'needs_grading_count');
  const names = knownIncludes(view.include, assignmentIncludes);
  const [accesses, factsOf, countsOf, originalOf, attachedTo, included] = await Promise.all([
    assignmentAccesses(ctx, course, assignments),
    workFacts(ctx, ids),
    grades ? needsGradingCounts(ctx, access, ids) : undefined,
    originals(ctx, assignments),
    attachedFields(ctx, course, assignments, view),
    loadIncludes(ctx, assignments, names, assignmentIncludes, { ...view, course, access }),
  ]);
  return assignments.map((assignment) => {
    const own = accesses.get(assignment.id) as AssignmentAccess;
    const facts = factsOf(assignment.id);
    const counts = countsOf?.(assignment.id);
    return inOrderOf(Assignment, {
      ...columns(assignment),
      ...(view.overrideDates === false ? datesOf(assignment) : datesOf(own.dates)),
      ...baseFields(ctx, assignment, own, facts),
      ...originalFields(ctx, originalOf(assignment)),
      ...lockFields(ctx, assignment, own, view),
      ...toolFields(ctx, assignment),
      ...peerReviewFields(assignment),
      ...forManagers(access, own, facts),
      ...(counts && { needs_grading_count: counts.total }),
      ...(counts && view.needsGradingBySection && { needs_grading_count_by_section: counts.bySection }),
      ...sisFields(access, assignment),
      ...(view.bucket !== undefined && { bucket: view.bucket }),
      ...attachedTo(assignment),
      ...included(assignment),
    });
  });
}

export async function serializeAssignment(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  view?: AssignmentView,
): Promise<Assignment> {
  return (await serializeAssignments(ctx, course, [assignment], view))[0] as Assignment;
}

/** What stands in a column of the same name. */
function columns(row: AssignmentRow) {
  return {
    id: row.id,
    points_possible: row.points_possible,
    grading_type: row.grading_type,
    assignment_group_id: row.assignment_group_id,
    grading_standard_id: row.grading_standard_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
    peer_reviews: row.peer_reviews,
    automatic_peer_reviews: row.automatic_peer_reviews,
    position: row.position,
    grade_group_students_individually: row.grade_group_students_individually,
    anonymous_peer_reviews: row.anonymous_peer_reviews,
    group_category_id: row.group_category_id,
    post_to_sis: row.post_to_sis,
    moderated_grading: row.moderated_grading,
    omit_from_final_grade: row.omit_from_final_grade,
    intra_group_peer_reviews: row.intra_group_peer_reviews,
    anonymous_instructor_annotations: row.anonymous_instructor_annotations,
    anonymous_grading: row.anonymous_grading,
    graders_anonymous_to_graders: row.graders_anonymous_to_graders,
    grader_count: row.grader_count,
    grader_comments_visible_to_graders: row.grader_comments_visible_to_graders,
    final_grader_id: row.final_grader_id,
    grader_names_visible_to_final_grader: row.grader_names_visible_to_final_grader,
    allowed_attempts: row.allowed_attempts ?? -1,
    annotatable_attachment_id: row.annotatable_attachment_id,
    hide_in_gradebook: row.hide_in_gradebook,
    lti_context_id: row.lti_context_id,
    course_id: row.course_id,
    name: row.name,
    submission_types: row.submission_types,
    workflow_state: row.workflow_state,
    important_dates: row.important_dates,
    only_visible_to_overrides: row.only_visible_to_overrides,
    post_manually: row.post_manually,
    require_lockdown_browser: row.require_lockdown_browser,
    ...(row.allowed_extensions.length > 0 && { allowed_extensions: row.allowed_extensions }),
  };
}

const isGraded = ({ submission_types }: AssignmentRow): boolean =>
  !['not_graded', 'wiki_page'].includes(submission_types.join(','));

function baseFields(
  ctx: Context,
  row: AssignmentRow,
  { dates, inClosedGradingPeriod }: AssignmentAccess,
  facts: WorkFacts,
) {
  const path = `/courses/${row.course_id}/assignments/${row.id}`;
  const opensTool =
    row.submission_types.includes('external_tool') && row.external_tool_tag_attributes !== null;
  return {
    has_submitted_submissions: facts.submitted,
    due_date_required: false,
    max_name_length: MAX_NAME_LENGTH,
    in_closed_grading_period: inClosedGradingPeriod,
    graded_submissions_exist: facts.graded && isGraded(row),
    is_quiz_assignment: false,
    can_duplicate: !opensTool,
    // Until everybody's grade is posted.
    muted: !facts.posted || facts.unposted,
    html_url: ctx.url(path),
    published: row.workflow_state === 'published',
    visible_to_everyone: isForEverybody(row, dates.overrides),
    submissions_download_url: ctx.url(`${path}/submissions?zip=1`),
    anonymize_students: isAnonymous(row, facts),
    restrict_quantitative_data: false,
  };
}

/** Graders don't see whose work it is until all of it is posted, or published where it is moderated. */
const isAnonymous = (row: AssignmentRow, facts: WorkFacts): boolean =>
  row.anonymous_grading && (row.moderated_grading ? row.grades_published_at === null : facts.unposted);

async function originals(ctx: Context, assignments: readonly AssignmentRow[]) {
  const ids = assignments.flatMap(({ duplicate_of_id }) => duplicate_of_id ?? []);
  if (ids.length === 0) return () => undefined;
  const rows = await ctx.db.selectFrom('assignments').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ duplicate_of_id }: AssignmentRow) => byId.get(duplicate_of_id ?? 0);
}

function originalFields(ctx: Context, original: AssignmentRow | undefined) {
  const tag = original?.external_tool_tag_attributes;
  return {
    original_course_id: original?.course_id ?? null,
    original_assignment_id: original?.id ?? null,
    original_lti_resource_link_id: original && tag ? resourceLinkId(ctx, original) : null,
    original_assignment_name: original?.name ?? null,
    original_quiz_id: null,
  };
}

/** Whoever has to wait for a thing doesn't read what it asks; what is over stays readable. */
function lockFields(
  ctx: Context,
  row: AssignmentRow,
  { course, lock }: AssignmentAccess,
  view: AssignmentView,
) {
  const locked = courseGrants('read_as_admin', course) ? undefined : lock;
  const info = locked && { ...locked, asset_string: `assignment_${row.id}` };
  const hidden = locked !== undefined && !('can_view' in locked);
  const shown = !view.withoutDescription && !excludes(view, 'description');
  const readable = shown && !hidden;
  return {
    ...(shown && { description: hidden ? null : described(ctx, row) }),
    // Signed isn't sealed: whoever doesn't read the description finds none in there either.
    secure_params: secureParams(ctx.site, readable ? row : { ...row, description: null }),
    ...(info && { lock_info: info, lock_explanation: explained(ctx, info) }),
    locked_for_user: locked !== undefined,
  };
}

const explained = (ctx: Context, lock: LockInfo | ModuleLock): string =>
  'context_module' in lock
    ? moduleLockExplanation(ctx, lock, 'assignment')
    : lockExplanation(ctx, lock, 'assignment');

const described = (ctx: Context, { description }: AssignmentRow): string | null =>
  description && withAbsoluteLinks(description, (path) => ctx.url(path));

function toolFields(ctx: Context, row: AssignmentRow): Partial<Assignment> {
  const tag = row.external_tool_tag_attributes;
  if (tag === null || row.submission_types.join() !== 'external_tool') return {};
  const { url, new_tab, external_data, content_type, content_id, custom_params } = tag;
  const launch = `/api/v1/courses/${row.course_id}/external_tools/sessionless_launch`;
  return {
    external_tool_tag_attributes: {
      url: (url as string | undefined) ?? null,
      new_tab: (new_tab as boolean | undefined) ?? null,
      external_data: external_data ?? null,
      resource_link_id: resourceLinkId(ctx, row),
      ...(content_id !== undefined && {
        content_type: content_type as string,
        content_id: content_id as number,
      }),
      custom_params: custom_params ?? null,
    },
    url: ctx.url(`${launch}?assignment_id=${row.id}&launch_type=assessment`),
  };
}

/** What the tool knows the assignment by; nobody can tell from it which one it is. */
const resourceLinkId = (ctx: Context, { id }: AssignmentRow): string =>
  Buffer.from(keyedHash(ctx.site, 'resource link', `assignment_${id}`), 'base64url')
    .toString('hex')
    .slice(0, 40);

function peerReviewFields(row: AssignmentRow): Partial<Assignment> {
  const { peer_reviews, automatic_peer_reviews, peer_review_count, peer_reviews_assign_at } = row;
  return peer_reviews && automatic_peer_reviews ? { peer_review_count, peer_reviews_assign_at } : {};
}

const managing = ['manage', 'manage_grades', 'manage_assignments_edit'] as const satisfies CourseRight[];

function forManagers(
  course: OwnCourseAccess,
  { dates }: AssignmentAccess,
  facts: WorkFacts,
): Partial<Assignment> {
  if (!managing.some((right) => courseGrants(right, course))) return {};
  return { has_overrides: dates.overrideCount > 0, unpublishable: !facts.submitted };
}

function sisFields(course: OwnCourseAccess, row: AssignmentRow): Partial<Assignment> {
  if (!courseGrants('read_sis', course) && !courseGrants('manage_sis', course)) return {};
  const { sis_assignment_id, integration_id, integration_data } = row;
  return { sis_assignment_id, integration_id, integration_data };
}
