import { anyOf } from '../../db/any-of.ts';
import { demand } from '../../domain/demand.ts';
import { forumOf } from '../../domain/forum-access.ts';
import { Refusal } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Flag, List, Shape, Text } from '../../http/schema.ts';
import { forums } from './load.ts';
import { topicsIn } from './queries.ts';

export default inContexts(forums, 'POST /api/v1/{context}/discussion_topics/reorder', {
  summary: 'Put the pinned discussions in an order',
  requires: 'user',
  returns: Shape({ reorder: Flag, order: List(Text) }),
  async handle({ ctx, context, params }) {
    const forum = await forumOf(ctx, context);
    await demand(ctx, forum.readsForum && forum.moderates);
    // `104,102,103` in one text, as in the documentation, or a list.
    const asked = (params.order ?? []).flatMap((text) => text.split(',')).filter(Boolean);
    if (asked.length === 0) throw new Refusal(400, { message: 'order parameter required' });
    const ids = [...new Set(asked.map(parseNumber))].filter((id) => id !== undefined);
    const pinned = topicsIn(ctx, context).where('is_announcement', '=', false).where('pinned', '=', true);
    const topics = await pinned.where('id', '=', anyOf(ids)).forUpdate().execute();
    if (topics.length !== asked.length) throw new Refusal(400, { message: 'topics not found' });

    const others = await pinned.where('id', 'not in', ids).orderBy('position').orderBy('id').execute();
    const order = [...ids, ...others.map(({ id }) => id)];
    for (const [index, id] of order.entries()) {
      await ctx.db
        .updateTable('discussion_topics')
        .set({ position: index + 1, updated_at: ctx.now })
        .where('id', '=', id)
        .execute();
    }
    return { reorder: true, order: order.map(String) };
  },
});
