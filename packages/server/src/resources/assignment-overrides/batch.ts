/** Overrides of several assignments of a course at once: all of them or none. */
import { anyOf } from '../../db/any-of.ts';
import { assignmentAccesses } from '../../domain/assignment-access.ts';
import type { AssignmentRow, Override } from '../../domain/assignment-dates.ts';
import { overridableOf } from '../../domain/assignment-writing.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { interpretOverride, type OverrideData, overrideList } from '../../domain/override-data.ts';
import { changeOverride, createOverride } from '../../domain/override-writing.ts';
import { InvalidRecord, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { isParams, type RackParams, type RackValue } from '../../http/rack-params.ts';
import { overridesChanged, reloaded } from './changing.ts';
import { serializeOverrides } from './serialize.ts';

interface Task {
  assignment: AssignmentRow;
  override: Override | undefined;
  data: OverrideData;
}

/** Errors stand where the overrides stand to which they belong. */
const refused = (errors: readonly (readonly string[] | object | null)[] | readonly string[]) =>
  new Refusal(400, { errors });

/** @param existing whether those that are named are changed, or new ones are made */
export async function writeBatch(
  ctx: Context,
  course: CourseRow,
  sent: RackValue | undefined,
  existing: boolean,
) {
  const list = readList(sent);
  refuseUnnamed(list, existing);
  const { assignments, overridesIn } = await named(ctx, course, list);
  const tasks = await Promise.all(
    list.map((each) => interpret(ctx, course, each, { assignments, overridesIn, existing })),
  );
  if (tasks.some((task) => 'errors' in task)) {
    throw refused(tasks.map((task) => ('errors' in task ? task.errors : null)));
  }
  const written = await writeAll(ctx, course, tasks as Task[]);
  await overridesChanged(ctx, course, [...assignments.values()]);
  return serializeOverrides(
    await Promise.all(written.map(({ assignment, id }) => reloaded(ctx, assignment, id))),
  );
}

function readList(sent: RackValue | undefined): RackParams[] {
  const list = overrideList(sent);
  if (sent === undefined || sent === null || sent === '' || list?.length === 0) {
    throw refused(['no assignment override data present']);
  }
  if (!list?.every(isParams)) throw refused(['must specify an array of overrides']);
  return list;
}

const filled = (value: RackValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '';

function refuseUnnamed(list: readonly RackParams[], existing: boolean): void {
  const errors = list.map((each) => {
    const found = [
      ...(filled(each['assignment_id']) ? [] : ['must specify an assignment id']),
      ...(filled(each['id']) === existing
        ? []
        : [existing ? 'must specify an override id' : 'may not specify an override id']),
    ];
    return found.length > 0 ? found : null;
  });
  if (errors.some((error) => error !== null)) throw refused(errors);
}

/** The assignments that a list names, with the overrides that the caller may know of. */
export async function named(ctx: Context, course: CourseRow, list: readonly RackParams[]) {
  const ids = list.map((each) => Number(each['assignment_id'])).filter(Number.isSafeInteger);
  const rows: AssignmentRow[] = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('course_id', '=', course.id)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  const accesses = await assignmentAccesses(ctx, course, rows);
  return {
    assignments: new Map(rows.map((row) => [row.id, row])),
    overridesIn: (assignmentId: number) => accesses.get(assignmentId)?.dates.overrides ?? [],
  };
}

async function interpret(
  ctx: Context,
  course: CourseRow,
  sent: RackParams,
  { assignments, overridesIn, existing }: Awaited<ReturnType<typeof named>> & { existing: boolean },
): Promise<Task | { errors: string[] }> {
  const assignment = assignments.get(Number(sent['assignment_id']));
  if (!assignment) return { errors: ['assignment not found'] };
  const override = existing
    ? overridesIn(assignment.id).find(({ id }) => id === Number(sent['id']))
    : undefined;
  if (existing && !override) return { errors: ['override not found'] };
  const of = overridableOf(course, assignment);
  const result = await interpretOverride(ctx, of, sent, override?.set_type);
  return 'errors' in result ? result : { assignment, override, data: result.data };
}

async function writeAll(ctx: Context, course: CourseRow, tasks: readonly Task[]) {
  const errors: (object | null)[] = [];
  const written: { assignment: AssignmentRow; id: number }[] = [];
  for (const { assignment, override, data } of tasks) {
    const of = overridableOf(course, assignment);
    try {
      if (override) await changeOverride(ctx, of, override, data);
      const id = override ? override.id : await createOverride(ctx, of, data);
      written.push({ assignment, id });
      errors.push(null);
    } catch (error) {
      if (!(error instanceof InvalidRecord)) throw error;
      errors.push(error.body as object);
    }
  }
  if (errors.some((error) => error !== null)) throw refused(errors);
  return written;
}
