import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables/index.ts';

/** Moves the id sequences behind rows that were written with ids of their own. */
export async function moveSequences(db: Db, tables: readonly (keyof Tables)[]): Promise<void> {
  for (const table of tables) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
      db,
    );
  }
}
