/** Topics that are assignments: the assignment is shown, made, changed and deleted with them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { assignWork, assignWorkOfModules } from '../../domain/assigned-work.ts';
import { named } from '../../domain/assignment-fields.ts';
import {
  createAssignmentOf,
  deleteAssignment,
  insertAssignment,
  updateAssignment,
} from '../../domain/assignment-writing.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import { isPublished, type TopicRow } from '../../domain/discussion-topics.ts';
import type { Forum } from '../../domain/forum-access.ts';
import type { Context } from '../../http/context.ts';
import type { Assignment } from '../assignments/schema.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import type { TopicView } from './serialize.ts';
import type { Draft } from './write.ts';

/** The assignments of some topics as the caller may see them, without the topics in them. */
export async function assignmentsOfTopics(
  ctx: Context,
  standings: readonly TopicStanding[],
  view: TopicView,
): Promise<(topic: TopicRow) => Assignment | undefined> {
  const graded = standings.filter(
    ({ topic, forum }) => topic.assignment_id !== null && forum.course !== null,
  );
  const byCourse = Map.groupBy(graded, ({ forum }) => forum.course as CourseRow);
  const found = new Map<number, Assignment>();
  for (const [course, list] of byCourse) {
    const rows = await ctx.db
      .selectFrom('assignments')
      .selectAll()
      .where('id', '=', anyOf(list.map(({ topic }) => topic.assignment_id as number)))
      .execute();
    const assignments = await serializeAssignments(ctx, course, rows, {
      include: view.include?.filter((name) => name === 'all_dates' || name === 'overrides'),
      withoutTopic: true,
      withoutDescription: view.excludeAssignmentDescriptions,
    });
    for (const assignment of assignments) found.set(assignment.id, assignment);
  }
  return ({ assignment_id }) => found.get(assignment_id ?? 0);
}

/** @throws Unauthorized */
export async function demandAssignmentRights(
  ctx: Context,
  forum: Forum,
  topic: TopicRow | undefined,
): Promise<void> {
  await demand(ctx, topic?.assignment_id ? forum.editsAssignments : forum.addsAssignments);
}

/**
 * Makes the assignment of a topic, changes it with the topic, or takes it away where the topic is to be none any more.
 * Its name, text and state are the topic's.
 */
export async function writeAssignment({ ctx, forum, params }: Draft, topic: TopicRow): Promise<void> {
  const { course } = forum;
  if (!course || topic.root_topic_id !== null) return;
  const { set_assignment, name: _, group_category_id: __, ...fields } = params.assignment ?? {};
  if (params.assignment && set_assignment === false) return await detach(ctx, course, topic);
  if (!params.assignment && topic.assignment_id === null) return;
  const mirrored = {
    ...fields,
    name: topic.title,
    description: topic.message,
    submission_types: ['discussion_topic'],
    published: isPublished(topic),
  };
  const before = await assignmentOf(ctx, topic);
  if (before) {
    await updateAssignment(ctx, course, before, mirrored);
    return;
  }
  const { id } = await createAssignmentOf(ctx, course, mirrored);
  await setAssignment(ctx, topic, id);
  await assignWorkOfModules(ctx, course.id);
}

const setAssignment = (ctx: Context, { id }: Pick<TopicRow, 'id'>, assignmentId: number | null) =>
  ctx.db
    .updateTable('discussion_topics')
    .set({ assignment_id: assignmentId })
    .where((eb) => eb.or([eb('id', '=', id), eb('root_topic_id', '=', id)]))
    .execute();

const assignmentOf = (ctx: Context, { assignment_id }: TopicRow) =>
  ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('id', '=', assignment_id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();

async function detach(ctx: Context, course: CourseRow, topic: TopicRow): Promise<void> {
  await deleteAssignmentOfTopic(ctx, course, topic);
  await setAssignment(ctx, topic, null);
}

/** Of a topic that is deleted; it keeps the assignment's id, as Canvas has it. */
export async function deleteAssignmentOfTopic(
  ctx: Context,
  course: CourseRow,
  topic: TopicRow,
): Promise<void> {
  const assignment = await assignmentOf(ctx, topic);
  if (assignment) await deleteAssignment(ctx, course, assignment);
}

/** Gives the copy of a graded topic a copy of its assignment, next to it. */
export async function duplicateAssignmentOfTopic(
  ctx: Context,
  course: CourseRow,
  source: TopicRow,
  copy: TopicRow,
): Promise<void> {
  const assignment = await assignmentOf(ctx, source);
  if (!assignment) return;
  await ctx.db
    .updateTable('assignments')
    .set({ position: sql`position + 1` })
    .where('assignment_group_id', '=', assignment.assignment_group_id)
    .where('position', '>', assignment.position)
    .execute();
  const { id } = await insertAssignment(ctx, {
    ...assignment,
    ...named(copy.title),
    position: (assignment.position ?? 0) + 1,
    workflow_state: copy.workflow_state === 'unpublished' ? 'unpublished' : 'published',
    duplicate_of_id: assignment.id,
    lti_context_id: randomUUID(),
    sis_assignment_id: null,
    integration_id: null,
    created_at: ctx.now,
    updated_at: ctx.now,
  });
  await assignWork(ctx, { courseId: course.id, assignmentIds: [id] });
  await setAssignment(ctx, copy, id);
}
