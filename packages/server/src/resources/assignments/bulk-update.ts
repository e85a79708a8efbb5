import { anyOf } from '../../db/any-of.ts';
import type { JsonValue } from '../../db/json-columns.ts';
import { assignmentAccesses, assignmentGrants } from '../../domain/assignment-access.ts';
import type { AssignmentRow } from '../../domain/assignment-dates.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { isParams, type RackParams, type RackValue } from '../../http/rack-params.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { course } from '../courses/load.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkUpdateDatesJob } from './bulk-update-job.ts';

export default operation('PUT /api/v1/courses/{course_id}/assignments/bulk_update', {
  summary: 'Change the dates of many assignments in the background, all of them or none',
  load: { course: course('course_id') },
  requires: { course: 'manage_assignments_edit' },
  returns: Progress,
  async handle({ ctx, course, params }) {
    const asked = readBody(params._json);
    const ids = asked.map(({ id }) => id);
    const assignments: AssignmentRow[] = await ctx.db
      .selectFrom('assignments')
      .selectAll()
      .where('id', '=', anyOf(ids))
      .where('course_id', '=', course.id)
      .where('workflow_state', '<>', 'deleted')
      .execute();
    if (assignments.length !== asked.length) throw new NotFound();
    const accesses = await assignmentAccesses(ctx, course, assignments);
    await demand(
      ctx,
      [...accesses.values()].every((access) => assignmentGrants('update', access)),
    );
    const progress = await enqueue(
      ctx,
      bulkUpdateDatesJob,
      { course_id: course.id, assignments: asked as unknown as JsonValue },
      { progress: { context: { type: 'Course', id: course.id }, tag: 'assignment_bulk_update' } },
    );
    return serializeProgress(ctx, progress);
  },
});

/** What is said of one assignment: the dates that it or one of its overrides gets. */
interface Asked {
  id: number;
  all_dates: RackParams[];
}

function readBody(sent: RackValue | undefined): Asked[] {
  if (!Array.isArray(sent)) throw new Refusal(400, { message: 'expected array' });
  return sent.map((each) => {
    if (!isParams(each) || each['id'] === undefined) {
      throw new Refusal(400, { message: 'missing assignment id' });
    }
    const dates = each['all_dates'];
    return { id: Number(each['id']) || 0, all_dates: Array.isArray(dates) ? dates.filter(isParams) : [] };
  });
}
