/** Topics for some sections of a course alone. */
import { anyOf } from '../../db/any-of.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Draft } from './write.ts';

/** Undefined where nothing was said. */
export type ChosenSections = number[] | 'all' | undefined;

/** `4,5` or `all`. Throws NotFound for a section that isn't there. */
export async function chosenSections({ ctx, forum, before, params, errors }: Draft): Promise<ChosenSections> {
  const { specific_sections } = params;
  const chosen = !specific_sections
    ? undefined
    : specific_sections === 'all'
      ? ('all' as const)
      : await findSections(ctx, forum.course?.id ?? 0, specific_sections.split(','));
  const concerned = Array.isArray(chosen)
    ? chosen
    : chosen === undefined && before?.topic.is_section_specific
      ? await sectionsOf(ctx, before.topic.id)
      : [];
  const unseen =
    forum.sections === 'all' ? [] : concerned.filter((id) => !forum.sections.includes(id as never));
  if (unseen.length > 0) {
    errors['specific_sections'] =
      `You do not have permissions to modify discussion for section(s) ${unseen.join(', ')}`;
  }
  return chosen;
}

async function findSections(ctx: Context, courseId: number, texts: readonly string[]): Promise<number[]> {
  const ids = [...new Set(texts.map(parseNumber))];
  const known = ids.filter((id) => id !== undefined);
  const rows = await ctx.db
    .selectFrom('course_sections')
    .select('id')
    .where('course_id', '=', courseId)
    .where('id', '=', anyOf(known))
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  if (rows.length !== ids.length) throw new NotFound();
  return rows.map(({ id }) => id);
}

async function sectionsOf(ctx: Context, topicId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('discussion_topic_sections')
    .select('course_section_id')
    .where('discussion_topic_id', '=', topicId)
    .orderBy('course_section_id')
    .execute();
  return rows.map(({ course_section_id }) => course_section_id);
}

export async function saveSections(
  ctx: Context,
  { id }: Pick<TopicRow, 'id'>,
  sections: ChosenSections,
): Promise<void> {
  if (sections === undefined) return;
  await ctx.db.deleteFrom('discussion_topic_sections').where('discussion_topic_id', '=', id).execute();
  if (sections === 'all' || sections.length === 0) return;
  await ctx.db
    .insertInto('discussion_topic_sections')
    .values(sections.map((course_section_id) => ({ discussion_topic_id: id, course_section_id })))
    .execute();
}
