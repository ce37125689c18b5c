// The life of a card payment: kept before the processor is asked, and settled once, however often the processor answers.
// Source: the domain notes, section 9 (own money by card); money counts only when the processor says that it has it.

import type { Machine } from '../shared/state-machine.ts';

export const CARD_PAYMENT_STATES = ['started', 'succeeded', 'failed'] as const;
export type CardPaymentState = (typeof CARD_PAYMENT_STATES)[number];

type CardPaymentEvent = 'succeed' | 'fail';

export const cardPaymentMachine: Machine<CardPaymentState, CardPaymentEvent, 'start'> = {
  noun: 'card-payment',
  states: CARD_PAYMENT_STATES,
  starts: { start: { to: 'started', action: 'card-payment.create', emits: 'card-payment.started' } },
  edges: {
    succeed: { from: ['started'], to: 'succeeded', action: null, emits: 'card-payment.succeeded' },
    fail: { from: ['started'], to: 'failed', action: null, emits: 'card-payment.failed' },
  },
};
