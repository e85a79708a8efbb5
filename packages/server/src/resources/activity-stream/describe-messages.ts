import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';
import { assetsOf, type StreamItem } from './items.ts';
import type { Describe } from './stream.ts';

const LATEST = 3;

export const describeConversations: Describe = async (ctx, items) => {
  const conversations = await ctx.db
    .selectFrom('conversations')
    .select([
      'id',
      'private_hash',
      sql<number>`(select count(*)::integer from conversation_participants p
        where p.conversation_id = conversations.id)`.as('participant_count'),
    ])
    .where('id', '=', assetsOf(items, 'Conversation'))
    .execute();
  const byId = new Map(conversations.map((row) => [row.id, row]));
  const saidIn = await latestMessages(ctx, items);
  return ({ asset_id }) => {
    const conversation = byId.get(asset_id);
    const latest_messages = saidIn(asset_id);
    return (
      conversation && {
        conversation_id: asset_id,
        private: conversation.private_hash !== null,
        participant_count: conversation.participant_count,
        html_url: ctx.url(`/conversations/${asset_id}`),
        ...(latest_messages.length > 0 && { latest_messages }),
      }
    );
  };
};

interface Message {
  conversation_id: number;
  id: number;
  created_at: string;
  author_id: number;
  message: string;
  participating_user_ids: number[];
}

/** The last ones that the acting user has, the last first. */
async function latestMessages(ctx: Context, items: readonly StreamItem[]) {
  const { rows } = await sql<Message>`
    select conversation_id, id, created_at, author_id, body as message,
      array(select user_id from conversation_message_participants q
        where q.conversation_message_id = said.id order by user_id) as participating_user_ids
    from (
      select m.*, row_number() over (partition by m.conversation_id order by m.created_at desc, m.id desc) as place
      from conversation_messages m
        join conversation_message_participants p on p.conversation_message_id = m.id
          and p.user_id = ${ctx.me.id} and p.workflow_state = 'active'
      where m.conversation_id = ${assetsOf(items, 'Conversation')} and not m.generated
    ) as said
    where place <= ${LATEST} order by conversation_id, place`.execute(ctx.db);
  const byConversation = Map.groupBy(rows, ({ conversation_id }) => conversation_id);
  return (id: number) => (byConversation.get(id) ?? []).map(({ conversation_id: _, ...message }) => message);
}

export const describeReviews: Describe = async (ctx, items) => {
  const rows = await ctx.db
    .selectFrom('assessment_requests')
    .innerJoin('submissions', 'submissions.id', 'assessment_requests.asset_id')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .select([
      'assessment_requests.id',
      'assessment_requests.user_id',
      'assignments.id as assignment_id',
      'assignments.course_id',
      'assignments.name',
      'assignments.anonymous_peer_reviews',
      'submissions.anonymous_id',
    ])
    .where('assessment_requests.id', '=', assetsOf(items, 'AssessmentRequest'))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ asset_id }) => {
    const row = byId.get(asset_id);
    if (!row) return undefined;
    const work = row.anonymous_peer_reviews
      ? `anonymous_submissions/${row.anonymous_id}`
      : `submissions/${row.user_id}`;
    return {
      title: `Peer Review for ${row.name}`,
      assessment_request_id: asset_id,
      html_url: ctx.url(`/courses/${row.course_id}/assignments/${row.assignment_id}/${work}`),
    };
  };
};
