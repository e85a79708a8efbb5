import { generateRssFeed } from 'feedsmith';
import { anyOf } from '../../db/any-of.ts';
import { audiences } from '../../domain/content-audience.ts';
import { contextOf, contextPath } from '../../domain/contexts.ts';
import type { EntryRow, TopicRow } from '../../domain/discussion-topics.ts';
import { asOf, isPublished } from '../../domain/discussion-topics.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { feedCode } from './feed-code.ts';

export default operation('GET /feeds/topics/{topic_id}/{feed_code}', {
  summary: 'The recordings of a discussion for podcast programs; its secret address is the key',
  requires: 'public',
  returns: Text,
  async handle({ ctx, path: { topic_id, feed_code } }) {
    const { topic, context } = await findFeed(ctx, topic_id, feed_code);
    if (!topic.podcast_enabled) {
      throw new Refusal(400, { message: 'Podcasts have not been enabled for this topic.' });
    }
    const posts = (await isForAll(ctx, topic))
      ? [{ ...topic, message: topic.message ?? '' }, ...(await entriesFor(ctx, topic, context))]
      : [];
    const latest = posts.map(({ created_at }) => created_at).sort();
    const text = generateRssFeed({
      title: `${topic.title} Posts Podcast Feed`,
      description: `Any media files linked from or embedded within entries in the topic "${topic.title}" will appear in this feed.`,
      link: ctx.url(`${contextPath(context)}/discussion_topics/${topic.id}`),
      pubDate: new Date(latest.at(-1) ?? ctx.now),
      items: await recordings(ctx, context, posts),
    });
    return new Reply(200, text, { 'content-type': 'application/rss+xml; charset=utf-8' });
  },
});

/** A topic that is there for all of its course or group, where the code is the context's. */
async function findFeed(
  ctx: Context,
  id: string,
  code: string,
): Promise<{ topic: TopicRow; context: ForumContext }> {
  const row = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', parseNumber(id) ?? 0)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const topic = asOf(row, ctx.now);
  const context = (await contextOf(ctx, topic)) as ForumContext;
  const isPosted = topic.workflow_state === 'active' && isPublished(topic);
  const isOpen =
    context.type === 'Course'
      ? ['available', 'completed'].includes(context.course.workflow_state)
      : context.group.workflow_state === 'available';
  if (!isPosted || !isOpen || code !== `${feedCode(context)}.rss`) throw new NotFound();
  return { topic, context };
}

/** Nobody in particular reads a feed: what is for some, even by its modules, isn't in it. */
async function isForAll(ctx: Context, topic: TopicRow): Promise<boolean> {
  if (topic.is_section_specific) return false;
  const isFor = await audiences(ctx, 'Discussion', [topic.id], [NOBODY]);
  if (!isFor(topic.id, NOBODY)) return false;
  if (topic.assignment_id === null) return true;
  const assignment = await ctx.db
    .selectFrom('assignments')
    .select('id')
    .where('id', '=', topic.assignment_id)
    .where('workflow_state', '=', 'published')
    .where('only_visible_to_overrides', '=', false)
    .executeTakeFirst();
  return assignment !== undefined;
}

const NOBODY = 0;

type Post = Pick<EntryRow, 'message' | 'attachment_id' | 'created_at'>;

/** What others see only once they have posted themselves isn't in it. */
async function entriesFor(ctx: Context, topic: TopicRow, context: ForumContext): Promise<Post[]> {
  const isOver = topic.locked || (topic.lock_at !== null && topic.lock_at <= ctx.now);
  if (topic.require_initial_post || isOver) return [];
  return await ctx.db
    .selectFrom('discussion_entries')
    .select(['message', 'attachment_id', 'created_at'])
    .where('discussion_topic_id', '=', topic.id)
    .where('workflow_state', '=', 'active')
    .$if(!topic.podcast_has_student_posts && context.type === 'Course', (query) =>
      query.where('user_id', 'in', (staff) =>
        staff
          .selectFrom('enrollments')
          .select('user_id')
          .where('course_id', '=', context.id)
          .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'])
          .where('workflow_state', '=', 'active'),
      ),
    )
    .orderBy('id')
    .execute();
}

/** The sound and video files of the context that are linked from posts, or attached to them, as often as once. */
async function recordings(ctx: Context, context: ForumContext, posts: readonly Post[]) {
  const postOf = new Map<number, Post>();
  for (const post of posts) {
    for (const id of filesIn(context, post)) if (!postOf.has(id)) postOf.set(id, post);
  }
  const files = await ctx.db
    .selectFrom('attachments')
    .select(['id', 'uuid', 'display_name', 'content_type', 'size'])
    .where('id', '=', anyOf([...postOf.keys()]))
    .where('file_state', 'not in', ['deleted', 'errored'])
    .where('locked', '=', false)
    .where('content_type', '~', '^(audio|video)/')
    .orderBy('id')
    .execute();
  return files.map(({ id, uuid, display_name, content_type, size }) => {
    const url = ctx.url(`/files/${id}/download?download_frd=1&verifier=${uuid}`);
    const kind = content_type.startsWith('video') ? 'Video' : 'Audio';
    return {
      title: `${kind}: ${display_name}`,
      description: display_name,
      link: url,
      pubDate: new Date(postOf.get(id)?.created_at ?? ctx.now),
      guid: { value: url, isPermaLink: false },
      enclosures: [{ url, length: size ?? 0, type: content_type }],
    };
  });
}

function filesIn(context: ForumContext, { message, attachment_id }: Post): number[] {
  const links = message.matchAll(new RegExp(`${contextPath(context)}/files/(\\d+)`, 'g'));
  return [...[...links].map(([, id]) => Number(id)), ...(attachment_id === null ? [] : [attachment_id])];
}
