import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedBy, exact, HUNDRED, plus, roundFloat, times, toFloat, toHundredths } from './exact.ts';

describe('exact', () => {
  it('takes a float for the decimal that it is written as', () => {
    expect(toFloat(plus(exact(0.1), exact(0.2)))).toBe(0.3);
    expect(toFloat(times(exact(0.545), HUNDRED))).toBe(54.5);
    expect(toFloat(exact(1e-7))).toBe(1e-7);
    expect(toFloat(exact(-1.5e21))).toBe(-1.5e21);
  });

  it('gives every float back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-20);
        expect(toFloat(exact(value))).toBe(value + 0);
      }),
    );
  });

  it('rounds a half away from 0', () => {
    expect(toHundredths(exact(1.005))).toBe(1.01);
    expect(toHundredths(exact(-1.005))).toBe(-1.01);
    expect(toHundredths(exact(1.0049))).toBe(1);
    expect(toHundredths(times(dividedBy(exact(2), exact(3)), HUNDRED))).toBe(66.67);
    expect(Object.is(toHundredths(exact(-0.001)), 0)).toBe(true);
  });

  it('divides by negative numbers', () => {
    expect(toFloat(dividedBy(exact(1), exact(-4)))).toBe(-0.25);
  });
});

describe('roundFloat', () => {
  it.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [2.674999, 2.67],
    [-2.675, -2.68],
    [91.995, 92],
    [1e20, 1e20],
    [-0.001, 0],
  ])('%d is %d', (value, rounded) => {
    expect(roundFloat(value)).toBe(rounded);
  });
});
