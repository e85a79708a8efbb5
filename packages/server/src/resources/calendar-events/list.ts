import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { listEvents } from './listing.ts';
import { AssignmentEvent, CalendarEvent } from './schema.ts';

export default operation('GET /api/v1/calendar_events', {
  summary:
    'The events, or the assignments, of some calendars: today’s of one’s own unless it is said otherwise',
  // Calendars of open courses can be read by anybody.
  requires: 'public',
  returns: List(Either(CalendarEvent, AssignmentEvent)),
  handle: ({ ctx, params }) => listEvents(ctx, ctx, params),
});
