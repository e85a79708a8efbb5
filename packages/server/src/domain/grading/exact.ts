/**
 * Numbers without the errors of floating point: Canvas reckons grades in big decimals (`BigDecimal`), and a band is met
 * or missed by a hair. A float counts as the decimal that it is written as: 0.1 is a tenth.
 */

/** A fraction; its denominator is positive. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Exact = { over: 0n, under: 1n };
export const HUNDRED: Exact = { over: 100n, under: 1n };

/** The number as it is written. */
export function exact(value: number): Exact {
  if (Number.isSafeInteger(value)) return { over: BigInt(value), under: 1n };
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0
    ? { over: digits * 10n ** BigInt(shift), under: 1n }
    : { over: digits, under: 10n ** BigInt(-shift) };
}

/** Decimals stay as short as they are: one of their denominators always fits into the other. */
export function plus(a: Exact, b: Exact): Exact {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  if (a.under % b.under === 0n) return { over: a.over + b.over * (a.under / b.under), under: a.under };
  if (b.under % a.under === 0n) return { over: a.over * (b.under / a.under) + b.over, under: b.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });

export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });

/** `b` must not be 0. */
export function dividedBy(a: Exact, b: Exact): Exact {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

export const isLess = (a: Exact, b: Exact): boolean => a.over * b.under < b.over * a.under;

export const smaller = (a: Exact, b: Exact): Exact => (isLess(b, a) ? b : a);
export const larger = (a: Exact, b: Exact): Exact => (isLess(a, b) ? b : a);

export const isPositive = ({ over }: Exact): boolean => over > 0n;

/** More digits than a float holds, so that the nearest one is found. */
const DIGITS = 40n;

/** The float nearest to it. */
export function toFloat({ over, under }: Exact): number {
  return Number(`${(over * 10n ** DIGITS) / under}e-${DIGITS}`);
}

/** To hundredths, a half away from 0. */
export function toHundredths({ over, under }: Exact): number {
  const size = over < 0n ? -over : over;
  const rounded = (size * 200n + under) / (under * 2n);
  return Number(`${over < 0n ? '-' : ''}${rounded}e-2`) + 0;
}

/** A float to hundredths as Ruby's `Float#round` does it, which rounds 1.005 up. */
export function roundFloat(value: number): number {
  const size = Math.abs(value);
  // Beyond this a float has no hundredths.
  if (size >= 2 ** 46) return value;
  let hundredths = Math.round(size * 100);
  if ((hundredths + 0.5) / 100 <= size) hundredths += 1;
  return (Math.sign(value) * hundredths) / 100 + 0;
}
