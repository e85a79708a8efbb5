import type { Catalogue, Entry } from '../catalogue.ts';

export interface Found {
  readonly entry: Entry;
  /** Parameters with one of the words in them, a few. */
  readonly parameters: readonly string[];
}

const MOST_PARAMETERS = 4;

/**
 * Operations that have every word of the query somewhere; first those at the very path that was asked for, then those
 * that have it in their title or path, and of these the ones that Easel has.
 */
export function search({ entries }: Catalogue, query: string): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => ({
      entry,
      parameters: entry.fields
        .map(({ name }) => name)
        .filter((name) => words.some((word) => name.toLowerCase().includes(word)))
        .slice(0, MOST_PARAMETERS),
    }));
}

/** 0 for what isn't found. */
function rankOf({ spec, title, fields, implemented }: Entry, words: readonly string[]): number {
  const head = `${title} ${spec.id} ${spec.resource}`.toLowerCase();
  const all =
    `${head} ${implemented?.summary ?? ''} ${fields.map(({ name }) => name).join(' ')}`.toLowerCase();
  if (!words.every((word) => all.includes(word))) return 0;
  if (words.includes(spec.path.toLowerCase())) return 8;
  return (words.every((word) => head.includes(word)) ? 4 : 2) + (implemented ? 1 : 0);
}
