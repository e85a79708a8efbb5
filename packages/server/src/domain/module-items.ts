/**
 * The items of modules with what they lead to. What an item leads to says whether it is published, what it is called
 * since it was renamed, and whether it still is there; Canvas keeps the same in step by copying.
 */
import type { Selectable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type {
  AssignmentsTable,
  AttachmentsTable,
  ContextModulesTable,
  DiscussionTopicsTable,
  ModuleItemsTable,
  WikiPagesTable,
} from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { Requirement } from './module-progression.ts';

export type ModuleRow = Selectable<ContextModulesTable>;
export type ModuleItemRow = Selectable<ModuleItemsTable>;
export type ItemType = ModuleItemRow['type'];

type PageContent = Pick<Selectable<WikiPagesTable>, 'id' | 'url' | 'title' | 'workflow_state' | 'publish_at'>;
type TopicContent = Selectable<DiscussionTopicsTable>;

export interface ItemContent {
  /** Undefined where renaming the content doesn't rename the item. */
  readonly title: string | undefined;
  readonly isPublished: boolean;
  readonly page?: PageContent;
  readonly file?: Selectable<AttachmentsTable>;
  readonly topic?: TopicContent;
  /** The assignment itself, or the one of the topic. */
  readonly assignment?: Selectable<AssignmentsTable> | undefined;
}

export interface ModuleItem {
  readonly row: ModuleItemRow;
  readonly id: number;
  readonly moduleId: number;
  readonly type: ItemType;
  readonly title: string;
  /** From 1 on without gaps. */
  readonly position: number;
  readonly isPublished: boolean;
  readonly requirement: Requirement | null;
  /** Undefined of what leads nowhere in Easel: headers, addresses, tools. */
  readonly content: ItemContent | undefined;
}

/** The items of some modules in their order, in a number of queries that doesn't grow with them. */
export async function itemsOfModules(
  ctx: Context,
  moduleIds: readonly number[],
): Promise<Map<number, ModuleItem[]>> {
  const rows =
    moduleIds.length === 0
      ? []
      : await ctx.db
          .selectFrom('module_items')
          .selectAll()
          .where('context_module_id', '=', anyOf(moduleIds))
          .where('workflow_state', '<>', 'deleted')
          .orderBy('position')
          .orderBy('id')
          .execute();
  const contentOf = await loadContents(ctx, rows);
  const byModule = new Map<number, ModuleItem[]>(moduleIds.map((id) => [id, []]));
  for (const row of rows) {
    const content = contentOf(row);
    if (!content && hasContent(row.type)) continue;
    const items = byModule.get(row.context_module_id) as ModuleItem[];
    items.push(itemOf(row, content, items.length + 1));
  }
  return byModule;
}

const WITH_CONTENT: ReadonlySet<ItemType> = new Set(['File', 'Page', 'Discussion', 'Assignment', 'Quiz']);
export const hasContent = (type: ItemType): boolean => WITH_CONTENT.has(type);

function itemOf(row: ModuleItemRow, content: ItemContent | undefined, position: number): ModuleItem {
  const renamed = content?.title !== undefined && content.title !== row.content_title;
  return {
    row,
    id: row.id,
    moduleId: row.context_module_id,
    type: row.type,
    title: renamed ? (content.title as string) : row.title,
    position,
    isPublished: content ? content.isPublished : row.workflow_state === 'active',
    requirement: row.requirement_type
      ? { type: row.requirement_type, min_score: row.min_score, min_percentage: row.min_percentage }
      : null,
    content,
  };
}

type Linked = Pick<ModuleItemRow, 'type' | 'content_id'>;

/** What some items lead to; nothing where it was deleted. */
export async function loadContents(
  ctx: Context,
  rows: readonly Linked[],
): Promise<(row: Linked) => ItemContent | undefined> {
  const idsOf = (wanted: ItemType) =>
    rows.filter(({ type }) => type === wanted).map(({ content_id }) => content_id);
  const [pages, files, topics] = await Promise.all([
    loadPages(ctx, idsOf('Page')),
    loadFiles(ctx, idsOf('File')),
    loadTopics(ctx, idsOf('Discussion')),
  ]);
  const graded = [...topics.values()].flatMap(({ assignment_id }) => assignment_id ?? []);
  const assignments = await loadAssignments(ctx, [...idsOf('Assignment'), ...graded]);
  return ({ type, content_id }) => {
    if (type === 'Page') return ofPage(ctx, pages.get(content_id));
    if (type === 'File') return ofFile(files.get(content_id));
    if (type === 'Assignment') return ofAssignment(assignments.get(content_id));
    const topic = type === 'Discussion' ? topics.get(content_id) : undefined;
    return topic && ofTopic(topic, assignments.get(topic.assignment_id ?? 0));
  };
}

const ofPage = (ctx: Context, page: PageContent | undefined): ItemContent | undefined =>
  page && {
    title: page.title,
    isPublished: page.workflow_state === 'active' || (page.publish_at !== null && page.publish_at <= ctx.now),
    page,
  };
const ofFile = (file: Selectable<AttachmentsTable> | undefined): ItemContent | undefined =>
  file && { title: undefined, isPublished: !file.locked, file };
const ofAssignment = (assignment: Selectable<AssignmentsTable> | undefined): ItemContent | undefined =>
  assignment && {
    title: assignment.name,
    isPublished: assignment.workflow_state === 'published',
    assignment,
  };
const ofTopic = (topic: TopicContent, assignment: Selectable<AssignmentsTable> | undefined): ItemContent => ({
  title: topic.title,
  isPublished: topic.workflow_state !== 'unpublished',
  topic,
  assignment,
});

const byId = <Row extends { id: number }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

async function loadPages(ctx: Context, ids: readonly number[]): Promise<Map<number, PageContent>> {
  if (ids.length === 0) return new Map();
  const query = ctx.db
    .selectFrom('wiki_pages')
    .select(['id', 'url', 'title', 'workflow_state', 'publish_at'])
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted');
  return byId(await query.execute());
}

async function loadFiles(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Selectable<AttachmentsTable>>();
  const query = ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('file_state', 'not in', ['deleted', 'errored']);
  return byId(await query.execute());
}

async function loadTopics(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, TopicContent>();
  const query = ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted');
  return byId(await query.execute());
}

async function loadAssignments(ctx: Context, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Selectable<AssignmentsTable>>();
  const query = ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted');
  return byId(await query.execute());
}
