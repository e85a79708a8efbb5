import { type Permission, permissions } from '../domain/permissions.ts';
import type { Operation } from '../http/operation.ts';
import { capitalised, decidedInside, places, thingOf, words } from './rights-in-words.ts';

/** What an operation's `requires` means, as a sentence: "Who may call it?" */
export function whoMay({ id, requires }: Pick<Operation, 'id' | 'requires'>): string {
  const inside = decidedInside[id];
  if (inside) return inside;
  if (requires === 'public') return 'Anyone may ask, even without a token.';
  if (requires === 'user')
    return 'Whoever has a valid token; what it shows or changes depends on whose it is.';
  const demands = Object.entries(requires).map(([name, rights]) => {
    const anyOf = typeof rights === 'string' ? [rights] : rights;
    return anyOf.map((right) => holders(name, right)).join(', or ');
  });
  return `${capitalised(demands.join('; and '))}.`;
}

/** Rights of which nothing is said here, so that a test can ask for words. */
export function wordlessRights({ requires }: Pick<Operation, 'requires'>): string[] {
  if (typeof requires === 'string') return [];
  return Object.entries(requires).flatMap(([name, rights]) =>
    [rights]
      .flat()
      .filter((right) => !isPermission(right) && !words[thingOf(name)]?.[right])
      .map((right) => `${thingOf(name)}: ${right}`),
  );
}

function holders(name: string, right: string): string {
  const thing = thingOf(name);
  const derived = words[thing]?.[right];
  if (derived) return derived;
  const place = places[thing] ?? `the ${thing}`;
  return isPermission(right)
    ? `whoever has the permission “${permissions[right].label.trim()}” (${right}) in ${place}`
    : `whoever has the right “${right}” to ${place}`;
}

const isPermission = (right: string): right is Permission => Object.hasOwn(permissions, right);
