/** The files of an archive → a folder, with the archive's own folders below it. */
import { posix } from 'node:path';
import { parseNumber } from '../../http/ids.ts';
import type { Site } from '../../http/site.ts';
import type { JobRun } from '../../jobs/run.ts';
import { settleDuplicates } from '../attachments.ts';
import { contextOf } from '../contexts.ts';
import { quotaOf } from '../file-quota.ts';
import { assertPath } from '../folders.ts';
import type { MigrationRow } from './access.ts';
import { type Archive, RefusedArchive } from './archive.ts';
import { storeEntries } from './store-entries.ts';
import { insertStored } from './write-files.ts';
import type { NewIssue } from './writing.ts';

/** What systems put into archives that nobody asked for. Source: UnzipAttachment of Canvas. */
const isLitter = (path: string): boolean =>
  path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db');

const FILES_A_STEP = 50;

/** @throws RefusedArchive where the folder is gone */
export async function unzipIntoFolder(
  job: JobRun,
  site: Site,
  migration: MigrationRow,
  archive: Archive,
): Promise<NewIssue[]> {
  const { base, room } = await job.step(async (ctx) => {
    const context = await contextOf(ctx, migration);
    const folder = await ctx.db
      .selectFrom('folders')
      .select('full_name')
      .where('id', '=', parseNumber(String(migration.settings['folder_id'] ?? '')) ?? 0)
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!folder) throw new RefusedArchive('The folder is no longer there');
    const { quota, quota_used } = await quotaOf(ctx, context);
    return { base: folder.full_name, room: Math.max(0, quota - quota_used) };
  });
  const wanted = archive.paths.filter((path) => !isLitter(path));
  const { stored, refused } = await storeEntries(site, archive, wanted, room);
  const kept = [...stored];
  for (let done = 0; done < kept.length; done += FILES_A_STEP) {
    await job.step(async (ctx) => {
      const context = await contextOf(ctx, migration);
      for (const [path, bytes] of kept.slice(done, done + FILES_A_STEP)) {
        const folder = await assertPath(ctx, context, posix.join(base, posix.dirname(path)));
        const file = await insertStored(ctx, { context, folder, name: posix.basename(path), bytes });
        await settleDuplicates(ctx, file, 'overwrite');
      }
    });
    await job.progress.update(
      Math.floor((100 * Math.min(done + FILES_A_STEP, kept.length)) / (kept.length + 1)),
    );
  }
  return refused;
}
