import { type AnyContext, ofUser, type UserContext } from '../../domain/contexts.ts';
import { type ExportRow, grantsExport } from '../../domain/copying/access.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { type Entity, loads } from '../../http/operation.ts';
import { courseContext } from '../courses/load.ts';
import { groupContext } from '../groups/load.ts';
import { findUser } from '../users/load.ts';

/** What content can be exported of. */
export const places = {
  courses: courseContext,
  groups: groupContext,
  users: {
    find: async (ctx: Context, text: string) => ofUser(await findUser(ctx, text)),
    grants: (ctx: Context, { user }: UserContext, right: 'read') => mayToUser(ctx, user, right),
  } satisfies Entity<UserContext, 'read'>,
};

/** An export of the context that was loaded before it. Throws NotFound. */
export const contentExport = loads<ExportRow, 'read'>({
  async find(ctx, text, { context }) {
    const { type, id } = context as AnyContext;
    const found = await ctx.db
      .selectFrom('content_exports')
      .selectAll()
      .where('context_type', '=', type as ExportRow['context_type'])
      .where('context_id', '=', id)
      .where('id', '=', parseNumber(text) ?? 0)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!found) throw new NotFound();
    return found;
  },
  grants: (ctx, row) => grantsExport(ctx, row),
});
