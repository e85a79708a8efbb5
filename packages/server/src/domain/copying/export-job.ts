/** Makes the archive of a content export, and a file of it that only its maker has. */
import { Readable } from 'node:stream';
import type { Updateable } from 'kysely';
import { ZipFile } from 'yazl';
import type { ContentExportsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { Site } from '../../http/site.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { type JobRun, JobStopped } from '../../jobs/run.ts';
import type { AttachmentRow } from '../attachments.ts';
import { change } from '../attachments.ts';
import { contextOf, ofUser } from '../contexts.ts';
import type { ExportRow } from './access.ts';
import { exportedFiles } from './exported-files.ts';
import { readCourse } from './read-course.ts';
import { cartridgeFiles, emptyManifest } from './write-cartridge.ts';
import { insertStored } from './write-files.ts';

type Args = { export_id: number };

/** A file of the archive. */
type Packed =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly row: AttachmentRow };

interface Package {
  readonly name: string;
  readonly contentType: string;
  readonly files: readonly Packed[];
}

export const exportJob = defineJob<Args>('content_export', async (job, { export_id: id }) => {
  const begun = await job.step(async (ctx) => {
    const row = await ctx.db
      .updateTable('content_exports')
      .set({ workflow_state: 'exporting', updated_at: ctx.now })
      .where('id', '=', id)
      .where('workflow_state', 'in', ['created', 'exporting'])
      .returningAll()
      .executeTakeFirst();
    return row && { site: ctx.site, packed: await packageOf(ctx, row) };
  });
  if (!begun) return await job.progress.finish();
  try {
    await pack(job, begun.site, id, begun.packed);
  } catch (error) {
    if (error instanceof JobStopped) throw error;
    job.log.error({ err: error }, 'a content export failed');
    await job.step((ctx) => note(ctx, id, { workflow_state: 'failed' }));
    throw new JobFailed('There was an unexpected error');
  }
});

async function pack(
  job: JobRun,
  site: Site,
  id: number,
  { name, contentType, files }: Package,
): Promise<void> {
  await job.progress.update(10);
  const bytes = await site.files.store(zipped(site, files), { contentType });
  await job.step(async (ctx) => {
    const place = { context: ofUser(ctx.me), folder: null, name, bytes };
    const file = await insertStored(ctx, place, { counts_for_quota: false });
    await change(ctx, file, { content_type: contentType });
    await note(ctx, id, { workflow_state: 'exported', attachment_id: file.id });
    await job.progress.finish();
  });
}

const note = (ctx: Context, id: number, changes: Updateable<ContentExportsTable>) =>
  ctx.db
    .updateTable('content_exports')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();

async function packageOf(ctx: Context, row: ExportRow): Promise<Package> {
  const context = await contextOf(ctx, row);
  const day = ctx.now.slice(0, 10);
  if (row.export_type === 'zip' || context.type !== 'Course') {
    const files = await exportedFiles(ctx, context, row.selection);
    const name = context.type === 'Course' ? context.course.course_code : context.type.toLowerCase();
    return { name: `${slug(name)}_files_${day}.zip`, contentType: 'application/zip', files };
  }
  const { course } = context;
  if (row.export_type !== 'common_cartridge') {
    // Of a course without quizzes, which no course has here.
    const text = emptyManifest(course.name);
    const name = `${slug(course.course_code)}_quiz_export_${day}.zip`;
    return { name, contentType: 'application/zip', files: [{ path: 'imsmanifest.xml', text }] };
  }
  const content = await readCourse(ctx, course, row.selection);
  const files = cartridgeFiles(content, course.name).map((file): Packed => {
    if ('text' in file) return file;
    const { source } = file.file;
    if (!('row' in source)) throw new Error('a course has files that are kept');
    return { path: file.path, row: source.row };
  });
  return { name: `${slug(course.course_code)}-export-${day}.imscc`, contentType: 'application/zip', files };
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'export';

/** Streams the archive as it is made: no file is held. */
async function* zipped(site: Site, files: readonly Packed[]): AsyncIterable<Buffer> {
  const zip = new ZipFile();
  for (const file of files) {
    if ('text' in file) zip.addBuffer(Buffer.from(file.text), file.path);
    else {
      const { content_key: key } = file.row;
      if (key === null) continue;
      zip.addReadStreamLazy(file.path, (give) => {
        site.files.read(key).then(
          (stream) => give(null, stream),
          (error: Error) => give(error, Readable.from([])),
        );
      });
    }
  }
  zip.end();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const chunk of out) yield chunk as Buffer;
}
