/** Gives back the room of what nobody will ask for again: uploads that never came, files that were deleted. */
import { sql } from 'kysely';
import type { Site } from '../../http/site.ts';

const HOUR = 60 * 60;
/** A ticket lasts half an hour, and the sending of a large file hours more. */
const ABANDONED_SECONDS = 24 * HOUR;

/** Ages, in seconds, below which everything is left alone. */
export interface Grace {
  /** Of an announced upload. */
  abandoned?: number;
  /** Of bytes that no row refers to, and of a file's deletion. */
  unused?: number;
}

/** @returns how many uploads were forgotten and how many contents removed */
export async function collectFiles(
  site: Site,
  { abandoned = ABANDONED_SECONDS, unused = HOUR }: Grace = {},
): Promise<{ uploads: number; contents: number }> {
  const { kysely } = site.database;
  const before = (seconds: number) =>
    sql<string>`${site.clock.now()}::timestamptz - make_interval(secs => ${seconds})`;
  const forgotten = await kysely
    .deleteFrom('attachments')
    .where('workflow_state', '=', 'unattached')
    .where('created_at', '<=', before(abandoned))
    .executeTakeFirst();
  await kysely
    .updateTable('attachments')
    .set({ content_key: null, content_tag: null })
    .where('file_state', '=', 'deleted')
    .where('workflow_state', '=', 'processed')
    .where('content_key', 'is not', null)
    .where('deleted_at', '<=', before(unused))
    .execute();
  const contents = await site.files.sweep((keys) => heldKeys(site, keys), unused);
  return { uploads: Number(forgotten.numDeletedRows), contents };
}

async function heldKeys(site: Site, keys: string[]): Promise<ReadonlySet<string>> {
  const rows = await site.database.kysely
    .selectFrom('attachments')
    .select('content_key')
    .distinct()
    .where('content_key', '=', sql<string>`any(${keys}::text[])`)
    .execute();
  return new Set(rows.flatMap(({ content_key }) => content_key ?? []));
}

/** Collects once an hour while the server listens. Several servers may do so at once. */
export class FileCollector {
  readonly #site: Site;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(site: Site) {
    this.#site = site;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#collect(), HOUR * 1000).unref();
    this.#collect();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #collect(): void {
    const { log } = this.#site;
    this.#running = this.#running
      .then(() => collectFiles(this.#site))
      .then(({ uploads, contents }) => {
        if (uploads + contents > 0) log.info({ uploads, contents }, 'removed what nobody needs');
      })
      .catch((error) => log.warn({ err: error }, 'could not collect files'));
  }
}
