import { describe, expect, it } from 'vitest';
import { toFloat } from './exact.ts';
import { DEFAULT_SCHEME, letterOf, percentOf, type Scheme } from './scheme.ts';

const percent = (scheme: Scheme, name: string) => {
  const found = percentOf(scheme, name);
  return found && toFloat(found);
};

describe('letterOf', () => {
  it.each([
    [100, 'A'],
    [130, 'A'],
    [94, 'A'],
    [93.9999, 'A-'],
    [90, 'A-'],
    [89.9999, 'B+'],
    [61, 'D-'],
    [60.99, 'F'],
    [0, 'F'],
    [-20, 'F'],
  ])('%d%% is %s by the default letters', (score, letter) => {
    expect(letterOf(DEFAULT_SCHEME, score)).toBe(letter);
  });

  it('meets a bound that a float would miss', () => {
    const scheme = { ...DEFAULT_SCHEME, data: [['P', 0.545] as const, ['F', 0] as const] };
    expect(0.545 * 100).toBeGreaterThan(54.5);
    expect(letterOf(scheme, 54.5)).toBe('P');
  });
});

describe('percentOf', () => {
  it.each([
    ['A', 100],
    ['a-', 93],
    ['B+', 89],
    ['F', 60],
    ['B−', 83],
  ])('%s is %d by the default letters', (name, value) => {
    expect(percent(DEFAULT_SCHEME, name)).toBe(value);
  });

  it('knows no other names', () => {
    expect(percent(DEFAULT_SCHEME, 'E')).toBeUndefined();
    expect(percent(DEFAULT_SCHEME, '4')).toBeUndefined();
  });

  it('takes a tenth where bands are less than a point apart', () => {
    const scheme = {
      ...DEFAULT_SCHEME,
      data: [['A', 0.9] as const, ['B', 0.895] as const, ['F', 0] as const],
    };
    expect(percent(scheme, 'B')).toBe(89.9);
    expect(percent(scheme, 'F')).toBe(88.5);
  });

  it('takes a tenth of a point where the scheme is one of points', () => {
    const data = [['4', 1] as const, ['3', 0.75] as const, ['0', 0] as const];
    const scheme = { data, points_based: true, scaling_factor: 4 };
    expect(percent(scheme, '4.0')).toBe(100);
    expect(percent(scheme, '3')).toBe(97.5);
    expect(percent(scheme, '0')).toBe(72.5);
  });
});
