import { anyOf } from '../../db/any-of.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { outcomeGroupErrors } from '../../domain/outcome-changes.ts';
import { belongsTo, inOutcomeContext, isIn, type OutcomeContext } from '../../domain/outcome-contexts.ts';
import type { OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import { removeLinks } from '../../domain/outcome-links.ts';
import { idsOfTree } from '../../domain/outcome-tree.ts';
import { sortKey } from '../../domain/sort-key.ts';
import type { Context } from '../../http/context.ts';
import { type Running, refuseErrors } from './import-row.ts';
import { parentsOf } from './parents.ts';
import { type ImportedRow, InvalidRow, listed } from './rows.ts';

/** Throws InvalidRow. */
export async function importGroup(ctx: Context, running: Running, row: ImportedRow): Promise<void> {
  const ofOutcomes = [
    ...(row.calculation_method ? ['calculation_method'] : []),
    ...(row.calculation_int ? ['calculation_int'] : []),
    ...(row.ratings.length > 0 ? ['ratings'] : []),
  ];
  if (ofOutcomes.length > 0) throw new InvalidRow(`Invalid fields for a group: ${listed(ofOutcomes)}`);
  const context = await contextOfGroup(ctx, running, row);
  const prior = await findPrior(ctx, context, row);
  const [parent, another] = await parentsOf(ctx, running, row, context, context);
  if (another) throw new InvalidRow('An outcome group can only have one parent');
  if (prior?.outcome_import_id === running.row.id) {
    throw new InvalidRow(`Group "${row.vendor_guid}" has already appeared in this import`);
  }
  const below = prior ? await idsOfTree(ctx, prior.id) : [];
  if (!parent || below.includes(parent.id) || prior?.learning_outcome_group_id === null) {
    throw new InvalidRow(`Cyclic reference detected when importing: ${row.vendor_guid}`);
  }
  const fields = {
    title: row.title,
    description: sanitizeHtml(row.description ?? ''),
    vendor_guid: row.vendor_guid,
  };
  refuseErrors(outcomeGroupErrors(fields));
  const isDeleted = row.workflow_state === 'deleted';
  // First, since it may be refused.
  if (isDeleted) await emptyTree(ctx, below);
  const values = {
    ...fields,
    title_key: sortKey(row.title),
    learning_outcome_group_id: parent.id,
    outcome_import_id: running.row.id,
    workflow_state: isDeleted ? 'deleted' : 'active',
    updated_at: ctx.now,
  } as const;
  if (prior) {
    await ctx.db.updateTable('learning_outcome_groups').set(values).where('id', '=', prior.id).execute();
  } else {
    await ctx.db
      .insertInto('learning_outcome_groups')
      .values({ ...values, ...inOutcomeContext(context), created_at: ctx.now })
      .execute();
  }
}

/** `course_id`: a course below the account that is imported into. */
async function contextOfGroup(
  ctx: Context,
  { context }: Running,
  { course_id }: ImportedRow,
): Promise<OutcomeContext> {
  if (!course_id) return context;
  if (context.type !== 'Account') throw new InvalidRow('Cannot import to other courses');
  const id = /^\s*\d{1,15}\s*$/.test(course_id) ? Number(course_id) : 0;
  const course = await ctx.db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst();
  if (!course) throw new InvalidRow(`Course with canvas id ${course_id} not found`);
  const account = await ctx.db
    .selectFrom('accounts')
    .select('path')
    .where('id', '=', course.account_id)
    .executeTakeFirstOrThrow();
  if (!account.path.includes(context.id)) {
    throw new InvalidRow(
      `Target course ${course_id} is not a child of current account (${context.account.name})`,
    );
  }
  return ofCourse(course);
}

/** By its guid in the context, or by the number that Canvas exports in the place of a guid. */
async function findPrior(
  ctx: Context,
  context: OutcomeContext,
  { vendor_guid, canvas_id }: ImportedRow,
): Promise<OutcomeGroupRow | undefined> {
  const prior = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where(belongsTo(context, 'learning_outcome_groups'))
    .where('vendor_guid', '=', vendor_guid)
    .orderBy('workflow_state')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (prior) return prior;
  const number = /canvas_outcome_group:(\d{1,15})/.exec(vendor_guid)?.[1];
  if (!number) return undefined;
  const byId = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('id', '=', Number(number))
    .executeTakeFirst();
  if (!byId) throw new InvalidRow(`Outcome group with canvas id ${canvas_id ?? number} not found`);
  return isIn(byId, context) ? byId : undefined;
}

async function emptyTree(ctx: Context, groupIds: readonly number[]): Promise<void> {
  const links = await ctx.db
    .selectFrom('learning_outcome_links')
    .select('id')
    .where('learning_outcome_group_id', '=', anyOf(groupIds))
    .execute();
  await removeLinks(
    ctx,
    links.map(({ id }) => id),
  );
  await ctx.db
    .updateTable('learning_outcome_groups')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(groupIds))
    .execute();
}
