/** Who leaves a section or a course leaves groups there. Source: audit_groups_for_deleted_enrollments of Canvas's Enrollment. */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { endMemberships } from './group-members.ts';

interface Left {
  readonly user_id: number;
  readonly course_id: number;
  readonly course_section_id: number;
}

/**
 * Ends memberships once an enrollment is gone from its section: all in the course where none is left, otherwise those
 * in groups whose members had this section in common because their category asks for one.
 *
 * @param left the enrollment as it was
 */
export async function leaveGroups(ctx: Context, left: Left): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select mine.id from group_memberships mine
    join groups on groups.id = mine.group_id
    join group_categories on group_categories.id = groups.group_category_id
    where mine.user_id = ${left.user_id} and mine.workflow_state <> 'deleted'
      and groups.context_type = 'Course' and groups.context_id = ${left.course_id}
      and (
        not exists (select 1 from enrollments
          where enrollments.user_id = mine.user_id and enrollments.course_id = groups.context_id
            and enrollments.workflow_state <> 'deleted')
        or group_categories.self_signup = 'restricted'
          and exists (select 1 from group_memberships other
            where other.group_id = groups.id and other.id <> mine.id and other.workflow_state <> 'deleted')
          and not exists (select 1 from group_memberships other
            where other.group_id = groups.id and other.id <> mine.id and other.workflow_state <> 'deleted'
              and not exists (select 1 from enrollments
                where enrollments.user_id = other.user_id
                  and enrollments.course_section_id = ${left.course_section_id}
                  and enrollments.type in ('StudentEnrollment', 'StudentViewEnrollment')
                  and enrollments.workflow_state in ('active', 'invited', 'creation_pending'))))`.execute(
    ctx.db,
  );
  await endMemberships(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** All memberships of somebody who leaves the institution. */
export async function leaveAllGroups(ctx: Context, userId: number): Promise<void> {
  const rows = await ctx.db
    .selectFrom('group_memberships')
    .select('id')
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  await endMemberships(
    ctx,
    rows.map(({ id }) => id),
  );
}
