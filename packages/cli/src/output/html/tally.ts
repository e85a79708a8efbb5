import { type Column, cellText, type Row } from '../column.ts';

/** How many rows have which value, of one column or of two crossed. */
export interface Tally {
  readonly rows: number;
  readonly of: readonly Column[];
  /** The most frequent first. */
  readonly groups: readonly Group[];
  /** The values of the second column, the most frequent first; one nameless part where there is no second. */
  readonly parts: readonly string[];
}

export interface Group {
  readonly name: string;
  readonly rows: number;
  /** In the order of `parts`. */
  readonly counts: readonly number[];
}

const NOTHING = '(none)';

export async function tally(rows: AsyncIterable<Row>, of: readonly Column[]): Promise<Tally> {
  const [by, across] = of;
  const groups = new Map<string, Map<string, number>>();
  const parts = new Map<string, number>();
  let sum = 0;
  for await (const row of rows) {
    sum++;
    if (!by) continue;
    const name = cellText(row[by.key]) || NOTHING;
    const part = across ? cellText(row[across.key]) || NOTHING : '';
    const group = groups.get(name) ?? new Map<string, number>();
    group.set(part, (group.get(part) ?? 0) + 1);
    groups.set(name, group);
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const names = [...parts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return {
    rows: sum,
    of,
    parts: names,
    groups: [...groups]
      .map(([name, counts]) => ({
        name,
        rows: [...counts.values()].reduce((total, count) => total + count, 0),
        counts: names.map((part) => counts.get(part) ?? 0),
      }))
      .sort((a, b) => b.rows - a.rows || a.name.localeCompare(b.name)),
  };
}

/** The most frequent groups, the others as one. */
export function largest({ groups }: Tally, most: number): Group[] {
  if (groups.length <= most) return [...groups];
  const rest = groups.slice(most - 1);
  const counts = (rest[0]?.counts ?? []).map((_, index) =>
    rest.reduce((total, group) => total + (group.counts[index] ?? 0), 0),
  );
  const rows = rest.reduce((total, group) => total + group.rows, 0);
  return [...groups.slice(0, most - 1), { name: `${rest.length} others`, rows, counts }];
}
