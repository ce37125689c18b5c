// What a council answers to a price rise before anybody is asked: yes up to one part of the price, no above another, and
// between them it asks. Source: the domain notes, section 9 (the council's uplift applies).

import type { Pence } from '../shared/money.ts';

export type UpliftAnswer = 'accept' | 'ask' | 'refuse';

export type UpliftSettings = {
  /** Up to and with this part of the price before, it is accepted; 0 accepts nothing unasked. */
  readonly upliftAcceptBasisPoints: number;
  /** Above this part it is refused. */
  readonly upliftRefuseBasisPoints: number;
};

export type RiseAround = {
  /** False where money of a person's own takes part: then it is their own affair. */
  readonly councilAlonePays: boolean;
  /** Whether it rose already in the year before: small rises one after another come to a large one. */
  readonly roseThisYear: boolean;
};

/** The rule for one price. It says yes once in a year; what comes to more is for somebody to answer. */
export function upliftAnswer(
  { fromPence, toPence }: { readonly fromPence: Pence; readonly toPence: Pence },
  settings: UpliftSettings,
  { councilAlonePays, roseThisYear }: RiseAround,
): UpliftAnswer {
  if (!councilAlonePays) return 'ask';
  const more = (toPence - fromPence) * 10_000n;
  if (more > BigInt(settings.upliftRefuseBasisPoints) * fromPence) return 'refuse';
  const isSmall = more <= BigInt(settings.upliftAcceptBasisPoints) * fromPence;
  return isSmall && !roseThisYear ? 'accept' : 'ask';
}

/** A rise in hundredths of a percent, rounded down, as pages say it; null where there was no price to rise from. */
export function riseBasisPoints(fromPence: Pence, toPence: Pence): number | null {
  return fromPence === 0n ? null : Number(((toPence - fromPence) * 10_000n) / fromPence);
}
