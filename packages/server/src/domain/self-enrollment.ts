import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';
import { randomToken } from './random-token.ts';

/** People copy the code from a blackboard: no letter or digit that looks like another. */
const UNMISTAKABLE = 'ABCDEFGHJKLMNPRTWXY346789';
const LENGTH = 6;

/** The code that a course needs once people may enroll themselves; it keeps the one it has, also while they may not. */
export async function codeWhereNeeded(
  ctx: Context,
  { self_enrollment }: { readonly self_enrollment?: boolean | undefined },
  course?: Pick<CourseRow, 'self_enrollment_code'>,
): Promise<{ self_enrollment_code?: string }> {
  if (!self_enrollment || course?.self_enrollment_code) return {};
  return { self_enrollment_code: await unusedCode(ctx) };
}

async function unusedCode(ctx: Context): Promise<string> {
  const code = randomToken(LENGTH, UNMISTAKABLE);
  const holder = await ctx.db
    .selectFrom('courses')
    .select('id')
    .where('self_enrollment_code', '=', code)
    .executeTakeFirst();
  return holder ? await unusedCode(ctx) : code;
}
