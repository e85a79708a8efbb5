import { demand } from '../../domain/demand.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { anonymous, Context, type User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { user } from '../users/load.ts';
import { listEvents } from './listing.ts';
import { AssignmentEvent, CalendarEvent } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/calendar_events', {
  summary: 'The events, or the assignments, that somebody finds in calendars',
  load: { user: user('user_id') },
  requires: 'user',
  returns: List(Either(CalendarEvent, AssignmentEvent)),
  async handle({ ctx, user, params }) {
    await demand(ctx, (await mayToUser(ctx, user, 'read')) || (await observes(ctx, user)));
    return await listEvents(ctx, user.id === ctx.me.id ? ctx : asReader(ctx, user), params);
  },
});

/** With what that user may see, and nothing that a token of the caller's allows. */
const asReader = (ctx: Context, user: User): Context =>
  new Context({ ...ctx, caller: { ...anonymous, user } });

/** In one course, if not everywhere. */
async function observes(ctx: Context, user: User): Promise<boolean> {
  const enrollment = await ctx.db
    .selectFrom('enrollments')
    .select('id')
    .where('user_id', '=', ctx.me.id)
    .where('type', '=', 'ObserverEnrollment')
    .where('associated_user_id', '=', user.id)
    .where('workflow_state', 'in', ['active', 'invited', 'creation_pending'])
    .executeTakeFirst();
  return enrollment !== undefined;
}
