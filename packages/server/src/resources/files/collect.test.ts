import { glob, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { sendFile, upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';
import { DiskStorage } from '../../files/disk.ts';
import type { Site } from '../../http/site.ts';
import { collectFiles } from './collect.ts';

const directory = await mkdtemp(join(tmpdir(), 'easel-collect-'));
const files = await DiskStorage.open(directory);
const { admin, anonymous, clock, database, make } = await openWorld({}, undefined, { files });
const site = { database, clock, files, log: pino({ level: 'silent' }) } as unknown as Site;
const course = await make.course();
const path = `courses/${course.id}/files`;

const objects = async () =>
  (await Array.fromAsync(glob(join(directory, 'objects/*/*')))).map((file) => basename(file)).sort();
/** Everything that nothing refers to, however young. */
const collect = (grace = {}) => collectFiles(site, { unused: 0, ...grace });

describe('the collector', () => {
  it('keeps what files refer to, once however often', async () => {
    await upload(admin, path, { name: 'a.txt' }, 'same bytes');
    const { body } = await upload(admin, path, { name: 'b.txt' }, 'same bytes');
    expect(await objects()).toHaveLength(1);
    await admin.delete(`files/${body.id}`);
    expect(await collect()).toEqual({ uploads: 0, contents: 0 });
    expect(await objects()).toHaveLength(1);
  });

  it('removes the bytes of deleted files, after a while', async () => {
    const before = await objects();
    const { body } = await upload(admin, path, { name: 'gone.txt' }, 'to be deleted');
    await admin.delete(`files/${body.id}`);
    expect((await collectFiles(site)).contents).toBe(0);
    expect(await objects()).toHaveLength(before.length + 1);
    expect((await collect()).contents).toBe(1);
    expect(await objects()).toEqual(before);
  });

  it('keeps the bytes that copies of a deleted file share', async () => {
    const { body } = await upload(admin, path, { name: 'original.txt' }, 'shared by a copy');
    await admin.post(`folders/${body.folder_id}/copy_file`, {
      source_file_id: body.id,
      on_duplicate: 'rename',
    });
    await admin.delete(`files/${body.id}`);
    expect((await collect()).contents).toBe(0);
  });

  it('forgets uploads that were never confirmed, and their bytes', async () => {
    const before = await objects();
    await admin.post(path, { name: 'announced.txt' });
    const { body: ticket } = await admin.post(path, { name: 'sent.txt' });
    await sendFile(anonymous, ticket, 'sent and not confirmed');
    expect(await collect()).toEqual({ uploads: 0, contents: 0 });
    clock.advance(24 * 60 * 60);
    expect(await collect()).toEqual({ uploads: 2, contents: 1 });
    expect(await objects()).toEqual(before);
  });

  it('removes half uploads and what nobody refers to, unless they are young', async () => {
    const { Readable } = await import('node:stream');
    const { writeFile } = await import('node:fs/promises');
    await files.store(Readable.from([Buffer.from('nobody knows me')]));
    await writeFile(join(directory, 'incoming', 'half'), 'half');
    expect((await collectFiles(site)).contents).toBe(0);
    expect((await collect()).contents).toBe(2);
  });
});
