/**
 * The past of submissions: the row as it was with each attempt, and with each grade after the first of an attempt.
 * Source: Canvas's Submission with simply_versioned.
 */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { SubmissionRow } from './submission-state.ts';

export interface SubmissionVersion {
  readonly id: number;
  readonly submission_id: number;
  /** From 1. */
  readonly number: number;
  readonly model: SubmissionRow;
  readonly created_at: string;
}

/** Adds the rows as versions. */
export async function addVersions(ctx: Context, rows: readonly SubmissionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db
    .insertInto('submission_versions')
    .values(
      rows.map((row) => ({
        submission_id: row.id,
        course_id: row.course_id,
        assignment_id: row.assignment_id,
        user_id: row.user_id,
        model: JSON.stringify(row),
        created_at: ctx.now,
      })),
    )
    .execute();
}

/** Writes the rows over their latest versions; a row without any gets its first. */
export async function amendVersions(ctx: Context, rows: readonly SubmissionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const models = JSON.stringify(rows.map((model) => ({ id: model.id, model })));
  const { rows: amended } = await sql<{ submission_id: number }>`
    update submission_versions set model = given.model
    from jsonb_to_recordset(${models}::jsonb) as given(id bigint, model jsonb)
    where submission_versions.id = (select max(latest.id) from submission_versions latest
      where latest.submission_id = given.id)
    returning submission_id`.execute(ctx.db);
  const known = new Set(amended.map(({ submission_id }) => submission_id));
  await addVersions(
    ctx,
    rows.filter(({ id }) => !known.has(id)),
  );
}

/** Which of some submissions had a grade at some time. */
export async function everGraded(ctx: Context, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await ctx.db
    .selectFrom('submission_versions')
    .select('submission_id')
    .distinct()
    .where('submission_id', '=', anyOf(ids))
    .where(sql<boolean>`model ->> 'grade' is not null`)
    .execute();
  return new Set(rows.map(({ submission_id }) => submission_id));
}

/** How many versions each submission has. */
export async function versionNumbers(
  ctx: Context,
  ids: readonly number[],
): Promise<(submissionId: number) => number> {
  const rows = await ctx.db
    .selectFrom('submission_versions')
    .select(['submission_id', sql<number>`count(*)`.as('versions')])
    .where('submission_id', '=', anyOf(ids))
    .groupBy('submission_id')
    .execute();
  const counts = new Map(rows.map(({ submission_id, versions }) => [submission_id, versions]));
  return (id) => counts.get(id) ?? 0;
}

/** All versions of some submissions, oldest first. */
export async function versionsOf(
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, SubmissionVersion[]>> {
  const rows = await ctx.db
    .selectFrom('submission_versions')
    .select([
      'id',
      'submission_id',
      'model',
      'created_at',
      sql<number>`row_number() over (partition by submission_id order by id)`.as('number'),
    ])
    .where('submission_id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
  const versions = rows.map((row) => ({ ...row, model: row.model as unknown as SubmissionRow }));
  return Map.groupBy(versions, ({ submission_id }) => submission_id);
}

/** The latest version of each attempt, oldest first; of what was never handed in its first. */
export function attemptsAmong(versions: readonly SubmissionVersion[]): SubmissionVersion[] {
  const attempts = new Map<string, SubmissionVersion>();
  for (const version of versions) {
    const { submitted_at } = version.model;
    if (submitted_at !== null) attempts.set(submitted_at, version);
  }
  if (attempts.size === 0) return versions.slice(0, 1);
  return [...attempts.values()].sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

const at = ({ model }: SubmissionVersion) => model.submitted_at ?? '';
