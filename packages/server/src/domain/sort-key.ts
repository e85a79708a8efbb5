/**
 * What lists of names order by: folded to lower case without accents, to be compared byte by byte (`collate "C"`).
 * The engines' own collations differ, and a bookmark has to stand on the very same order everywhere.
 */
export function sortKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
