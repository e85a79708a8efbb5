/** packages/server/src/db/tables/index.ts: the tables' types, read from a database that the migrations have just made. */
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { openDatabase } from '../packages/server/src/db/database.ts';
import { migrate } from '../packages/server/src/db/migrate.ts';

const JSON_COLUMNS = new URL('../packages/server/src/db/json-columns.ts', import.meta.url);

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  has_default: boolean;
}

const SCALARS: Record<string, string> = {
  bool: 'boolean',
  date: 'string',
  float8: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  text: 'string',
  timestamptz: 'string',
  _int8: 'number[]',
  _text: 'string[]',
};

/** `check (x in ('a', 'b'))` is where a column's values are said; here they become a union. */
function valuesByColumn(checks: { table_name: string; definition: string }[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { table_name, definition } of checks) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition);
    if (!match) continue;
    const literals = [...(match[2] as string).matchAll(/'([^']*)'/g)].map(([, value]) => `'${value}'`);
    values.set(`${table_name}.${match[1]}`, literals.join(' | '));
  }
  return values;
}

function interfaceName(table: string): string {
  return `${table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`;
}

function columnType(column: Column, values: Map<string, string>, jsonColumns: string): string {
  const key = `${column.table_name}.${column.column_name}`;
  const orNull = column.is_nullable === 'YES' ? ' | null' : '';
  if (column.udt_name === 'jsonb' || column.udt_name === 'json') {
    const read = jsonColumns.includes(`'${key}'`) ? `JsonColumns['${key}']` : 'JsonValue';
    // Written as text: `pg` would send a JavaScript array as a PostgreSQL array.
    const insert = `string${orNull}${column.has_default ? ' | undefined' : ''}`;
    return `ColumnType<${read}${orNull}, ${insert}, string${orNull}>`;
  }
  const scalar = values.get(key) ?? SCALARS[column.udt_name];
  if (!scalar) throw new Error(`${key}: no TypeScript type for ${column.udt_name}`);
  return column.has_default ? `Generated<${scalar}${orNull}>` : `${scalar}${orNull}`;
}

function columnList([table, rows]: [string, Column[]]): string {
  return `  ${table}: [${rows.map(({ column_name }) => `'${column_name}'`).join(', ')}],`;
}

export async function writeTableTypes(): Promise<string> {
  const database = await openDatabase();
  await migrate(database);
  const columns = await sql<Column>`
    select table_name, column_name, udt_name, is_nullable,
      column_default is not null or is_identity = 'YES' as has_default
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'schema_migrations'
    order by table_name, ordinal_position`.execute(database.kysely);
  const checks = await sql<{ table_name: string; definition: string }>`
    select conrelid::regclass::text as table_name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`.execute(
    database.kysely,
  );
  await database.close();

  const values = valuesByColumn(checks.rows);
  const jsonColumns = await readFile(JSON_COLUMNS, 'utf8');
  const tables = Map.groupBy(columns.rows, ({ table_name }) => table_name);
  const interfaces = [...tables].map(([table, rows]) => {
    const fields = rows.map((row) => `  ${row.column_name}: ${columnType(row, values, jsonColumns)};`);
    return `export interface ${interfaceName(table)} {\n${fields.join('\n')}\n}\n`;
  });
  const index = [...tables.keys()].map((table) => `  ${table}: ${interfaceName(table)};`);
  return [
    '// Generated from the migrations by `npm run generate`; do not edit.',
    "import type { ColumnType, Generated } from 'kysely';",
    "import type { JsonColumns, JsonValue } from '../json-columns.ts';",
    '',
    ...interfaces,
    `export interface Tables {\n${index.join('\n')}\n}\n`,
    '/** The columns of every table, in their order. */',
    `export const columnsOf = {\n${[...tables].map(columnList).join('\n')}\n} as const;\n`,
  ].join('\n');
}
