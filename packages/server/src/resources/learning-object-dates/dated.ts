/** What has dates, of whatever kind it is: where its overrides hang, and what it says of itself. */
import { type SqlBool, sql } from 'kysely';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import type { ModuleRow } from '../../domain/module-items.ts';
import type { Overridable } from '../../domain/override-data.ts';
import type { PageRow } from '../../domain/wiki-access.ts';
import type { Context } from '../../http/context.ts';
import type { LearningObjectDates } from './schema.ts';

export interface Dated {
  /** Of the thing itself, which is another than that of the assignment that a discussion is graded by. */
  readonly id: number;
  readonly overridable: Overridable;
  readonly graded: boolean;
  readonly dates: Partial<
    Pick<LearningObjectDates, 'due_at' | 'unlock_at' | 'lock_at' | 'group_category_id'>
  >;
  /** Undefined where that follows from whether there are overrides. */
  readonly onlyVisibleToOverrides: boolean | undefined;
  /** The topic that is posted to some sections alone. */
  readonly sectionsOf?: TopicRow;
}

export const datedAssignment = (course: CourseRow, assignment: AssignmentRow): Dated => ({
  id: assignment.id,
  overridable: {
    course,
    column: 'assignment_id',
    id: assignment.id,
    groupCategoryId: assignment.group_category_id,
  },
  graded: true,
  dates: {
    due_at: assignment.due_at,
    unlock_at: assignment.unlock_at,
    lock_at: assignment.lock_at,
    group_category_id: assignment.group_category_id,
  },
  onlyVisibleToOverrides: assignment.only_visible_to_overrides,
});

/** A graded one goes by the dates of its assignment, but has its own id and groups. */
export async function datedTopic(ctx: Context, course: CourseRow, topic: TopicRow): Promise<Dated> {
  const assignment = await assignmentOfTopic(ctx, topic);
  if (assignment) {
    const dated = datedAssignment(course, assignment);
    const group_category_id = assignment.group_category_id ?? topic.group_category_id;
    return { ...dated, id: topic.id, dates: { ...dated.dates, group_category_id } };
  }
  const { id, delayed_post_at, lock_at, group_category_id } = topic;
  return {
    id,
    overridable: { course, column: 'discussion_topic_id', id, groupCategoryId: group_category_id },
    graded: false,
    dates: { unlock_at: delayed_post_at, lock_at, group_category_id },
    onlyVisibleToOverrides: topic.only_visible_to_overrides,
    ...(topic.is_section_specific && { sectionsOf: topic }),
  };
}

export async function assignmentOfTopic(ctx: Context, topic: TopicRow): Promise<AssignmentRow | undefined> {
  if (topic.assignment_id === null) return undefined;
  return await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', topic.assignment_id)
    .executeTakeFirst();
}

export const datedPage = (course: CourseRow, page: PageRow): Dated => ({
  id: page.id,
  overridable: { course, column: 'wiki_page_id', id: page.id, groupCategoryId: null },
  graded: false,
  dates: { unlock_at: page.unlock_at, lock_at: page.lock_at },
  onlyVisibleToOverrides: page.only_visible_to_overrides,
});

export const datedModule = (course: CourseRow, module: ModuleRow): Dated => ({
  id: module.id,
  overridable: { course, column: 'context_module_id', id: module.id, groupCategoryId: null },
  graded: false,
  dates: { unlock_at: module.unlock_at },
  onlyVisibleToOverrides: undefined,
});

/** The modules that a thing is in; a discussion stands in them for its assignment. */
export async function modulesOf(ctx: Context, { overridable }: Dated): Promise<number[]> {
  const { column, id, course } = overridable;
  if (column === 'context_module_id') return [];
  const { rows } = await sql<{ id: number }>`
    select distinct modules.id from context_modules modules
      join module_items items on items.context_module_id = modules.id and items.workflow_state <> 'deleted'
    where modules.course_id = ${course.id} and modules.workflow_state <> 'deleted' and ${holds[column](id)}
    order by modules.id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

const holds = {
  assignment_id: (id: number) => sql<SqlBool>`(items.type = 'Assignment' and items.content_id = ${id}
    or items.type = 'Discussion' and items.content_id in
      (select id from discussion_topics where assignment_id = ${id}))`,
  discussion_topic_id: (id: number) => sql<SqlBool>`items.type = 'Discussion' and items.content_id = ${id}`,
  wiki_page_id: (id: number) => sql<SqlBool>`items.type = 'Page' and items.content_id = ${id}`,
} as const;
