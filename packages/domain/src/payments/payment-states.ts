// The life of one payment in a run: a returned one is never sent again; the invoice goes into a later run instead.
// Source: the domain notes, section 9 (payment); standards.md (results, returned items).

import type { Machine } from '../shared/state-machine.ts';

export const PAYMENT_STATES = ['pending', 'sent', 'paid', 'returned', 'dropped'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_EVENTS = ['send', 'drop', 'pay', 'returnPayment'] as const;
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number];

export const paymentMachine: Machine<PaymentState, PaymentEvent, 'propose'> = {
  noun: 'payment',
  states: PAYMENT_STATES,
  starts: { propose: { to: 'pending', action: 'payment-run.propose', emits: 'payment.proposed' } },
  edges: {
    send: { from: ['pending'], to: 'sent', action: 'payment-run.emit', emits: 'payment.sent' },
    drop: { from: ['pending'], to: 'dropped', action: null, emits: 'payment.dropped' },
    pay: { from: ['sent'], to: 'paid', action: 'payment-run.record-result', emits: 'payment.paid' },
    returnPayment: {
      from: ['sent', 'paid'],
      to: 'returned',
      action: 'payment-run.record-result',
      emits: 'payment.returned',
    },
  },
};
