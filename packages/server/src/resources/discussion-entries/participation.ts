/** What follows from an entry for its author, its topic and what rests on it. */
import { sql } from 'kysely';
import { setSubscribed, topicReading } from '../../domain/discussion-reading.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { EntryRow, TopicRow } from '../../domain/discussion-topics.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import { handIn } from '../../domain/submission-handing-in.ts';
import type { Context } from '../../http/context.ts';

/** Seconds for which an earlier reply stands for later ones, so that a lively topic's row isn't fought over. */
const REPLY_RESOLUTION = 60;

/** The author has read what he said, follows the topic from now on, and the topic is lively. */
export async function notePosting(ctx: Context, standing: TopicStanding, entry: EntryRow): Promise<void> {
  const { topic } = standing;
  await ctx.db
    .insertInto('discussion_entry_participants')
    .values({
      discussion_entry_id: entry.id,
      discussion_topic_id: topic.id,
      user_id: ctx.me.id,
      workflow_state: 'read',
    })
    .execute();
  const { subscribed, subscription_hold } = await topicReading(ctx, standing);
  if (!subscribed && subscription_hold === undefined) await setSubscribed(ctx, topic.id, true);
  await ctx.db
    .updateTable('discussion_topics')
    .set({ last_reply_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', topic.id)
    .where(
      sql<boolean>`(last_reply_at is null
        or last_reply_at < ${ctx.now}::timestamptz - make_interval(secs => ${REPLY_RESOLUTION}))`,
    )
    .execute();
  await noteContribution(ctx, standing);
}

/** Posting is what a module may ask for, and what is handed in where the topic is graded. */
async function noteContribution(ctx: Context, { topic, forum, access }: TopicStanding): Promise<void> {
  const { course } = forum;
  if (!course) return;
  const content = { type: 'Discussion', id: topic.root_topic_id ?? topic.id } as const;
  await noteModuleAction(ctx, { user: ctx.me.id, type: 'contribute', content });
  const isStudents = (access.root?.forum ?? access.forum).participatesAsStudent;
  if (topic.assignment_id === null || !isStudents) return;
  const submission = await submissionOf(ctx, topic, ctx.me.id);
  if (!submission) return;
  if (submission.submission_type !== 'discussion_topic') {
    const assignment = await ctx.db
      .selectFrom('assignments')
      .selectAll()
      .where('id', '=', topic.assignment_id)
      .executeTakeFirstOrThrow();
    await handIn(ctx, { course, assignment, userId: ctx.me.id }, { submission_type: 'discussion_topic' });
  }
  await setSubmittedFiles(ctx, topic, ctx.me.id);
}

/** Once nothing is left of what somebody said in a graded topic he has handed in nothing; else the first that is left counts. */
export async function noteRemoval(ctx: Context, { topic }: TopicStanding, entry: EntryRow): Promise<void> {
  if (topic.assignment_id === null || entry.user_id === null) return;
  const submission = await submissionOf(ctx, topic, entry.user_id);
  if (submission?.submission_type !== 'discussion_topic') return;
  const { first } = await ctx.db
    .selectFrom('discussion_entries')
    .select((eb) => eb.fn.min('created_at').as('first'))
    .where('discussion_topic_id', '=', topic.id)
    .where('user_id', '=', entry.user_id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirstOrThrow();
  const left = first === null ? nothingHandedIn : { submitted_at: first };
  await ctx.db
    .updateTable('submissions')
    .set({ ...left, updated_at: ctx.now })
    .where('id', '=', submission.id)
    .execute();
  await setSubmittedFiles(ctx, topic, entry.user_id);
}

const nothingHandedIn = { workflow_state: 'unsubmitted', submission_type: null, submitted_at: null } as const;

const submissionOf = (ctx: Context, topic: TopicRow, userId: number) =>
  ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', topic.assignment_id)
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();

/** The files of what somebody said in a topic are those that he handed in. */
async function setSubmittedFiles(ctx: Context, topic: TopicRow, userId: number): Promise<void> {
  await ctx.db
    .updateTable('submissions')
    .set({
      attachment_ids: sql<number[]>`array(select attachment_id from discussion_entries
        where discussion_topic_id = ${topic.id} and user_id = ${userId} and workflow_state = 'active'
          and attachment_id is not null order by attachment_id)`,
    })
    .where('assignment_id', '=', topic.assignment_id)
    .where('user_id', '=', userId)
    .execute();
}
