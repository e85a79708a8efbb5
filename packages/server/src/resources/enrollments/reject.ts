import { changeEnrollment } from '../../domain/enrolling.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { demandInvitation, ownStateIn, Success } from './invitation.ts';
import { enrollmentInCourse } from './load.ts';

export default operation('POST /api/v1/courses/{course_id}/enrollments/{id}/reject', {
  summary: 'Decline the invitation into a course',
  load: { course: course('course_id'), enrollment: enrollmentInCourse('id') },
  requires: 'user',
  returns: Success,
  async handle({ ctx, enrollment }) {
    const state = await ownStateIn(ctx, enrollment);
    if (state === 'rejected') return { success: true };
    demandInvitation(enrollment, state);
    await changeEnrollment(ctx, enrollment, { workflow_state: 'rejected' });
    return { success: true };
  },
});
