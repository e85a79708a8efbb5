/** The one that was probably meant; undefined when nothing is like it. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const tolerance = word.length < 4 ? 1 : 2;
  const begun = candidates.filter((candidate) => word.length > 2 && candidate.startsWith(word));
  if (begun.length === 1) return begun[0];
  return candidates
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .filter((found) => found.distance <= tolerance)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(beforeLast, j - 2) + 1 : replaced;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number) => row[index] ?? 0;
