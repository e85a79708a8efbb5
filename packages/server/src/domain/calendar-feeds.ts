/** The calendars that somebody has: his own, those of his courses and groups, and those that he follows of accounts. */
import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { mayReadCalendar } from './calendar-access.ts';
import type { Calendar } from './calendar-contexts.ts';
import { ofAccount, ofCourse, ofGroup, ofUser } from './contexts.ts';
import { courseAccesses } from './course-access.ts';

/** Those that aren't over, unless they are wanted too. */
export async function activeCalendarsOf(ctx: Context, { concluded = false } = {}): Promise<Calendar[]> {
  const user = ctx.me;
  const [courses, groups, accounts] = await Promise.all([
    coursesOf(ctx, concluded),
    groupsOf(ctx),
    accountsOf(ctx),
  ]);
  return [ofUser(user), ...courses.map(ofCourse), ...groups.map(ofGroup), ...accounts];
}

async function coursesOf(ctx: Context, concluded: boolean) {
  const rows = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`exists (select 1 from enrollments where enrollments.course_id = courses.id
        and enrollments.user_id = ${ctx.me.id} and enrollments.workflow_state in ('active', 'invited', 'completed'))`,
    )
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  const accesses = await courseAccesses(ctx, rows);
  return rows.filter(({ id, workflow_state }) => {
    if (concluded) return true;
    const access = accesses.get(id);
    const isCurrent = access?.enrollments.some(({ date_state }) => date_state === 'active') ?? false;
    return isCurrent && !access?.concludedByDate && workflow_state !== 'completed';
  });
}

const groupsOf = (ctx: Context) =>
  ctx.db
    .selectFrom('groups')
    .innerJoin('group_memberships', 'group_memberships.group_id', 'groups.id')
    .selectAll('groups')
    .where('group_memberships.user_id', '=', ctx.me.id)
    .where('group_memberships.workflow_state', '=', 'accepted')
    .where('groups.workflow_state', '<>', 'deleted')
    .where('groups.non_collaborative', '=', false)
    .orderBy('groups.name_key')
    .orderBy('groups.id')
    .execute();

/** Visible ones that he has chosen, and those that nobody has to choose. */
async function accountsOf(ctx: Context): Promise<Calendar[]> {
  const chosen = ctx.me.preferences['enabled_account_calendars'];
  const ids = Array.isArray(chosen) ? chosen.map(Number) : [];
  const rows = await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('workflow_state', '=', 'active')
    .where(sql<boolean>`settings @> '{"account_calendar_visible": true}'::jsonb`)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const followed = rows.filter(
    ({ id, settings }) => settings['account_calendar_subscription_type'] === 'auto' || ids.includes(id),
  );
  const calendars = followed.map(ofAccount);
  const readable = await Promise.all(calendars.map((calendar) => mayReadCalendar(ctx, calendar)));
  return calendars.filter((_, index) => readable[index]);
}
