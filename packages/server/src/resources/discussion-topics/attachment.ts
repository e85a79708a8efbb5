/** The one file that a topic may have. */
import { deleteFiles } from '../../domain/attachments.ts';
import { mayAnnounce, mayCreateTopics, topicGrants } from '../../domain/discussion-rights.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { wouldExceedQuota } from '../../domain/file-quota.ts';
import { unfiledFolder } from '../../domain/folders.ts';
import type { Forum } from '../../domain/forum-access.ts';
import { attachKept, type KeptFile, keepBytes, uploadedFile } from '../../domain/uploaded-files.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Draft, TopicParams } from './write.ts';

/** A file that came, or the wish that there be none. */
export type AttachedFile = KeptFile | 'none';

/** What a request says of the topic's file; its bytes are put away already. Without the right nothing was said. */
export async function fileOf(
  ctx: Context,
  forum: Forum,
  before: TopicStanding | undefined,
  params: TopicParams,
): Promise<AttachedFile | undefined> {
  if (!mayAttach(forum, before)) return undefined;
  const file = uploadedFile(ctx, 'attachment');
  if (file) return await keepBytes(ctx, file);
  return params.remove_attachment === undefined ? undefined : 'none';
}

function mayAttach(forum: Forum, before: TopicStanding | undefined): boolean {
  if (before) return topicGrants('attach', before.access);
  if (forum.moderates) return true;
  return forum.isCourse && forum.studentsAttachFiles && (mayCreateTopics(forum) || mayAnnounce(forum));
}

/** What is larger counts for the quota of the course or group. */
const FREE_BYTES = 1024;

export async function attachToTopic(
  { ctx, forum }: Draft,
  topic: TopicRow,
  file: AttachedFile,
): Promise<void> {
  if (topic.attachment_id !== null) await deleteFiles(ctx, [topic.attachment_id]);
  const attachment_id = file === 'none' ? null : await keep(ctx, forum, file);
  await ctx.db.updateTable('discussion_topics').set({ attachment_id }).where('id', '=', topic.id).execute();
}

async function keep(ctx: Context, { context }: Forum, file: KeptFile): Promise<number> {
  const { size } = file.stored;
  if (size > FREE_BYTES && (await wouldExceedQuota(ctx, context, size))) {
    throw new Refusal(400, { errors: { base: `${context.type} storage quota exceeded` } });
  }
  return (await attachKept(ctx, file, context, await unfiledFolder(ctx, context))).id;
}
