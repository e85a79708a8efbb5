import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { type ModuleItem as Item, type ItemType, itemsOfModules } from '../../domain/module-items.ts';
import { modulesVisibleTo, viewerOf, visibleItems } from '../../domain/module-visibility.ts';
import { findPage } from '../../domain/wiki-pages.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { List, Nullable, Shape } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { Module } from '../modules/schema.ts';
import { serializeModules } from '../modules/serialize.ts';
import { ModuleItem } from './schema.ts';
import { serializeItems } from './serialize.ts';

const Sequence = Shape({
  items: List(Shape({ current: ModuleItem, prev: Nullable(ModuleItem), next: Nullable(ModuleItem) })),
  modules: List(Module),
});

/** A thing may stand in several modules. */
const MOST_PLACES = 10;

const assetTypes = [
  'ModuleItem',
  'File',
  'Page',
  'Discussion',
  'Assignment',
  'Quiz',
  'ExternalTool',
  'SubHeader',
  'ExternalUrl',
] as const satisfies (ItemType | 'ModuleItem')[];
type AssetType = (typeof assetTypes)[number];

export default operation('GET /api/v1/courses/{course_id}/module_item_sequence', {
  summary: 'What stands before and behind a thing in the modules of a course',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: Sequence,
  async handle({ ctx, course, params }) {
    const type = assetTypes.find((each) => each === params.asset_type);
    if (!type) throw new Refusal(400, { message: 'invalid asset_type' });
    if (!params.asset_id) throw new Refusal(400, { message: 'missing asset_id' });

    const viewer = await viewerOf(ctx, course);
    const modules = await ctx.db
      .selectFrom('context_modules')
      .selectAll()
      .where('course_id', '=', course.id)
      .where(modulesVisibleTo(viewer))
      .orderBy('position')
      .orderBy('id')
      .execute();
    const all = await itemsOfModules(
      ctx,
      modules.map(({ id }) => id),
    );
    const visible = await visibleItems(ctx, course, [...all.values()].flat(), viewer);
    const sequence = visible.filter((item) => item.type !== 'SubHeader');
    const isMeant = await meaning(ctx, course, type, params.asset_id);
    const places = sequence.flatMap((item, index) => (isMeant(item) ? [index] : [])).slice(0, MOST_PLACES);
    const around = (index: number) => sequence.slice(Math.max(index - 1, 0), index + 2);
    const shown = [...new Set(places.flatMap(around))];
    const view = { published: viewer.seesUnpublished };
    const json = new Map(
      (await serializeItems(ctx, course, shown, view)).map((item) => [item.id, item] as const),
    );
    const at = (index: number) => json.get(sequence[index]?.id ?? 0) ?? null;
    const moduleIds = new Set(shown.map(({ moduleId }) => moduleId));
    return {
      items: places.map((index) => ({
        current: at(index) as ModuleItem,
        prev: at(index - 1),
        next: at(index + 1),
      })),
      modules: await serializeModules(
        ctx,
        course,
        modules.filter(({ id }) => moduleIds.has(id)),
        { viewer, ...view },
      ),
    };
  },
});

/** Whether an item leads to the thing that is asked for; to a graded topic also by its assignment. */
async function meaning(
  ctx: Context,
  course: CourseRow,
  type: AssetType,
  text: string,
): Promise<(item: Item) => boolean> {
  const page = type === 'Page' ? await findPage(ctx, ofCourse(course), text) : undefined;
  const id = page?.id ?? parseNumber(text) ?? 0;
  if (type === 'ModuleItem') return (item) => item.id === id;
  if (type !== 'Discussion') return (item) => item.type === type && item.row.content_id === id;
  const topic = await ctx.db
    .selectFrom('discussion_topics')
    .select('assignment_id')
    .where('id', '=', id)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', course.id)
    .executeTakeFirst();
  return (item) =>
    (item.type === 'Discussion' && item.row.content_id === id) ||
    (item.type === 'Assignment' && item.row.content_id === topic?.assignment_id);
}
