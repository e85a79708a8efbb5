/**
 * Who may do what with an assignment. What it is to the course is in course-rights.ts; here is what its own state, its
 * dates and those to whom it is assigned add to that. Source: the policy of Canvas's AbstractAssignment.
 */
import { anyOf } from '../db/any-of.ts';
import { NotFound } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { assignedPairs } from './assigned-students.ts';
import {
  type AssignmentRow,
  type EffectiveDates,
  type Lock,
  lockOf,
  observedStudents,
  ownDates,
} from './assignment-dates.ts';
import { contextOf, ofCourse } from './contexts.ts';
import { type CourseRow, courseAccess, type OwnCourseAccess } from './course-access.ts';
import { type CourseRight, courseGrants } from './course-rights.ts';
import { assignmentsInClosedPeriods } from './grading/closed-periods.ts';
import { contentLocks, type ModuleLock } from './module-locks.ts';
import { all, any, not, type Rule as RuleOver } from './rule.ts';

export type { AssignmentRow } from './assignment-dates.ts';

export interface AssignmentAccess {
  readonly assignment: AssignmentRow;
  readonly course: OwnCourseAccess;
  /** By which the user goes, or all of them for staff. */
  readonly dates: EffectiveDates;
  /** By his dates, whatever his rights, or by a module that isn't open to him yet. */
  readonly lock: Lock | ModuleLock | undefined;
  /** It isn't kept from him as a thing for other students. */
  readonly isVisible: boolean;
  readonly isExcused: boolean;
  readonly inClosedGradingPeriod: boolean;
}

export type AssignmentRight =
  | 'read'
  /** Read, and not as a thing that others alone have to do. */
  | 'see'
  | 'read_own_submission'
  /** Scores of all, not only those of the user's sections. */
  | 'read_grades'
  | 'submit'
  | 'attach_submission_comment_files'
  | 'grade'
  | 'manage_files_add'
  | 'manage_files_edit'
  | 'manage_files_delete'
  | 'create'
  | 'update'
  | 'delete'
  | 'manage_assign_to';

type Rule = RuleOver<AssignmentAccess>;

const inCourse =
  (...rights: CourseRight[]): Rule =>
  ({ course }) =>
    rights.some((right) => courseGrants(right, course));

const isPublished: Rule = ({ assignment }) => assignment.workflow_state === 'published';
const isUnpublished: Rule = ({ assignment }) => assignment.workflow_state === 'unpublished';
const isOfType =
  (...types: string[]): Rule =>
  ({ assignment }) =>
    types.includes(assignment.submission_types.join(','));

/** Types that nothing is handed in for through the assignment itself. */
const notSubmittable = [
  '',
  'none',
  'not_graded',
  'online_quiz',
  'discussion_topic',
  'wiki_page',
  'attendance',
];
const isSubmittable: Rule = not(isOfType(...notSubmittable));
const isStudentOfIt: Rule = all(inCourse('participate_as_student'), ({ isVisible }) => isVisible);

const grade = inCourse('manage_grades');
const read = any(
  all(isPublished, inCourse('read')),
  all(isUnpublished, inCourse('view_unpublished_items'), inCourse('read_course_content', 'read')),
  inCourse('manage_assignments_add'),
);
const update = all(
  inCourse('manage_assignments_edit'),
  any(
    ({ assignment }) => !assignment.moderated_grading || assignment.final_grader_id === null,
    inCourse('select_final_grade'),
  ),
);

const assignmentRights: Record<AssignmentRight, Rule> = {
  read,
  see: all(read, ({ isVisible }) => isVisible),
  read_own_submission: all(isPublished, inCourse('read')),
  read_grades: any(inCourse('view_all_grades'), all(isPublished, inCourse('manage_grades'))),
  submit: all(
    any(isSubmittable, isOfType('discussion_topic')),
    isStudentOfIt,
    ({ lock, isExcused }) => lock === undefined && !isExcused,
  ),
  attach_submission_comment_files: any(
    grade,
    all(any(isSubmittable, isOfType('discussion_topic', 'online_quiz', 'none', 'not_graded')), isStudentOfIt),
  ),
  grade,
  manage_files_add: grade,
  manage_files_edit: grade,
  manage_files_delete: grade,
  create: inCourse('manage_assignments_add'),
  update,
  delete: all(
    inCourse('manage_assignments_delete'),
    any(
      ({ course }) => course.isAccountAdmin,
      ({ inClosedGradingPeriod }) => !inClosedGradingPeriod,
    ),
  ),
  manage_assign_to: all(
    inCourse('manage_assignments_edit'),
    any(not(isOfType('discussion_topic')), inCourse('moderate_forum')),
  ),
};

export const assignmentGrants = (right: AssignmentRight, access: AssignmentAccess): boolean =>
  assignmentRights[right](access);

/** Whether the acting user has a right on an assignment. */
export async function mayToAssignment(
  ctx: Context,
  assignment: AssignmentRow,
  right: AssignmentRight,
): Promise<boolean> {
  const access = await assignmentAccess(ctx, assignment);
  return assignmentGrants(right, access);
}

