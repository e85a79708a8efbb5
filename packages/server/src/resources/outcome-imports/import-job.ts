import { isTransient } from '../../db/error-code.ts';
import { type Cell, parseCsv, UnreadableFile } from '../../domain/csv.ts';
import { accountsAround, outcomeContextOf } from '../../domain/outcome-contexts.ts';
import type { Context } from '../../http/context.ts';
import { defineJob } from '../../jobs/job.ts';
import { JobStopped } from '../../jobs/run.ts';
import { importRow, type OutcomeImportRow, type Running } from './import-row.ts';
import { columnsOf, InvalidRow, readRow } from './rows.ts';

type Args = {
  import_id: number;
  /** The rows that were imported, the header among them. */
  done: number;
};

/** Rows a step: short, since others wait where the database is embedded. */
const BATCH = 50;

type Table = { columns: ReturnType<typeof columnsOf>; rows: Cell[][] };

export const outcomeImportJob = defineJob<Args>('outcome_import', async (job, args) => {
  const { import_id } = args;
  const begun = await job.step((ctx) => begin(ctx, import_id));
  if (!begun) return;
  try {
    const { columns, rows } = readTable(Buffer.from(begun.content ?? '', 'base64'));
    for (let done = Math.max(args.done, 1); done < rows.length; done += BATCH) {
      await job.step(async (ctx) => {
        const running = await runningImport(ctx, begun, columns.includes('course_id'));
        for (const [index, cells] of rows.slice(done, done + BATCH).entries()) {
          await importLine(ctx, running, columns, cells, done + index + 1);
        }
        const progress = Math.floor((100 * Math.min(done + BATCH, rows.length)) / rows.length);
        await change(ctx, import_id, { progress });
        await job.progress.update(progress);
        await job.continueWith({ import_id, done: done + BATCH });
      });
    }
    await job.step(async (ctx) => {
      await end(ctx, import_id, { workflow_state: 'succeeded', progress: 100 });
      await job.progress.finish();
    });
  } catch (error) {
    if (error instanceof JobStopped || isTransient(error)) throw error;
    const message = error instanceof UnreadableFile ? error.message : 'An unexpected error has occurred';
    await job.step(async (ctx) => {
      await addErrors(ctx, import_id, 1, [message], true);
      await end(ctx, import_id, { workflow_state: 'failed' });
    });
    if (!(error instanceof UnreadableFile)) throw error;
  }
});

/** Throws UnreadableFile. */
function readTable(bytes: Buffer): Table {
  const rows = parseCsv(bytes);
  const columns = columnsOf(rows[0] ?? []);
  if (rows.length < 2) throw new UnreadableFile('File has no outcomes data');
  return { columns, rows };
}

/** @returns undefined where the import has ended already */
async function begin(ctx: Context, id: number): Promise<OutcomeImportRow | undefined> {
  return await ctx.db
    .updateTable('outcome_imports')
    .set({ workflow_state: 'importing', updated_at: ctx.now })
    .where('id', '=', id)
    .where('workflow_state', 'in', ['created', 'importing'])
    .returningAll()
    .executeTakeFirst();
}

async function runningImport(ctx: Context, row: OutcomeImportRow, reachesCourses: boolean): Promise<Running> {
  const context = await outcomeContextOf(ctx, row);
  return { row, context, around: await accountsAround(ctx, context), reachesCourses };
}

async function importLine(
  ctx: Context,
  running: Running,
  columns: Table['columns'],
  cells: readonly Cell[],
  line: number,
): Promise<void> {
  try {
    const row = readRow(columns, cells);
    if (row) await importRow(ctx, running, row);
  } catch (error) {
    if (!(error instanceof InvalidRow)) throw error;
    await addErrors(ctx, running.row.id, line, error.messages, false);
  }
}

async function addErrors(
  ctx: Context,
  outcome_import_id: number,
  row: number,
  messages: readonly string[],
  failure: boolean,
): Promise<void> {
  await ctx.db
    .insertInto('outcome_import_errors')
    .values(messages.map((message) => ({ outcome_import_id, row, message, failure })))
    .execute();
}

type Changes = {
  progress?: number;
  workflow_state?: 'succeeded' | 'failed';
  content?: null;
  ended_at?: string;
};

async function change(ctx: Context, id: number, changes: Changes): Promise<void> {
  await ctx.db
    .updateTable('outcome_imports')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

const end = (ctx: Context, id: number, changes: Changes) =>
  change(ctx, id, { ...changes, content: null, ended_at: ctx.now });
