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

/** The rule for one price. Where council money does not pay alone, it is the buyer's own affair: they are asked. */
export function upliftAnswer(
  { fromPence, toPence }: { readonly fromPence: Pence; readonly toPence: Pence },
  settings: UpliftSettings,
  councilAlonePays: boolean,
): UpliftAnswer {
  if (!councilAlonePays) return 'ask';
  const more = (toPence - fromPence) * 10_000n;
  if (more > BigInt(settings.upliftRefuseBasisPoints) * fromPence) return 'refuse';
  return more <= BigInt(settings.upliftAcceptBasisPoints) * fromPence ? 'accept' : 'ask';
}

/** A rise in hundredths of a percent, rounded down, as pages say it; null where there was no price to rise from. */
export function riseBasisPoints(fromPence: Pence, toPence: Pence): number | null {
  return fromPence === 0n ? null : Number(((toPence - fromPence) * 10_000n) / fromPence);
}
