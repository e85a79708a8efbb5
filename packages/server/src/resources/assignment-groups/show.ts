import { periodsOfCourse } from '../../domain/grading/periods.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignmentGroup } from './load.ts';
import { AssignmentGroup } from './schema.ts';
import { serializeGroups } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', {
  summary: 'One group of assignments',
  load: { course: course('course_id'), group: assignmentGroup('assignment_group_id') },
  requires: { group: 'read' },
  returns: AssignmentGroup,
  async handle({ ctx, course, group, params }) {
    const { grading_period_id: id } = params;
    if (id) {
      const found = await periodsOfCourse(ctx, course);
      if (!found?.periods.some((period) => period.id === id)) throw new NotFound();
    }
    const [json] = await serializeGroups(ctx, course, [group], params, id ? { id } : undefined);
    return json as AssignmentGroup;
  },
});
