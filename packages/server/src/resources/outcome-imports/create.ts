import { Refusal } from '../../errors.ts';
import { WHOLE_BODY } from '../../http/body.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { accountsAndCourses, findOutcomeGroup } from '../outcome-groups/load.ts';
import { outcomeImportJob } from './import-job.ts';
import { OutcomeImport } from './schema.ts';
import { serializeOutcomeImport } from './serialize.ts';

export default inContexts(accountsAndCourses, 'POST /api/v1/{context}/outcome_imports', {
  summary: 'Import outcomes and their groups from a CSV file',
  requires: { context: 'import_outcomes' },
  returns: OutcomeImport,
  async handle({ ctx, context, params }) {
    const import_type = params.import_type || 'instructure_csv';
    if (import_type !== 'instructure_csv') throw new Refusal(400, { error: 'invalid import type parameter' });
    const bytes = fileOf(ctx, params.extension);
    const group = params.learning_outcome_group_id;
    const row = await ctx.db
      .insertInto('outcome_imports')
      .values({
        context_type: context.type,
        context_id: context.id,
        learning_outcome_group_id: group ? (await findOutcomeGroup(ctx, context, group)).id : null,
        user_id: ctx.me.id,
        import_type,
        content: bytes.toString('base64'),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await enqueue(
      ctx,
      outcomeImportJob,
      { import_id: row.id, done: 0 },
      { progress: { context: { type: context.type, id: context.id }, tag: 'outcome_import' } },
    );
    return await serializeOutcomeImport(ctx, row);
  },
});

/** The part `attachment` of a form, or the body itself. Without either the import fails, as that of an empty file does. */
function fileOf(ctx: Context, extension: string | null | undefined): Buffer {
  const attached = ctx.request.files?.get('attachment');
  if (attached) return attached.bytes;
  const body = ctx.request.files?.get(WHOLE_BODY);
  if (!body) {
    ctx.hint(
      'No file came: send it as attachment in a multipart form, or as the body with Content-Type: text/csv',
    );
    return Buffer.alloc(0);
  }
  const charset = /;\s*charset="?([^";\s]+)/i.exec(body.contentType)?.[1];
  if (!extension && charset && charset.toLowerCase() !== 'utf-8') {
    throw new Refusal(400, { error: 'Invalid content type, UTF-8 required' });
  }
  return body.bytes;
}
