/** Discussions and announcements: their rows, and what holds of them at a time. */
import { type Selectable, sql } from 'kysely';
import type { DiscussionEntriesTable, DiscussionTopicsTable } from '../db/tables/index.ts';

export type TopicRow = Selectable<DiscussionTopicsTable>;
export type EntryRow = Selectable<DiscussionEntriesTable>;

type Dated = Pick<TopicRow, 'workflow_state' | 'delayed_post_at' | 'posted_at' | 'last_reply_at'>;

/** Waits for its time to be posted. */
export const isDelayed = (topic: Dated, now: string): boolean =>
  topic.workflow_state === 'post_delayed' && topic.delayed_post_at !== null && topic.delayed_post_at > now;

/** A topic as it is at a time: what waited to be posted is posted once its time has come. */
export function asOf<T extends Dated>(topic: T, now: string): T {
  if (topic.workflow_state !== 'post_delayed' || isDelayed(topic, now)) return topic;
  const posted_at = topic.delayed_post_at ?? topic.posted_at;
  const last_reply_at =
    topic.last_reply_at && posted_at && topic.last_reply_at > posted_at ? topic.last_reply_at : posted_at;
  return { ...topic, workflow_state: 'active', posted_at, last_reply_at };
}

/** Of a topic as it is now: an announcement isn't posted before its time, a discussion is shown locked. */
export const isPublished = ({ workflow_state, is_announcement }: TopicRow): boolean =>
  workflow_state === 'active' || (workflow_state === 'post_delayed' && !is_announcement);

/** Neither deleted nor a draft: a condition of a query over `discussion_topics`. */
export const publishedTopic = sql<boolean>`discussion_topics.workflow_state in ('active', 'post_delayed')`;

/** When it was or will be posted, for orders and ranges. */
export const postedAt = sql<string>`coalesce(discussion_topics.delayed_post_at, discussion_topics.posted_at,
  discussion_topics.created_at)`;

/** A discussion in which groups of a category each have their own topic. */
export const isForGroups = ({ root_topic_id, group_category_id }: TopicRow): boolean =>
  root_topic_id === null && group_category_id !== null;

export const isAnonymous = ({ anonymous_state }: Pick<TopicRow, 'anonymous_state'>): boolean =>
  anonymous_state !== null;
