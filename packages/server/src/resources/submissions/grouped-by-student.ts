/** `grouped`: a page of students, each with what he has. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { Context, User } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeUsers } from '../users/serialize.ts';
import { pairsOf, type Query } from './list-of-students.ts';
import type { Gradebook } from './load.ts';
import { StudentSubmissions, type Submission } from './schema.ts';
import { serializeSubmissions, viewOf } from './serialize.ts';
import type { AskedStudents, StudentsParams } from './students-asked.ts';

interface Asked {
  readonly students: AskedStudents;
  readonly assignments: ReadonlyMap<number, AssignmentRow>;
  readonly query: Query;
}

export async function groupedByStudent(
  ctx: Context,
  { course, sectionId }: Gradebook,
  { students: { ids, seesAll }, assignments, query }: Asked,
  params: StudentsParams,
): Promise<StudentSubmissions[]> {
  const students: User[] = await paginate(
    ctx,
    ctx.db.selectFrom('users').selectAll('users').where(sql<boolean>`users.id in ${ids}`),
    { key: 'users.id', kind: 'total' },
  );
  const userIds = students.map(({ id }) => id);
  const submissionsOf = await theirSubmissions(ctx, course, assignments, query, { userIds, seesAll }, params);
  const enrollmentOf = await enrollmentsOf(ctx, course, sectionId, userIds);
  const shown = await serializeUsers(ctx, students, { context: { course } });
  const wantsScores = params.include?.includes('total_scores') === true;
  return shown.flatMap((student) => {
    const enrollment = enrollmentOf(student.id);
    if (!enrollment) return [];
    const { sis_user_id, integration_id } = student;
    return inOrderOf(StudentSubmissions, {
      user_id: student.id,
      section_id: enrollment.course_section_id,
      submissions: submissionsOf(student.id),
      // By right, and only of whom an institution's system knows.
      ...(sis_user_id && { integration_id, sis_user_id }),
      ...(wantsScores && {
        computed_final_score: enrollment.final_score,
        computed_current_score: enrollment.current_score,
        ...(seesAll && {
          unposted_final_score: enrollment.unposted_final_score,
          unposted_current_score: enrollment.unposted_current_score,
        }),
      }),
    });
  });
}

async function theirSubmissions(
  ctx: Context,
  course: CourseRow,
  assignments: ReadonlyMap<number, AssignmentRow>,
  query: Query,
  { userIds, seesAll }: { userIds: readonly number[]; seesAll: boolean },
  params: StudentsParams,
): Promise<(userId: number) => Submission[]> {
  const rows = await query
    .where('submissions.user_id', '=', anyOf(userIds))
    .orderBy('submissions.id')
    .execute();
  const isAssigned = seesAll ? () => true : await pairsOf(ctx, course.id, rows);
  const works = rows
    .filter(({ assignment_id, user_id }) => isAssigned(assignment_id, user_id))
    .map((submission) => ({
      course,
      assignment: assignments.get(submission.assignment_id) as AssignmentRow,
      submission,
    }));
  const view = viewOf(params);
  const shown = await serializeSubmissions(ctx, works, {
    ...view,
    includes: [...(view.includes ?? []), 'has_postable_comments'],
  });
  const byStudent = Map.groupBy(
    works.map(({ submission }, index) => ({ userId: submission.user_id, shown: shown[index] as Submission })),
    ({ userId }) => userId,
  );
  return (userId) => (byStudent.get(userId) ?? []).map((each) => each.shown);
}

/** Of several enrollments one that is at work before those that have ended. */
async function enrollmentsOf(
  ctx: Context,
  { id }: CourseRow,
  sectionId: number | null,
  userIds: readonly number[],
) {
  const rank = sql<number>`array_position(array['active', 'invited', 'creation_pending', 'inactive', 'completed',
    'rejected'], enrollments.workflow_state)`;
  const rows = await ctx.db
    .selectFrom('enrollments')
    .leftJoin('scores', (join) =>
      join.onRef('scores.enrollment_id', '=', 'enrollments.id').on('scores.grading_period_id', '=', 0),
    )
    .select([
      'enrollments.user_id',
      'enrollments.course_section_id',
      'scores.final_score',
      'scores.current_score',
      'scores.unposted_final_score',
      'scores.unposted_current_score',
    ])
    .distinctOn('enrollments.user_id')
    .where('enrollments.course_id', '=', id)
    .where('enrollments.user_id', '=', anyOf(userIds))
    .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('enrollments.workflow_state', '<>', 'deleted')
    .$if(sectionId !== null, (query) => query.where('enrollments.course_section_id', '=', sectionId))
    .orderBy('enrollments.user_id')
    .orderBy(rank)
    .orderBy('enrollments.id')
    .execute();
  const byUser = new Map(rows.map((row) => [row.user_id, row]));
  return (userId: number) => byUser.get(userId);
}
