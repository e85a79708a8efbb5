/** Outcomes with their groups, and the rubrics that measure them. */
import type { Context } from '../../http/context.ts';
import { ofCourse } from '../contexts.ts';
import { alignOutcomes } from '../outcome-alignments.ts';
import { linkOutcomes, type OutcomeGroupRow, rootOutcomeGroup } from '../outcome-groups.ts';
import { associate } from '../rubric-associating.ts';
import { outcomeIdsOf } from '../rubric-criteria.ts';
import type { RubricRow } from '../rubrics.ts';
import { sortKey } from '../sort-key.ts';
import type { OutcomeContent, OutcomeGroupContent, RubricContent } from './content.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

export async function writeOutcomes(ctx: Context, writing: Writing): Promise<void> {
  const { content } = writing;
  if (content.outcomes.length + content.outcomeGroups.length === 0) return;
  const root = await rootOutcomeGroup(ctx, ofCourse(await courseOfWriting(ctx, writing)));
  for (const group of parentsFirst(content.outcomeGroups)) await writeGroup(ctx, writing, group, root);
  for (const outcome of content.outcomes) {
    const id = outcome.sharedId ?? (await writeOutcome(ctx, writing, outcome));
    const group = { ...root, id: writing.keys.find('learning_outcome_groups', outcome.group) ?? root.id };
    await linkOutcomes(ctx, group, [id]);
    if (outcome.sharedId === null) await writing.keys.remember(ctx, 'learning_outcomes', outcome.key, id);
  }
}

/** Each behind the one that it is in. */
function parentsFirst(groups: readonly OutcomeGroupContent[]): OutcomeGroupContent[] {
  const ordered: OutcomeGroupContent[] = [];
  let level = groups.filter(({ parent }) => !groups.some(({ key }) => key === parent));
  while (level.length > 0 && ordered.length < groups.length) {
    ordered.push(...level);
    const keys = new Set(level.map(({ key }) => key));
    level = groups.filter(({ parent }) => parent !== null && keys.has(parent));
  }
  return ordered;
}

async function writeGroup(
  ctx: Context,
  { keys, courseId }: Writing,
  { key, columns, parent }: OutcomeGroupContent,
  root: OutcomeGroupRow,
): Promise<void> {
  const values = {
    ...columns,
    title_key: sortKey(columns.title),
    learning_outcome_group_id: keys.find('learning_outcome_groups', parent) ?? root.id,
    updated_at: ctx.now,
  };
  const known = keys.find('learning_outcome_groups', key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('learning_outcome_groups')
      .set(values)
      .where('id', '=', known)
      .where('workflow_state', '=', 'active')
      .returning('id')
      .executeTakeFirst());
  const { id } =
    updated ||
    (await ctx.db
      .insertInto('learning_outcome_groups')
      .values({ ...values, ...times(ctx), context_type: 'Course', context_id: courseId })
      .returning('id')
      .executeTakeFirstOrThrow());
  await keys.remember(ctx, 'learning_outcome_groups', key, id);
}

async function writeOutcome(
  ctx: Context,
  { keys, courseId }: Writing,
  { key, columns }: OutcomeContent,
): Promise<number> {
  const values = {
    calculation_method: 'decaying_average',
    mastery_points: 0,
    points_possible: 0,
    ...columns,
    title_key: sortKey(columns.title),
    ratings: JSON.stringify(columns.ratings ?? []),
    updated_at: ctx.now,
  };
  const known = keys.find('learning_outcomes', key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('learning_outcomes')
      .set(values)
      .where('id', '=', known)
      .where('workflow_state', '=', 'active')
      .returning('id')
      .executeTakeFirst());
  if (updated) return updated.id;
  const { id } = await ctx.db
    .insertInto('learning_outcomes')
    .values({ ...values, ...times(ctx), context_type: 'Course', context_id: courseId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function writeRubrics(ctx: Context, writing: Writing): Promise<void> {
  if (writing.content.rubrics.length === 0) return;
  const course = await courseOfWriting(ctx, writing);
  const context = ofCourse(course);
  for (const content of writing.content.rubrics) {
    const rubric = await writeRubric(ctx, writing, content);
    await alignOutcomes(ctx, context, { type: 'Rubric', id: rubric.id }, outcomeIdsOf(rubric.data));
    await associate(ctx, {
      rubric,
      context,
      object: { type: 'Course', id: course.id, course },
      fields: { purpose: 'bookmark', use_for_grading: false, title: course.name },
      updatesExisting: true,
    });
    await writing.keys.remember(ctx, 'rubrics', content.key, rubric.id);
  }
}

async function writeRubric(ctx: Context, writing: Writing, content: RubricContent): Promise<RubricRow> {
  const { keys, courseId } = writing;
  const values = {
    ...content.columns,
    data: JSON.stringify(criteriaHere(writing, content)),
    updated_at: ctx.now,
  };
  const known = keys.find('rubrics', content.key);
  const updated =
    known &&
    (await ctx.db
      .updateTable('rubrics')
      .set(values)
      .where('id', '=', known)
      .where('workflow_state', '<>', 'deleted')
      .returningAll()
      .executeTakeFirst());
  if (updated) return updated;
  return await ctx.db
    .insertInto('rubrics')
    .values({
      ...values,
      ...times(ctx),
      context_type: 'Course',
      context_id: courseId,
      user_id: ctx.user?.id ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A criterion measures the outcome as it is here; of one that isn't, nothing. */
function criteriaHere({ keys, content: { outcomes: all } }: Writing, { columns, outcomes }: RubricContent) {
  return (columns.data ?? []).map((criterion) => {
    const key = outcomes[criterion.id];
    if (key === undefined) return criterion;
    const shared = all.find((outcome) => outcome.key === key)?.sharedId;
    const id = shared ?? keys.find('learning_outcomes', key);
    const { learning_outcome_id: _, ...rest } = criterion;
    return id === undefined ? rest : { ...rest, learning_outcome_id: id };
  });
}
