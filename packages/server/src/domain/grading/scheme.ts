/** Grading schemes: which letter a percentage is worth, and the other way round. */
import { dividedBy, type Exact, exact, HUNDRED, isLess, minus, times } from './exact.ts';

/** A name and the least share (0 to 1) that earns it. */
export type SchemeEntry = readonly [name: string, value: number];

export interface Scheme {
  /** In any order. */
  readonly data: readonly SchemeEntry[];
  readonly points_based: boolean;
  /** What 100% is in a scheme of points; 1 otherwise. */
  readonly scaling_factor: number;
}

/** Canvas's own letters, which hold where nobody made others. */
export const DEFAULT_SCHEME: Scheme = {
  data: [
    ['A', 0.94],
    ['A-', 0.9],
    ['B+', 0.87],
    ['B', 0.84],
    ['B-', 0.8],
    ['C+', 0.77],
    ['C', 0.74],
    ['C-', 0.7],
    ['D+', 0.67],
    ['D', 0.64],
    ['D-', 0.61],
    ['F', 0],
  ],
  points_based: false,
  scaling_factor: 1,
};

/** Best first. */
export const bandsOf = ({ data }: Pick<Scheme, 'data'>): SchemeEntry[] =>
  [...data].sort(([, a], [, b]) => b - a);

/** The name that a percentage earns; below every bound it is the last one's, and below 0 as at 0. */
export function letterOf(scheme: Scheme, percent: number): string {
  const bands = bandsOf(scheme);
  const reached = exact(Math.max(percent, 0));
  const earned = bands.find(([, bound]) => !isLess(reached, times(exact(bound), HUNDRED)));
  return (earned ?? bands.at(-1) ?? [''])[0];
}

const WHOLE_POINT = exact(0.01);
const TENTH = exact(0.1);
const ONE = exact(1);

/**
 * The percentage that a name stands for: 100 for the best, else the top of its band, which is one percentage point
 * below the next band, or a tenth where the two are less than one apart. Undefined for a name that isn't in the scheme.
 */
export function percentOf(scheme: Scheme, name: string): Exact | undefined {
  const bands = bandsOf(scheme);
  const at = placeOf(bands, name);
  const [above, own] = [bands[at - 1], bands[at]];
  if (!own) return undefined;
  if (!above) return HUNDRED;
  const next = exact(above[1]);
  if (scheme.points_based) {
    const scale = exact(scheme.scaling_factor);
    return times(dividedBy(minus(times(next, scale), TENTH), scale), HUNDRED);
  }
  const roomy = !isLess(minus(next, exact(own[1])), WHOLE_POINT);
  return minus(times(next, HUNDRED), roomy ? ONE : TENTH);
}

const NUMBER = /^(\d*\.)?\d+$/;

/** Numbers are compared as numbers, words without regard to case; a minus sign may be typographical. */
function placeOf(bands: readonly SchemeEntry[], name: string): number {
  if (NUMBER.test(name)) {
    return bands.findIndex(([band]) => NUMBER.test(band) && Number(band) === Number(name));
  }
  const find = (wanted: string) => bands.findIndex(([band]) => band.toLowerCase() === wanted.toLowerCase());
  const at = find(name);
  return at === -1 && /.−$/.test(name) ? find(name.replace(/−$/, '-')) : at;
}
