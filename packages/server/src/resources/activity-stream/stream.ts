import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { describeConversations, describeReviews } from './describe-messages.ts';
import { describeSubmissions } from './describe-submissions.ts';
import { describeTopics } from './describe-topics.ts';
import { type ItemKind, type StreamItem, type StreamScope, streamItems } from './items.ts';

/** What a kind of item says besides what all say; undefined for what may not be seen after all. */
export type Describe = (
  ctx: Context,
  items: readonly StreamItem[],
) => Promise<(item: StreamItem) => object | undefined>;

const describers: Record<ItemKind, Describe> = {
  DiscussionTopic: describeTopics,
  Submission: describeSubmissions,
  Conversation: describeConversations,
  AssessmentRequest: describeReviews,
};

/** A page of the acting user's stream, 21 items unless asked otherwise: what happened last stands first. */
export async function listStream(ctx: Context, scope: StreamScope): Promise<object[]> {
  const page = await paginate(
    ctx,
    ctx.db.selectFrom(streamItems(ctx, scope).as('items')).selectAll('items'),
    {
      key: 'items.id',
      direction: 'desc',
      order: [{ by: 'items.updated_at', direction: 'desc' }],
      kind: 'total',
      perPage: { default: 21, most: 100 },
    },
  );
  const described = new Map<StreamItem, object>();
  for (const [kind, items] of Map.groupBy(page, (item) => item.kind)) {
    const describe = await describers[kind](ctx, items);
    for (const item of items) {
      const facts = describe(item);
      if (facts) described.set(item, facts);
    }
  }
  return page.flatMap((item) => {
    const facts = described.get(item);
    return facts ? [{ ...inCommon(item), ...facts }] : [];
  });
}

const inCommon = ({ id, type, read, context_type, context_id, created_at, updated_at }: StreamItem) => ({
  created_at,
  updated_at,
  id,
  title: null,
  message: null,
  type,
  read_state: read,
  context_type,
  ...(context_type === 'Course' && { course_id: context_id }),
  ...(context_type === 'Group' && { group_id: context_id }),
});

/** How many items of each type there are, and how many of them are unread. */
export async function summarizeStream(ctx: Context, scope: StreamScope): Promise<object[]> {
  const { rows } = await sql<{ type: string; count: number; unread_count: number }>`
    select type, count(*)::integer as count, (count(*) filter (where not read))::integer as unread_count
    from ${streamItems(ctx, scope)} as items group by type order by type collate "C"`.execute(ctx.db);
  return rows.map(({ type, count, unread_count }) => ({
    type,
    notification_category: null,
    count,
    unread_count,
  }));
}
