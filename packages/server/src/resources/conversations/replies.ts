/** Whether a conversation of a course or group still takes replies. Source: Canvas's Conversation.replies_locked_for?. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { presentEnrollment } from '../../domain/address-book.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { type GroupRow, mayInGroup } from '../../domain/group-access.ts';
import type { Context } from '../../http/context.ts';
import type { ConversationRow } from './load.ts';

/** @param userIds those whom the reply is for */
export async function repliesAreLocked(
  ctx: Context,
  conversation: ConversationRow,
  userIds: readonly number[],
): Promise<boolean> {
  const { context_type, context_id } = conversation;
  if (context_type !== 'Course' && context_type !== 'Group') return false;
  const group = context_type === 'Group' ? await groupById(ctx, context_id) : undefined;
  const courseId = group ? (group.context_type === 'Course' ? group.context_id : null) : context_id;
  const course = context_type === 'Course' || group ? await courseById(ctx, courseId) : undefined;
  if (!course && !group) return true;
  if (course) {
    if (await isOverFor(ctx, course)) return true;
    if (await includesTeacher(ctx, conversation, course, userIds)) return false;
    if (await observesAllOthers(ctx, conversation, course)) return false;
  }
  return !(await mayWrite(ctx, group, course));
}

const groupById = (ctx: Context, id: number | null): Promise<GroupRow | undefined> =>
  ctx.db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst();

const courseById = (ctx: Context, id: number | null): Promise<CourseRow | undefined> =>
  ctx.db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst();

async function mayWrite(ctx: Context, group: GroupRow | undefined, course: CourseRow | undefined) {
  if (group)
    return (
      (await mayInGroup(ctx, group, 'send_messages')) || (await mayInGroup(ctx, group, 'send_messages_all'))
    );
  return (
    course !== undefined &&
    ((await mayInCourse(ctx, course, 'send_messages')) ||
      (await mayInCourse(ctx, course, 'send_messages_all')))
  );
}

/** By its state for everybody, by its dates for whoever was in it; an administrator has no dates. */
async function isOverFor(ctx: Context, course: CourseRow): Promise<boolean> {
  if (course.workflow_state === 'completed') return true;
  const { enrollments, isAccountAdmin, concludedByDate } = await courseAccess(ctx, course);
  if (enrollments.some(({ date_state }) => date_state === 'active' || date_state === 'invited')) return false;
  return !isAccountAdmin || concludedByDate;
}

async function includesTeacher(
  ctx: Context,
  { id }: ConversationRow,
  course: CourseRow,
  userIds: readonly number[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from conversation_participants
    join enrollments on enrollments.user_id = conversation_participants.user_id
    join courses on courses.id = enrollments.course_id
    where conversation_participants.conversation_id = ${id} and conversation_participants.user_id = ${anyOf(userIds)}
      and courses.id = ${course.id} and enrollments.type in ('TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment')
      and ${presentEnrollment} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

async function observesAllOthers(ctx: Context, { id }: ConversationRow, course: CourseRow): Promise<boolean> {
  const { enrollments } = await courseAccess(ctx, course);
  const observed = enrollments.flatMap(({ associated_user_id }) => associated_user_id ?? []);
  if (observed.length === 0) return false;
  const others = await ctx.db
    .selectFrom('conversation_participants')
    .select('user_id')
    .where('conversation_id', '=', id)
    .where('user_id', '<>', ctx.me.id)
    .execute();
  return others.every(({ user_id }) => observed.includes(user_id));
}
