// Money is whole pence in a bigint, so that no penny is ever lost to a float; every rounding rule lives here.
// Half-up to the penny for rates over time, and largest remainder for shares, are the house rules (docs/decisions).

declare const brand: unique symbol;

/** Whole pence. Negative only where a difference is meant. */
export type Pence = bigint & { readonly [brand]: 'Pence' };

/** No amount we accept or show may reach 10^11 pence, so that JSON numbers and browsers hold it exactly. */
export const MAX_PENCE = 100_000_000_000n;

export const ZERO_PENCE = 0n as Pence;

/** Whole pence from a bigint or a safe whole number. Throws RangeError on a fraction: that is a programming fault. */
export function pence(value: bigint | number): Pence {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`not whole pence: ${value}`);
  }
  return BigInt(value) as Pence;
}

export function addPence(...amounts: readonly Pence[]): Pence {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Pence;
}

export function subtractPence(from: Pence, amount: Pence): Pence {
  return (from - amount) as Pence;
}

export function minPence(a: Pence, b: Pence): Pence {
  return a < b ? a : b;
}

export function maxPence(a: Pence, b: Pence): Pence {
  return a > b ? a : b;
}

export function absPence(amount: Pence): Pence {
  return (amount < 0n ? -amount : amount) as Pence;
}

/** numerator ÷ denominator to the nearest whole, halves away from zero. Denominator must be positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  const sign = numerator < 0n ? -1n : 1n;
  const magnitude = numerator < 0n ? -numerator : numerator;
  return sign * ((2n * magnitude + denominator) / (2n * denominator));
}

/** The price of `minutes` at an hourly rate: the one place where a rate meets time. */
export function priceForMinutes(hourlyRate: Pence, minutes: number): Pence {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`not whole minutes: ${minutes}`);
  return divideHalfUp(hourlyRate * BigInt(minutes), 60n) as Pence;
}

/** `basisPoints` hundredths of a percent of an amount, half-up: 500 is 5 %. */
export function shareOf(amount: Pence, basisPoints: number): Pence {
  return divideHalfUp(amount * BigInt(basisPoints), 10_000n) as Pence;
}

/**
 * Splits an amount by whole-number weights so that the parts add up exactly (largest remainder; ties go to
 * the earlier part). An amount of 50.00 in three equal parts is 16.67, 16.67, 16.66.
 */
export function splitPence(amount: Pence, weights: readonly number[]): Pence[] {
  if (amount < 0n) throw new RangeError('cannot split a negative amount');
  const scaled = weights.map((weight) => BigInt(weight));
  const total = scaled.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || scaled.some((weight) => weight < 0n))
    throw new RangeError('weights must add up to more than zero');
  const parts = scaled.map((weight) => (amount * weight) / total);
  const order = scaled
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = amount - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts as Pence[];
}

/** "4624.00" for files that machines read. */
export function formatDecimal(amount: Pence): string {
  const magnitude = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${magnitude / 100n}.${(magnitude % 100n).toString().padStart(2, '0')}`;
}

export type PoundsFault = 'money.not_a_number' | 'money.too_many_decimals' | 'money.negative' | 'money.too_large';

/** Reads what a person typed or a spreadsheet saved ("1,234.5", "£19.20"). Never negative; at most two decimals. */
export function parsePounds(text: string): { ok: true; value: Pence } | { ok: false; code: PoundsFault } {
  const match = /^(-?)£?\s?((?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return { ok: false, code: 'money.not_a_number' };
  const [, minus, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return { ok: false, code: 'money.too_many_decimals' };
  const value = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(decimals.padEnd(2, '0') || '0');
  if (minus && value > 0n) return { ok: false, code: 'money.negative' };
  if (value >= MAX_PENCE) return { ok: false, code: 'money.too_large' };
  return { ok: true, value: value as Pence };
}
