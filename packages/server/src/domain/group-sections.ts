/** Which section the members of a group have in common: what restricted self sign-up asks for. */
import { sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';

/**
 * Those of some groups of courses in which somebody would find a section that he and all members share. Members who
 * have left the course don't count. Source: has_common_section_with_user? of Canvas's Group.
 */
export async function groupsSharingSection(
  ctx: Context,
  groupIds: readonly number[],
  userId: number,
): Promise<Set<number>> {
  if (groupIds.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select groups.id from groups
    where groups.id = ${anyOf(groupIds)} and groups.context_type = 'Course' and exists (
      select 1 from course_sections
      where course_sections.course_id = groups.context_id and course_sections.workflow_state = 'active'
        and not exists (
          select 1 from (
            select group_memberships.user_id from group_memberships
            where group_memberships.group_id = groups.id and group_memberships.workflow_state <> 'deleted'
              and exists (select 1 from enrollments
                where enrollments.course_id = groups.context_id
                  and enrollments.user_id = group_memberships.user_id
                  and enrollments.workflow_state in ('active', 'invited', 'creation_pending'))
            union select ${userId}::bigint) as people
          where not exists (select 1 from enrollments
            where enrollments.course_section_id = course_sections.id
              and enrollments.user_id = people.user_id
              and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
              and enrollments.workflow_state in ('active', 'invited', 'creation_pending'))))`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
