import { type Expression, type SqlBool, sql } from 'kysely';
import type { GroupRow } from '../../domain/group-access.ts';
import { belongsTo } from '../../domain/membership.ts';
import type { Account, Context } from '../../http/context.ts';

/** Of a query over `users`: those of the course or account that a group is in. */
export async function usersOfContext(
  ctx: Context,
  { context_type, context_id }: Pick<GroupRow, 'context_type' | 'context_id'>,
): Promise<Expression<SqlBool>> {
  if (context_type === 'Course') {
    return sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = users.id
      and enrollments.course_id = ${context_id} and enrollments.workflow_state <> 'deleted')`;
  }
  return belongsTo(await accountById(ctx, context_id));
}

const accountById = (ctx: Context, id: number): Promise<Account> =>
  ctx.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
