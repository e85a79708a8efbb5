import { demand } from '../../domain/demand.ts';
import { changeEnrollment, type EnrollmentRow } from '../../domain/enrolling.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { enrollmentInCourse, mayOnEnrollment } from './load.ts';
import { Enrollment } from './schema.ts';
import { serializeEnrollment } from './serialize.ts';

interface Task {
  right: 'conclude' | 'delete';
  changes(ctx: Context): Partial<EnrollmentRow>;
}

const conclude: Task = {
  right: 'conclude',
  changes: ({ now }) => ({ workflow_state: 'completed', completed_at: now }),
};
const inactivate: Task = { right: 'delete', changes: () => ({ workflow_state: 'inactive' }) };
const remove: Task = { right: 'delete', changes: () => ({ workflow_state: 'deleted' }) };

/** What isn't a task concludes. */
const tasks = { conclude, inactivate, deactivate: inactivate, delete: remove };
const isTask = (name: string): name is keyof typeof tasks => Object.hasOwn(tasks, name);

export default operation('DELETE /api/v1/courses/{course_id}/enrollments/{id}', {
  summary: 'Conclude, deactivate or delete an enrollment',
  load: { course: course('course_id'), enrollment: enrollmentInCourse('id') },
  // Which of the two it takes is known only with `task`.
  requires: { enrollment: ['conclude', 'delete'] },
  returns: Enrollment,
  async handle({ ctx, enrollment, params: { task } }) {
    const { right, changes } = tasks[task && isTask(task) ? task : 'conclude'];
    await demand(ctx, mayOnEnrollment(ctx, enrollment, right));
    return await serializeEnrollment(ctx, await changeEnrollment(ctx, enrollment, changes(ctx)));
  },
});
