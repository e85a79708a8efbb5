import type { Correction } from '../corrections.ts';
import { documentedOperations } from '../data.ts';
import { text } from './params.ts';

/** Dates that select rows reach the handler as they were sent: Canvas validates most of them and answers 400. */
export const queryDateCorrections: readonly Correction[] = documentedOperations.flatMap(
  ({ method, path, query }) => {
    const dates = Object.keys(query).filter((name) => query[name]?.format?.startsWith('date'));
    if (dates.length === 0) return [];
    return {
      operations: [`${method} ${path}`],
      because: 'A date filter that cannot be read is an error of the request, not an absent filter.',
      source: 'semantics/conventions.md 2.3',
      params: Object.fromEntries(dates.map((name) => [name, text])),
    };
  },
);
