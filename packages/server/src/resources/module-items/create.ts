import { assignWorkOfModules } from '../../domain/assigned-work.ts';
import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { hasContent, type ItemContent, type ItemType, loadContents } from '../../domain/module-items.ts';
import { arrangeItems, lockModules } from '../../domain/module-order.ts';
import { refreshCourse } from '../../domain/module-progress.ts';
import { findPage } from '../../domain/wiki-pages.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { module } from '../modules/load.ts';
import { findItem } from './load.ts';
import { ModuleItem } from './schema.ts';
import { serializeItem } from './serialize.ts';
import { type NewItemParams, requirementColumns, validUrl } from './write.ts';

export default operation('POST /api/v1/courses/{course_id}/modules/{module_id}/items', {
  summary: 'Put something into a module',
  load: { course: course('course_id'), module: module('module_id') },
  requires: { module: 'update' },
  returns: ModuleItem,
  async handle({ ctx, course, module, params: { module_item: params } }) {
    if (!params) throw new Refusal(400, { message: 'missing module item parameter' });
    const linked = await linkedContent(ctx, course, params);
    await lockModules(ctx, course);
    const { id } = await ctx.db
      .insertInto('module_items')
      .values({
        course_id: course.id,
        context_module_id: module.id,
        type: linked.type,
        content_id: linked.id,
        title: params.title || linked.name || 'No title',
        content_title: linked.content?.title ?? null,
        position: 2 ** 31 - 1,
        indent: Math.max(params.indent ?? 0, 0),
        ...addressed(linked.type, params),
        ...requirementColumns(params.completion_requirement, linked.content),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { position } = params;
    await arrangeItems(ctx, module.id, typeof position === 'number' ? { id, position } : undefined);
    await assignWorkOfModules(ctx, course.id);
    await refreshCourse(ctx, course);
    const item = await findItem(ctx, module.id, id);
    if (!item) throw new NotFound();
    return await serializeItem(ctx, course, item, { published: true });
  },
});

/** The documented words, and Canvas's names of the same things. */
const types: Readonly<Record<string, ItemType>> = {
  file: 'File',
  attachment: 'File',
  page: 'Page',
  wikipage: 'Page',
  discussion: 'Discussion',
  discussiontopic: 'Discussion',
  assignment: 'Assignment',
  quiz: 'Quiz',
  subheader: 'SubHeader',
  contextmodulesubheader: 'SubHeader',
  externalurl: 'ExternalUrl',
  externaltool: 'ExternalTool',
  contextexternaltool: 'ExternalTool',
};

interface Linked {
  readonly type: ItemType;
  readonly id: number;
  readonly content: ItemContent | undefined;
  readonly name: string | undefined;
}

const noContent = () => new Refusal(400, { message: 'Could not find content' });

/** What is to be put in, which must be of the course. A graded topic goes in as the topic. */
async function linkedContent(ctx: Context, course: CourseRow, params: NewItemParams): Promise<Linked> {
  const type = types[(params.type ?? '').replaceAll('_', '').toLowerCase()];
  if (!type) throw noContent();
  if (!hasContent(type)) return { type, id: 0, content: undefined, name: undefined };
  if (type === 'Page') return await linkedPage(ctx, course, params.page_url);
  const id = parseNumber(params.content_id ?? '') ?? 0;
  const topic = type === 'Assignment' ? await topicOf(ctx, id) : undefined;
  const linked = topic ? ({ type: 'Discussion', content_id: topic } as const) : { type, content_id: id };
  const content = (await loadContents(ctx, [linked]))(linked);
  if (!content || !isOf(course, content)) throw noContent();
  return {
    type: linked.type,
    id: linked.content_id,
    content,
    name: content.title ?? content.file?.display_name,
  };
}

async function linkedPage(ctx: Context, course: CourseRow, slug: string | null | undefined): Promise<Linked> {
  if (slug === undefined || slug === null) throw new Refusal(400, { message: 'missing page_url parameter' });
  const page = await findPage(ctx, ofCourse(course), slug);
  if (!page || page.workflow_state === 'deleted') {
    throw new Refusal(400, { message: 'invalid page_url parameter' });
  }
  const linked = { type: 'Page', content_id: page.id } as const;
  return {
    type: 'Page',
    id: page.id,
    content: (await loadContents(ctx, [linked]))(linked),
    name: page.title,
  };
}

async function topicOf(ctx: Context, assignmentId: number): Promise<number | undefined> {
  const topic = await ctx.db
    .selectFrom('discussion_topics')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('root_topic_id', 'is', null)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  return topic?.id;
}

function isOf({ id }: CourseRow, { topic, file, assignment }: ItemContent): boolean {
  const place = topic ?? file;
  if (place) return place.context_type === 'Course' && place.context_id === id;
  return assignment?.course_id === id;
}

function addressed(type: ItemType, { external_url, new_tab, iframe }: NewItemParams) {
  if (type !== 'ExternalUrl' && type !== 'ExternalTool') return {};
  return {
    url: validUrl(external_url),
    new_tab: new_tab ?? null,
    ...(type === 'ExternalTool' &&
      iframe && {
        link_settings: JSON.stringify({
          selection_width: iframe.width ?? null,
          selection_height: iframe.height ?? null,
        }),
      }),
  };
}
