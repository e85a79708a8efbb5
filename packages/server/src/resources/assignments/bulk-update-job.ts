import { anyOf } from '../../db/any-of.ts';
import type { JsonValue } from '../../db/json-columns.ts';
import { assignWork } from '../../domain/assigned-work.ts';
import { type AssignmentRow, type Override, overridesOf } from '../../domain/assignment-dates.ts';
import { draftChanged } from '../../domain/assignment-fields.ts';
import { bindingPeriods, refuseClosedOverrides } from '../../domain/assignment-validation.ts';
import { overridableOf, updateAssignment } from '../../domain/assignment-writing.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { interpretOverride } from '../../domain/override-data.ts';
import { activeOverrides, changeOverride } from '../../domain/override-writing.ts';
import { CanvasError } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';

type Dates = {
  id?: JsonValue;
  base?: JsonValue;
  due_at?: JsonValue;
  unlock_at?: JsonValue;
  lock_at?: JsonValue;
};
type Asked = { id: number; all_dates: Dates[] };
type Args = { course_id: number; assignments: JsonValue };

/** All in one transaction: a wrong date anywhere leaves every date as it was. */
export const bulkUpdateDatesJob = defineJob<Args>('assignment_bulk_update', async (job, args) => {
  const failures = await job
    .step(async (ctx) => {
      const course = await ctx.db
        .selectFrom('courses')
        .selectAll()
        .where('id', '=', args.course_id)
        .executeTakeFirstOrThrow();
      const updated = await updateAll(ctx, course, args.assignments as unknown as Asked[]);
      await job.progress.finish(null, { updated_count: updated });
    })
    .catch((error: unknown) => {
      if (!(error instanceof Failures)) throw error;
      return error;
    });
  if (failures) throw new JobFailed('', failures.results);
});

/** Undoes the step. */
class Failures extends Error {
  readonly results: JsonValue;
  constructor(results: JsonValue) {
    super('dates refused');
    this.results = results;
  }
}

async function updateAll(ctx: Context, course: CourseRow, asked: readonly Asked[]): Promise<number> {
  const rows: AssignmentRow[] = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(asked.map(({ id }) => id)))
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const overrides = await overridesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const failures: JsonValue[] = [];
  let updated = 0;
  for (const { id, all_dates } of asked) {
    const assignment = byId.get(id);
    if (!assignment) throw new Failures({ message: `invalid assignment id ${id}` });
    const changed = await updateOne(ctx, course, assignment, overrides.get(id) ?? [], all_dates, failures);
    if (changed) updated++;
  }
  if (failures.length > 0) throw new Failures(failures);
  await assignWork(ctx, { courseId: course.id, assignmentIds: rows.map(({ id }) => id) });
  return updated;
}

/** @returns whether anything of it is another date now */
async function updateOne(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  overrides: readonly Override[],
  dates: readonly Dates[],
  failures: JsonValue[],
): Promise<boolean> {
  let changed = false;
  const base = dates.find((date) => date.base);
  if (base) {
    const params = datesIn(base);
    const draft = await draftChanged(ctx, course, assignment, params);
    changed = (['due_at', 'unlock_at', 'lock_at'] as const).some((key) => draft[key] !== assignment[key]);
    if (changed) {
      await collecting(failures, { assignment_id: assignment.id }, () =>
        // The dates of everybody don't say that overrides are for nobody.
        updateAssignment(ctx, course, assignment, {
          ...params,
          ...(assignment.only_visible_to_overrides && { only_visible_to_overrides: true }),
        }),
      );
    }
  }
  for (const date of dates.filter((each) => !each.base)) {
    const override = overrides.find(({ id }) => id === Number(date.id));
    if (!override) {
      const message = `invalid assignment override id ${String(date.id ?? '')} for assignment ${assignment.id}`;
      throw new Failures({ message });
    }
    const ids = { assignment_id: assignment.id, assignment_override_id: override.id };
    await collecting(failures, ids, () => updateOverride(ctx, course, assignment, override, date, failures));
    changed = true;
  }
  return changed;
}

/** Only what is said is another date; null says that there is none. */
function datesIn(date: Dates): {
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
} {
  const given = (['due_at', 'unlock_at', 'lock_at'] as const).filter((key) => date[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, date[key] === null ? null : String(date[key])]));
}

async function updateOverride(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
  override: Override,
  date: Dates,
  failures: JsonValue[],
): Promise<void> {
  const of = overridableOf(course, assignment);
  const result = await interpretOverride(ctx, of, datesIn(date), override.set_type);
  if ('errors' in result) {
    failures.push({
      assignment_id: assignment.id,
      assignment_override_id: override.id,
      base: result.errors,
    });
    return;
  }
  const before = await activeOverrides(ctx, of);
  await changeOverride(ctx, of, override, result.data);
  refuseClosedOverrides(await bindingPeriods(ctx, course), before, await activeOverrides(ctx, of));
}

/** What can't be is told of in the results, field by field: `{ due_at: ['must be between availability dates'] }`. */
async function collecting(
  failures: JsonValue[],
  ids: Record<string, number>,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CanvasError)) throw error;
    const { errors } = error.body as { errors: Record<string, { attribute: string; message: string }[]> };
    const told = Object.entries(errors).map(([key, list]) => [
      key.replace(/^assignment\[(.+)\]$/, '$1'),
      list.map(({ message }) => message),
    ]);
    failures.push({ ...ids, ...Object.fromEntries(told) });
  }
}
