import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Tables } from '../db/tables/index.ts';

/** A row to be written, with its values in the form in which queries give them: JSON as objects, ids as numbers. */
export type NewRow<Table extends keyof Tables> = {
  [Column in keyof Insertable<Tables[Table]>]: Column extends keyof Selectable<Tables[Table]>
    ? Selectable<Tables[Table]>[Column]
    : never;
};

/** More in one statement brings nothing more. */
const BATCH = 5000;

/**
 * Writes many rows. A batch is one parameter, JSON that PostgreSQL spreads over the table's own types, so its size
 * meets no limit and the statement keeps its name. A column that no row mentions gets its default; one that only
 * some mention is null in the others.
 */
export async function insertRows<Table extends keyof Tables>(
  db: Db,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<void> {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  const columns = sql.join([...names].map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = JSON.stringify(rows.slice(from, from + BATCH));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)`.execute(db);
  }
}
