import type { JsonObject } from '@easel/contract';
import { nearest } from '../frame/nearest.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { type Column, type Row, valueAt } from './column.ts';

/** Takes of each row what will be written of it, and notices what no row has. */
export class Projection {
  /** What is taken; undefined: everything. */
  readonly keys: readonly string[] | undefined;
  readonly #columns: readonly Column[] | undefined;
  readonly #missing: Set<string>;
  #fields: readonly string[] | undefined;

  /** @param counted columns that aren't shown, but counted */
  constructor(columns: readonly Column[] | undefined, counted: readonly Column[]) {
    this.#columns = columns;
    const linked = columns?.flatMap(({ page = '' }) =>
      [...page.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key),
    );
    this.keys = columns && [
      ...new Set([...columns.map(({ key }) => key), ...counted.map(({ key }) => key), ...(linked ?? [])]),
    ];
    this.#missing = new Set(columns?.map(({ key }) => key));
  }

  project(object: JsonObject): Row {
    if (!this.keys) return object;
    this.#fields ??= Object.keys(object);
    const row: Record<string, Row[string]> = {};
    for (const key of this.keys) {
      const value = valueAt(object, key);
      if (value === undefined) continue;
      row[key] = value;
      this.#missing.delete(key);
    }
    return row;
  }

  /** A column that stays empty is misspelt, or takes a right or a parameter that wasn't there. */
  remarkOnUnknown(terminal: Terminal): void {
    if (!this.#fields || !this.#columns) return;
    for (const key of this.#missing) {
      const meant = nearest(key, this.#fields);
      remark(terminal, `easel: no row has a field ${key}${meant ? `; did you mean ${meant}?` : ''}`);
    }
  }
}
