import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { wireTypes } from './types.ts';

/**
 * One `pg` client on PGlite, lent to one caller at a time in the order they asked.
 *
 * Not `pg.Pool`: that closes a client after a failed query, and PGlite's one connection can't be opened twice.
 */
export class PglitePool {
  readonly client: pg.Client;
  readonly #pglite: PGlite;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(pglite: PGlite, client: pg.Client) {
    this.#pglite = pglite;
    this.client = client;
  }

  /**
   * @param directory where the data live; undefined keeps them in memory
   * @param snapshot a data directory as `snapshot()` gave it, to start from
   */
  static async open(directory?: string, snapshot?: Blob): Promise<PglitePool> {
    const pglite = await PGlite.create({
      ...(directory && { dataDir: directory }),
      ...(snapshot && { loadDataDir: snapshot }),
    });
    const client = new pg.Client({ ...createPgConfig(pglite), types: wireTypes });
    // A lost connection shows in the query that meets it; without a listener it would end the process.
    client.on('error', () => {});
    await client.connect();
    await client.query("set time zone 'UTC'");
    return new PglitePool(pglite, client);
  }

  async connect() {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    return {
      query: (config: pg.QueryConfig) => this.client.query(config),
      release: () => resolve(),
    };
  }

  /** The whole database as a tar archive, for a copy that starts without migrating. */
  async snapshot(): Promise<Blob> {
    return await this.#pglite.dumpDataDir('none');
  }

  async end(): Promise<void> {
    await this.#turn;
    await this.client.end();
    await this.#pglite.close();
  }
}
