/** Whose names graders don't see. Source: `anonymize_students?` of Canvas's Assignment. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';

type Anonymous = Pick<
  AssignmentRow,
  'id' | 'anonymous_grading' | 'moderated_grading' | 'grades_published_at' | 'group_category_id'
>;

/** Which of some assignments hide who did them: as long as a grade of theirs isn't posted. In one query. */
export async function anonymizedAssignments(
  ctx: Context,
  assignments: readonly Anonymous[],
): Promise<ReadonlySet<number>> {
  const anonymous = assignments.filter((each) => each.anonymous_grading && each.group_category_id === null);
  if (anonymous.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .distinct()
    .where('assignment_id', '=', anyOf(anonymous.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .where('posted_at', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from enrollments where enrollments.course_id = submissions.course_id
        and enrollments.user_id = submissions.user_id and enrollments.type = 'StudentEnrollment'
        and enrollments.workflow_state = 'active')`,
    )
    .execute();
  const unposted = new Set(rows.map(({ assignment_id }) => assignment_id));
  const hides = ({ id, moderated_grading, grades_published_at }: Anonymous) =>
    moderated_grading ? grades_published_at === null : unposted.has(id);
  return new Set(anonymous.filter(hides).map(({ id }) => id));
}
