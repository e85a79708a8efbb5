import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { SubmissionsTable } from '../../db/tables/index.ts';
import { assignWork } from '../../domain/assigned-work.ts';
import type { Context } from '../../http/context.ts';
import type { MergeRecord } from './merge-record.ts';

type Row = Pick<
  Selectable<SubmissionsTable>,
  'id' | 'user_id' | 'assignment_id' | 'course_id' | 'grade' | 'excused' | 'submitted_at'
>;

/** A grade is worth more than work that nobody has graded, that more than nothing. */
const worth = ({ grade, excused, submitted_at }: Row): number =>
  grade !== null || excused ? 2 : submitted_at !== null ? 1 : 0;

/**
 * Moves what one user handed in and was graded for to another. Where both have something on an assignment the better of
 * the two is the other's, and they swap if need be: nothing is lost, should they be split.
 */
export async function mergeSubmissions(
  ctx: Context,
  record: MergeRecord,
  fromId: number,
  intoId: number,
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .select(['id', 'user_id', 'assignment_id', 'course_id', 'grade', 'excused', 'submitted_at'])
    .where('user_id', 'in', [fromId, intoId])
    .forUpdate()
    .execute();
  const theirs = new Map(
    rows.filter(({ user_id }) => user_id === intoId).map((row) => [row.assignment_id, row]),
  );
  const moving = rows.filter((row) => {
    const twin = theirs.get(row.assignment_id);
    return row.user_id === fromId && (!twin || worth(row) > worth(twin));
  });
  const swapped = moving.flatMap(({ assignment_id }) => theirs.get(assignment_id) ?? []);
  record.note('submissions taken', idsOf(moving));
  record.note('submissions given', idsOf(swapped));
  await swap(ctx, { taken: idsOf(moving), given: idsOf(swapped) }, fromId, intoId);
}

/** Gives back what was taken, as far as the user still has it. */
export async function splitSubmissions(
  ctx: Context,
  moved: Readonly<Record<string, number[]>>,
  fromId: number,
  intoId: number,
): Promise<void> {
  const held = async (ids: readonly number[], userId: number) =>
    idsOf(
      await ctx.db
        .selectFrom('submissions')
        .select('id')
        .where('id', '=', anyOf(ids))
        .where('user_id', '=', userId)
        .execute(),
    );
  const taken = await held(moved['submissions given'] ?? [], fromId);
  const given = await held(moved['submissions taken'] ?? [], intoId);
  await swap(ctx, { taken, given }, fromId, intoId);
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Two users can't have one assignment at any moment: what is given waits with a user who doesn't exist. */
async function swap(
  ctx: Context,
  { taken, given }: { taken: readonly number[]; given: readonly number[] },
  fromId: number,
  intoId: number,
): Promise<void> {
  if (taken.length + given.length === 0) return;
  await sql`set constraints submissions_user_id_fkey deferred`.execute(ctx.db);
  await assign(ctx, given, -fromId);
  await assign(ctx, taken, intoId);
  await assign(ctx, given, fromId);
  for (const [ids, userId] of [
    [taken, intoId],
    [given, fromId],
  ] as const) {
    await sql`update submission_versions set user_id = ${userId},
      model = jsonb_set(model, '{user_id}', to_jsonb(${userId}::bigint))
      where submission_id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  }
}

const assign = (ctx: Context, ids: readonly number[], userId: number) =>
  sql`update submissions set user_id = ${userId}, updated_at = ${ctx.now}
    where id = any(${[...ids]}::bigint[])`.execute(ctx.db);

/** Everything that either is to do now, after enrollments and overrides moved; scores follow. */
export async function reassignAll(ctx: Context, userIds: readonly number[]): Promise<void> {
  const courses = await ctx.db
    .selectFrom('submissions')
    .select('course_id')
    .where('user_id', '=', anyOf(userIds))
    .union(ctx.db.selectFrom('enrollments').select('course_id').where('user_id', '=', anyOf(userIds)))
    .execute();
  for (const { course_id } of courses) await assignWork(ctx, { courseId: course_id, userIds });
}
