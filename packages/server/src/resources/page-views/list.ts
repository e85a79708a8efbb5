import { emptyPage } from '../../domain/empty-page.ts';
import { Refusal } from '../../errors.ts';
import { parseDateTime } from '../../http/coerce.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { user } from '../users/load.ts';

export default operation('GET /api/v1/users/{user_id}/page_views', {
  summary: 'The requests that a user made, newest first',
  load: { user: user('user_id') },
  requires: { user: 'view_statistics' },
  returns: List(Anything),
  async handle({ ctx, params }) {
    const zone = ctx.me.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
    const [start, end] = [params.start_time, params.end_time].map(
      (text) => text && parseDateTime(text, zone),
    );
    if (start && start > ctx.now) throw new Refusal(400, { error: 'start_time cannot be in the future' });
    if (start && end && end < start) throw new Refusal(400, { error: 'end_time must be after start_time' });
    return await emptyPage(ctx, 'bookmarks');
  },
});
