/** Discussions in which the groups of a category each talk among themselves: every group has its own part. */
import { mayInCourse } from '../../domain/course-access.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { hasStudentWork } from './queries.ts';
import type { Draft, TopicColumns } from './write.ts';

const MAX_TITLE = 250;

/** The category that a request gives the topic to. Throws NotFound for one of another course. */
export async function groupChanges(draft: Draft): Promise<TopicColumns> {
  const { ctx, before, params } = draft;
  const given = params.group_category_id ?? params.assignment?.group_category_id;
  const asked = given === undefined ? params.group_category_id : given;
  if (asked === undefined) return {};
  const id = asked === null || asked === '' ? null : (parseNumber(String(asked)) ?? 0);
  if (id === (before?.topic.group_category_id ?? null)) return {};
  const problem = await groupProblem(draft);
  if (problem) {
    draft.errors['group'] = problem;
    return {};
  }
  if (id !== null) await findCategory(ctx, draft, id);
  return { group_category_id: id };
}

async function groupProblem({ ctx, forum, before, isAnnouncement }: Draft): Promise<string | undefined> {
  const manages =
    forum.isCourse && forum.course !== null && (await mayInCourse(ctx, forum.course, 'manage_groups_add'));
  if (!manages) return 'You cannot set a grouped discussion as a student.';
  if (isAnnouncement) return 'You cannot use grouped discussion on an announcement.';
  if (before && (await hasStudentWork(ctx, before.topic))) {
    return 'You cannot change grouping on a discussion with replies.';
  }
  return undefined;
}

async function findCategory(ctx: Context, { forum }: Draft, id: number): Promise<void> {
  const category = await ctx.db
    .selectFrom('group_categories')
    .select('id')
    .where('id', '=', id)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', forum.course?.id ?? 0)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!category) throw new NotFound();
}

/** Gives every group of the topic's category its part of it, as the topic now is, and takes away what is too many. */
export async function refreshParts(ctx: Context, topicId: number): Promise<void> {
  const topic = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', topicId)
    .executeTakeFirstOrThrow();
  if (topic.root_topic_id !== null) return;
  const groups =
    topic.group_category_id === null
      ? []
      : await ctx.db
          .selectFrom('groups')
          .select(['id', 'name'])
          .where('group_category_id', '=', topic.group_category_id)
          .where('workflow_state', '=', 'available')
          .orderBy('id')
          .execute();
  for (const group of groups) await ensurePart(ctx, topic, group);
  await ctx.db
    .updateTable('discussion_topics')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('root_topic_id', '=', topic.id)
    .where('workflow_state', '<>', 'deleted')
    .$if(groups.length > 0, (query) =>
      query.where(
        'context_id',
        'not in',
        groups.map(({ id }) => id),
      ),
    )
    .execute();
}

async function ensurePart(ctx: Context, topic: TopicRow, group: { id: number; name: string }): Promise<void> {
  const title = truncate(`${topic.title} - ${group.name}`);
  const mirrored = {
    title,
    title_key: sortKey(title),
    message: topic.message,
    assignment_id: topic.assignment_id,
    attachment_id: topic.attachment_id,
    group_category_id: topic.group_category_id,
    user_id: topic.user_id,
    discussion_type: topic.discussion_type,
    workflow_state: topic.workflow_state,
    delayed_post_at: topic.delayed_post_at,
    allow_rating: topic.allow_rating,
    only_graders_can_rate: topic.only_graders_can_rate,
    sort_by_rating: topic.sort_by_rating,
    sort_order: topic.sort_order,
    sort_order_locked: topic.sort_order_locked,
    expanded: topic.expanded,
    expanded_locked: topic.expanded_locked,
    updated_at: ctx.now,
    deleted_at: null,
  };
  await ctx.db
    .insertInto('discussion_topics')
    .values({
      ...mirrored,
      context_type: 'Group',
      context_id: group.id,
      root_topic_id: topic.id,
      posted_at: topic.posted_at,
      created_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['root_topic_id', 'context_id'])
        .where('root_topic_id', 'is not', null)
        .doUpdateSet(mirrored),
    )
    .execute();
}

const truncate = (text: string) => (text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 3)}...` : text);
