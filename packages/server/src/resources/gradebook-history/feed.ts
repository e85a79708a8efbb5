import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { SubmissionRow } from '../../domain/submission-state.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { findAssignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { findUserInAnyState } from '../users/load.ts';
import { SubmissionVersion } from './schema.ts';
import { serializeVersions } from './versions.ts';

export default operation('GET /api/v1/courses/{course_id}/gradebook_history/feed', {
  summary: 'All versions of submissions, the latest first',
  load: { course: course('course_id') },
  requires: { course: 'manage_grades' },
  returns: List(SubmissionVersion),
  async handle({ ctx, course, params: { assignment_id, user_id, ascending } }) {
    let query = ctx.db
      .selectFrom('submission_versions')
      .select([
        'submission_versions.id',
        'submission_versions.submission_id',
        'submission_versions.model',
        'submission_versions.created_at',
        sql<number>`(select count(*) from submission_versions earlier
          where earlier.submission_id = submission_versions.submission_id
            and earlier.id <= submission_versions.id)`.as('number'),
      ])
      .where('submission_versions.course_id', '=', course.id);
    if (assignment_id) {
      const { id } = await findAssignment(ctx, course, assignment_id);
      query = query.where('submission_versions.assignment_id', '=', id);
    }
    if (user_id) {
      const { id } = await findUserInAnyState(ctx, user_id);
      query = query.where('submission_versions.user_id', '=', id);
    }
    const rows = await paginate(ctx, query, {
      key: 'submission_versions.id',
      direction: ascending ? 'asc' : 'desc',
      kind: 'total',
    });
    const versions = rows.map((row) => ({ ...row, model: row.model as unknown as SubmissionRow }));
    const submissions = await ctx.db
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', anyOf(versions.map(({ submission_id }) => submission_id)))
      .execute();
    const current = new Map(submissions.map((row) => [row.id, row]));
    return await serializeVersions(ctx, course, current, versions);
  },
});
