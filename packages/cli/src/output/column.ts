import type { JsonObject, JsonValue } from '@easel/contract';

/** A column of a list: where its values are found, and what stands above them. */
export interface Column {
  /** A path into the row, `term.name`. */
  readonly key: string;
  readonly title: string;
  /** Where the row can be looked at in Canvas: `/courses/{id}`. */
  readonly page?: string;
}

/** What is written of a row: the values by the columns' keys, or the row as it came. */
export type Row = Readonly<Record<string, JsonValue | undefined>>;

export function valueAt(object: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(object, path)) return object[path];
  let value: JsonValue | undefined = object;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** A value as one cell of text. Lists of plain values are joined; what has a structure stays JSON. */
export function cellText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return isPlainList ? value.join('; ') : JSON.stringify(value);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Canvas writes all times in this way. */
export function isTime(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && TIME.test(value);
}

/** `2026-08-24 12:00`, in UTC as it came. */
export const readableTime = (time: string) => `${time.slice(0, 10)} ${time.slice(11, 16)}`;

/** The columns that `--columns` names: of those a command knows with their titles, others by their path. */
export function chooseColumns(
  wanted: string | undefined,
  known: readonly Column[],
  defaults: readonly string[],
): Column[] {
  const keys =
    wanted
      ?.split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '') ?? defaults;
  return keys.map((key) => known.find((column) => column.key === key) ?? { key, title: key });
}
