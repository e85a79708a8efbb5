import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { CourseEvents, courseEvents, seesCourseChanges } from './courses.ts';
import { eventsOf } from './events.ts';

export default operation('GET /api/v1/audit/course/accounts/{account_id}', {
  summary: 'What happened to the courses of an account',
  load: { account: account('account_id') },
  // A right over the institution, whatever the account.
  requires: 'user',
  returns: CourseEvents,
  async handle({ ctx, account, params }) {
    await demand(ctx, seesCourseChanges(ctx));
    return await courseEvents(ctx, eventsOf(ctx, 'course').where('account_id', '=', account.id), params);
  },
});
