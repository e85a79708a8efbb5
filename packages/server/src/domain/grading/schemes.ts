/** By which letters an assignment, or a whole course, is graded. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { DEFAULT_SCHEME, letterOf, type Scheme } from './scheme.ts';
import type { Gradable } from './show-grade.ts';

interface GradedCourse {
  readonly id: number;
  /** Null where the course gives no letters, 0 for the default ones. */
  readonly grading_standard_id: number | null;
}

interface GradedAssignment extends Omit<Gradable, 'scheme'> {
  readonly course_id: number;
  readonly grading_standard_id: number | null;
}

/** By the standard's id; a deleted one goes on where it was chosen. */
async function loadSchemes(
  ctx: Context,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, Scheme>> {
  const chosen = ids.filter((id) => id !== null && id !== 0);
  if (chosen.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('grading_standards')
    .select(['id', 'data', 'points_based', 'scaling_factor'])
    .where('id', '=', anyOf(chosen as number[]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What grades of assignments rest on: their own scheme, else the course's, else the default one. */
export async function gradablesOf<A extends GradedAssignment>(
  ctx: Context,
  courses: readonly GradedCourse[],
  assignments: readonly A[],
): Promise<(assignment: A) => Gradable> {
  const standardOf = new Map(courses.map(({ id, grading_standard_id }) => [id, grading_standard_id]));
  const schemes = await loadSchemes(ctx, [
    ...standardOf.values(),
    ...assignments.map(({ grading_standard_id }) => grading_standard_id),
  ]);
  return ({ grading_type, points_possible, grading_standard_id, course_id }) => ({
    grading_type,
    points_possible,
    scheme:
      schemes.get(grading_standard_id ?? 0) ?? schemes.get(standardOf.get(course_id) ?? 0) ?? DEFAULT_SCHEME,
  });
}

export async function gradableOf(
  ctx: Context,
  course: GradedCourse,
  assignment: GradedAssignment,
): Promise<Gradable> {
  return (await gradablesOf(ctx, [course], [assignment]))(assignment);
}

/** The scheme of each course that gives letters. */
export async function courseSchemes(
  ctx: Context,
  courses: readonly GradedCourse[],
): Promise<Map<number, Scheme>> {
  const schemes = await loadSchemes(
    ctx,
    courses.map(({ grading_standard_id }) => grading_standard_id),
  );
  return new Map(
    courses
      .filter(({ grading_standard_id }) => grading_standard_id !== null)
      .map(({ id, grading_standard_id }) => [id, schemes.get(grading_standard_id ?? 0) ?? DEFAULT_SCHEME]),
  );
}

/** A course's score as a letter; null where there is none, or the course gives none. */
export const courseLetter = (scheme: Scheme | undefined, score: number | null): string | null =>
  scheme && score !== null ? letterOf(scheme, score) : null;

/**
 * The standard that a course may choose: its own, or one of an account above it.
 *
 * @returns undefined where there is none of that id
 */
export async function findStandard(
  ctx: Context,
  { id: courseId, account_id }: { readonly id: number | null; readonly account_id: number },
  standardId: number,
): Promise<number | undefined> {
  const found = await ctx.db
    .selectFrom('grading_standards')
    .select('id')
    .where('id', '=', standardId)
    .where('workflow_state', '=', 'active')
    .where(
      sql<boolean>`(context_type = 'Course' and context_id = ${courseId ?? 0} or context_type = 'Account'
        and context_id = any((select path from accounts where accounts.id = ${account_id})::bigint[]))`,
    )
    .executeTakeFirst();
  return found?.id;
}
