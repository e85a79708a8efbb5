import { describe, expect, it } from 'vitest';
import { readCriteria, sameCriteria, totalPoints } from './rubric-criteria.ts';

const none = new Map();

describe('readCriteria', () => {
  it('orders criteria by their numbers and ratings by their points', () => {
    const criteria = readCriteria(
      {
        '10': { description: 'Last', ratings: { '0': { points: 1 } } },
        '2': {
          id: ' crit ',
          description: ' Middle ',
          long_description: "<b>it's</b>\nhttps://example.org/a?b=1.",
          points: 99,
          criterion_use_range: 'true',
          ratings: {
            '0': { points: '0', description: 'None' },
            '1': { id: 'r1', points: '2.5', description: 'Full', long_description: ' all ' },
            '2': { points: 0, description: '' },
          },
        },
        '0': {},
      },
      none,
      7,
    );
    expect(criteria.map(({ description }) => description)).toEqual(['No Description', 'Middle', 'Last']);
    expect(criteria[1]).toEqual({
      description: 'Middle',
      long_description:
        "&lt;b&gt;it&#39;s&lt;/b&gt;<br/>\n<a href='https://example.org/a?b=1'>https://example.org/a?b=1</a>.",
      points: 2.5,
      id: 'crit',
      criterion_use_range: true,
      ratings: [
        { description: 'Full', long_description: 'all', points: 2.5, criterion_id: 'crit', id: 'r1' },
        {
          description: 'No Description',
          long_description: '',
          points: 0,
          criterion_id: 'crit',
          id: expect.stringMatching(/^7_\d{1,4}$/),
        },
        {
          description: 'None',
          long_description: '',
          points: 0,
          criterion_id: 'crit',
          id: expect.stringMatching(/^7_\d{1,4}$/),
        },
      ],
    });
    expect(criteria[0]).toMatchObject({ points: 0, ratings: [] });
    expect(totalPoints(criteria)).toBe(3.5);
  });

  it('gives another id where one is used twice', () => {
    const [first, second] = readCriteria({ '0': { id: 'x' }, '1': { id: 'x' } }, none, 3);
    expect(first?.id).toBe('x');
    expect(second?.id).toMatch(/^3_\d+$/);
  });

  it('takes an outcome’s words, and leaves out what is not for the score', () => {
    const outcomes = new Map([[5, { id: 5, description: '<p>Able</p>', mastery_points: 3 }]]);
    const sent = {
      learning_outcome_id: '5',
      long_description: 'mine',
      ignore_for_scoring: '1',
      ratings: { '0': { points: 4 } },
    };
    const [criterion] = readCriteria({ '0': sent }, outcomes, 1);
    expect(criterion).toMatchObject({
      learning_outcome_id: 5,
      long_description: '<p>Able</p>',
      mastery_points: 3,
      ignore_for_scoring: true,
      points: 4,
    });
    expect(totalPoints([criterion as never])).toBe(0);
    const [unknown] = readCriteria({ '0': { ...sent, learning_outcome_id: 6 } }, outcomes, 1);
    expect(unknown).toMatchObject({ long_description: '', points: 4 });
    expect(unknown).not.toHaveProperty('learning_outcome_id');
  });

  it('compares by what is said', () => {
    const one = readCriteria({ '0': { id: 'a', description: 'A' } }, none, 1);
    expect(sameCriteria(one, readCriteria({ '4': { id: 'a', description: ' A' } }, none, 1))).toBe(true);
    expect(sameCriteria(one, readCriteria({ '0': { id: 'a', description: 'B' } }, none, 1))).toBe(false);
  });

  it.each([[[{ description: 'A' }]], [{ '0': 'A' }], [{ '0': { ratings: [], id: [] } }], ['x']])(
    'takes no %j',
    (sent) => {
      expect(() => readCriteria(sent as never, none, 1)).toThrow();
    },
  );
});
