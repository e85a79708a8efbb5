/** The account, course or group that a conversation is begun in, and whether one may begin one there. */
import { mayInAccount } from '../../domain/account-access.ts';
import { addressBook } from '../../domain/address-book.ts';
import { type CourseRow, courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { groupAccess, mayInGroup } from '../../domain/group-access.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import type { Place } from './begin.ts';
import { ConversationRefusal } from './refusals.ts';

/** @throws ConversationRefusal in Canvas's words */
export async function findPlace(ctx: Context, code: string, recipients: readonly User[]): Promise<Place> {
  const [, type = '', digits = ''] = /^(account|course|group)_(\d+)$/.exec(code) ?? [];
  const id = parseNumber(digits) ?? 0;
  if (type === 'course') return await inCourse(ctx, id, recipients);
  const allowed =
    type === 'group' ? await mayInGroupOf(ctx, id) : type === 'account' && (await isOwnRoot(ctx, id));
  if (!allowed) throw new ConversationRefusal('context_code', 'invalid');
  return { context_type: type === 'group' ? 'Group' : 'Account', context_id: id };
}

async function inCourse(ctx: Context, id: number, recipients: readonly User[]): Promise<Place> {
  const course = await ctx.db.selectFrom('courses').selectAll().where('id', '=', id).executeTakeFirst();
  if (!course) throw new ConversationRefusal('context_code', 'invalid');
  const { enrollments } = await courseAccess(ctx, course);
  if (!(await mayInCourse(ctx, course, 'send_messages'))) {
    if (!(await areWithinReach(ctx, course, recipients))) {
      throw new ConversationRefusal(`Unable to send messages to users in ${course.name}`, '');
    }
    if (enrollments.length === 0) throw new ConversationRefusal('context_code', 'invalid');
  }
  if (course.workflow_state === 'completed' && !(await mayInCourse(ctx, course, 'read_as_admin'))) {
    throw new ConversationRefusal('Course concluded', 'Unable to send messages');
  }
  return { context_type: 'Course', context_id: id };
}

/** Teachers may always be written to, and those whom one observes. */
async function areWithinReach(
  ctx: Context,
  course: CourseRow,
  recipients: readonly User[],
): Promise<boolean> {
  const instructors = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .where('course_id', '=', course.id)
    .where('type', 'in', ['TeacherEnrollment', 'TaEnrollment'])
    .where('workflow_state', '=', 'active')
    .execute();
  const { courses } = await addressBook(ctx);
  const observed = [...courses.values()].flatMap(({ access }) =>
    access.enrollments.map(({ associated_user_id }) => associated_user_id),
  );
  const reachable = new Set([...instructors.map(({ user_id }) => user_id), ...observed]);
  return recipients.every(({ id }) => reachable.has(id));
}

async function mayInGroupOf(ctx: Context, id: number): Promise<boolean> {
  const group = await ctx.db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst();
  if (!group) return false;
  const { membership } = await groupAccess(ctx, group);
  return membership !== null || (await mayInGroup(ctx, group, 'send_messages'));
}

/** Of the institution as a whole writes whoever reads a roster in it. */
async function isOwnRoot(ctx: Context, id: number): Promise<boolean> {
  if (id !== ctx.rootAccount.id) return false;
  if (await mayInAccount(ctx, ctx.rootAccount, 'read_roster')) return true;
  return (await addressBook(ctx)).accounts.length > 0;
}
