import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { rubricImportJob } from './import-job.ts';
import { rubricContexts } from './load.ts';
import { RubricImport } from './schema.ts';
import { serializeImport } from './serialize-import.ts';

/** What is imported are drafts: `rubric[workflow_state]=active` of a PUT puts one into use. */
export default inContexts(rubricContexts, 'POST /api/v1/{context}/rubrics/upload', {
  summary: 'Import rubrics from a CSV file',
  requires: { context: 'manage_rubrics' },
  returns: RubricImport,
  async handle({ ctx, context }) {
    const file = ctx.request.files?.get('attachment');
    if (!file) {
      ctx.hint('Send the file as attachment in a multipart form');
      throw new Refusal(400, { message: 'No file attached' });
    }
    const row = await ctx.db
      .insertInto('rubric_imports')
      .values({
        context_type: context.type,
        context_id: context.id,
        user_id: ctx.me.id,
        attachment_id: await nextFileId(ctx),
        filename: file.filename || 'rubrics.csv',
        size: file.bytes.length,
        content: file.bytes.toString('base64'),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await enqueue(
      ctx,
      rubricImportJob,
      { import_id: row.id, done: 0 },
      { progress: { context: { type: context.type, id: context.id }, tag: 'rubric_import' } },
    );
    return await serializeImport(ctx, row);
  },
});

/** The table is no file that anybody could ask for, but it has an id like one. */
async function nextFileId(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('attachments', 'id')) as id`.execute(ctx.db);
  return (rows[0] as { id: number }).id;
}
