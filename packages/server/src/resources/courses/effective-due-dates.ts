import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Id, MapOf, Nullable, Shape, Timestamp } from '../../http/schema.ts';
import { course } from './load.ts';

/** assignment → student → date */
const DueDates = MapOf(
  MapOf(
    Shape({
      due_at: Nullable(Timestamp),
      grading_period_id: Nullable(Id),
      in_closed_grading_period: Flag,
    }),
  ),
);

export default operation('GET /api/v1/courses/{course_id}/effective_due_dates', {
  summary: 'When each assignment is due for each student',
  load: { course: course('course_id') },
  requires: { course: 'read_as_admin' },
  returns: DueDates,
  async handle({ params }) {
    if (!(params.assignment_ids ?? []).every((id) => /^\d+$/.test(id))) {
      throw new Refusal(422, { errors: 'assignment_ids param is invalid' });
    }
    return {};
  },
});
