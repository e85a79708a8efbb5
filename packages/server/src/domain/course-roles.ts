/** The roles that people can have in courses, as an enrollment or a filter names them. */
import type { Selectable } from 'kysely';
import type { RolesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { enrollmentTypes } from './base-roles.ts';
import type { CourseRow } from './course-access.ts';
import type { AccountChain } from './roles-held.ts';

export type RoleRow = Selectable<RolesTable>;

/** The built-in role of that name, if it is one that people have in courses. */
export async function builtInRole(ctx: Context, name: string): Promise<RoleRow | undefined> {
  if (!(enrollmentTypes as readonly string[]).includes(name)) return undefined;
  return await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('name', '=', name)
    .where('workflow_state', '=', 'built_in')
    .executeTakeFirst();
}

/** A role that people can have in the courses of an account, be it inactive: built in, or made along its chain. */
export async function findCourseRole(
  ctx: Context,
  chain: AccountChain,
  named: { id: number } | { name: string },
): Promise<RoleRow | undefined> {
  return await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('workflow_state', '<>', 'deleted')
    .where('base_role_type', 'in', [...enrollmentTypes])
    .where((eb) => eb.or([eb('workflow_state', '=', 'built_in'), eb('account_id', 'in', [...chain])]))
    .$if('id' in named, (query) => query.where('id', '=', (named as { id: number }).id))
    .$if('name' in named, (query) => query.where('name', '=', (named as { name: string }).name))
    .orderBy((eb) => eb('workflow_state', '<>', 'built_in'))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** The ids from the root account down to the course's own. */
export async function accountChainOf(ctx: Context, { account_id }: CourseRow): Promise<AccountChain> {
  const { path } = await ctx.db
    .selectFrom('accounts')
    .select('path')
    .where('id', '=', account_id)
    .executeTakeFirstOrThrow();
  return path;
}
