import { changeEnrollment } from '../../domain/enrolling.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { demandInvitation, ownStateIn, Success } from './invitation.ts';
import { enrollmentInCourse } from './load.ts';

export default operation('POST /api/v1/courses/{course_id}/enrollments/{id}/accept', {
  summary: 'Accept the invitation into a course',
  load: { course: course('course_id'), enrollment: enrollmentInCourse('id') },
  requires: 'user',
  returns: Success,
  async handle({ ctx, enrollment }) {
    const state = await ownStateIn(ctx, enrollment);
    if (state === 'active') return { success: true };
    // Whoever declined may think better of it, as long as the dates let him in.
    const invited =
      state === 'rejected'
        ? await changeEnrollment(ctx, enrollment, { workflow_state: 'invited' })
        : enrollment;
    demandInvitation(invited, state === 'rejected' ? await ownStateIn(ctx, invited) : state);
    await changeEnrollment(ctx, invited, { workflow_state: 'active' });
    return { success: true };
  },
});
