import type { AnyContext } from '../../domain/contexts.ts';
import type { ExportRow } from '../../domain/copying/access.ts';
import { exportJob } from '../../domain/copying/export-job.ts';
import { selectionByIds } from '../../domain/copying/selection.ts';
import { demand } from '../../domain/demand.ts';
import { mayInFileContext } from '../../domain/file-contexts.ts';
import { Refusal, Unauthenticated } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { places } from './load.ts';
import { ContentExport } from './schema.ts';
import { serializeExports } from './serialize.ts';

type ExportType = ExportRow['export_type'];
const OF_COURSES: readonly ExportType[] = ['zip', 'qti', 'common_cartridge', 'quizzes2'];

export default inContexts(places, 'POST /api/v1/{context}/content_exports', {
  summary: 'Export a course, or the files of a course, a group or a user',
  requires: { context: 'read' },
  returns: ContentExport,
  async handle({ ctx, context, params }) {
    const export_type = typeOf(context, params.export_type);
    // An export is somebody's; of what is public to all, nobody makes one.
    if (!ctx.user) throw new Unauthenticated();
    // Whoever sees the files may take them with him; the course as a whole is its staff's.
    if (export_type !== 'zip') await demand(ctx, mayInFileContext(ctx, context, 'read_as_admin'));
    const selection = selectionByIds(params.select);
    const row = await begin(ctx, context, export_type, selection && JSON.stringify(selection));
    return (await serializeExports(ctx, [row]))[0] as ContentExport;
  },
});

function typeOf(context: AnyContext, text: string | null | undefined): ExportType {
  const types = context.type === 'Course' ? OF_COURSES : (['zip'] as const);
  const found = types.find((type) => type === text);
  if (!found) throw new Refusal(400, { message: 'invalid export_type' });
  return found;
}

async function begin(
  ctx: Context,
  { type, id }: AnyContext,
  export_type: ExportType,
  selection: string | null,
): Promise<ExportRow> {
  const row = await ctx.db
    .insertInto('content_exports')
    .values({
      context_type: type as ExportRow['context_type'],
      context_id: id,
      user_id: ctx.me.id,
      export_type,
      selection,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const progress = await enqueue(
    ctx,
    exportJob,
    { export_id: row.id },
    { progress: { context: { type: 'ContentExport', id: row.id }, tag: 'content_export', completion: 0 } },
  );
  return await ctx.db
    .updateTable('content_exports')
    .set({ progress_id: progress.id })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
