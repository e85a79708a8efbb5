/**
 * Which of a group's assignments count where the lowest or highest are dropped. Not the worst percentages go but those
 * without which the group's total is best (worst, for the highest): a bad mark of 2 points may hurt less than a fair one
 * of 100. The rule is Kane & Kane, "The Drop-the-Lowest Grade Problem": for a total q, keep those whose points exceed
 * q of the possible ones by most; the right q is where what is kept amounts to just that, and it is found by halving.
 */
export interface DropRules {
  readonly drop_lowest?: number;
  readonly drop_highest?: number;
  /** Ids of assignments. */
  readonly never_drop?: readonly number[];
}

export interface Droppable {
  readonly assignmentId: number;
  readonly score: number;
  readonly possible: number;
}

/** @returns those that count, of those that could; the others are dropped */
export function keptAfterDrops<T extends Droppable>(all: readonly T[], rules: DropRules): T[] {
  const { never_drop = [] } = rules;
  if (!rules.drop_lowest && !rules.drop_highest) return [...all];
  const safe = all.filter(({ assignmentId }) => never_drop.includes(assignmentId));
  const droppable = all
    .filter(({ assignmentId }) => !never_drop.includes(assignmentId))
    .sort((a, b) => a.assignmentId - b.assignmentId);
  if (droppable.length === 0) return safe;

  // One always stays; where both rules together would leave none, only the lowest are dropped.
  const lowest = Math.min(rules.drop_lowest ?? 0, droppable.length - 1);
  const highest = lowest + (rules.drop_highest ?? 0) >= droppable.length ? 0 : (rules.drop_highest ?? 0);
  const afterLowest = droppable.length - lowest;
  const afterHighest = afterLowest - highest;

  const most = Math.max(...all.map(({ possible }) => possible));
  if (most <= 0) {
    const ranked = [...droppable].sort((a, b) => a.score - b.score);
    return [...ranked.slice(lowest, lowest + afterHighest), ...safe];
  }
  const best = keep(droppable, safe, { count: afterLowest, most, which: 'best' });
  return [...keep(best, safe, { count: afterHighest, most, which: 'worst' }), ...safe];
}

interface Keep {
  readonly count: number;
  /** The most points possible in one assignment of the whole group. */
  readonly most: number;
  readonly which: 'best' | 'worst';
}

function keep<T extends Droppable>(
  from: readonly T[],
  safe: readonly T[],
  { count, most, which }: Keep,
): T[] {
  if (from.length <= count) return [...from];
  const everything = [...from, ...safe];
  const pointed = everything.filter(({ possible }) => possible !== 0);
  // Dropping the lowest may have left nothing but extra credit: no total to reckon with.
  if (pointed.length === 0) return [...from].sort((a, b) => a.score - b.score).slice(-count);

  let low = Math.min(...pointed.map(({ score, possible }) => score / possible));
  let high = highestTotal(everything, pointed);
  let middle = (low + high) / 2;
  let { excess, kept } = keptAt(middle, from, safe, { count, which });
  // Closer than any two totals can be.
  const near = 1 / (2 * count * most ** 2);
  while (high - low >= near) {
    if (excess < 0) high = middle;
    else low = middle;
    middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    ({ excess, kept } = keptAt(middle, from, safe, { count, which }));
  }
  return kept;
}

/** What is kept if the total is `q`, and by how much it exceeds that. */
function keptAt<T extends Droppable>(
  q: number,
  from: readonly T[],
  safe: readonly T[],
  { count, which }: Pick<Keep, 'count' | 'which'>,
): { excess: number; kept: T[] } {
  const excessOf = ({ score, possible }: Droppable) => score - q * possible;
  const ranked = from.map((item) => ({ item, excess: excessOf(item) }));
  ranked.sort((a, b) => (which === 'best' ? b.excess - a.excess : a.excess - b.excess));
  ranked.length = count;
  return {
    excess: sum(ranked.map(({ excess }) => excess)) + sum(safe.map(excessOf)),
    kept: ranked.map(({ item }) => item),
  };
}

/** The best mark bounds every total, unless extra credit comes on top of it. */
function highestTotal(everything: readonly Droppable[], pointed: readonly Droppable[]): number {
  if (pointed.length === everything.length) {
    return Math.max(...pointed.map(({ score, possible }) => score / possible));
  }
  const possible = sum(pointed.map((item) => item.possible));
  const reached = sum(pointed.map(({ score }) => score));
  const extra = sum(everything.filter((item) => item.possible === 0).map(({ score }) => score));
  return (Math.max(possible, reached) + extra) / possible;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
