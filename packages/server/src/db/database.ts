/**
 * One PostgreSQL dialect through one driver, `pg`: to PostgreSQL where a URL is given, else to PGlite in this
 * process. Nothing above this folder knows which.
 */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { connectionFault } from './connection-fault.ts';
import { lockDirectory } from './directory-lock.ts';
import { withNamedStatements } from './named-statements.ts';
import { PglitePool } from './pglite-pool.ts';
import type { Tables } from './tables/index.ts';
import { wireTypes } from './types.ts';

/** What a handler sees: the transaction of a writing request, the pool of a reading one. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export interface Database {
  readonly engine: 'pglite' | 'postgres';
  readonly kysely: Kysely<Tables>;
  /** The embedded database as an archive. Throws on PostgreSQL. */
  snapshot(): Promise<Blob>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`; without it the database is embedded. */
  url?: string | undefined;
  /** Data directory of the embedded database; without it the data live in memory. */
  directory?: string | undefined;
  /** An archive from `snapshot()` for the embedded database to start from. */
  snapshot?: Blob | undefined;
  /** Connections to PostgreSQL at most. */
  connections?: number | undefined;
  /** Off for poolers that can't keep named statements (PgBouncer before 1.21). */
  namedStatements?: boolean | undefined;
}

/**
 * Opens the database. Migrating it is `migrate()`'s.
 * @throws DatabaseUnusable where it can't be reached, or another process has the directory
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  return options.url ? await openPostgres(options.url, options) : await openPglite(options);
}

async function openPostgres(
  url: string,
  { connections = 10, namedStatements = true }: DatabaseOptions,
): Promise<Database> {
  await tryToReach(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: wireTypes,
    options: '-c TimeZone=UTC',
  });
  // A connection lost while idle is replaced at the next request; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    engine: 'postgres',
    kysely: new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: withNamedStatements(pool, namedStatements) }),
    }),
    snapshot: () => Promise.reject(new Error('Only the embedded database has snapshots; use pg_dump.')),
    close: () => pool.end(),
  };
}

/** A pool connects at its first query; whether it can is worth knowing at once, and within seconds. */
async function tryToReach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw connectionFault(url, error);
  }
  await client.end();
}

async function openPglite({ directory, snapshot }: DatabaseOptions): Promise<Database> {
  const release = directory === undefined ? () => {} : lockDirectory(directory);
  const pool = await PglitePool.open(directory, snapshot).catch((error: unknown) => {
    release();
    throw error;
  });
  return {
    engine: 'pglite',
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }) }),
    snapshot: () => pool.snapshot(),
    close: async () => {
      await pool.end();
      release();
    },
  };
}
