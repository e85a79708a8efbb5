import type { Selectable } from 'kysely';
import type { ProgressesTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { mayReadExport, mayReadMigration } from '../../domain/copying/access.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { NotFound, onlyNotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import { findCourseInAnyState } from '../courses/load.ts';
import { mayReadCategory } from '../group-categories/load.ts';
import { findUserInAnyState } from '../users/load.ts';

export type ProgressRow = Selectable<ProgressesTable>;

async function findProgress(ctx: Context, text: string): Promise<ProgressRow> {
  const id = parseNumber(text);
  const found =
    id !== undefined &&
    (await ctx.db.selectFrom('progresses').selectAll().where('id', '=', id).executeTakeFirst());
  if (!found) throw new NotFound();
  return found;
}

/** Who may read what a Progress is about may see the Progress. */
const mayReadContext: Record<string, (ctx: Context, id: string) => Promise<boolean>> = {
  Account: async (ctx, id) => mayInAccount(ctx, await findAccount(ctx, id), 'read'),
  ContentExport: (ctx, id) => mayReadExport(ctx, Number(id)),
  ContentMigration: (ctx, id) => mayReadMigration(ctx, Number(id)),
  Course: async (ctx, id) => mayInCourse(ctx, await findCourseInAnyState(ctx, id), 'read'),
  GroupCategory: mayReadCategory,
  User: async (ctx, id) => mayToUser(ctx, await findUserInAnyState(ctx, id), 'read'),
};

async function grants(ctx: Context, progress: ProgressRow, right: 'read' | 'cancel'): Promise<boolean> {
  if (right === 'cancel') return ctx.user !== null && progress.user_id === ctx.user.id;
  const mayRead = mayReadContext[progress.context_type]?.(ctx, String(progress.context_id));
  return (await mayRead?.catch(onlyNotFound)) ?? false;
}

/** `load: { progress: progress('id') }` */
export const progress = loads<ProgressRow, 'read' | 'cancel'>({ find: findProgress, grants });
