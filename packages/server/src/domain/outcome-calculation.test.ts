import { describe, expect, it } from 'vitest';
import { type Calculation, calculateScore, mean, median } from './outcome-calculation.ts';

/** Scores in the order in which they were given; the first is the oldest. */
const inOrder = (...scores: number[]) => scores.map((score, at) => ({ score, at }));
const how = (
  calculation_method: Calculation['calculation_method'],
  calculation_int: number | null = null,
) => ({
  calculation_method,
  calculation_int,
  mastery_points: 3,
});

// Worked by hand; what each rests on stands beside it.
describe.each<[Calculation, scores: number[], expected: number | null, worked: string]>([
  [how('highest'), [3, 1], 3, 'the best'],
  [how('highest'), [1, 5, 5, 2], 5, 'the best, twice there'],
  [how('highest'), [2.125], 2.13, 'halves go up'],
  [how('latest'), [4, 1, 3], 3, 'the newest'],
  [how('latest'), [0], 0, 'nothing is a score'],
  [how('average'), [1, 2, 3, 4, 5], 3, '15 / 5'],
  [how('average'), [2, 4, 3], 3, '9 / 3'],
  [how('average'), [1, 1, 2], 1.33, '4 / 3'],
  [how('n_mastery', 3), [3, 1], null, 'two results can’t be three'],
  [how('n_mastery', 3), [3, 1, 2], null, 'one at mastery'],
  [how('n_mastery', 3), [4, 5, 1, 3, 2, 3], 3.75, '(4 + 5 + 3 + 3) / 4'],
  [how('n_mastery', 1), [1, 2], null, 'none at mastery'],
  [how('n_mastery', 1), [1, 2, 3, 4], 3.5, '(3 + 4) / 2'],
  [how('n_mastery', 3), [3, 4, 3], 3.33, '10 / 3'],
  [how('n_mastery'), [3, 3, 3, 3], null, 'five unless said otherwise'],
  [how('n_mastery'), [3, 3, 3, 3, 5], 3.4, '17 / 5'],
  [how('decaying_average', 65), [3], 3, 'one is itself'],
  [how('decaying_average', 65), [2, 3], 2.65, '0.65 × 3 + 0.35 × 2'],
  [how('decaying_average', 65), [1, 2, 3, 4, 5], 4.13, '0.65 × 5 + 0.35 × 2.5 = 4.125'],
  [how('decaying_average', 75), [3, 1, 5, 4], 3.75, '0.75 × 4 + 0.25 × 3'],
  [how('decaying_average'), [2, 3, 4], 3.48, '65 unless said otherwise: 0.65 × 4 + 0.35 × 2.5 = 3.475'],
  [how('weighted_average', 65), [2, 3, 4], 3.48, 'another name of the same'],
  [how('weighted_average', 99), [0, 5], 4.95, '0.99 × 5'],
  [how('standard_decaying_average', 65), [3], 3, 'one is itself'],
  [how('standard_decaying_average', 65), [2, 3, 4], 3.53, '0.35 × (0.35 × 2 + 0.65 × 3) + 0.65 × 4 = 3.5275'],
  [
    how('standard_decaying_average', 65),
    [1, 2, 3, 4, 5],
    4.47,
    '1.65, 2.5275, 3.484625, then 0.35 × 3.484625 + 0.65 × 5 = 4.46961875',
  ],
  [how('standard_decaying_average', 50), [0, 4, 4], 3, '2, then 3'],
])('%o of %j', (calculation, scores, expected, worked) => {
  it(`is ${expected}: ${worked}`, () => {
    expect(calculateScore(calculation, inOrder(...scores))?.score ?? null).toBe(expected);
  });
});

describe('the results that a score rests on', () => {
  const used = (calculation: Calculation, results: readonly { score: number; at: number }[]) =>
    calculateScore(calculation, results)?.used.map(({ score }) => score);

  it('are all, those at mastery, the best or the newest', () => {
    const results = inOrder(4, 1, 3);
    expect(used(how('average'), results)).toEqual([4, 1, 3]);
    expect(used(how('decaying_average', 65), results)).toEqual([4, 1, 3]);
    expect(used(how('n_mastery', 2), results)).toEqual([4, 3]);
    expect(used(how('highest'), results)).toEqual([4]);
    expect(used(how('latest'), results)).toEqual([3]);
  });

  it('are put in the order of time first', () => {
    const results = [
      { score: 4, at: 30 },
      { score: 1, at: 10 },
      { score: 3, at: 20 },
    ];
    expect(used(how('latest'), results)).toEqual([4]);
    expect(calculateScore(how('decaying_average', 65), results)?.score).toBe(3.3);
  });
});

describe('of many students', () => {
  it.each([
    [[1, 2, 3, 40], 11.5, 2.5],
    [[5, 6, 70], 27, 6],
    [[1], 1, 1],
  ])('%j has the mean %d and the median %d', (scores, expectedMean, expectedMedian) => {
    expect(mean(scores)).toBe(expectedMean);
    expect(median(scores)).toBe(expectedMedian);
  });
});
