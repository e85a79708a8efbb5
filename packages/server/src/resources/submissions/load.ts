import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import { type AssignmentRight, mayToAssignment } from '../../domain/assignment-access.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import type { CourseRight } from '../../domain/course-rights.ts';
import { mayToSubmission, type SubmissionRight, type Work } from '../../domain/submission-access.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { type StudentScope, studentIds } from '../../domain/submission-students.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { findAssignment } from '../assignments/load.ts';
import { findCourse } from '../courses/load.ts';
import { section } from '../sections/load.ts';
import { findUserInAnyState } from '../users/load.ts';

/** A course, or the part of it that is one section's. */
export interface Gradebook {
  readonly course: CourseRow;
  readonly sectionId: number | null;
}

const grants = (ctx: Context, { course }: Gradebook, right: CourseRight) => mayInCourse(ctx, course, right);

export const courseGradebook: Entity<Gradebook, CourseRight> = {
  find: async (ctx, id) => ({ course: await findCourse(ctx, id), sectionId: null }),
  grants,
};

const sectionGradebook: Entity<Gradebook, CourseRight> = {
  async find(ctx, id, loaded) {
    const { course, ...found } = await section('section_id').find(ctx, id, loaded);
    return { course, sectionId: found.id };
  },
  grants,
};

/** `inContexts(gradebooks, 'GET /api/v1/{context}/…', …)` */
export const gradebooks = { courses: courseGradebook, sections: sectionGradebook } as const;

/** For what is documented in courses alone; named `context` too, so that the loaders below find it. */
export const gradebook = loads(courseGradebook);

/** `load: { assignment: gradedAssignment('assignment_id') }`, of the gradebook that was loaded before. */
export const gradedAssignment = loads<AssignmentRow, AssignmentRight>({
  find: (ctx, id, { context }) => findAssignment(ctx, (context as Gradebook).course, id),
  grants: mayToAssignment,
});

/** The work of one student, with the student. */
export interface StudentWork extends Work {
  readonly student: User;
}

type LoadedBefore = { context: Gradebook; assignment: AssignmentRow };

/** Whoever is or was a student of the course, as far as the caller sees him. Throws NotFound. */
export async function findStudent(
  ctx: Context,
  { course, sectionId }: Gradebook,
  text: string,
  scope: StudentScope = 'all',
): Promise<User> {
  const user = await findUserInAnyState(ctx, text);
  const access = await courseAccess(ctx, course);
  const visible = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', user.id)
    .where('id', 'in', studentIds(access, { courseId: course.id, sectionId, scope }))
    .executeTakeFirst();
  if (!visible) throw new NotFound();
  return user;
}

/** What somebody has on an assignment, be it no longer his; undefined where there never was anything. */
export async function findSubmission(
  ctx: Context,
  { id }: AssignmentRow,
  userId: number,
): Promise<SubmissionRow | undefined> {
  return await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** `load: { work: studentWork('user_id') }`, of the gradebook and the assignment that were loaded before. */
export const studentWork = loads<StudentWork, SubmissionRight>({
  async find(ctx, text, loaded) {
    const { context, assignment } = loaded as unknown as LoadedBefore;
    const student = await findStudent(ctx, context, text);
    const found = await findSubmission(ctx, assignment, student.id);
    const submission = found ?? notStored(ctx, assignment, student.id);
    return { course: context.course, assignment, student, submission };
  },
  grants: mayToSubmission,
});

/** The same by `anonymous_id`. */
export const anonymousWork = loads<StudentWork, SubmissionRight>({
  async find(ctx, anonymousId, loaded) {
    const { context, assignment } = loaded as unknown as LoadedBefore;
    const submission = await ctx.db
      .selectFrom('submissions')
      .selectAll()
      .where('assignment_id', '=', assignment.id)
      .where('anonymous_id', '=', anonymousId)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!submission) throw new NotFound();
    const student = await findStudent(ctx, context, String(submission.user_id));
    return { course: context.course, assignment, student, submission };
  },
  grants: mayToSubmission,
});

/** Of a student to whom the assignment was never given; its id is 0, and shown as null. */
function notStored(ctx: Context, assignment: AssignmentRow, userId: number): SubmissionRow {
  const nothing = {
    cached_due_date: null,
    grading_period_id: null,
    group_id: null,
    submission_type: null,
    submitted_at: null,
    attempt: null,
    extra_attempts: null,
    body: null,
    url: null,
    media_comment_id: null,
    media_comment_type: null,
    proxy_submitter_id: null,
    score: null,
    grade: null,
    points_deducted: null,
    graded_at: null,
    grader_id: null,
    graded_attempt: null,
    posted_at: null,
    late_policy_status: null,
    seconds_late_override: null,
    custom_grade_status_id: null,
    sticker: null,
    student_entered_score: null,
  };
  return {
    ...nothing,
    id: 0,
    course_id: assignment.course_id,
    assignment_id: assignment.id,
    user_id: userId,
    workflow_state: 'unsubmitted',
    anonymous_id: '',
    attachment_ids: [],
    excused: false,
    redo_request: false,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

/** The assignments of some submissions. */
export async function assignmentsOf(
  ctx: Context,
  submissions: readonly SubmissionRow[],
): Promise<Map<number, AssignmentRow>> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(submissions.map(({ assignment_id }) => assignment_id)))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
