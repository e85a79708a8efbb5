import { latePolicyOf } from '../../domain/grading/course-policies.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { LatePolicy } from './schema.ts';
import { serializeLatePolicy } from './serialize.ts';

export default operation('GET /api/v1/courses/{id}/late_policy', {
  summary: 'What being late or missing costs in a course',
  load: { course: course('id') },
  requires: { course: 'manage_grades' },
  returns: LatePolicy,
  async handle({ ctx, course }) {
    const policy = await latePolicyOf(ctx, course.id);
    if (!policy) throw new NotFound();
    return serializeLatePolicy(policy);
  },
});
