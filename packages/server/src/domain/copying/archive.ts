/**
 * Archives that people upload, which are hostile until shown otherwise: entries that would stand outside the archive's own
 * folder make all of it refused, as do more entries or more bytes than are expected; an entry that is longer than it says
 * ends in an error.
 */
import { PassThrough, type Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import type { FileStorage } from '../../files/storage.ts';

/** The archive can't be read, or isn't to be. */
export class RefusedArchive extends Error {
  override readonly name = 'RefusedArchive';
}

const MOST_ENTRIES = 50_000;
/** Of a text that is read into memory. */
const MOST_TEXT_BYTES = 32 * 1024 * 1024;
/** How many times its own length an archive may hold; deflate itself reaches a thousand. */
const MOST_RATIO = 200;
/** Which small archives may reach whatever their ratio. */
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * @param size of the archive, in bytes
   * @throws RefusedArchive
   */
  static async open(storage: FileStorage, key: string, size: number): Promise<Archive> {
    try {
      const zip = await openZip(new StoredReader(storage, key), size);
      const entries = await listEntries(zip);
      const bytes = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
      if (bytes > Math.max(ALWAYS_ALLOWED_BYTES, MOST_RATIO * size)) {
        throw new RefusedArchive('The archive would become far larger than it is');
      }
      return new Archive(zip, entries);
    } catch (error) {
      if (error instanceof RefusedArchive) throw error;
      throw new RefusedArchive(
        `The archive can't be read: ${error instanceof Error ? error.message : error}`,
      );
    }
  }

  /** Of its files, without folders. */
  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** @throws RefusedArchive for what isn't there or is too large to be a text */
  async text(path: string): Promise<string> {
    const entry = this.#entries.get(path);
    if (!entry) throw new RefusedArchive(`The archive has no ${path}`);
    if (entry.uncompressedSize > MOST_TEXT_BYTES) throw new RefusedArchive(`${path} is too long`);
    const chunks: Buffer[] = [];
    for await (const chunk of await this.stream(path)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }

  /** @throws RefusedArchive for what isn't there */
  async stream(path: string): Promise<Readable> {
    const entry = this.#entries.get(path);
    if (!entry) throw new RefusedArchive(`The archive has no ${path}`);
    return await new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) =>
        error ? reject(new RefusedArchive(`${path} can't be read: ${error.message}`)) : resolve(stream),
      );
    });
  }
}

/** Bytes of a storage, from wherever they are asked for. */
class StoredReader extends RandomAccessReader {
  readonly #storage: FileStorage;
  readonly #key: string;

  constructor(storage: FileStorage, key: string) {
    super();
    this.#storage = storage;
    this.#key = key;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const out = new PassThrough();
    this.#storage.read(this.#key, { start, end: end - 1 }).then(
      (bytes) => bytes.on('error', (error) => out.destroy(error)).pipe(out),
      (error: Error) => out.destroy(error),
    );
    return out;
  }
}

const openZip = (reader: RandomAccessReader, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_ENTRIES)
    throw new RefusedArchive(`The archive has more than ${MOST_ENTRIES} files`);
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      // yauzl has refused absolute paths and `..` by now; links are files like others, and never followed.
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
