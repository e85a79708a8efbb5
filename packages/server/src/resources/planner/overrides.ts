/** What somebody has ticked off or dismissed in his planner. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { PlannerOverridesTable } from '../../db/tables/index.ts';
import { noteModuleAction } from '../../domain/module-progress.ts';
import { InvalidRecord, NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads, operation, Reply } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { inOrderOf, List } from '../../http/schema.ts';
import { findPlannable, isPlannableType, moduleContent } from './plannables.ts';
import { PlannerOverride } from './schema.ts';

export type OverrideRow = Selectable<PlannerOverridesTable>;

/** The caller's own; another's isn't there. */
const override = loads<OverrideRow, never>({
  async find(ctx, text) {
    const row = await ctx.db
      .selectFrom('planner_overrides')
      .selectAll()
      .where('id', '=', parseNumber(text) ?? 0)
      .where('user_id', '=', ctx.me.id)
      .executeTakeFirst();
    if (!row) throw new NotFound();
    return row;
  },
  grants: async () => true,
});

export async function serializeOverrides(
  ctx: Context,
  rows: readonly OverrideRow[],
): Promise<PlannerOverride[]> {
  const topics = rows.flatMap(({ plannable_type, plannable_id }) =>
    plannable_type === 'discussion_topic' ? [plannable_id] : [],
  );
  const graded = await ctx.db
    .selectFrom('discussion_topics')
    .select(['id', 'assignment_id'])
    .where('id', '=', anyOf(topics))
    .execute();
  const assignmentOf = new Map(graded.map(({ id, assignment_id }) => [id, assignment_id]));
  return rows.map((row) =>
    inOrderOf(PlannerOverride, {
      ...row,
      assignment_id:
        row.plannable_type === 'assignment' ? row.plannable_id : (assignmentOf.get(row.plannable_id) ?? null),
    }),
  );
}

const serialize = async (ctx: Context, row: OverrideRow): Promise<PlannerOverride> =>
  (await serializeOverrides(ctx, [row]))[0] as PlannerOverride;

/** A requirement of a module that one marks as done is done with it. */
async function followModules(ctx: Context, { plannable_type, plannable_id, marked_complete }: OverrideRow) {
  if (!marked_complete || !isPlannableType(plannable_type)) return;
  const content = moduleContent(plannable_type, plannable_id);
  if (content) await noteModuleAction(ctx, { user: ctx.me.id, type: 'mark_done', content });
}

export const listOverrides = operation('GET /api/v1/planner/overrides', {
  summary: 'What I have ticked off or dismissed in my planner',
  requires: 'user',
  returns: List(PlannerOverride),
  async handle({ ctx }) {
    const query = ctx.db
      .selectFrom('planner_overrides')
      .selectAll()
      .where('user_id', '=', ctx.me.id)
      .where('workflow_state', '=', 'active');
    const rows = await paginate(ctx, query, { kind: 'total', key: 'planner_overrides.id' });
    return await serializeOverrides(ctx, rows);
  },
});

export const showOverride = operation('GET /api/v1/planner/overrides/{id}', {
  summary: 'One thing that I have ticked off or dismissed',
  load: { override: override('id') },
  requires: 'user',
  returns: PlannerOverride,
  handle: ({ ctx, override }) => serialize(ctx, override),
});

export const createOverride = operation('POST /api/v1/planner/overrides', {
  summary: 'Tick off or dismiss a thing in my planner',
  requires: 'user',
  returns: PlannerOverride,
  async handle({ ctx, params }) {
    const { plannable_type: type, plannable_id: id, marked_complete = false, dismissed = false } = params;
    if (!isPlannableType(type) || !id || !(await findPlannable(ctx, type, id))) throw new NotFound();
    const row = await ctx.db
      .insertInto('planner_overrides')
      .values({
        user_id: ctx.me.id,
        plannable_type: type,
        plannable_id: id,
        marked_complete,
        dismissed,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new InvalidRecord({ plannable_id: [['taken', 'has already been taken']] });
    await followModules(ctx, row);
    return new Reply(201, await serialize(ctx, row));
  },
});

export const updateOverride = operation('PUT /api/v1/planner/overrides/{id}', {
  summary: 'Change whether a thing is ticked off or dismissed; what isn’t said is no',
  load: { override: override('id') },
  requires: 'user',
  returns: PlannerOverride,
  async handle({ ctx, override, params: { marked_complete = false, dismissed = false } }) {
    const row = await ctx.db
      .updateTable('planner_overrides')
      .set({ marked_complete, dismissed, updated_at: ctx.now })
      .where('id', '=', override.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await followModules(ctx, row);
    return await serialize(ctx, row);
  },
});

export const deleteOverride = operation('DELETE /api/v1/planner/overrides/{id}', {
  summary: 'Take back that a thing is ticked off or dismissed',
  load: { override: override('id') },
  requires: 'user',
  returns: PlannerOverride,
  async handle({ ctx, override }) {
    const row = await ctx.db
      .updateTable('planner_overrides')
      .set({
        workflow_state: 'deleted',
        deleted_at: sql`coalesce(deleted_at, ${ctx.now}::timestamptz)`,
        updated_at: ctx.now,
      })
      .where('id', '=', override.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serialize(ctx, row);
  },
});
