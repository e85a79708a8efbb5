/** What scopes let an application do, for the person who is asked. */
import { everyOperation, type OperationSpec } from '@easel/contract';
import { scopeKey, scopeOf, USER_INFO } from '../http/scopes.ts';

export interface InWords {
  /** The documentation's heading. */
  heading: string;
  reads: string[];
  changes: string[];
}

const specs = new Map<string, OperationSpec>(everyOperation.map((spec) => [scopeKey(scopeOf(spec)), spec]));

/** By heading, in the alphabet's order; what only reads apart from what changes something. */
export function scopesInWords(scopes: readonly string[]): InWords[] {
  const known = scopes.flatMap((scope) => specs.get(scopeKey(scope)) ?? []);
  const byHeading = Map.groupBy(known, ({ resource }) => resource);
  return [...byHeading]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([heading, group]) => ({
      heading,
      reads: group.filter(({ method }) => method === 'GET').map(titleOf),
      changes: group.filter(({ method }) => method !== 'GET').map(titleOf),
    }));
}

export const namesUser = (scopes: readonly string[]) => scopes.includes(USER_INFO);

/** `list_your_courses` → “List your courses” */
function titleOf({ nickname }: OperationSpec): string {
  const words = nickname.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
