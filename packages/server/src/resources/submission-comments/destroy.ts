import { anyOf } from '../../db/any-of.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import type { CommentRow } from '../../domain/submission-comments.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { inOrderOf } from '../../http/schema.ts';
import { gradebook } from '../submissions/load.ts';
import { comment, type LoadedComment } from './load.ts';
import { DeletedComment } from './schema.ts';

export default operation(
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}',
  {
    summary: 'Take a comment away, from everybody in the group to whom it was said',
    load: { context: gradebook('course_id'), comment: comment('id') },
    requires: { comment: 'delete' },
    returns: DeletedComment,
    async handle({ ctx, comment: found }) {
      const shown = await asItWas(ctx, found);
      await destroy(ctx, found.comment);
      return shown;
    },
  },
);

async function destroy(ctx: Context, { id, group_comment_id }: CommentRow): Promise<void> {
  await ctx.db
    .deleteFrom('submission_comments')
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        ...(group_comment_id === null ? [] : [eb('group_comment_id', '=', group_comment_id)]),
      ]),
    )
    .execute();
}

async function asItWas(ctx: Context, { comment, work }: LoadedComment) {
  const author = await ctx.db
    .selectFrom('users')
    .select('short_name')
    .where('id', '=', comment.author_id)
    .executeTakeFirst();
  const isStudents = comment.author_id === work.submission.user_id && comment.author_id !== ctx.me.id;
  const anonymous = isStudents && (await anonymizedAssignments(ctx, [work.assignment])).size > 0;
  const attached = await ctx.db
    .selectFrom('attachments')
    .select(['id', 'display_name', 'filename', 'content_type', 'size'])
    .where('id', '=', anyOf(comment.attachment_ids))
    .execute();
  return inOrderOf(DeletedComment, {
    id: comment.id,
    comment: comment.comment,
    ...(anonymous
      ? { anonymous_id: work.submission.anonymous_id }
      : { author_id: comment.author_id, author_name: author?.short_name ?? 'Someone' }),
    created_at: comment.created_at,
    media_comment_id: comment.media_comment_id,
    media_comment_type: comment.media_comment_type,
    group_comment_id: comment.group_comment_id,
    cached_attachments: attached,
    draft: comment.draft,
    attempt: comment.attempt,
    publishable: comment.draft && comment.author_id === ctx.me.id,
  });
}
