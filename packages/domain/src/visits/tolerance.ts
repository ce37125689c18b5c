// How far a visit may run over its plan before a human looks: the lower of a percentage and a cap, per line.
// Source: domain.md section 9 (match; default the lower of 5 % and £10 a line), a council setting.
// Under-delivery is always within tolerance: less is charged, as recorded, the rest goes back to the budget line, and
// nobody needs to decide about money. A visit that did not happen at all is a missed visit, which people are told of.

import { absPence, divideHalfUp, type Pence, pence, subtractPence } from '../shared/money.ts';

export type ToleranceSettings = {
  /** Hundredths of a percent: 500 is 5 %. */
  readonly percentBasisPoints: number;
  readonly capPence: Pence;
};

export const DEFAULT_TOLERANCE: ToleranceSettings = { percentBasisPoints: 500, capPence: pence(1_000) };

export type ToleranceAnswer = {
  readonly within: boolean;
  /** Recorded less planned; negative for under-delivery. */
  readonly differencePence: Pence;
  /** The difference in hundredths of a percent of the plan, half-up; undefined when nothing was planned. */
  readonly differenceBasisPoints?: number;
};

/** Compares without rounding: over by exactly 5 % or exactly £10.00 is still within. */
export function checkTolerance(
  input: { readonly plannedPence: Pence; readonly recordedPence: Pence } & ToleranceSettings,
): ToleranceAnswer {
  const { plannedPence, recordedPence, percentBasisPoints, capPence } = input;
  const differencePence = subtractPence(recordedPence, plannedPence);
  const within =
    differencePence <= 0n ||
    (differencePence <= capPence && differencePence * 10_000n <= plannedPence * BigInt(percentBasisPoints));
  if (plannedPence <= 0n) return { within, differencePence };
  const size = Number(divideHalfUp(absPence(differencePence) * 10_000n, plannedPence));
  return { within, differencePence, differenceBasisPoints: differencePence < 0n ? -size : size };
}

export function withinTolerance(
  input: { readonly plannedPence: Pence; readonly recordedPence: Pence } & ToleranceSettings,
): boolean {
  return checkTolerance(input).within;
}
