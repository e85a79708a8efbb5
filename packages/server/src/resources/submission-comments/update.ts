import { sanitizeHtml } from '../../domain/html.ts';
import { operation } from '../../http/operation.ts';
import { gradebook } from '../submissions/load.ts';
import { comment } from './load.ts';
import { SubmissionComment } from './schema.ts';
import { commentSerializer } from './serialize.ts';

export default operation(
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}',
  {
    summary: 'Say a comment in other words',
    load: { context: gradebook('course_id'), comment: comment('id') },
    requires: { comment: 'update' },
    returns: SubmissionComment,
    async handle({ ctx, comment: { comment, work }, params }) {
      const text = params.comment ?? undefined;
      const changed =
        text === undefined
          ? comment
          : await ctx.db
              .updateTable('submission_comments')
              .set({ comment: sanitizeHtml(text), edited_at: ctx.now, updated_at: ctx.now })
              .where('id', '=', comment.id)
              .returningAll()
              .executeTakeFirstOrThrow();
      const about = { comment: changed, work };
      return (await commentSerializer(ctx, [about])).text(about);
    },
  },
);
