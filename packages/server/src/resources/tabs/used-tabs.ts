import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import type { UsedTabs } from './course-tabs.ts';

/** Behind which tabs some courses have anything, published or not, in one query. */
export async function usedTabs(
  ctx: Context,
  courseIds: readonly number[],
): Promise<(courseId: number) => UsedTabs> {
  const courses = anyOf(courseIds);
  const { rows } = await sql<{ course_id: number; tab: string }>`
    select context_id as course_id, 'pages' as tab from wiki_pages
      where context_type = 'Course' and context_id = ${courses} and workflow_state <> 'deleted'
    union select course_id, 'modules' from context_modules
      where course_id = ${courses} and workflow_state <> 'deleted'
    union select course_id, 'assignments' from assignments
      where course_id = ${courses} and workflow_state <> 'deleted'
    union select context_id, case when is_announcement then 'announcements' else 'discussions' end
      from discussion_topics
      where context_type = 'Course' and context_id = ${courses} and workflow_state <> 'deleted'
    union select context_id, 'files' from attachments
      where context_type = 'Course' and context_id = ${courses} and file_state not in ('deleted', 'errored')
    union select context_id, 'outcomes' from learning_outcome_links
      where context_type = 'Course' and context_id = ${courses}
    union select context_id, 'groups' from groups
      where context_type = 'Course' and context_id = ${courses} and workflow_state <> 'deleted'
        and not non_collaborative`.execute(ctx.db);
  const byCourse = Map.groupBy(rows, ({ course_id }) => course_id);
  return (id) => new Set((byCourse.get(id) ?? []).map(({ tab }) => tab));
}
