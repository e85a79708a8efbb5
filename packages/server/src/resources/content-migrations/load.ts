import {
  type AccountContext,
  type AnyContext,
  type CourseContext,
  type GroupContext,
  ofUser,
  type UserContext,
} from '../../domain/contexts.ts';
import {
  CONTENT_RIGHTS,
  type ContentRight,
  type MigrationRow,
  mayManageContent,
} from '../../domain/copying/access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { groupContext } from '../groups/load.ts';
import { findUser } from '../users/load.ts';

const grants = (ctx: Context, context: AnyContext, right: ContentRight) =>
  mayManageContent(ctx, context, right);

/** What content can be brought into, with the rights to do so. */
export const places = {
  accounts: { find: accountContext.find, grants } satisfies Entity<AccountContext, ContentRight>,
  courses: { find: courseContext.find, grants } satisfies Entity<CourseContext, ContentRight>,
  groups: { find: groupContext.find, grants } satisfies Entity<GroupContext, ContentRight>,
  users: {
    find: async (ctx: Context, text: string) => ofUser(await findUser(ctx, text)),
    grants,
  } satisfies Entity<UserContext, ContentRight>,
};

export const anyContentRight = [...CONTENT_RIGHTS];

/** A migration of the context that was loaded before it. Throws NotFound. */
export async function findMigration(ctx: Context, context: AnyContext, text: string): Promise<MigrationRow> {
  const found = await ctx.db
    .selectFrom('content_migrations')
    .selectAll()
    .where('context_type', '=', context.type)
    .where('context_id', '=', context.id)
    .where('id', '=', parseNumber(text) ?? 0)
    .executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

/** `load: { migration: migration('id') }` */
export const migration = loads<MigrationRow, never>({
  find: (ctx, text, { context }) => findMigration(ctx, context as AnyContext, text),
  grants: async () => true,
});
