/** Who may do what with a set of grading periods, and with each of its periods alike. */
import { accountAccess, mayInAccount } from '../../domain/account-access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import type { PeriodSetRow } from '../../domain/grading/periods.ts';
import type { Context } from '../../http/context.ts';
import { Flag, Shape, type Static } from '../../http/schema.ts';

/** In the order of Canvas's policy. */
export const SetPermissions = Shape({ read: Flag, update: Flag, delete: Flag, create: Flag });
export type SetPermissions = Static<typeof SetPermissions>;

/** An institution's set is for all its people to read; only its administrators make periods. */
export async function permissionsTo(ctx: Context, set: PeriodSetRow): Promise<SetPermissions> {
  if (set.course_id !== null) return await permissionsInCourse(ctx, set.course_id);
  const manages = await mayInAccount(ctx, ctx.rootAccount, 'manage');
  const { isAssociated } = await accountAccess(ctx, ctx.rootAccount);
  const read = isAssociated || (await mayInAccount(ctx, ctx.rootAccount, 'read'));
  return { read, update: manages, delete: manages, create: manages };
}

async function permissionsInCourse(ctx: Context, courseId: number): Promise<SetPermissions> {
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  const manages = await mayInCourse(ctx, course, 'manage');
  return { read: await mayInCourse(ctx, course, 'read'), update: manages, delete: manages, create: false };
}
