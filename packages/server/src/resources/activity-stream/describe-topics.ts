import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { topicReadings } from '../../domain/discussion-reading.ts';
import { topicStandings } from '../../domain/discussion-standing.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context } from '../../http/context.ts';
import { assetsOf } from './items.ts';
import type { Describe } from './stream.ts';

/** Of what was said in answer to a topic the last few are shown. */
const LATEST = 3;

export const describeTopics: Describe = async (ctx, items) => {
  const rows = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', assetsOf(items, 'DiscussionTopic'))
    .execute();
  const topics = new Map(rows.map((row) => [row.id, row]));
  const standingOf = await topicStandings(ctx, rows);
  const readingOf = await topicReadings(ctx, rows.map(standingOf), new Map());
  const saidIn = await latestEntries(
    ctx,
    rows.map(({ id }) => id),
  );
  return ({ asset_id, type, context_type, context_id }) => {
    const topic = topics.get(asset_id);
    if (!topic) return undefined;
    const context = context_type === 'Group' ? 'groups' : 'courses';
    const word = type === 'Announcement' ? 'announcement' : 'discussion_topic';
    const { count, latest } = saidIn(asset_id);
    const reading = readingOf(topic);
    return {
      title: topic.title,
      message: topic.message && withAbsoluteLinks(topic.message, (path) => ctx.url(path)),
      [`${word}_id`]: asset_id,
      html_url: ctx.url(`/${context}/${context_id}/${word}s/${asset_id}`),
      total_root_discussion_entries: count,
      require_initial_post: topic.require_initial_post,
      user_has_posted: topic.require_initial_post ? reading.seesPosts : null,
      root_discussion_entries: reading.seesPosts ? latest : [],
    };
  };
};

interface Entry {
  discussion_topic_id: number;
  user_id: number | null;
  user_name: string | null;
  message: string;
  count: number;
}

async function latestEntries(ctx: Context, topicIds: readonly number[]) {
  const { rows } = await sql<Entry>`
    select discussion_topic_id, user_id, short_name as user_name, message, count from (
      select e.*, users.short_name, count(*) over (partition by e.discussion_topic_id)::integer as count,
        row_number() over (partition by e.discussion_topic_id order by e.created_at desc, e.id desc) as place
      from discussion_entries e join discussion_topics on discussion_topics.id = e.discussion_topic_id
        left join users on users.id = e.user_id and not e.is_anonymous_author
          and discussion_topics.anonymous_state is distinct from 'full_anonymity'
      where e.discussion_topic_id = ${anyOf(topicIds)} and e.parent_id is null and e.workflow_state = 'active'
    ) as said
    where place <= ${LATEST} order by discussion_topic_id, place desc`.execute(ctx.db);
  const byTopic = Map.groupBy(rows, ({ discussion_topic_id }) => discussion_topic_id);
  return (id: number) => {
    const said = byTopic.get(id) ?? [];
    return {
      count: said[0]?.count ?? 0,
      latest: said.map(({ user_id, user_name, message }) => ({
        user: { user_id: user_name === null ? null : user_id, user_name },
        message: withAbsoluteLinks(message, (path) => ctx.url(path)),
      })),
    };
  };
}
