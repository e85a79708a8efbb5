/** Dates and overrides of what isn't an assignment. Source: update_ungraded_object of Canvas's LearningObjectDatesController. */
import { updateAssignment } from '../../domain/assignment-writing.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import type { TopicRow } from '../../domain/discussion-topics.ts';
import { overrideList } from '../../domain/override-data.ts';
import { replaceOverrides } from '../../domain/override-writing.ts';
import type { PageRow } from '../../domain/wiki-access.ts';
import type { Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { isParams } from '../../http/rack-params.ts';
import { assignmentOfTopic, type Dated, datedPage, datedTopic } from './dated.ts';

type DateParams = Params<'PUT /api/v1/courses/{course_id}/pages/{url_or_id}/date_details'>;

export async function updateTopicDates(
  ctx: Context,
  course: CourseRow,
  topic: TopicRow,
  params: DateParams,
): Promise<void> {
  const assignment = await assignmentOfTopic(ctx, topic);
  if (assignment) {
    const changed = await updateAssignment(ctx, course, assignment, params);
    await setTopic(ctx, topic, {
      ...(changed.unlock_at !== null && postedFrom(ctx, topic, null)),
      ...(changed.lock_at !== null && { lock_at: null }),
    });
    return;
  }
  const { unlock_at, lock_at, only_visible_to_overrides: only } = params;
  // What is given to groups alone is given to everybody who is in one.
  const forGroups = topic.group_category_id !== null && namesGroupsOnly(params);
  await setTopic(ctx, topic, {
    ...(unlock_at !== undefined && postedFrom(ctx, topic, unlock_at)),
    ...(lock_at !== undefined && { lock_at }),
    ...(only !== undefined && !forGroups && { only_visible_to_overrides: only }),
    is_section_specific: false,
  });
  await ctx.db.deleteFrom('discussion_topic_sections').where('discussion_topic_id', '=', topic.id).execute();
  await putOverrides(ctx, await datedTopic(ctx, course, topic), params);
}

/** A discussion opens by being posted then. */
function postedFrom(ctx: Context, { workflow_state }: TopicRow, delayed_post_at: string | null) {
  if (workflow_state === 'unpublished') return { delayed_post_at };
  const waits = delayed_post_at !== null && delayed_post_at > ctx.now;
  return { delayed_post_at, workflow_state: waits ? ('post_delayed' as const) : ('active' as const) };
}

async function setTopic(ctx: Context, { id }: TopicRow, changes: Partial<TopicRow>): Promise<void> {
  await ctx.db
    .updateTable('discussion_topics')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

export async function updatePageDates(
  ctx: Context,
  course: CourseRow,
  page: PageRow,
  params: DateParams,
): Promise<void> {
  const { unlock_at, lock_at, only_visible_to_overrides: only } = params;
  await ctx.db
    .updateTable('wiki_pages')
    .set({
      ...(unlock_at !== undefined && { unlock_at }),
      ...(lock_at !== undefined && { lock_at }),
      ...(only !== undefined && { only_visible_to_overrides: only }),
      updated_at: ctx.now,
    })
    .where('id', '=', page.id)
    .execute();
  await putOverrides(ctx, datedPage(course, page), params);
}

/** Nothing is said of overrides where they aren't sent. */
async function putOverrides(ctx: Context, { overridable }: Dated, params: DateParams): Promise<void> {
  const { assignment_overrides: sent } = params;
  if (sent === undefined) return;
  await replaceOverrides(ctx, overridable, overrideList(sent) ?? []);
}

function namesGroupsOnly({ assignment_overrides: sent }: DateParams): boolean {
  const list = overrideList(sent) ?? [];
  return list.length > 0 && list.every((each) => isParams(each) && Boolean(each['group_id']));
}
