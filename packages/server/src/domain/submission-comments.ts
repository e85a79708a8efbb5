/** Comments on somebody's work: who sees which, and how they come about. Source: Canvas's SubmissionComment. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { SubmissionCommentsTable } from '../db/tables/index.ts';
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import { courseAccess } from './course-access.ts';
import { type CourseAccess, courseGrants } from './course-rights.ts';
import { sanitizeHtml } from './html.ts';
import { completeReviews } from './peer-reviews.ts';
import { submissionRightsIn, type Work } from './submission-access.ts';
import { setReadState } from './submission-read-states.ts';
import { hidesGrade, type SubmissionRow } from './submission-state.ts';

export type CommentRow = Selectable<SubmissionCommentsTable>;

/** As long as Canvas's text columns. */
const MAX_LENGTH = 64 * 1024;

/**
 * The comments that the acting user sees, oldest first: never drafts, and what is hidden from the student only if he
 * sees grades without being a student himself.
 */
export async function visibleComments(
  ctx: Context,
  works: readonly Work[],
): Promise<(submissionId: number) => CommentRow[]> {
  const may = await submissionRightsIn(
    ctx,
    works.map(({ course }) => course),
  );
  const seesHidden = new Set<number>();
  // Whoever is asked to review somebody's work knows what he has said of it himself.
  const seesOwn = new Set<number>();
  for (const work of works) {
    if (!may(work, 'read_comments') && !may(work, 'read_grade')) seesOwn.add(work.submission.id);
    const isStudent = isActiveStudent(await courseAccess(ctx, work.course));
    if (may(work, 'read_grade') && !isStudent) seesHidden.add(work.submission.id);
  }
  const rows = await ctx.db
    .selectFrom('submission_comments')
    .selectAll()
    .where('submission_id', '=', anyOf(works.map(({ submission }) => submission.id)))
    .where('draft', '=', false)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const visible = rows.filter(
    ({ submission_id, hidden, author_id }) =>
      (!hidden || seesHidden.has(submission_id)) &&
      (!seesOwn.has(submission_id) || author_id === ctx.user?.id),
  );
  const bySubmission = Map.groupBy(visible, ({ submission_id }) => submission_id);
  return (id) => bySubmission.get(id) ?? [];
}

const isActiveStudent = ({ enrollments }: CourseAccess) =>
  enrollments.some(({ type, date_state }) => type === 'StudentEnrollment' && date_state === 'active');

/** Whether posting a grade would show the student something, for each submission. */
export async function hasPostableComments(
  ctx: Context,
  submissionIds: readonly number[],
): Promise<(submissionId: number) => boolean> {
  const rows = await ctx.db
    .selectFrom('submission_comments')
    .innerJoin('submissions', 'submissions.id', 'submission_comments.submission_id')
    .select('submission_id')
    .distinct()
    .where('submission_id', '=', anyOf(submissionIds))
    .where('hidden', '=', true)
    .where('draft', '=', false)
    .where(sql<boolean>`submission_comments.author_id is distinct from submissions.user_id`)
    .execute();
  const ids = new Set(rows.map(({ submission_id }) => submission_id));
  return (id) => ids.has(id);
}

export interface NewComment {
  readonly text: string;
  /** The current one unless said otherwise. */
  readonly attempt?: number | null | undefined;
  readonly media_comment_id?: string | null | undefined;
  readonly media_comment_type?: string | null | undefined;
  readonly attachment_ids?: readonly number[];
}

/** What a comment says that only has something attached; undefined where there is nothing at all. */
export function commentText(comment: NewComment): string | undefined {
  const text = comment.text.trim();
  if (text !== '') return text;
  if (comment.media_comment_id) return '';
  return comment.attachment_ids?.length ? 'Please see attached files.' : undefined;
}

/**
 * Adds the acting user's comment to the work of one student, or of every member of a group. Nothing is added where
 * there is nothing in it. An instructor's comment posts what is posted by itself.
 *
 * @returns the submissions as they are afterwards
 * @throws InvalidRecord for an attempt that there wasn't, and for a text that is too long
 */
export async function addComment(
  ctx: Context,
  works: readonly Work[],
  comment: NewComment,
): Promise<SubmissionRow[]> {
  const said = commentText(comment);
  const [first] = works;
  if (said === undefined || !first) return works.map(({ submission }) => submission);
  if (said.length > MAX_LENGTH) throw new InvalidRecord({ comment: [['too_long', 'too_long']] });
  const text = sanitizeHtml(said);
  const access = await courseAccess(ctx, first.course);
  const instructs = courseGrants('manage_grades', access);
  const posted = instructs ? works.filter(isPostedByComment) : [];
  const rows = await touch(ctx, works, posted);
  const groupCommentId = works.length > 1 ? randomUUID() : null;
  await ctx.db
    .insertInto('submission_comments')
    .values(
      rows.map((row) => ({
        submission_id: row.id,
        author_id: ctx.me.id,
        comment: text,
        attempt: attemptOf(row, comment, works.length > 1),
        hidden: instructs && hidesComments(row, first),
        anonymous: first.assignment.anonymous_peer_reviews,
        group_comment_id: groupCommentId,
        media_comment_id: comment.media_comment_id || null,
        media_comment_type: (comment.media_comment_id && comment.media_comment_type) || null,
        attachment_ids: [...(comment.attachment_ids ?? [])],
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    .execute();
  const others = rows.filter(({ user_id }) => user_id !== ctx.me.id);
  await setReadState(
    ctx,
    others.map(({ id, user_id }) => ({ submission_id: id, user_id, item: 'comment' as const })),
    'unread',
  );
  await completeReviews(
    ctx,
    others.map(({ id }) => id),
    'comment',
  );
  return rows;
}

const isPostedByComment = ({ assignment, submission }: Work) =>
  submission.posted_at === null && !assignment.post_manually;

const hidesComments = (row: SubmissionRow, { assignment }: Work) =>
  assignment.post_manually ? row.posted_at === null : hidesGrade(row, assignment);

function attemptOf(row: SubmissionRow, { attempt }: NewComment, isForGroup: boolean): number | null {
  if (attempt === undefined || attempt === null)
    return row.workflow_state === 'unsubmitted' ? null : row.attempt;
  const most = Math.max(row.attempt ?? 0, 1);
  if (attempt <= most) return attempt;
  // Members of a group may have tried less often than the one who is meant.
  if (isForGroup) return most;
  const message = 'attempt must not be larger than number of submission attempts';
  throw new InvalidRecord({ attempt: [[message, message]] });
}

async function touch(
  ctx: Context,
  works: readonly Work[],
  posted: readonly Work[],
): Promise<SubmissionRow[]> {
  const ids = works.map(({ submission }) => submission.id);
  if (posted.length > 0) {
    await showHiddenComments(
      ctx,
      posted.map(({ submission }) => submission.id),
    );
  }
  const postedIds = anyOf(posted.map(({ submission }) => submission.id));
  return await ctx.db
    .updateTable('submissions')
    .set({
      updated_at: ctx.now,
      posted_at: sql<string>`case when id = ${postedIds} then ${ctx.now}::timestamptz else posted_at end`,
    })
    .where('id', '=', anyOf(ids))
    .returningAll()
    .execute();
}

/** What was kept from students until their grades are posted. */
export async function showHiddenComments(ctx: Context, submissionIds: readonly number[]): Promise<void> {
  if (submissionIds.length === 0) return;
  await ctx.db
    .updateTable('submission_comments')
    .set({ hidden: false })
    .where('submission_id', '=', anyOf(submissionIds))
    .where('hidden', '=', true)
    .execute();
}
