import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { byGrader, gradedSubmissions } from './graded-submissions.ts';
import { Grader } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/gradebook_history/{date}', {
  summary: 'Who graded what on a day',
  load: { course: course('course_id') },
  requires: { course: 'manage_grades' },
  returns: List(Grader),
  async handle({ ctx, course, path: { date } }) {
    const rows = await gradedSubmissions(ctx, course, { date });
    return (await byGrader(ctx, course, rows))(rows);
  },
});
