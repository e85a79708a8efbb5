/** Whole rows of several tables from one query: each column comes under `alias.column`, and is taken apart again. */
import { columnsOf, type Tables } from './tables/index.ts';

type Table = keyof Tables & keyof typeof columnsOf;

/** `"member"."id" as "member.id", …`, for a select list. */
export function wholeRow(alias: string, table: Table): string {
  return columnsOf[table].map((column) => `"${alias}"."${column}" as "${alias}.${column}"`).join(', ');
}

/** The row that was selected under an alias, or null where its join found none. */
export function takeRow(row: Readonly<Record<string, unknown>>, alias: string, table: Table): object | null {
  if (row[`${alias}.id`] === null) return null;
  return Object.fromEntries(columnsOf[table].map((column) => [column, row[`${alias}.${column}`]]));
}
