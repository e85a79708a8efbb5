/**
 * Which modules and items somebody sees: staff all that aren't deleted, others what is published and meant for them. A
 * module with overrides is for those whom they name; an item for those who have its assignment, or whom its discussion
 * or page is for.
 */
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { assignedPairs } from './assigned-students.ts';
import { observedStudents } from './assignment-dates.ts';
import { audiences, overrideNames } from './content-audience.ts';
import { type CourseRow, courseAccess } from './course-access.ts';
import { courseGrants } from './course-rights.ts';
import type { ModuleItem } from './module-items.ts';

export interface ModuleViewer {
  readonly seesUnpublished: boolean;
  /** Those whose assignments decide; none for visitors, who see what everybody sees. */
  readonly students: readonly number[];
}

/** The acting user: as staff, as a student, or through the eyes of those whom he observes. */
export async function viewerOf(ctx: Context, course: CourseRow): Promise<ModuleViewer> {
  const access = await courseAccess(ctx, course);
  if (courseGrants('read_as_admin', access)) return { seesUnpublished: true, students: [] };
  const observed = observedStudents(access);
  if (observed.length > 0) return { seesUnpublished: false, students: observed };
  const isStudent = access.enrollments.some(
    ({ type }) => type === 'StudentEnrollment' || type === 'StudentViewEnrollment',
  );
  return { seesUnpublished: false, students: isStudent && ctx.user ? [ctx.user.id] : [] };
}

export const asStudent = (userId: number): ModuleViewer => ({ seesUnpublished: false, students: [userId] });

/** A condition of a query over `context_modules`. */
export function modulesVisibleTo({ seesUnpublished, students }: ModuleViewer): RawBuilder<boolean> {
  if (seesUnpublished) return sql<boolean>`context_modules.workflow_state <> 'deleted'`;
  const isPublished = sql`context_modules.workflow_state = 'active'`;
  if (students.length === 0) return sql<boolean>`${isPublished}`;
  const ids = sql`any(${[...students]}::bigint[])`;
  return sql<boolean>`(${isPublished} and (
    not exists (select 1 from assignment_overrides o
      where o.context_module_id = context_modules.id and o.workflow_state = 'active')
    or exists (select 1 from assignment_overrides o
      where o.context_module_id = context_modules.id and o.workflow_state = 'active'
        and ${overrideNames(ids)})))`;
}

/** What of some items of a course the viewer sees, in order. */
export async function visibleItems(
  ctx: Context,
  course: CourseRow,
  items: readonly ModuleItem[],
  { seesUnpublished, students }: ModuleViewer,
): Promise<ModuleItem[]> {
  if (seesUnpublished) return [...items];
  const published = items.filter(({ isPublished }) => isPublished);
  if (students.length === 0) return published;
  const isMeantFor = await itemsMeantFor(ctx, course, published, students);
  return published.filter((item) => students.some((id) => isMeantFor(item, id)));
}

/** Whether a published item is for a student, for many of both at once. */
export async function itemsMeantFor(
  ctx: Context,
  course: CourseRow,
  items: readonly ModuleItem[],
  userIds: readonly number[],
): Promise<(item: ModuleItem, userId: number) => boolean> {
  const contents = items.flatMap(({ content }) => content ?? []);
  const assignmentIds = contents.flatMap(({ assignment }) => assignment?.id ?? []);
  const topics = contents.flatMap(({ topic, assignment }) => (topic && !assignment ? topic : []));
  const pageIds = contents.flatMap(({ page }) => page?.id ?? []);
  const isAssigned =
    assignmentIds.length === 0
      ? undefined
      : await assignedPairs(ctx, { courseId: course.id, assignmentIds, userIds });
  const topicIds = topics.map(({ id }) => id);
  const topicIsFor = await audiences(ctx, 'Discussion', topicIds, userIds);
  const sectionsHear = await topicSections(ctx, topics, userIds);
  const pageIsFor = await audiences(ctx, 'Page', pageIds, userIds);
  return ({ content }, userId) => {
    if (content?.assignment) return isAssigned?.(content.assignment.id, userId) ?? true;
    if (content?.topic) return topicIsFor(content.topic.id, userId) && sectionsHear(content.topic, userId);
    return !content?.page || pageIsFor(content.page.id, userId);
  };
}

type Topic = NonNullable<NonNullable<ModuleItem['content']>['topic']>;

/** Whether a student is in one of the sections that a topic is posted to. */
async function topicSections(
  ctx: Context,
  topics: readonly Topic[],
  userIds: readonly number[],
): Promise<(topic: Topic, userId: number) => boolean> {
  const specific = topics.filter(({ is_section_specific }) => is_section_specific).map(({ id }) => id);
  if (specific.length === 0) return () => true;
  const rows = await ctx.db
    .selectFrom('discussion_topic_sections as posted')
    .innerJoin('enrollments', 'enrollments.course_section_id', 'posted.course_section_id')
    .select(['posted.discussion_topic_id', 'enrollments.user_id'])
    .where('posted.discussion_topic_id', '=', anyOf(specific))
    .where('enrollments.user_id', '=', anyOf(userIds))
    .where('enrollments.workflow_state', 'not in', ['deleted', 'rejected'])
    .execute();
  const hear = new Set(rows.map(({ discussion_topic_id, user_id }) => `${discussion_topic_id}:${user_id}`));
  return ({ id, is_section_specific }, userId) => !is_section_specific || hear.has(`${id}:${userId}`);
}
