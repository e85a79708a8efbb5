import { mayToAssignment } from '../../domain/assignment-access.ts';
import { mayToEvent } from '../../domain/calendar-access.ts';
import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { Either } from '../../http/schema.ts';
import { serializeAssignmentEvent } from './assignment-events.ts';
import { assignmentId, findAssignmentById, findEvent } from './load.ts';
import { AssignmentEvent, CalendarEvent } from './schema.ts';
import { serializeEvent } from './serialize.ts';

export default operation('GET /api/v1/calendar_events/{id}', {
  summary: 'One event, or an assignment as one: assignment_42',
  // What the id names decides what right it takes.
  requires: 'public',
  returns: Either(CalendarEvent, AssignmentEvent),
  async handle({ ctx, path, params }) {
    const id = assignmentId(path.id);
    if (id !== undefined) {
      const assignment = await findAssignmentById(ctx, id);
      await demand(ctx, mayToAssignment(ctx, assignment, 'see'));
      return await serializeAssignmentEvent(ctx, assignment);
    }
    const event = await findEvent(ctx, path.id);
    await demand(ctx, mayToEvent(ctx, event, 'read'));
    return await serializeEvent(ctx, event, params);
  },
});
