import { anyOf } from '../../db/any-of.ts';
import { attachedFiles } from '../../domain/attached-files.ts';
import { type CourseRow, courseAccesses } from '../../domain/course-access.ts';
import { type CourseAccess, courseGrants } from '../../domain/course-rights.ts';
import { textOfHtml, withAbsoluteLinks } from '../../domain/html.ts';
import { mediaComment } from '../../domain/media-comments.ts';
import type { Work } from '../../domain/submission-access.ts';
import { anonymizedAssignments } from '../../domain/submission-anonymity.ts';
import type { CommentRow } from '../../domain/submission-comments.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeHandedIn } from '../files/serialize.ts';
import { displayUser } from '../users/display.ts';
import { SubmissionComment, SubmissionHtmlComment } from './schema.ts';

const ANONYMOUS = 'Anonymous User';
const SOMEONE = 'Someone';

/** A comment with the work that it is about. */
export interface CommentOn {
  readonly comment: CommentRow;
  readonly work: Work;
}

/** How comments are shown, asked for all of a page at once: as text, or as the HTML that they are. */
export async function commentSerializer(ctx: Context, comments: readonly CommentOn[]) {
  const [authorOf, filesOf, isShown] = await Promise.all([
    authorsOf(ctx, comments),
    attachedFiles(
      ctx,
      comments.map(({ comment }) => comment),
    ),
    readableAuthors(ctx, comments),
  ]);
  const about = (each: CommentOn) => {
    const { comment, work } = each;
    const author = authorOf(comment);
    const shown = author !== undefined && isShown(each);
    const files = filesOf(comment);
    const media = mediaComment(ctx, comment, comment.author_id ?? 0);
    return {
      id: comment.id,
      author_id: shown ? author.id : null,
      author_name: shown ? author.short_name : author ? ANONYMOUS : SOMEONE,
      created_at: comment.created_at,
      edited_at: comment.edited_at,
      attempt: comment.attempt,
      ...(media && { media_comment: media }),
      ...(files.length > 0 && { attachments: serializeHandedIn(ctx, files) }),
      author: shown ? displayUser(ctx, author, `/courses/${work.course.id}`) : {},
    };
  };
  return {
    text: (each: CommentOn): SubmissionComment =>
      inOrderOf(SubmissionComment, { ...about(each), comment: textOfHtml(each.comment.comment) }),
    html: (each: CommentOn) =>
      inOrderOf(SubmissionHtmlComment, {
        ...about(each),
        comment: withAbsoluteLinks(each.comment.comment, (path) => ctx.url(path)),
      }),
  };
}

async function authorsOf(ctx: Context, comments: readonly CommentOn[]) {
  const rows: User[] = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(comments.flatMap(({ comment }) => comment.author_id ?? [])))
    .execute();
  const users = new Map(rows.map((user) => [user.id, user]));
  return ({ author_id }: CommentRow) => users.get(author_id ?? 0);
}

/** Whether the caller may know who said it. Source: `can_read_author?` of Canvas's SubmissionComment. */
async function readableAuthors(ctx: Context, comments: readonly CommentOn[]) {
  const courses = new Map<number, CourseRow>(comments.map(({ work }) => [work.course.id, work.course]));
  const [accesses, anonymized, instructs] = await Promise.all([
    courseAccesses(ctx, [...courses.values()]),
    anonymizedAssignments(
      ctx,
      comments.map(({ work }) => work.assignment),
    ),
    instructorsAmong(ctx, comments.filter(isAnonymous)),
  ]);
  return (each: CommentOn): boolean => {
    const { comment, work } = each;
    if (comment.author_id !== null && comment.author_id === ctx.user?.id) return true;
    if (comment.author_id === work.submission.user_id && anonymized.has(work.assignment.id)) return false;
    if (!isAnonymous(each) || instructs(each)) return true;
    return courseGrants('view_all_grades', accesses.get(work.course.id) as CourseAccess);
  };
}

const isAnonymous = ({ comment, work }: CommentOn) =>
  comment.anonymous || work.assignment.anonymous_peer_reviews;

/** Who grades in the course isn't anonymous there. */
async function instructorsAmong(ctx: Context, comments: readonly CommentOn[]) {
  if (comments.length === 0) return () => false;
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select(['course_id', 'user_id'])
    .where('course_id', '=', anyOf(comments.map(({ work }) => work.course.id)))
    .where('user_id', '=', anyOf(comments.flatMap(({ comment }) => comment.author_id ?? [])))
    .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment'])
    .where('workflow_state', '=', 'active')
    .execute();
  const known = new Set(rows.map(({ course_id, user_id }) => `${course_id}:${user_id}`));
  return ({ comment, work }: CommentOn) => known.has(`${work.course.id}:${comment.author_id}`);
}
