import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import type { Context } from '../../http/context.ts';
import { deleteAssignmentOfTopic } from './graded.ts';

/** Deletes a topic with its parts for groups and with its assignment; what was posted stays, unseen. */
export async function deleteTopic(ctx: Context, { topic, forum }: TopicStanding): Promise<TopicRow> {
  await ctx.db
    .updateTable('discussion_topics')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('root_topic_id', '=', topic.id)
    .execute();
  if (forum.course && topic.root_topic_id === null) await deleteAssignmentOfTopic(ctx, forum.course, topic);
  return await ctx.db
    .updateTable('discussion_topics')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', topic.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
