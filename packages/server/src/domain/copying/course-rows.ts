/** Everything of a course that can be copied, in a number of queries that doesn't grow with it. */
import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { GradingStandardsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { AssignmentRow } from '../assignment-access.ts';
import { activeGroups } from '../assignment-groups.ts';
import { notDeleted } from '../attachments.ts';
import { ofCourse } from '../contexts.ts';
import type { CourseRow } from '../course-access.ts';
import { activeFolders } from '../folders.ts';
import type { OutcomeGroupRow, OutcomeRow } from '../outcome-groups.ts';
import { frontPageId, pagesOf } from '../wiki-pages.ts';

export type CourseRows = Awaited<ReturnType<typeof courseRows>>;

export async function courseRows(ctx: Context, course: CourseRow) {
  const context = ofCourse(course);
  const assignments = await assignmentRows(ctx, course.id);
  const modules = await moduleRows(ctx, course.id);
  return {
    course,
    latePolicy: await ctx.db
      .selectFrom('late_policies')
      .selectAll()
      .where('course_id', '=', course.id)
      .executeTakeFirst(),
    standards: await standardRows(ctx, course),
    feeds: await ctx.db
      .selectFrom('external_feeds')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .orderBy('id')
      .execute(),
    folders: await activeFolders(ctx, context).orderBy('full_name').orderBy('id').execute(),
    files: await fileRows(ctx, course.id),
    groups: await activeGroups(ctx, course.id).execute(),
    assignments,
    associations: await associationRows(
      ctx,
      assignments.map(({ id }) => id),
    ),
    rubrics: await ctx.db
      .selectFrom('rubrics')
      .selectAll()
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .where('workflow_state', '<>', 'deleted')
      .orderBy('id')
      .execute(),
    topics: await topicRows(ctx, course.id),
    pages: await pagesOf(ctx, context).orderBy('wiki_pages.id').execute(),
    frontPageId: await frontPageId(ctx, context),
    slugs: await ctx.db
      .selectFrom('wiki_page_slugs')
      .select(['slug', 'wiki_page_id'])
      .where('context_type', '=', 'Course')
      .where('context_id', '=', course.id)
      .execute(),
    modules,
    items: await itemRows(
      ctx,
      modules.map(({ id }) => id),
    ),
    ...(await outcomeRows(ctx, course.id)),
  };
}

async function assignmentRows(ctx: Context, courseId: number): Promise<AssignmentRow[]> {
  return await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('workflow_state', 'in', ['published', 'unpublished'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Rubrics that assignments are graded with. */
async function associationRows(ctx: Context, assignmentIds: readonly number[]) {
  return await ctx.db
    .selectFrom('rubric_associations')
    .selectAll()
    .where('association_type', '=', 'Assignment')
    .where('association_id', '=', anyOf(assignmentIds))
    .where('purpose', '=', 'grading')
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
}

/** Those of the course, and what the course or an assignment goes by. */
async function standardRows(ctx: Context, { id }: CourseRow): Promise<Selectable<GradingStandardsTable>[]> {
  return await ctx.db
    .selectFrom('grading_standards')
    .selectAll()
    .where('context_type', '=', 'Course')
    .where('context_id', '=', id)
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
}

/** Not what people handed in or what waits for its bytes. */
async function fileRows(ctx: Context, courseId: number) {
  return await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courseId)
    .where('folder_id', 'is not', null)
    .where('workflow_state', '=', 'processed')
    .where('content_key', 'is not', null)
    .where(notDeleted)
    .orderBy('display_name_key')
    .orderBy('id')
    .execute();
}

/** Those of groups are made from the course's own. */
async function topicRows(ctx: Context, courseId: number) {
  return await ctx.db
    .selectFrom('discussion_topics')
    .selectAll()
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courseId)
    .where('root_topic_id', 'is', null)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
}

async function moduleRows(ctx: Context, courseId: number) {
  return await ctx.db
    .selectFrom('context_modules')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function itemRows(ctx: Context, moduleIds: readonly number[]) {
  return await ctx.db
    .selectFrom('module_items')
    .selectAll()
    .where('context_module_id', '=', anyOf(moduleIds))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Groups without the root, and what is linked into any of them or into the root. */
async function outcomeRows(ctx: Context, courseId: number) {
  const groups: OutcomeGroupRow[] = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('context_type', '=', 'Course')
    .where('context_id', '=', courseId)
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  const links = await ctx.db
    .selectFrom('learning_outcome_links')
    .selectAll()
    .where('learning_outcome_group_id', '=', anyOf(groups.map(({ id }) => id)))
    .orderBy('id')
    .execute();
  const outcomes: OutcomeRow[] = await ctx.db
    .selectFrom('learning_outcomes')
    .selectAll()
    .where('id', '=', anyOf(links.map(({ learning_outcome_id }) => learning_outcome_id)))
    .where('workflow_state', '=', 'active')
    .orderBy('id')
    .execute();
  return { outcomeGroups: groups, outcomeLinks: links, outcomes };
}
