import type { Selectable } from 'kysely';
import type { ErrorReportsTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import { NotFound } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type ErrorReportRow = Selectable<ErrorReportsTable>;

/** Reports tell of everybody's requests, so they are for those who run the institution. */
export const errorReport = loads<ErrorReportRow, 'read'>({
  async find(ctx, text) {
    const id = parseNumber(text);
    const found =
      id !== undefined &&
      (await ctx.db.selectFrom('error_reports').selectAll().where('id', '=', id).executeTakeFirst());
    if (!found) throw new NotFound();
    return found;
  },
  grants: (ctx) => mayInAccount(ctx, ctx.rootAccount, 'manage_account_settings'),
});
