/**
 * Assigns reviews by itself when their time has come. Canvas has a job for it at that time; here it happens when
 * somebody looks whom it may concern, which nobody can tell from it.
 */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-dates.ts';
import { pairUp } from './peer-review-pairing.ts';
import { requestReviews } from './peer-reviews.ts';

interface Due {
  readonly id: number;
  readonly until: string;
}

/** Brings the automatic reviews of these courses (or of some assignments of theirs) up to date. */
export async function assignDueReviews(
  ctx: Context,
  courseIds: readonly number[],
  assignmentIds?: readonly number[],
): Promise<void> {
  const due = await roundsDue(ctx, courseIds, assignmentIds);
  if (due.length === 0) return;
  await ctx.transaction(async (inside) => {
    for (const round of due) await assignRound(inside, round);
  });
}

/** Reviews are due when the assignment says so; else with the work, once for each date that anybody has. */
async function roundsDue(
  ctx: Context,
  courseIds: readonly number[],
  assignmentIds: readonly number[] | undefined,
): Promise<Due[]> {
  const named = assignmentIds ? sql`and assignments.id = ${anyOf(assignmentIds)}` : sql``;
  const { rows } = await sql<{ id: number; until: string }>`
    select id, until from (
      select assignments.id, assigned_until, coalesce(peer_reviews_assign_at, greatest(
        case when due_at <= ${ctx.now}::timestamptz then due_at end,
        (select max(cached_due_date) from submissions
          where submissions.assignment_id = assignments.id and submissions.workflow_state <> 'deleted'
            and cached_due_date <= ${ctx.now}::timestamptz)
      )) as until
      from assignments left join peer_review_rounds on peer_review_rounds.assignment_id = assignments.id
      where course_id = ${anyOf(courseIds)} and workflow_state = 'published'
        and peer_reviews and automatic_peer_reviews and peer_review_count > 0 ${named}
    ) as rounds
    where until <= ${ctx.now}::timestamptz and (assigned_until is null or assigned_until < until)
    order by id`.execute(ctx.db);
  return rows;
}

async function assignRound(ctx: Context, { id, until }: Due): Promise<void> {
  const assignment = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Somebody else may have looked at the same moment.
  const noted = await ctx.db
    .insertInto('peer_review_rounds')
    .values({ assignment_id: id, assigned_until: until })
    .onConflict((conflict) =>
      conflict
        .column('assignment_id')
        .doUpdateSet({ assigned_until: until })
        .where('peer_review_rounds.assigned_until', '<', until),
    )
    .returning('assignment_id')
    .executeTakeFirst();
  if (noted) await assignReviews(ctx, assignment);
}

/** Gives everybody who has handed in as many reviews as the assignment wants. */
async function assignReviews(ctx: Context, assignment: AssignmentRow): Promise<void> {
  const { rows } = await sql<{ id: number; user_id: number; group_id: number | null }>`
    select id, user_id, group_id from submissions
    where assignment_id = ${assignment.id} and workflow_state <> 'deleted' and submission_type is not null
      and user_id in (select user_id from enrollments where course_id = ${assignment.course_id}
        and type = 'StudentEnrollment' and workflow_state = 'active')
    order by id`.execute(ctx.db);
  const existing = await ctx.db
    .selectFrom('assessment_requests')
    .select(['assessor_asset_id', 'asset_id'])
    .where('asset_id', '=', anyOf(rows.map(({ id }) => id)))
    .execute();
  const pairs = pairUp({
    participants: drawn(rows).map((row) => ({ submissionId: row.id, groupId: row.group_id })),
    existing: existing.map(({ assessor_asset_id, asset_id }) => ({ by: assessor_asset_id, of: asset_id })),
    count: assignment.peer_review_count,
    withinGroups: assignment.group_category_id === null || assignment.intra_group_peer_reviews,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const reviews = pairs.flatMap(({ by, of }) => {
    const [assessor, work] = [byId.get(by), byId.get(of)];
    return assessor && work ? [{ assessor, work }] : [];
  });
  await requestReviews(ctx, assignment, reviews);
}

/** By lot. */
function drawn<T>(items: readonly T[]): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
