import { mayInAccount } from '../../domain/account-access.ts';
import { mayToAssignment } from '../../domain/assignment-access.ts';
import { ofCourse } from '../../domain/contexts.ts';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import type { Associable } from '../../domain/rubric-associating.ts';
import { mayWithRubrics, type RubricContext, type RubricRow } from '../../domain/rubrics.ts';
import { NotFound, onlyNotFound, Refusal, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { accountContext } from '../accounts/load.ts';
import { findAssignment } from '../assignments/load.ts';
import { courseContext } from '../courses/load.ts';

/** `inContexts(rubricContexts, 'GET /api/v1/{context}/rubrics', …)` */
export const rubricContexts = { accounts: accountContext, courses: courseContext } as const;

/** A rubric that a context lists, wherever it belongs. To be asked after the right to. @throws Refusal */
export async function findListed(
  ctx: Context,
  { type, id }: RubricContext,
  text: string,
): Promise<RubricRow> {
  const rubric = await ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', parseNumber(text) ?? 0)
    .where('workflow_state', '<>', 'deleted')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('rubric_associations')
          .select('rubric_associations.id')
          .whereRef('rubric_associations.rubric_id', '=', 'rubrics.id')
          .where('rubric_associations.context_type', '=', type)
          .where('rubric_associations.context_id', '=', id)
          .where('rubric_associations.bookmarked', '=', true)
          .where('rubric_associations.workflow_state', '=', 'active'),
      ),
    )
    .executeTakeFirst();
  if (!rubric) throw new Refusal(404, { message: 'Rubric not found' });
  return rubric;
}

/** Any rubric that isn't deleted. Throws NotFound. */
export async function findRubric(ctx: Context, id: number | null | undefined): Promise<RubricRow> {
  const rubric = await ctx.db
    .selectFrom('rubrics')
    .selectAll()
    .where('id', '=', id ?? 0)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!rubric) throw new NotFound();
  return rubric;
}

interface Named {
  association_type?: string | null;
  association_id?: number | null;
}

/** What a request wants to tie a rubric to, where that is of the course, the course itself, or an account. */
export async function findAssociable(
  ctx: Context,
  course: CourseRow,
  { association_type: type, association_id: id }: Named,
): Promise<Associable | undefined> {
  if (!id) return undefined;
  if (type === 'Course') return id === course.id ? { type, id, course } : undefined;
  if (type === 'Assignment') {
    const assignment = await findAssignment(ctx, course, String(id)).catch(onlyNotFound);
    return assignment && { type, id, assignment, course };
  }
  if (type !== 'Account') return undefined;
  const account = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return account && { type, id, account };
}

/** @throws Unauthorized for whoever may neither manage rubrics here nor change what a rubric is to be tied to */
export async function demandAssociating(
  ctx: Context,
  course: CourseRow,
  object: Associable | undefined,
): Promise<void> {
  const manages = await mayWithRubrics(ctx, ofCourse(course), 'manage_rubrics');
  const allowed = object
    ? (await mayOn(ctx, object, 'update')) || (manages && (await mayOn(ctx, object, 'read')))
    : manages;
  if (!allowed) throw new Unauthorized();
}

function mayOn(ctx: Context, object: Associable, right: 'read' | 'update'): Promise<boolean> {
  if (object.type === 'Assignment') return mayToAssignment(ctx, object.assignment, right);
  if (object.type === 'Course') return mayInCourse(ctx, object.course, right);
  return mayInAccount(ctx, object.account, right);
}
