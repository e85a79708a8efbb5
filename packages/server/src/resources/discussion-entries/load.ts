import { type EntryAccess, type EntryRight, entryGrants } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStanding } from '../../domain/discussion-standing.ts';
import { type EntryRow, isAnonymous, isForGroups, type TopicRow } from '../../domain/discussion-topics.ts';
import { NotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';

/** Who said what in an anonymous discussion is in no answer of the REST API: Canvas knows no such topic here. */
export function demandNames({ topic }: TopicStanding): void {
  if (isAnonymous(topic)) throw new NotFound();
}

export interface EntryStanding {
  readonly entry: EntryRow;
  readonly topic: TopicStanding;
  readonly access: EntryAccess;
}

export const entryAccess = (
  ctx: Context,
  entry: Pick<EntryRow, 'user_id'>,
  topic: TopicStanding,
): EntryAccess => ({
  topic: topic.access,
  isOwn: ctx.user !== null && entry.user_id === ctx.user.id,
  isThreaded: topic.topic.discussion_type !== 'flat',
});

/** The topic, and of a discussion for groups the parts of those groups that the user may look into. */
export async function visibleTopics(ctx: Context, { topic, access }: TopicStanding): Promise<TopicRow[]> {
  if (!isForGroups(topic)) return [topic];
  const parts = await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('root_topic_id', '=', topic.id)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  const standings = await Promise.all(parts.map((part) => topicStanding(ctx, part)));
  const readable = standings.filter(({ forum }) => forum.readsForum || access.forum.readsAsAdmin);
  return [topic, ...readable.map((standing) => standing.topic)];
}

/** An entry of some topics, deleted or not. Throws NotFound. */
export async function findEntryRow(
  ctx: Context,
  topics: readonly Pick<TopicRow, 'id'>[],
  text: string,
): Promise<EntryRow> {
  const id = parseNumber(text);
  const entry =
    id === undefined
      ? undefined
      : await ctx.db
          .selectFrom('discussion_entries')
          .selectAll()
          .where('id', '=', id)
          .where(
            'discussion_topic_id',
            'in',
            topics.map((topic) => topic.id),
          )
          .executeTakeFirst();
  if (!entry) throw new NotFound();
  return entry;
}

const entryEntity: Entity<EntryStanding, EntryRight> = {
  async find(ctx, id, loaded) {
    const topic = loaded['topic'] as TopicStanding;
    const entry = await findEntryRow(ctx, [topic.topic], id);
    return { entry, topic, access: entryAccess(ctx, entry, topic) };
  },
  grants: async (_ctx, { access }, right) => entryGrants(right, access),
};

/** An entry of the topic that was loaded before it, deleted or not: `load: { topic: …, entry: entry('entry_id') }`. */
export const entry = loads<EntryStanding, EntryRight>(entryEntity);

/** For what can be done with words that are still there alone. */
export const liveEntry = loads<EntryStanding, EntryRight>({
  ...entryEntity,
  async find(ctx, id, loaded) {
    const standing = await entryEntity.find(ctx, id, loaded);
    if (standing.entry.workflow_state === 'deleted') throw new NotFound();
    return standing;
  },
});

/** @throws Unauthorized */
export function demandEntryRight(right: EntryRight, access: EntryAccess): void {
  if (!entryGrants(right, access)) throw new Unauthorized();
}
