/**
 * Grades that students see, or don't yet. Canvas posts and hides with its GraphQL mutations alone; here it is done with
 * operations of Easel's own (resources/submissions/post-grades.ts).
 */
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-access.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { recomputeScores } from './grading/recompute-scores.ts';
import { noteModuleAction } from './module-progress.ts';
import { showHiddenComments } from './submission-comments.ts';
import { setReadState } from './submission-read-states.ts';
import { isGraded } from './submission-state.ts';
import { storeGrading } from './submission-store.ts';
import { studentIds } from './submission-students.ts';

export interface PostedTo {
  /** Only who is graded; what others get later is posted by the assignment's policy. */
  readonly gradedOnly: boolean;
  /** Only students of these sections. */
  readonly sectionIds?: readonly number[] | undefined;
}

/**
 * Of the students whom the caller sees. Source: apply_enrollment_visibility in Canvas's two mutations.
 *
 * @returns how many submissions changed
 */
export async function setPosted(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  posted: boolean,
  { gradedOnly, sectionIds }: PostedTo,
): Promise<number> {
  const access = await courseAccess(ctx, course);
  let query = ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', assignment.id)
    .where('user_id', 'in', studentIds(access, { courseId: course.id, sectionId: null, scope: 'all' }))
    .where('workflow_state', '<>', 'deleted')
    .where('posted_at', posted ? 'is' : 'is not', null);
  if (sectionIds) query = query.where('user_id', 'in', studentsOf(ctx, course, sectionIds));
  const rows = (await query.orderBy('id').forUpdate().execute()).filter(
    (row) => !gradedOnly || isGraded(row),
  );
  if (rows.length === 0) return 0;
  await storeGrading(
    ctx,
    rows.map((row) => ({ ...row, posted_at: posted ? ctx.now : null })),
  );
  const users = rows.map(({ user_id }) => user_id);
  if (posted) {
    await showHiddenComments(
      ctx,
      rows.map(({ id }) => id),
    );
    const news = rows.filter(isGraded);
    await setReadState(
      ctx,
      news.map(({ id, user_id }) => ({ submission_id: id, user_id, item: 'grade' as const })),
      'unread',
    );
  }
  await noteModuleAction(ctx, {
    user: users,
    type: 'score',
    content: { type: 'Assignment', id: assignment.id },
  });
  await recomputeScores(ctx, course.id, users);
  return rows.length;
}

const studentsOf = (ctx: Context, { id }: CourseRow, sectionIds: readonly number[]) =>
  ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .where('course_id', '=', id)
    .where('course_section_id', '=', anyOf(sectionIds))
    .where('workflow_state', 'not in', ['deleted', 'rejected']);
