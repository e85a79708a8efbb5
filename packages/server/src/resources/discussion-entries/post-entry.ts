/** How something is said in a topic, or in answer to something that was. */
import { ofUser } from '../../domain/contexts.ts';
import { entryGrants } from '../../domain/discussion-rights.ts';
import { type TopicStanding, topicStanding } from '../../domain/discussion-standing.ts';
import type { EntryRow } from '../../domain/discussion-topics.ts';
import { wouldExceedQuota } from '../../domain/file-quota.ts';
import { unfiledFolder } from '../../domain/folders.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { attachKept, type KeptFile, keepBytes, uploadedFile } from '../../domain/uploaded-files.ts';
import { InvalidRecord, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { demandEntryRight, entryAccess } from './load.ts';
import { notePosting } from './participation.ts';

export interface Words {
  message?: string | null;
}

const MAX_DEPTH = 50;
/** What is larger counts for the author's quota. */
const FREE_BYTES = 1024;

/**
 * Posts an entry, with the file that came along. Outside a transaction: the bytes are put away first.
 *
 * @param parent what it answers; null for the topic itself
 * @throws Unauthorized, InvalidRecord, Refusal where the author has no room for the file
 */
export async function postEntry(
  ctx: Context,
  standing: TopicStanding,
  parent: EntryRow | null,
  { message }: Words,
): Promise<EntryRow> {
  const access = entryAccess(ctx, { user_id: ctx.me.id }, standing);
  demandEntryRight('create', access);
  if (!message) ctx.hint('The entry has no text: send it as message.');
  const file = entryGrants('attach', access) ? uploadedFile(ctx, 'attachment') : undefined;
  const kept = file && (await keepBytes(ctx, file));
  return await ctx.transaction(async (ctx) => {
    // A topic that is deleted in this moment takes nothing more, and one that isn't can't be until this is said.
    const topic = await ctx.db
      .selectFrom('discussion_topics')
      .selectAll()
      .where('id', '=', parent?.discussion_topic_id ?? standing.topic.id)
      .where('workflow_state', '<>', 'deleted')
      .forKeyShare()
      .executeTakeFirst();
    if (!topic) throw new InvalidRecord({ base: ['Requires non-deleted discussion topic'] });
    const attachment = kept && (await attach(ctx, standing, kept));
    const above = placeBelow(topic.discussion_type, parent);
    if (above.depth > MAX_DEPTH) throw new InvalidRecord({ base: ['Maximum entry depth reached'] });
    const entry = await ctx.db
      .insertInto('discussion_entries')
      .values({
        ...above,
        discussion_topic_id: topic.id,
        user_id: ctx.me.id,
        message: sanitizeHtml(message ?? ''),
        attachment_id: attachment?.id ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await notePosting(ctx, await topicStanding(ctx, topic), entry);
    return entry;
  });
}

/** A topic that isn't threaded has one level of answers: an answer to an answer stands beside it. */
function placeBelow(type: string, parent: EntryRow | null) {
  if (!parent || type === 'flat') return { parent_id: null, root_entry_id: null, depth: 1 };
  const root = parent.root_entry_id ?? parent.id;
  if (type !== 'threaded') return { parent_id: root, root_entry_id: root, depth: 2 };
  return { parent_id: parent.id, root_entry_id: root, depth: parent.depth + 1 };
}

/** The file becomes one of its author's; as a part of what is graded it isn't counted. */
async function attach(ctx: Context, { topic }: TopicStanding, kept: KeptFile) {
  const author = ofUser(ctx.me);
  const counts = topic.assignment_id === null;
  if (counts && kept.stored.size > FREE_BYTES && (await wouldExceedQuota(ctx, author, kept.stored.size))) {
    throw new Refusal(400, { errors: { base: 'User storage quota exceeded' } });
  }
  return await attachKept(ctx, kept, author, await unfiledFolder(ctx, author), { counts_for_quota: counts });
}
