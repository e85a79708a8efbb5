import type { AnyContext } from '../../domain/contexts.ts';
import type { ExportRow } from '../../domain/copying/access.ts';
import { mayInFileContext } from '../../domain/file-contexts.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { places } from './load.ts';
import { ContentExport } from './schema.ts';
import { serializeExports } from './serialize.ts';

export default inContexts(places, 'GET /api/v1/{context}/content_exports', {
  summary: 'What was exported, the newest first',
  requires: { context: 'read' },
  returns: List(ContentExport),
  async handle({ ctx, context }) {
    const rows = await paginate(ctx, await visibleExports(ctx, context), {
      kind: 'total',
      key: 'content_exports.id',
      direction: 'desc',
    });
    return await serializeExports(ctx, rows);
  },
});

/** Archives of a course are its staff's; those of files, and what others see at all, are their makers' own. */
async function visibleExports(ctx: Context, context: AnyContext) {
  const query = ctx.db
    .selectFrom('content_exports')
    .selectAll()
    .where('context_type', '=', context.type as ExportRow['context_type'])
    .where('context_id', '=', context.id)
    .where('workflow_state', '<>', 'deleted');
  const own = ctx.user?.id ?? 0;
  const isStaff = context.type === 'Course' && (await mayInFileContext(ctx, context, 'read_as_admin'));
  if (!isStaff) {
    const mine = query.where('user_id', '=', own);
    return context.type === 'Course' ? mine.where('export_type', '=', 'zip') : mine;
  }
  return query.where((eb) => eb.or([eb('export_type', '<>', 'zip'), eb('user_id', '=', own)]));
}
