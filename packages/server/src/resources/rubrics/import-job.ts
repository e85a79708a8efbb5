import { isTransient } from '../../db/error-code.ts';
import { parseCsv, UnreadableFile } from '../../domain/csv.ts';
import { associate } from '../../domain/rubric-associating.ts';
import { InvalidRubric, saveRubric } from '../../domain/rubric-writing.ts';
import { type RubricContext, rubricContextOf } from '../../domain/rubrics.ts';
import type { Context } from '../../http/context.ts';
import { defineJob } from '../../jobs/job.ts';
import { JobStopped } from '../../jobs/run.ts';
import type { RubricImportRow } from './serialize-import.ts';
import { NoRubrics, readTable, type TableRubric } from './table.ts';

type Args = {
  import_id: number;
  /** The rubrics that were imported, or couldn't be. */
  done: number;
};

/** Rubrics a step. */
const BATCH = 10;

export const rubricImportJob = defineJob<Args>('rubric_import', async (job, { import_id, done: begun }) => {
  const row = await job.step((ctx) => begin(ctx, import_id));
  if (!row) return;
  try {
    const rubrics = readTable(parseCsv(Buffer.from(row.content ?? '', 'base64')));
    for (let done = begun; done < rubrics.length; done += BATCH) {
      await job.step(async (ctx) => {
        await importSome(ctx, row, rubrics.slice(done, done + BATCH));
        const progress = Math.floor((100 * Math.min(done + BATCH, rubrics.length)) / rubrics.length);
        await change(ctx, import_id, { progress });
        await job.progress.update(progress);
        await job.continueWith({ import_id, done: done + BATCH });
      });
    }
    await job.step(async (ctx) => {
      const { error_count } = await current(ctx, import_id);
      const workflow_state = error_count > 0 ? 'succeeded_with_errors' : 'succeeded';
      await change(ctx, import_id, { workflow_state, progress: 100, content: null });
      await job.progress.finish();
    });
  } catch (error) {
    if (error instanceof JobStopped || isTransient(error)) throw error;
    await job.step(async (ctx) => {
      await addErrors(ctx, import_id, [messageOf(error)]);
      await change(ctx, import_id, { workflow_state: 'failed', content: null });
    });
    if (!isOfTheFile(error)) throw error;
  }
});

const isOfTheFile = (error: unknown) => error instanceof NoRubrics || error instanceof UnreadableFile;

function messageOf(error: unknown): string {
  if (error instanceof NoRubrics) return error.message;
  return error instanceof UnreadableFile
    ? 'The file is not a valid CSV file.'
    : 'An error occurred while importing rubrics.';
}

/** @returns undefined where the import has ended already */
async function begin(ctx: Context, id: number): Promise<RubricImportRow | undefined> {
  return await ctx.db
    .updateTable('rubric_imports')
    .set({ workflow_state: 'importing', updated_at: ctx.now })
    .where('id', '=', id)
    .where('workflow_state', 'in', ['created', 'importing'])
    .returningAll()
    .executeTakeFirst();
}

async function importSome(
  ctx: Context,
  row: RubricImportRow,
  rubrics: readonly TableRubric[],
): Promise<void> {
  const context = await rubricContextOf(ctx, row);
  const errors: string[] = [];
  for (const rubric of rubrics) {
    const error = 'error' in rubric ? rubric.error : await importRubric(ctx, row, context, rubric);
    if (error) errors.push(error);
  }
  await addErrors(ctx, row.id, errors);
}

/** @returns what was wrong with it */
async function importRubric(
  ctx: Context,
  row: RubricImportRow,
  context: RubricContext,
  { title, criteria }: Extract<TableRubric, { title: string }>,
): Promise<string | undefined> {
  const draft = {
    user_id: row.user_id,
    rubric_id: null,
    context_type: context.type,
    context_id: context.id,
    rubric_import_id: row.id,
  };
  // Found before anything is written, so that there is nothing to undo.
  if (title.length > MAX_TITLE) return `The rubric '${title}' could not be saved.`;
  try {
    const rubric = await saveRubric(ctx, draft, { title, criteria, workflow_state: 'draft' });
    const object =
      context.type === 'Course'
        ? ({ type: 'Course', id: context.id, course: context.course } as const)
        : ({ type: 'Account', id: context.id, account: context.account } as const);
    await associate(ctx, { rubric, context, object, fields: {} });
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidRubric)) throw error;
    return error.message;
  }
}

const MAX_TITLE = 255;

const current = (ctx: Context, id: number) =>
  ctx.db.selectFrom('rubric_imports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function addErrors(ctx: Context, id: number, messages: readonly string[]): Promise<void> {
  if (messages.length === 0) return;
  const { error_data } = await current(ctx, id);
  const all = [...error_data, ...messages.map((message) => ({ message }))];
  await ctx.db
    .updateTable('rubric_imports')
    .set({ error_data: JSON.stringify(all), error_count: all.length })
    .where('id', '=', id)
    .execute();
}

interface Changes {
  progress?: number;
  workflow_state?: 'succeeded' | 'succeeded_with_errors' | 'failed';
  content?: null;
}

async function change(ctx: Context, id: number, changes: Changes): Promise<void> {
  await ctx.db
    .updateTable('rubric_imports')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}
