// Which money can be topped up by card, and how a card payment is named to the processor.
// Source: the domain notes, section 9 (own money and contributions by card); council money never comes by card.

import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Stream } from './streams.ts';

/** Bounds of one card payment in whole pence: £1.00 to £10,000.00, well inside what a card processor takes. */
export const SMALLEST_CARD_PAYMENT_PENCE = 100;
export const LARGEST_CARD_PAYMENT_PENCE = 1_000_000;

/** Only an open line of own money. */
export function cardPaymentFault(line: {
  readonly stream: Stream;
  readonly state: string;
}): Result<null, CodeOf<'budget_line.not_own_money' | 'budget_line.not_open'>> {
  if (line.stream !== 'own-money') return refuse('budget_line.not_own_money');
  return line.state === 'open' ? ok(null) : refuse('budget_line.not_open');
}

/** The processor carries this back to us, so that an answer finds its council and payment by itself. */
export function processorReference(councilId: string, cardPaymentId: string): string {
  return `${councilId}-${cardPaymentId}`;
}

/** Undefined for a payment that is not ours. */
export function readProcessorReference(
  text: string | undefined,
): { readonly councilId: string; readonly cardPaymentId: string } | undefined {
  const [, councilId, cardPaymentId] = /^(\w{1,60})-(card_\w{1,60})$/.exec(text ?? '') ?? [];
  return councilId === undefined || cardPaymentId === undefined ? undefined : { councilId, cardPaymentId };
}
