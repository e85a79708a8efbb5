import { topicReading } from '../../domain/discussion-reading.ts';
import { type TopicRight, topicGrants } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStanding } from '../../domain/discussion-standing.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { courseContext } from '../courses/load.ts';
import { groupContext } from '../groups/load.ts';

/** Where there are discussions: `inContexts(forums, 'GET /api/v1/{context}/discussion_topics', …)`. */
export const forums = { courses: courseContext, groups: groupContext };

/** A topic of a course or group that isn't deleted. Throws NotFound. */
export async function findTopicRow(ctx: Context, context: ForumContext, text: string): Promise<TopicRow> {
  const id = parseNumber(text);
  const topic =
    id === undefined
      ? undefined
      : await ctx.db
          .selectFrom('discussion_topics')
          .selectAll()
          .where('id', '=', id)
          .where('context_type', '=', context.type)
          .where('context_id', '=', context.id)
          .where('workflow_state', '<>', 'deleted')
          .executeTakeFirst();
  if (!topic) throw new NotFound();
  return topic;
}

const topicEntity: Entity<TopicStanding, TopicRight> = {
  find: async (ctx, id, { context }) =>
    await topicStanding(ctx, await findTopicRow(ctx, context as ForumContext, id)),
  grants: async (_ctx, { access }, right) => topicGrants(right, access),
};

/** `load: { topic: topic('topic_id') }`, of the context that was loaded before it. */
export const topic = loads<TopicStanding, TopicRight>(topicEntity);

/** The text that Canvas answers, unquoted, whoever hasn't posted where one has to before one reads. */
class InitialPostRequired extends Refusal {
  constructor() {
    super(403, 'require_initial_post', { 'content-type': 'application/json; charset=utf-8' });
  }
}

/** @throws InitialPostRequired where the acting user has to post before he sees what others did */
export async function demandInitialPost(ctx: Context, standing: TopicStanding): Promise<void> {
  if (!ctx.user || !standing.access.requiresInitialPost) return;
  const { initialPostRequired } = await topicReading(ctx, standing);
  if (initialPostRequired) throw new InitialPostRequired();
}
