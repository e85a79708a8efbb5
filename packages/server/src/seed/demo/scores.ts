/** What students have in the demo's courses so far, of all that is graded there; after everything that is. */
import { anyOf } from '../../db/any-of.ts';
import type { Db } from '../../db/database.ts';
import { type CourseRules, courseScores, type Work } from '../../domain/grading/course-scores.ts';
import { insertRows } from '../insert-rows.ts';
import { TODAY } from './calendar.ts';

interface StudentWork extends Work {
  readonly course_id: number;
  readonly user_id: number;
}

export async function insertScores(db: Db): Promise<void> {
  const work = await allWork(db);
  const courseIds = [...new Set(work.map(({ course_id }) => course_id))];
  const rulesOf = await gradingRules(db, courseIds);
  const workOf = Map.groupBy(work, ({ course_id, user_id }) => `${course_id}:${user_id}`);
  const students = await db
    .selectFrom('enrollments')
    .select(['id', 'user_id', 'course_id', 'workflow_state'])
    .where('course_id', '=', anyOf(courseIds))
    .where('type', '=', 'StudentEnrollment')
    .where('workflow_state', 'not in', ['deleted', 'rejected'])
    .orderBy('id')
    .execute();
  await insertRows(
    db,
    'scores',
    students.map(({ id, user_id, course_id, workflow_state }) => {
      const own = workOf.get(`${course_id}:${user_id}`) ?? [];
      const student = { work: own, completed: workflow_state === 'completed' };
      const { course } = courseScores(student, rulesOf(course_id));
      return { enrollment_id: id, course_id, grading_period_id: 0, ...course, updated_at: TODAY };
    }),
  );
}

async function allWork(db: Db): Promise<StudentWork[]> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .select([
      'submissions.course_id',
      'submissions.user_id',
      'submissions.score',
      'submissions.excused',
      'submissions.posted_at',
      'assignments.id as assignmentId',
      'assignments.assignment_group_id as groupId',
      'assignments.points_possible',
      'assignments.omit_from_final_grade',
    ])
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('assignments.workflow_state', '=', 'published')
    .execute();
  return rows.map(({ posted_at, ...row }) => ({
    ...row,
    posted: posted_at !== null,
    gradingPeriodId: null,
    pendingReview: false,
  }));
}

async function gradingRules(
  db: Db,
  courseIds: readonly number[],
): Promise<(courseId: number) => CourseRules> {
  const ids = anyOf(courseIds);
  const weighted = await db
    .selectFrom('courses')
    .select(['id', 'apply_assignment_group_weights'])
    .where('id', '=', ids)
    .execute();
  const groups = await db
    .selectFrom('assignment_groups')
    .select(['id', 'course_id', 'group_weight', 'rules'])
    .where('course_id', '=', ids)
    .orderBy('id')
    .execute();
  const groupsOf = Map.groupBy(groups, ({ course_id }) => course_id);
  const weights = new Map(weighted.map((row) => [row.id, row.apply_assignment_group_weights]));
  return (courseId) => ({
    groups: groupsOf.get(courseId) ?? [],
    apply_assignment_group_weights: weights.get(courseId) ?? false,
    periods: [],
    weightedPeriods: false,
  });
}
