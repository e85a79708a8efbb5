/** Grading periods as they are asked for: what is wrong with them, and how they are kept. */
import { sql } from 'kysely';
import type { PeriodRow, PeriodSetRow } from '../../domain/grading/periods.ts';
import type { FieldErrors } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';

export type AskedPeriod = NonNullable<
  Params<'PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update'>['grading_periods']
>[number];

/** A period that may still lack something. */
export interface PeriodDraft {
  /** Null for a new one. */
  readonly id: number | null;
  readonly grading_period_group_id: number;
  readonly title: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly close_date: string | null;
  readonly weight: number | null;
}

/** A course's own period closes with its end; otherwise it does where nobody says. */
export function withChanges(set: PeriodSetRow, asked: AskedPeriod, before?: PeriodRow): PeriodDraft {
  const end_date = asked.end_date !== undefined ? asked.end_date : (before?.end_date ?? null);
  const close_date = asked.close_date !== undefined ? asked.close_date : (before?.close_date ?? null);
  return {
    id: before?.id ?? null,
    grading_period_group_id: set.id,
    title: asked.title !== undefined ? asked.title : (before?.title ?? null),
    start_date: asked.start_date !== undefined ? asked.start_date : (before?.start_date ?? null),
    end_date,
    close_date: set.course_id !== null ? end_date : (close_date ?? end_date),
    weight: asked.weight !== undefined ? asked.weight : (before?.weight ?? null),
  };
}

const MAX_TITLE = 255;
const OVERLAP = 'Grading period cannot overlap with existing grading periods in group';

/** What keeps a period from being saved. */
export function problemsOf(draft: PeriodDraft, overlaps: boolean): FieldErrors | undefined {
  const { title, start_date, end_date, close_date } = draft;
  const problems: Record<string, FieldErrors[string]> = {};
  if (!title?.trim()) problems['title'] = ['blank'];
  else if (title.length > MAX_TITLE) {
    problems['title'] = [['too_long', `is too long (maximum is ${MAX_TITLE} characters)`]];
  }
  if (start_date === null) problems['start_date'] = ['blank'];
  if (end_date === null) problems['end_date'] = ['blank'];
  else if (start_date !== null && end_date < start_date) problems['end_date'] = ['must be after start date'];
  if (close_date === null) problems['close_date'] = ['blank'];
  else if (end_date !== null && close_date < end_date) {
    problems['close_date'] = ['must be on or after end date'];
  }
  if (overlaps) problems['base'] = [OVERLAP];
  return Object.keys(problems).length > 0 ? problems : undefined;
}

/** Whether another period of the set runs at the same time; by the minute, and ends may meet. */
export async function overlapsOthers(ctx: Context, draft: PeriodDraft): Promise<boolean> {
  const { id, grading_period_group_id, start_date, end_date } = draft;
  if (start_date === null || end_date === null) return false;
  const other = await ctx.db
    .selectFrom('grading_periods')
    .select('id')
    .where('grading_period_group_id', '=', grading_period_group_id)
    .where('workflow_state', '=', 'active')
    .where('id', '<>', id ?? 0)
    .where(
      sql<boolean>`date_trunc('minute', end_date) > date_trunc('minute', ${start_date}::timestamptz)
        and date_trunc('minute', start_date) < date_trunc('minute', ${end_date}::timestamptz)`,
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Keeps a period that has no problems. */
export async function savePeriod(ctx: Context, draft: PeriodDraft): Promise<PeriodRow> {
  const { id, ...rest } = draft;
  const columns = { ...rest, updated_at: ctx.now } as Omit<PeriodRow, 'id' | 'created_at' | 'workflow_state'>;
  const query =
    id === null
      ? ctx.db.insertInto('grading_periods').values({ ...columns, created_at: ctx.now })
      : ctx.db.updateTable('grading_periods').set(columns).where('id', '=', id);
  return await query.returningAll().executeTakeFirstOrThrow();
}

/** The terms that go by a set. */
export async function termsOf(ctx: Context, set: PeriodSetRow): Promise<number[]> {
  const terms = await ctx.db
    .selectFrom('enrollment_terms')
    .select('id')
    .where('grading_period_group_id', '=', set.id)
    .execute();
  return terms.map(({ id }) => id);
}
