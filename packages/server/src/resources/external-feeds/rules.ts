import { demand } from '../../domain/demand.ts';
import { mayAnnounce } from '../../domain/discussion-rights.ts';
import { type ForumContext, forumOf } from '../../domain/forum-access.ts';
import type { Context } from '../../http/context.ts';

/** Whoever may announce something may let a feed do so. Throws Unauthorized. */
export async function demandAnnouncing(ctx: Context, context: ForumContext): Promise<void> {
  await demand(ctx, mayAnnounce(await forumOf(ctx, context)));
}
