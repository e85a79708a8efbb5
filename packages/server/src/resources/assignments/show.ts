import { assignmentAccess } from '../../domain/assignment-access.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignment } from './load.ts';
import { Assignment } from './schema.ts';
import { serializeAssignment } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignments/{id}', {
  summary: 'One assignment',
  load: { course: course('course_id'), assignment: assignment('id') },
  requires: { assignment: 'see' },
  returns: Assignment,
  async handle({ ctx, course, assignment, params }) {
    await noteReading(ctx, assignment);
    const include = params.include ?? [];
    return await serializeAssignment(ctx, course, assignment, {
      include: [
        ...include,
        ...(include.includes('can_submit') ? ['submission'] : []),
        ...(params.all_dates ? ['all_dates'] : []),
      ],
      overrideDates: params.override_assignment_dates,
      needsGradingBySection: params.needs_grading_count_by_section,
    });
  },
});

/** What a module asks its students to look at has been looked at, unless they couldn't yet. */
async function noteReading(ctx: Context, assignment: AssignmentRow): Promise<void> {
  const { user } = ctx;
  const { lock } = await assignmentAccess(ctx, assignment);
  if (!user || (lock && !('can_view' in lock))) return;
  await noteModuleAction(ctx, {
    user: user.id,
    type: 'view',
    content: { type: 'Assignment', id: assignment.id },
  });
}
