import { changeEnrollment } from '../../domain/enrolling.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { enrollmentInCourse } from './load.ts';
import { Enrollment } from './schema.ts';
import { serializeEnrollment } from './serialize.ts';

export default operation('PUT /api/v1/courses/{course_id}/enrollments/{id}/reactivate', {
  summary: 'Activate an inactive enrollment',
  load: { course: course('course_id'), enrollment: enrollmentInCourse('id') },
  requires: { enrollment: 'delete' },
  returns: Enrollment,
  async handle({ ctx, enrollment }) {
    if (enrollment.workflow_state !== 'inactive')
      throw new Refusal(400, { error: 'enrollment not inactive' });
    const active = await changeEnrollment(ctx, enrollment, { workflow_state: 'active' });
    return await serializeEnrollment(ctx, active);
  },
});
