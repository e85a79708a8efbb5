import { anyOf } from '../../db/any-of.ts';
import type { ExportRow } from '../../domain/copying/access.ts';
import type { Context } from '../../http/context.ts';
import { serializeFiles } from '../files/serialize.ts';
import type { ContentExport } from './schema.ts';

/** Exports as Canvas sends them, in a number of queries that doesn't grow with them. */
export async function serializeExports(ctx: Context, rows: readonly ExportRow[]): Promise<ContentExport[]> {
  const ids = rows.flatMap(({ attachment_id }) => attachment_id ?? []);
  const attachments =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('attachments').selectAll().where('id', '=', anyOf(ids)).execute();
  const files = new Map((await serializeFiles(ctx, attachments)).map((file) => [file.id, file]));
  return rows.map((row) => {
    const attachment = files.get(row.attachment_id ?? 0);
    return {
      id: row.id,
      user_id: row.user_id,
      created_at: row.created_at,
      workflow_state: row.workflow_state as ContentExport['workflow_state'],
      export_type: row.export_type,
      ...(row.context_type === 'Course' && { course_id: row.context_id }),
      ...(attachment && { attachment: attachment as NonNullable<ContentExport['attachment']> }),
      ...(row.progress_id !== null && { progress_url: ctx.url(`/api/v1/progress/${row.progress_id}`) }),
    };
  });
}
