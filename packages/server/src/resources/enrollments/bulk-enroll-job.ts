import type { AnyEnrollmentType } from '../../domain/base-roles.ts';
import { findCourseRole } from '../../domain/course-roles.ts';
import { canBeEnrolled } from '../../domain/enrollable.ts';
import { enrollUser } from '../../domain/enrolling.ts';
import { CanvasError } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { defineJob } from '../../jobs/job.ts';
import { findAccount } from '../accounts/load.ts';
import { findCourse } from '../courses/load.ts';
import { findUser } from '../users/load.ts';

type Args = {
  account_id: number;
  user_ids: number[];
  course_ids: number[];
  type: AnyEnrollmentType;
  role_id: number | null;
};

/** Enrolls each user in each course, a transaction each; what went wrong stands in the results by user. */
export const bulkEnrollJob = defineJob<Args>('bulk_enrollment', async (job, args) => {
  const pairs = args.user_ids.flatMap((user) => args.course_ids.map((course) => ({ user, course })));
  const errors: Record<string, string[]> = {};
  for (const [index, pair] of pairs.entries()) {
    const problem = await job.step((ctx) => enrollOne(ctx, pair, args)).catch(reasonOf);
    if (problem) errors[pair.user] = [...(errors[pair.user] ?? []), problem];
    await job.progress.update((100 * (index + 1)) / pairs.length);
  }
  await job.progress.finish(null, { errors });
});

async function enrollOne(
  ctx: Context,
  pair: { user: number; course: number },
  { account_id, type, role_id }: Args,
): Promise<string | undefined> {
  const user = await findUser(ctx, String(pair.user));
  const course = await findCourse(ctx, String(pair.course));
  if (!(await canBeEnrolled(ctx, user, course))) {
    return `User ${user.id} cannot be enrolled in course ${course.id}`;
  }
  const { path } = await findAccount(ctx, String(account_id));
  const role = role_id === null ? undefined : await findCourseRole(ctx, path, { id: role_id });
  await enrollUser(ctx, course, user, { type, role });
  return undefined;
}

/** What is wrong with one enrollment doesn't keep the others; anything else fails the job. */
function reasonOf(error: unknown): string {
  if (error instanceof CanvasError) return error.message;
  throw error;
}
