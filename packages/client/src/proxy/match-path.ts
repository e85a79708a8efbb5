import { everyOperation, type OperationId, type OperationSpec } from '@easel/contract';
import type { Allowed } from './allow-list.ts';
import { Refusal } from './refusal.ts';

export interface Match {
  readonly allowed: Allowed;
  readonly path: Readonly<Record<string, string>>;
}

interface Route {
  readonly spec: OperationSpec;
  readonly segments: readonly string[];
}

/**
 * Finds the one operation behind a method and a path. All documented operations take part, not only the allowed ones, so
 * that an allowed `{id}` can't be filled with the name of another operation.
 */
export class Router {
  readonly #allowed: ReadonlyMap<OperationId, Allowed>;
  readonly #routes = new Map<string, Route[]>();

  constructor(allowed: ReadonlyMap<OperationId, Allowed>) {
    this.#allowed = allowed;
    for (const spec of everyOperation) {
      const segments = spec.path.split('/');
      const key = keyOf(spec.method, segments);
      this.#routes.set(key, [...(this.#routes.get(key) ?? []), { spec, segments }]);
    }
  }

  /**
   * @param pathname as in a URL, still encoded
   * @throws Refusal when no allowed operation stands behind it. What stands in the places of ids isn't looked at yet.
   */
  route(method: string, pathname: string): Match {
    const segments = decoded(pathname);
    const candidates = this.#routes.get(keyOf(method, segments)) ?? [];
    const [route] = candidates.filter((candidate) => fits(candidate, segments)).sort(mostLiteralFirst);
    const allowed = route && this.#allowed.get(route.spec.id);
    if (!route || !allowed)
      throw new Refusal(403, 'operation_not_allowed', 'The proxy does not pass that on.');
    const named = route.segments.flatMap((segment, index): [string, string][] => {
      const name = parameterOf(segment);
      return name === undefined ? [] : [[name, segments[index] ?? '']];
    });
    return { allowed, path: Object.fromEntries(named) };
  }

  /** The same, with ids that may pass. @throws Refusal */
  match(method: string, pathname: string): Match {
    const match = this.route(method, pathname);
    demandIds(match);
    return match;
  }

  /** Like `match`, without a complaint. */
  find(method: string, pathname: string): Match | undefined {
    try {
      return this.match(method, pathname);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return undefined;
    }
  }
}

/** @throws Refusal unless a plain and allowed id stands wherever one is due */
export function demandIds({ allowed, path }: Match): void {
  for (const [name, value] of Object.entries(path)) {
    if (allowed.takesSegment(name, value)) continue;
    throw new Refusal(403, 'id_not_allowed', `The proxy does not pass on this ${name}.`);
  }
}

const keyOf = (method: string, segments: readonly string[]) => `${method} ${segments.length}`;

/** What no segment holds, once decoded: other servers may take it for an end, a step up, or decode it again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNSAFE = /[/\\%\u0000-\u001f\u007f]|^\.{1,2}$/;

function decoded(pathname: string): string[] {
  // One slash at the end means nothing to Canvas.
  return pathname
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .map((segment) => {
      const text = decodeSegment(segment);
      if (text === undefined || UNSAFE.test(text)) {
        throw new Refusal(400, 'bad_path', 'The path holds what no path of Canvas does.');
      }
      return text;
    });
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

const parameterOf = (segment: string) => (segment.startsWith('{') ? segment.slice(1, -1) : undefined);

function fits(route: Route, segments: readonly string[]): boolean {
  return route.segments.every(
    (segment, index) =>
      segment === segments[index] || (parameterOf(segment) !== undefined && segments[index] !== ''),
  );
}

/** As servers choose: at the first segment where two paths differ in kind, the one that spells it out. */
function mostLiteralFirst(a: Route, b: Route): number {
  for (const [index, segment] of a.segments.entries()) {
    const [ofA, ofB] = [parameterOf(segment), parameterOf(b.segments[index] ?? '')];
    if ((ofA === undefined) !== (ofB === undefined)) return ofA === undefined ? -1 : 1;
  }
  return 0;
}
