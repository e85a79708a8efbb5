/** Entries of an archive → kept bytes, as far as there is room. */
import { typeOfName } from '../../files/content-types.ts';
import { type Stored, TooManyBytes } from '../../files/storage.ts';
import type { Site } from '../../http/site.ts';
import { type Archive, RefusedArchive } from './archive.ts';
import type { NewIssue } from './writing.ts';

/** @param room in bytes, which all of them share */
export async function storeEntries(
  site: Site,
  archive: Archive,
  entries: readonly string[],
  room: number,
): Promise<{ stored: Map<string, Stored>; refused: NewIssue[] }> {
  const stored = new Map<string, Stored>();
  const refused: NewIssue[] = [];
  let left = room;
  for (const entry of entries) {
    try {
      const bytes = await archive.stream(entry);
      const kept = await site.files.store(bytes, { maxBytes: left, contentType: typeOfName(entry) });
      stored.set(entry, kept);
      left -= kept.size;
    } catch (error) {
      if (!(error instanceof TooManyBytes) && !(error instanceof RefusedArchive)) throw error;
      const reason = error instanceof TooManyBytes ? 'there is no room for it' : error.message;
      const description = `The file "${entry}" was not imported: ${reason}`;
      refused.push({ issue_type: 'warning', description });
    }
  }
  return { stored, refused };
}
