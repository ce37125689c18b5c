// The life of card money that was taken back: taken when the processor takes it, final when no answer can change it, given
// back when the processor returns it (a dispute that was won, a refund that failed).
// Source: Stripe's documentation of disputes and refunds (docs.stripe.com/disputes, docs.stripe.com/refunds).

import type { Machine } from '../shared/state-machine.ts';

export const CARD_RETURN_STATES = ['taken', 'final', 'given-back'] as const;
export type CardReturnState = (typeof CARD_RETURN_STATES)[number];

type CardReturnEvent = 'finish' | 'giveBack';

export const cardReturnMachine: Machine<CardReturnState, CardReturnEvent, 'take'> = {
  noun: 'card-return',
  states: CARD_RETURN_STATES,
  starts: { take: { to: 'taken', action: null, emits: 'card-return.taken' } },
  edges: {
    finish: { from: ['taken'], to: 'final', action: null, emits: 'card-return.final' },
    giveBack: { from: ['taken', 'final'], to: 'given-back', action: null, emits: 'card-return.given-back' },
  },
};
