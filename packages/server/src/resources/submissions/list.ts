import { sql } from 'kysely';
import { courseAccess } from '../../domain/course-access.ts';
import { isGradedAsGroup, representatives } from '../../domain/submission-groups.ts';
import { studentEnrollments, studentIds } from '../../domain/submission-students.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { gradebooks, gradedAssignment } from './load.ts';
import { Submission } from './schema.ts';
import { serializeSubmissions, viewOf } from './serialize.ts';

export default inContexts(gradebooks, 'GET /api/v1/{context}/assignments/{assignment_id}/submissions', {
  summary: 'What all students have on an assignment',
  load: { assignment: gradedAssignment('assignment_id') },
  requires: { context: ['manage_grades', 'view_all_grades'] },
  returns: List(Submission),
  async handle({ ctx, context: { course, sectionId }, assignment, params }) {
    const access = await courseAccess(ctx, course);
    const of = { courseId: course.id, sectionId };
    const byGroup = params.grouped && isGradedAsGroup(assignment);
    const students = byGroup
      ? representatives(assignment, studentEnrollments(access, { ...of, scope: 'gradeable' }))
      : studentIds(access, { ...of, scope: params.grouped ? 'gradeable' : 'current' });
    const query = ctx.db
      .selectFrom('submissions')
      .selectAll('submissions')
      .where('assignment_id', '=', assignment.id)
      .where('submissions.workflow_state', '<>', 'deleted')
      .where(sql<boolean>`submissions.user_id in ${students}`);
    const rows = await paginate(ctx, query, {
      key: 'submissions.id',
      order: [{ by: 'submissions.user_id' }],
      kind: 'total',
    });
    const works = rows.map((submission) => ({ course, assignment, submission }));
    return await serializeSubmissions(ctx, works, viewOf(params));
  },
});
