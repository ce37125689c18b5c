// The life of a payment run: proposed by one person, authorised by another, emitted as one file once and only once.
// Source: standards.md, "A payment run"; after the file exists a run can no longer be cancelled.

import type { Machine } from '../shared/state-machine.ts';

export const PAYMENT_RUN_STATES = ['proposed', 'authorised', 'emitted', 'settled', 'cancelled'] as const;
export type PaymentRunState = (typeof PAYMENT_RUN_STATES)[number];

export const PAYMENT_RUN_EVENTS = ['authorise', 'emit', 'settle', 'cancel'] as const;
export type PaymentRunEvent = (typeof PAYMENT_RUN_EVENTS)[number];

export const paymentRunMachine: Machine<PaymentRunState, PaymentRunEvent, 'propose'> = {
  noun: 'payment-run',
  states: PAYMENT_RUN_STATES,
  starts: { propose: { to: 'proposed', action: 'payment-run.propose', emits: 'payment-run.proposed' } },
  edges: {
    authorise: {
      from: ['proposed'],
      to: 'authorised',
      action: 'payment-run.authorise',
      emits: 'payment-run.authorised',
    },
    emit: { from: ['authorised'], to: 'emitted', action: 'payment-run.emit', emits: 'payment-run.emitted' },
    settle: { from: ['emitted'], to: 'settled', action: 'payment-run.record-result', emits: 'payment-run.settled' },
    cancel: {
      from: ['proposed', 'authorised'],
      to: 'cancelled',
      action: 'payment-run.propose',
      emits: 'payment-run.cancelled',
    },
  },
};