/** The acting user's access to one assignment. */
export async function assignmentAccess(ctx: Context, assignment: AssignmentRow): Promise<AssignmentAccess> {
  const course = await courseOf(ctx, assignment);
  return (await assignmentAccesses(ctx, course, [assignment])).get(assignment.id) as AssignmentAccess;
}

/** The acting user's access to each of some assignments of a course, in a number of queries that doesn't grow. */
export async function assignmentAccesses(
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
): Promise<Map<number, AssignmentAccess>> {
  const known = accessesOf(ctx);
  const missing = assignments.filter((assignment) => known.get(assignment.id)?.assignment !== assignment);
  if (missing.length > 0) await workOut(ctx, course, missing, known);
  return new Map(assignments.map(({ id }) => [id, known.get(id) as AssignmentAccess]));
}

async function workOut(
  ctx: Context,
  course: CourseRow,
  assignments: readonly AssignmentRow[],
  known: Map<number, AssignmentAccess>,
): Promise<void> {
  const access = await courseAccess(ctx, course);
  const [datesFor, isVisible, isExcused, closed, moduleLocks] = await Promise.all([
    ownDates(ctx, course, assignments),
    visibility(ctx, course, access, assignments),
    excuses(ctx, access, assignments),
    assignmentsInClosedPeriods(
      ctx,
      assignments.map(({ id }) => id),
    ),
    contentLocks(
      ctx,
      course,
      'Assignment',
      assignments.map(({ id }) => id),
    ),
  ]);
  for (const assignment of assignments) {
    const dates = datesFor(assignment);
    known.set(assignment.id, {
      assignment,
      course: access,
      dates,
      lock: lockOf(dates, ctx.now) ?? moduleLocks.get(assignment.id),
      isVisible: isVisible(assignment),
      isExcused: isExcused(assignment),
      inClosedGradingPeriod: closed.has(assignment.id),
    });
  }
}

/** Any of these lets one see what is assigned to others. */
const seeingRights = [
  'read_as_admin',
  'manage_grades',
  'manage_assignments_add',
  'manage_assignments_edit',
  'manage_assignments_delete',
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
] as const satisfies readonly CourseRight[];

/**
 * The students whose assignments the user sees, himself among them; `all` for staff, for visitors of an open course,
 * and for observers who watch nobody. Source: DifferentiableAssignment of Canvas.
 */
export function studentsLookedThrough(access: OwnCourseAccess): 'all' | readonly number[] {
  if (access.userId === null || access.enrollments.length === 0) return 'all';
  if (seeingRights.some((right) => courseGrants(right, access))) return 'all';
  if (!access.enrollments.some(({ type }) => type === 'ObserverEnrollment')) return [access.userId];
  const observed = observedStudents(access);
  return observed.length > 0 ? [access.userId, ...observed] : 'all';
}

async function visibility(
  ctx: Context,
  course: CourseRow,
  access: OwnCourseAccess,
  assignments: readonly AssignmentRow[],
): Promise<(assignment: AssignmentRow) => boolean> {
  const userIds = studentsLookedThrough(access);
  if (userIds === 'all') return () => true;
  const assignmentIds = assignments.map(({ id }) => id);
  const isAssigned = await assignedPairs(ctx, { courseId: course.id, assignmentIds, userIds });
  return ({ id }) => userIds.some((userId) => isAssigned(id, userId));
}

async function excuses(
  ctx: Context,
  access: OwnCourseAccess,
  assignments: readonly AssignmentRow[],
): Promise<(assignment: AssignmentRow) => boolean> {
  if (access.userId === null || !courseGrants('participate_as_student', access)) return () => false;
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .where('user_id', '=', access.userId)
    .where('assignment_id', '=', anyOf(assignments.map(({ id }) => id)))
    .where('excused', '=', true)
    .execute();
  const excused = new Set(rows.map(({ assignment_id }) => assignment_id));
  return ({ id }) => excused.has(id);
}

/** Forgets what was worked out, after a handler changed assignments, their overrides or submissions. */
export function forgetAssignmentAccess(ctx: Context): void {
  known.delete(ctx);
}

const known = new WeakMap<Context, Map<number, AssignmentAccess>>();

function accessesOf(ctx: Context): Map<number, AssignmentAccess> {
  const map = known.get(ctx) ?? new Map<number, AssignmentAccess>();
  known.set(ctx, map);
  return map;
}

/** The course of an assignment, looked up once a request. */
export async function courseOf(ctx: Context, { course_id }: AssignmentRow): Promise<CourseRow> {
  const context = await contextOf(ctx, { context_type: 'Course', context_id: course_id });
  if (context.type !== 'Course') throw new NotFound();
  return context.course;
}

/** Spares `courseOf` its query where the course is loaded already. */
export function knowCourse(ctx: Context, course: CourseRow): void {
  void ctx.once(`context:Course:${course.id}`, async () => ofCourse(course));
}
