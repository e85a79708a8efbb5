import { describe, expect, it } from 'vitest';
import { type Pair, pairUp } from './peer-review-pairing.ts';

const class20 = Array.from({ length: 20 }, (_, index) => ({ submissionId: index + 1, groupId: null }));
const tally = (pairs: readonly Pair[], side: keyof Pair) =>
  [...Map.groupBy(pairs, (pair) => pair[side]).values()].map(({ length }) => length);

describe('pairUp', () => {
  it('gives everybody as many to write as he gets', () => {
    const pairs = pairUp({ participants: class20, existing: [], count: 3, withinGroups: true });
    expect(pairs).toHaveLength(60);
    expect(new Set(tally(pairs, 'by'))).toEqual(new Set([3]));
    expect(new Set(tally(pairs, 'of'))).toEqual(new Set([3]));
    expect(pairs.filter(({ by, of }) => by === of)).toEqual([]);
    expect(new Set(pairs.map(({ by, of }) => `${by}:${of}`)).size).toBe(60);
  });

  it('counts what teachers have assigned', () => {
    const existing = [
      { by: 1, of: 2 },
      { by: 1, of: 3 },
    ];
    const pairs = pairUp({ participants: class20.slice(0, 4), existing, count: 2, withinGroups: true });
    expect(pairs.filter(({ by }) => by === 1)).toEqual([]);
    expect(tally([...existing, ...pairs], 'by')).toEqual([2, 2, 2, 2]);
  });

  it('assigns as many as there are where there are too few', () => {
    const pairs = pairUp({ participants: class20.slice(0, 3), existing: [], count: 5, withinGroups: true });
    expect(tally(pairs, 'by')).toEqual([2, 2, 2]);
    expect(pairUp({ participants: class20.slice(0, 1), existing: [], count: 5, withinGroups: true })).toEqual(
      [],
    );
  });

  it('keeps the members of a group apart unless they may review each other', () => {
    const participants = [1, 2, 3, 4].map((submissionId) => ({ submissionId, groupId: submissionId % 2 }));
    const apart = pairUp({ participants, existing: [], count: 3, withinGroups: false });
    expect(apart.every(({ by, of }) => by % 2 !== of % 2)).toBe(true);
    expect(tally(apart, 'by')).toEqual([2, 2, 2, 2]);
    expect(pairUp({ participants, existing: [], count: 3, withinGroups: true })).toHaveLength(12);
  });
});
