import { mayInCourse } from '../../domain/course-access.ts';
import type { Work } from '../../domain/submission-access.ts';
import type { CommentRow } from '../../domain/submission-comments.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export interface LoadedComment {
  readonly comment: CommentRow;
  readonly work: Work;
}

/** A comment of the course that was loaded before it, with the work that it is about. Throws NotFound. */
async function findComment(ctx: Context, text: string, loaded: Readonly<Record<string, unknown>>) {
  const id = parseNumber(text);
  const { course } = loaded['context'] as { course: Work['course'] };
  const comment =
    id !== undefined &&
    (await ctx.db.selectFrom('submission_comments').selectAll().where('id', '=', id).executeTakeFirst());
  if (!comment) throw new NotFound();
  const submission = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', comment.submission_id)
    .where('course_id', '=', course.id)
    .executeTakeFirst();
  if (!submission) throw new NotFound();
  const assignment = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', submission.assignment_id)
    .executeTakeFirstOrThrow();
  return { comment, work: { course, assignment, submission } };
}

/** Graders change their own and take away any; what nobody else has seen yet its author does. */
async function grants(ctx: Context, { comment, work }: LoadedComment, right: 'update' | 'delete') {
  const isOwn = comment.author_id !== null && comment.author_id === ctx.user?.id;
  if (isOwn && comment.draft) return true;
  const isGrader = await mayInCourse(ctx, work.course, 'manage_grades');
  return right === 'delete' ? isGrader : isGrader && isOwn;
}

/** `load: { context: gradebook('course_id'), comment: comment('id') }` */
export const comment = loads<LoadedComment, 'update' | 'delete'>({ find: findComment, grants });
