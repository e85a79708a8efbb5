/** Several periods of a set at once: all of them are saved, or none. */
import type { PeriodRow, PeriodSetRow } from '../../domain/grading/periods.ts';
import {
  errorMap,
  type FieldErrors,
  MissingParameter,
  NotFound,
  Refusal,
  Unauthorized,
} from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { permissionsTo } from '../grading-period-sets/rules.ts';
import {
  type AskedPeriod,
  overlapsOthers,
  type PeriodDraft,
  problemsOf,
  savePeriod,
  withChanges,
} from './write.ts';

/**
 * @throws NotFound for an id that the set doesn't have, Unauthorized where it takes more rights, and a 422 that holds
 * the errors of each period that has any
 */
export async function savePeriods(
  ctx: Context,
  set: PeriodSetRow,
  asked: readonly AskedPeriod[],
): Promise<PeriodRow[]> {
  const drafts = await draftsOf(ctx, set, asked);
  const permissions = await permissionsTo(ctx, set);
  const [creates, updates] = [drafts.some(({ id }) => id === null), drafts.some(({ id }) => id !== null)];
  if ((creates && !permissions.create) || (updates && !permissions.update)) throw new Unauthorized();

  const problems = [...overlapping(drafts), ...(await ownProblems(ctx, drafts))];
  if (problems.length > 0) {
    throw new Refusal(422, { errors: problems.map((errors) => ({ errors: errorMap(errors) })) });
  }
  const saved: PeriodRow[] = [];
  for (const draft of drafts) saved.push(await savePeriod(ctx, draft));
  return saved;
}

/** @throws MissingParameter unless there is at least one */
export function periodsAsked(periods: readonly AskedPeriod[] | undefined): readonly AskedPeriod[] {
  if (!periods || periods.length === 0) throw new MissingParameter('grading_periods');
  return periods;
}

async function draftsOf(
  ctx: Context,
  set: PeriodSetRow,
  asked: readonly AskedPeriod[],
): Promise<PeriodDraft[]> {
  const existing = await ctx.db
    .selectFrom('grading_periods')
    .selectAll()
    .where('grading_period_group_id', '=', set.id)
    .where('workflow_state', '=', 'active')
    .execute();
  return asked.map((one) => {
    if (!one.id) return withChanges(set, one);
    const id = parseNumber(one.id);
    const before = existing.find((period) => period.id === id);
    if (!before) throw new NotFound();
    return withChanges(set, one, before);
  });
}

const minute = (time: string): string => time.slice(0, '2026-08-24T12:00'.length);

/** Periods that begin before the one that begins before them is over. */
function overlapping(drafts: readonly PeriodDraft[]): FieldErrors[] {
  const dated = drafts
    .filter(({ start_date, end_date }) => start_date !== null && end_date !== null)
    .sort((a, b) => ((a.start_date as string) < (b.start_date as string) ? -1 : 1));
  return dated
    .slice(1)
    .filter((draft, at) => minute(draft.start_date as string) < minute(dated[at]?.end_date as string))
    .map(() => ({ start_date: ['Start Date overlaps with another period'] }));
}

/** As in Canvas only a period that comes alone is held against those that are there. */
async function ownProblems(ctx: Context, drafts: readonly PeriodDraft[]): Promise<FieldErrors[]> {
  const [first] = drafts;
  const overlaps = first !== undefined && drafts.length === 1 && (await overlapsOthers(ctx, first));
  return drafts.map((draft) => problemsOf(draft, overlaps)).filter((problems) => problems !== undefined);
}
