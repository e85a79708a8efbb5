import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { ofCourse } from '../../domain/contexts.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { ModuleItem as Item } from '../../domain/module-items.ts';
import type { StudentProgress } from '../../domain/module-progress.ts';
import { frontPageId } from '../../domain/wiki-pages.ts';
import { toBoolean } from '../../http/coerce.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { contentDetails } from './content-details.ts';
import { ModuleItem } from './schema.ts';

export interface ItemView {
  /** Of the student whose items they are. */
  progress?: StudentProgress | undefined;
  /** Whether it is said what is published. */
  published: boolean;
  details?: boolean;
  /** `include[]=mastery_paths`; there are none. */
  masteryPaths?: boolean;
}

/** Items of one course for the caller, in a number of queries that doesn't grow with them. */
export async function serializeItems(
  ctx: Context,
  course: CourseRow,
  items: readonly Item[],
  view: ItemView,
): Promise<ModuleItem[]> {
  const [canUnpublish, detailsOf] = await Promise.all([
    view.published ? unpublishable(ctx, course, items) : undefined,
    view.details ? contentDetails(ctx, course, items) : undefined,
  ]);
  return items.map((item) =>
    inOrderOf(ModuleItem, {
      id: item.id,
      title: item.title,
      position: item.position,
      indent: item.row.indent,
      quiz_lti: false,
      type: item.type,
      module_id: item.moduleId,
      ...addresses(ctx, course, item),
      ...(item.requirement && { completion_requirement: requirementOf(item, view.progress) }),
      ...(canUnpublish && { published: item.isPublished, unpublishable: canUnpublish(item) }),
      ...(detailsOf && { content_details: detailsOf(item) }),
      ...(view.masteryPaths && { mastery_paths: null }),
    }),
  );
}

export async function serializeItem(
  ctx: Context,
  course: CourseRow,
  item: Item,
  view: ItemView,
): Promise<ModuleItem> {
  const [json] = await serializeItems(ctx, course, [item], view);
  return json as ModuleItem;
}

function addresses(ctx: Context, course: CourseRow, { id, type, row, content }: Item): Partial<ModuleItem> {
  const page = `/courses/${course.id}`;
  const api = `/api/v1${page}`;
  const html_url = ctx.url(`${page}/modules/items/${id}`);
  const at = (path: string) => ({ html_url, content_id: row.content_id, url: ctx.url(`${api}${path}`) });
  switch (type) {
    case 'SubHeader':
      return {};
    case 'ExternalUrl': {
      // In a frame of the site, or at its own place.
      const framed = toBoolean(scalar(ctx.request.params['frame_external_urls']));
      return {
        html_url: framed ? html_url : ctx.url(`${api}/module_item_redirect/${id}`),
        external_url: row.url,
        new_tab: row.new_tab,
      };
    }
    case 'ExternalTool':
      return {
        ...at(`/external_tools/sessionless_launch?url=${encodeURIComponent(row.url ?? '')}`),
        external_url: row.url,
        new_tab: row.new_tab,
      };
    case 'Page':
      return {
        html_url,
        page_url: content?.page?.url ?? '',
        publish_at: content?.page?.publish_at ?? null,
        url: ctx.url(`${api}/pages/${encodeURIComponent(content?.page?.url ?? '')}`),
      };
    case 'Assignment':
      return at(`/assignments/${row.content_id}`);
    case 'Discussion':
      return at(`/discussion_topics/${row.content_id}`);
    case 'File':
      return at(`/files/${row.content_id}`);
    case 'Quiz':
      return at(`/quizzes/${row.content_id}`);
  }
}

const scalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' ? value : undefined;

function requirementOf({ id, moduleId, requirement }: Item, progress: StudentProgress | undefined) {
  const { type, min_score, min_percentage } = requirement as NonNullable<Item['requirement']>;
  const met = progress?.get(moduleId)?.requirements_met;
  return {
    type,
    ...(min_score !== null && type === 'min_score' && { min_score }),
    ...(min_percentage !== null && type === 'min_percentage' && { min_percentage }),
    ...(progress && { completed: met?.some((done) => done.id === id && done.type === type) ?? false }),
  };
}

/** Whether nothing stands against unpublishing: work of students, or being the front page. */
export async function unpublishable(
  ctx: Context,
  course: CourseRow,
  items: readonly Item[],
): Promise<(item: Item) => boolean> {
  const assignmentIds = items.flatMap(({ content }) => content?.assignment?.id ?? []);
  const topicIds = items.flatMap(({ content }) => content?.topic?.id ?? []);
  const [front, worked, discussed] = await Promise.all([
    items.some(({ type }) => type === 'Page') ? frontPageId(ctx, ofCourse(course)) : null,
    assignmentIds.length > 0 ? withWork(ctx, assignmentIds) : new Set<number>(),
    topicIds.length > 0 ? withEntries(ctx, course, topicIds) : new Set<number>(),
  ]);
  return ({ content }) =>
    !(content?.page && content.page.id === front) &&
    !(content?.assignment && worked.has(content.assignment.id)) &&
    !(content?.topic && discussed.has(content.topic.id));
}

async function withWork(ctx: Context, assignmentIds: readonly number[]): Promise<Set<number>> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .select('assignment_id')
    .distinct()
    .where('assignment_id', '=', anyOf(assignmentIds))
    .where('submission_type', 'is not', null)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  return new Set(rows.map(({ assignment_id }) => assignment_id));
}

async function withEntries(ctx: Context, { id }: CourseRow, topicIds: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('discussion_entries')
    .select('discussion_topic_id')
    .distinct()
    .where('discussion_topic_id', '=', anyOf(topicIds))
    .where('workflow_state', '=', 'active')
    .where(
      sql<boolean>`exists (select 1 from enrollments where enrollments.user_id = discussion_entries.user_id
        and enrollments.course_id = ${id} and enrollments.type = 'StudentEnrollment'
        and enrollments.workflow_state <> 'deleted')`,
    )
    .execute();
  return new Set(rows.map(({ discussion_topic_id }) => discussion_topic_id));
}
