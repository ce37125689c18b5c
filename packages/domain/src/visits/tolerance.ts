// How far a visit may run over its plan before a human looks: the lower of a percentage and a cap, per line, but never
// for less than a few minutes of a visit that is charged by time.
// Source: the domain notes, section 9 (match; default the lower of 5 % and £10 a line, with a floor of five minutes), council
// settings; docs/decisions/0016 says why exactly five minutes over is not below the floor.
// Under-delivery is always within tolerance: less is charged, as recorded, the rest goes back to the budget line, and
// no one needs to decide about money. A visit that did not happen at all is a missed visit, which people are told of.

import { type CouncilSettings, DEFAULT_SETTINGS } from '../settings/council-settings.ts';
import { absPence, divideHalfUp, maxPence, minPence, type Pence, pence, subtractPence } from '../shared/money.ts';

export type ToleranceSettings = {
  /** Hundredths of a percent: 500 is 5 %. */
  readonly percentBasisPoints: number;
  readonly capPence: Pence;
  /** A difference below the price of so many minutes is never asked about. */
  readonly floorMinutes: number;
};

export function toleranceFrom(settings: CouncilSettings): ToleranceSettings {
  return {
    percentBasisPoints: settings.toleranceBasisPoints,
    capPence: settings.toleranceCapPence,
    floorMinutes: settings.toleranceFloorMinutes,
  };
}

export const DEFAULT_TOLERANCE: ToleranceSettings = toleranceFrom(DEFAULT_SETTINGS);

export type ToleranceInput = {
  readonly plannedPence: Pence;
  readonly recordedPence: Pence;
  /** The price of an hour; null where the charge does not follow the time, and there is no floor. */
  readonly hourlyPence: Pence | null;
};

export type ToleranceAnswer = {
  readonly within: boolean;
  /** Recorded less planned; negative for under-delivery. */
  readonly differencePence: Pence;
  /** The difference in hundredths of a percent of the plan, half-up; undefined when nothing was planned. */
  readonly differenceBasisPoints?: number;
};

/** Compares without rounding: over by exactly 5 % or exactly £10.00 is still within; by exactly the floor is not. */
export function checkTolerance(input: ToleranceInput & ToleranceSettings): ToleranceAnswer {
  const { plannedPence, recordedPence, percentBasisPoints, capPence, floorMinutes } = input;
  const differencePence = subtractPence(recordedPence, plannedPence);
  const within =
    differencePence <= 0n ||
    (plannedPence > 0n && differencePence * 60n < (input.hourlyPence ?? 0n) * BigInt(floorMinutes)) ||
    (differencePence <= capPence && differencePence * 10_000n <= plannedPence * BigInt(percentBasisPoints));
  if (plannedPence <= 0n) return { within, differencePence };
  const size = Number(divideHalfUp(absPence(differencePence) * 10_000n, plannedPence));
  return { within, differencePence, differenceBasisPoints: differencePence < 0n ? -size : size };
}

export function withinTolerance(input: ToleranceInput & ToleranceSettings): boolean {
  return checkTolerance(input).within;
}

/** The most that is still within tolerance of what was planned, in whole pence. */
export function mostWithinTolerance(input: Omit<ToleranceInput, 'recordedPence'> & ToleranceSettings): Pence {
  const { plannedPence, percentBasisPoints, capPence, floorMinutes } = input;
  const percent = pence((plannedPence * BigInt(percentBasisPoints)) / 10_000n);
  const belowFloor = plannedPence > 0n ? ((input.hourlyPence ?? 0n) * BigInt(floorMinutes) - 1n) / 60n : 0n;
  return pence(plannedPence + maxPence(minPence(percent, capPence), pence(belowFloor)));
}
