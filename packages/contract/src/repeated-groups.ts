import type { DocumentedParam, DocumentedParams } from './data.ts';
import { groupBy } from './group-by.ts';

/**
 * Puts back the brackets that the documentation data has lost.
 * `events[][title]` of type string stands in the data as `events[title]` of type `string[]`; the same spelling
 * means a real list in `token[scopes]`. The sign of a lost pair of brackets is that every part of a name is a
 * list. A name with a single part is ambiguous and left alone; corrections spell those out.
 */
export function restoreRepeatedGroups(params: DocumentedParams): DocumentedParams {
  const parts = groupBy(Object.entries(params), ([name]) => parentOf(name));
  const repeated = new Set<string>();
  for (const [parent, entries] of parts) {
    if (parent !== '' && entries.length > 1 && entries.every(isList)) repeated.add(parent);
  }
  if (repeated.size === 0) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => {
      const parent = parentOf(name);
      if (!repeated.has(parent)) return [name, param];
      return [`${parent}[]${name.slice(parent.length)}`, elementOf(param)];
    }),
  );
}

/** `a[b]` of `a[b][c]`; the empty string for a name without brackets. */
const parentOf = (name: string) => name.slice(0, Math.max(name.lastIndexOf('['), 0));

const isList = ([name, param]: [string, DocumentedParam]) =>
  param.type.endsWith('[]') && !name.includes('[]');

const elementOf = (param: DocumentedParam): DocumentedParam => ({
  ...param,
  type: param.type.slice(0, -'[]'.length),
});
