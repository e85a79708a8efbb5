/** Conflicts don't look at case, nor at whether words are joined by blanks or hyphens. */
const folded = (title: string): string => title.replaceAll(' ', '-').toLowerCase();

/**
 * What a copy is called: `Essay Copy`, then `Essay Copy 2`, … whichever is free. Source: DuplicatingObjects of Canvas.
 *
 * @param taken the titles that there are
 */
export function copyTitle(title: string, taken: readonly string[]): string {
  const used = new Set(taken.map(folded));
  const isCopy = /copy(?:-\d*)?$/.test(folded(title));
  const first = isCopy ? title : `${title} Copy`;
  if (!used.has(folded(first))) return first;
  const numbered = /[ -](\d+)$/.exec(first);
  const base = numbered ? first.slice(0, -(numbered[1] as string).length) : `${first} `;
  let number = numbered ? Number(numbered[1]) + 1 : 2;
  while (used.has(folded(base + number))) number++;
  return base + number;
}
