import { padded, widthOf } from './display-width.ts';
import { printable } from './printable.ts';

/** Short lists under each other, without a heading. */
export function columnsOf(rows: readonly (readonly string[])[]): string[] {
  // Leading blanks are wanted here.
  const clean = rows.map((row) => row.map((cell) => /^ */.exec(cell)?.[0] + printable(cell)));
  const widths = (clean[0] ?? []).map((_, index) =>
    Math.max(...clean.map((row) => widthOf(row[index] ?? ''))),
  );
  return clean.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
