/** Writes what graders change of submissions, for many rows in one statement. */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import type { SubmissionRow } from './submission-state.ts';

/** The columns that grading changes, with their types. */
const columns = {
  workflow_state: 'text',
  score: 'float8',
  grade: 'text',
  points_deducted: 'float8',
  excused: 'boolean',
  graded_at: 'timestamptz',
  grader_id: 'bigint',
  graded_attempt: 'integer',
  posted_at: 'timestamptz',
  late_policy_status: 'text',
  seconds_late_override: 'bigint',
  custom_grade_status_id: 'bigint',
  sticker: 'text',
  group_id: 'bigint',
  submission_type: 'text',
  url: 'text',
  submitted_at: 'timestamptz',
  attempt: 'integer',
} as const satisfies { [Column in keyof SubmissionRow]?: string };

type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

const types = sql.raw(names.map((name) => `${name} ${columns[name]}`).join(', '));
const changes = sql.raw(names.map((name) => `${name} = given.${name}`).join(', '));

/** The rows as they are afterwards, in the same order. */
export async function storeGrading(ctx: Context, rows: readonly SubmissionRow[]): Promise<SubmissionRow[]> {
  if (rows.length === 0) return [];
  const given = rows.map((row) => ({ id: row.id, ...pick(row) }));
  await sql`
    update submissions set ${changes}, updated_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id bigint, ${types})
    where submissions.id = given.id`.execute(ctx.db);
  return rows.map((row) => ({ ...row, updated_at: ctx.now }));
}

const pick = (row: SubmissionRow) => Object.fromEntries(names.map((name) => [name, row[name]]));
