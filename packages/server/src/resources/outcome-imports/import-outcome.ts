import { sql } from 'kysely';
import { sanitizeHtml } from '../../domain/html.ts';
import {
  outcomeColumns,
  outcomeErrors,
  storedMethod,
  usualInt,
  usualMethod,
} from '../../domain/outcome-changes.ts';
import {
  belongsTo,
  inOutcomeContext,
  isIn,
  outcomeContextName,
  outcomeContextOf,
} from '../../domain/outcome-contexts.ts';
import type { OutcomeRow } from '../../domain/outcome-groups.ts';
import { type Scale, scaleOf, usualScale } from '../../domain/outcome-ratings.ts';
import type { Context } from '../../http/context.ts';
import { type Running, refuseErrors } from './import-row.ts';
import { parentsOf } from './parents.ts';
import { relink } from './relink.ts';
import { type ImportedRow, InvalidRow } from './rows.ts';

/** Throws InvalidRow. */
export async function importOutcome(ctx: Context, running: Running, row: ImportedRow): Promise<void> {
  if (row.course_id) throw new InvalidRow('Invalid fields for an outcome: ["course_id"]');
  const { context, reachesCourses } = running;
  const prior = await findPrior(ctx, running, row);
  if (prior) await refuseUnrelated(ctx, running, row, prior);
  const parents = await parentsOf(ctx, running, row, reachesCourses ? 'any' : context, context);
  if (prior?.outcome_import_id === running.row.id) {
    throw new InvalidRow(`Outcome "${row.vendor_guid}" has already appeared in this import`);
  }
  const fields = fieldsOf(row, prior);
  const scale = scaleFrom(row, prior);
  refuseErrors(outcomeErrors(fields));
  const isDeleted = row.workflow_state === 'deleted';
  const id =
    prior && !isIn(prior, context)
      ? await unchanged(ctx, prior, fields, scale)
      : await save(ctx, running, prior, {
          ...outcomeColumns(fields, scale),
          friendly_description: row.friendly_description ?? null,
          ...(!isDeleted && { workflow_state: 'active' as const }),
        });
  await relink(ctx, running, id, isDeleted ? [] : parents);
}

/** By its guid wherever it is, in its own context first, or by the number that Canvas exports in the place of a guid. */
async function findPrior(
  ctx: Context,
  { context }: Running,
  { vendor_guid, canvas_id }: ImportedRow,
): Promise<OutcomeRow | undefined> {
  const outcomes = ctx.db.selectFrom('learning_outcomes').selectAll();
  const number = /canvas_outcome:(\d{1,15})/.exec(vendor_guid)?.[1];
  if (!number) {
    return await outcomes
      .where('vendor_guid', '=', vendor_guid)
      .orderBy('workflow_state')
      .orderBy(sql`${belongsTo(context, 'learning_outcomes')} is not true`)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
  }
  const byId = await outcomes.where('id', '=', Number(number)).executeTakeFirst();
  if (!byId) throw new InvalidRow(`Outcome with canvas id "${canvas_id ?? number}" not found`);
  return byId;
}

/** An outcome of an account above may be linked, one of another course or department may not. */
async function refuseUnrelated(
  ctx: Context,
  { context, around }: Running,
  { vendor_guid }: ImportedRow,
  prior: OutcomeRow,
): Promise<void> {
  const { context_type, context_id } = prior;
  const isAbove = context_type === 'Account' && around.includes(context_id ?? 0);
  if (context_type === null || isAbove || isIn(prior, context)) return;
  const name = outcomeContextName(await outcomeContextOf(ctx, prior));
  throw new InvalidRow(
    `Outcome with ID ${vendor_guid} already exists in another unrelated course or account (${name})`,
  );
}

function fieldsOf(row: ImportedRow, prior: OutcomeRow | undefined) {
  const calculation_method = storedMethod(row.calculation_method ?? usualMethod);
  return {
    title: row.title,
    vendor_guid: row.vendor_guid,
    description: keptWhereEmpty(row.description && sanitizeHtml(row.description), prior?.description),
    display_name: keptWhereEmpty(row.display_name, prior?.display_name),
    calculation_method,
    calculation_int: row.calculation_int
      ? Math.trunc(Number.parseInt(row.calculation_int, 10) || 0)
      : usualInt(calculation_method),
  };
}

/** A table can't tell an empty text from none. */
const keptWhereEmpty = (text: string | undefined, before: string | null | undefined): string | null =>
  text || before ? (text ?? '') : (before ?? null);

/** Ratings and mastery replace those there were, each where it is given. */
function scaleFrom({ ratings, mastery_points }: ImportedRow, prior: OutcomeRow | undefined): Scale {
  const before = prior ?? usualScale;
  if (ratings.length > 0) return scaleOf(ratings, mastery_points);
  return mastery_points === undefined ? before : { ...before, mastery_points };
}

async function save(
  ctx: Context,
  running: Running,
  prior: OutcomeRow | undefined,
  columns: ReturnType<typeof outcomeColumns> & {
    friendly_description: string | null;
    workflow_state?: 'active';
  },
): Promise<number> {
  const values = { ...columns, outcome_import_id: running.row.id, updated_at: ctx.now };
  if (prior) {
    await ctx.db.updateTable('learning_outcomes').set(values).where('id', '=', prior.id).execute();
    return prior.id;
  }
  const { id } = await ctx.db
    .insertInto('learning_outcomes')
    .values({ ...values, ...inOutcomeContext(running.context), created_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Another context's outcome may be linked as it is, nothing else. */
async function unchanged(
  ctx: Context,
  prior: OutcomeRow,
  fields: ReturnType<typeof fieldsOf>,
  scale: Scale,
): Promise<number> {
  const differs = {
    short_description: fields.title !== prior.title,
    description: fields.description !== prior.description,
    data: !isSameScale(scale, prior),
    display_name: fields.display_name !== prior.display_name,
    calculation_method: fields.calculation_method !== prior.calculation_method,
    calculation_int: fields.calculation_int !== prior.calculation_int,
  };
  const changes = Object.entries(differs).flatMap(([name, isDifferent]) =>
    isDifferent ? [`"${name}"`] : [],
  );
  if (changes.length > 0) {
    const where =
      prior.context_type === null
        ? 'the global context'
        : `"${outcomeContextName(await outcomeContextOf(ctx, prior))}"`;
    throw new InvalidRow(
      `Cannot modify outcome from another context: [${changes.join(', ')}]; outcome must be modified in ${where}`,
    );
  }
  return prior.id;
}

const isSameScale = (one: Scale, other: Scale) =>
  one.mastery_points === other.mastery_points &&
  one.ratings.length === other.ratings.length &&
  one.ratings.every(({ description, points }, index) => {
    const rating = other.ratings[index];
    return rating?.description === description && rating.points === points;
  });
