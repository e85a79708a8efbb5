/** Discussions and announcements, without what anybody said in them; and pages. */
import type { Context } from '../../http/context.ts';
import { ofCourse } from '../contexts.ts';
import { sortKey } from '../sort-key.ts';
import { defaultEditingRoles } from '../wiki-access.ts';
import { insertPage, pagesOf, setFrontPage, updatePage } from '../wiki-pages.ts';
import type { PageContent, TopicContent } from './content.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

export async function writeTopics(ctx: Context, writing: Writing): Promise<void> {
  for (const topic of writing.content.topics) {
    const id = (await changedTopic(ctx, writing, topic)) ?? (await addedTopic(ctx, writing, topic));
    await writing.keys.remember(ctx, 'discussion_topics', topic.key, id);
  }
}

function topicValues(ctx: Context, { keys, shift }: Writing, topic: TopicContent) {
  const { posted_at, ...columns } = topic.columns;
  const delayed = shift(columns.delayed_post_at ?? null);
  const isDelayed = delayed !== null && delayed > ctx.now;
  return {
    ...columns,
    title_key: sortKey(columns.title),
    message: topic.message,
    workflow_state: isDelayed ? ('post_delayed' as const) : undelayed(columns.workflow_state ?? 'active'),
    discussion_type: columns.discussion_type ?? ('threaded' as const),
    delayed_post_at: delayed,
    lock_at: shift(columns.lock_at ?? null),
    todo_date: shift(columns.todo_date ?? null),
    assignment_id: keys.find('assignments', topic.assignment) ?? null,
    attachment_id: keys.find('attachments', topic.attachment) ?? null,
    // An announcement keeps its day; a discussion begins anew.
    posted_at: (columns.is_announcement ? shift(posted_at ?? null) : null) ?? ctx.now,
    updated_at: ctx.now,
  };
}

const undelayed = (state: NonNullable<TopicContent['columns']['workflow_state']>) =>
  state === 'post_delayed' ? 'active' : state;

async function changedTopic(
  ctx: Context,
  writing: Writing,
  topic: TopicContent,
): Promise<number | undefined> {
  const known = writing.keys.find('discussion_topics', topic.key);
  if (known === undefined) return undefined;
  const { posted_at: _, ...values } = topicValues(ctx, writing, topic);
  const row = await ctx.db
    .updateTable('discussion_topics')
    .set(values)
    .where('id', '=', known)
    .where('workflow_state', '<>', 'deleted')
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

async function addedTopic(ctx: Context, writing: Writing, topic: TopicContent): Promise<number> {
  const values = topicValues(ctx, writing, topic);
  const { id } = await ctx.db
    .insertInto('discussion_topics')
    .values({
      ...values,
      ...times(ctx),
      context_type: 'Course',
      context_id: writing.courseId,
      user_id: ctx.user?.id ?? null,
      last_reply_at: values.posted_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (ctx.user) {
    await ctx.db
      .insertInto('discussion_topic_participants')
      .values({ discussion_topic_id: id, user_id: ctx.user.id, workflow_state: 'read' })
      .execute();
  }
  return id;
}

export async function writePages(ctx: Context, writing: Writing): Promise<void> {
  for (const page of writing.content.pages) await writePage(ctx, writing, page);
}

async function writePage(ctx: Context, writing: Writing, page: PageContent): Promise<void> {
  const context = ofCourse(await courseOfWriting(ctx, writing));
  const { columns, body } = page;
  const publish_at = writing.shift(columns.publish_at ?? null);
  const state = columns.workflow_state === 'unpublished' ? ('unpublished' as const) : ('active' as const);
  const fields = {
    title: columns.title,
    body,
    editing_roles: columns.editing_roles ?? defaultEditingRoles(context),
    workflow_state: publish_at !== null && publish_at > ctx.now ? ('unpublished' as const) : state,
    todo_date: writing.shift(columns.todo_date ?? null),
    publish_at,
  };
  const known = writing.keys.find('wiki_pages', page.key);
  const existing =
    known && (await pagesOf(ctx, context).where('wiki_pages.id', '=', known).executeTakeFirst());
  const row = existing ? await updatePage(ctx, existing, fields) : await insertPage(ctx, context, fields);
  if (page.isFront) await setFrontPage(ctx, context, row);
  await writing.keys.remember(ctx, 'wiki_pages', page.key, row.id);
}
