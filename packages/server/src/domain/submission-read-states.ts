/** What of somebody's work has been seen by whom. Source: Canvas's ContentParticipation. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { SubmissionReadStatesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { SubmissionRow } from './submission-state.ts';

export type ReadState = 'read' | 'unread';
export type ReadItem = SubmissionReadStatesTable['item'];

/** Those that make a submission as a whole unread. */
export const SUBMISSION_ITEMS = ['grade', 'comment', 'rubric'] as const satisfies readonly ReadItem[];

export const isSubmissionItem = (name: string): name is (typeof SUBMISSION_ITEMS)[number] =>
  (SUBMISSION_ITEMS as readonly string[]).includes(name);

interface Seen {
  readonly submission_id: number;
  readonly user_id: number;
  readonly item: ReadItem;
}

export async function setReadState(ctx: Context, seen: readonly Seen[], state: ReadState): Promise<void> {
  if (seen.length === 0) return;
  await ctx.db
    .insertInto('submission_read_states')
    .values(seen.map((each) => ({ ...each, workflow_state: state, updated_at: ctx.now })))
    .onConflict((conflict) =>
      conflict
        .columns(['submission_id', 'user_id', 'item'])
        .doUpdateSet({ workflow_state: state, updated_at: ctx.now }),
    )
    .execute();
}

/** Whether somebody has seen one of the things that start out as seen. */
export async function hasRead(
  ctx: Context,
  submissionId: number,
  item: ReadItem,
  userId: number,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('submission_read_states')
    .select('workflow_state')
    .where('submission_id', '=', submissionId)
    .where('user_id', '=', userId)
    .where('item', '=', item)
    .executeTakeFirst();
  return row?.workflow_state !== 'unread';
}

/**
 * Whether some submissions have been seen by the acting user: as he or events said; else they are unseen where there is
 * a grade or another's comment to see.
 */
export async function readStates(
  ctx: Context,
  submissions: readonly SubmissionRow[],
): Promise<(submission: SubmissionRow) => ReadState> {
  const ids = anyOf(submissions.map(({ id }) => id));
  const [said, commented] = await Promise.all([
    ctx.db
      .selectFrom('submission_read_states')
      .select(['submission_id', 'workflow_state'])
      .where('submission_id', '=', ids)
      .where('user_id', '=', ctx.me.id)
      .where('item', 'in', [...SUBMISSION_ITEMS])
      .execute(),
    ctx.db
      .selectFrom('submission_comments')
      .innerJoin('submissions', 'submissions.id', 'submission_comments.submission_id')
      .select('submission_id')
      .distinct()
      .where('submission_id', '=', ids)
      .where('hidden', '=', false)
      .where('draft', '=', false)
      .where(sql<boolean>`submission_comments.author_id is distinct from submissions.user_id`)
      .execute(),
  ]);
  const states = Map.groupBy(said, ({ submission_id }) => submission_id);
  const withComment = new Set(commented.map(({ submission_id }) => submission_id));
  return ({ id, posted_at, grade, score }) => {
    const own = states.get(id);
    if (own) return own.some(({ workflow_state }) => workflow_state === 'unread') ? 'unread' : 'read';
    if (posted_at === null) return 'read';
    return grade !== null || score !== null || withComment.has(id) ? 'unread' : 'read';
  };
}
