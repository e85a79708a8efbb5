import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { assignmentsOf } from '../submissions/load.ts';
import { Submission } from '../submissions/schema.ts';
import { serializeSubmissions } from '../submissions/serialize.ts';
import { user } from './load.ts';

export default operation('GET /api/v1/users/{id}/graded_submissions', {
  summary: 'The submissions of a user that were graded, the latest first',
  load: { user: user('id') },
  requires: { user: 'read_grades' },
  returns: List(Submission),
  async handle({ ctx, user, params }) {
    const query = ctx.db
      .selectFrom('submissions')
      .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
      .innerJoin('courses', 'courses.id', 'submissions.course_id')
      .selectAll('submissions')
      .where('submissions.user_id', '=', user.id)
      .where('submissions.workflow_state', '<>', 'deleted')
      .where('submissions.graded_at', 'is not', null)
      // What the student doesn't see isn't graded to him.
      .where('submissions.posted_at', 'is not', null)
      .where('assignments.workflow_state', '<>', 'deleted')
      .where('courses.workflow_state', '<>', 'deleted')
      .$if(params.only_published_assignments === true, (published) =>
        published.where('assignments.workflow_state', '=', 'published'),
      )
      .$if(params.only_current_enrollments === true, (current) =>
        current.where((eb) =>
          eb.exists(
            eb
              .selectFrom('enrollments')
              .select('enrollments.id')
              .whereRef('enrollments.course_id', '=', 'submissions.course_id')
              .where('enrollments.user_id', '=', user.id)
              .where('enrollments.workflow_state', '=', 'active'),
          ),
        ),
      );
    const rows = await paginate(ctx, query, {
      key: 'submissions.id',
      direction: 'desc',
      order: [{ by: 'submissions.graded_at', direction: 'desc' }],
      kind: 'bookmarks',
    });
    return await serializeSubmissions(ctx, await worksOf(ctx, rows), { includes: params.include ?? [] });
  },
});

async function worksOf(ctx: Context, rows: readonly SubmissionRow[]) {
  const assignments = await assignmentsOf(ctx, rows);
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(rows.map(({ course_id }) => course_id)))
    .execute();
  const byId = new Map(courses.map((course) => [course.id, course]));
  return rows.map((submission) => ({
    submission,
    assignment: assignments.get(submission.assignment_id) as AssignmentRow,
    course: byId.get(submission.course_id) as CourseRow,
  }));
}
