// The life of a payment run: proposed by one person, authorised by another, emitted as one file once and only once.
// Source: standards.md, "A payment run"; after the file exists a run can no longer be cancelled.

import type { Machine } from '../shared/state-machine.ts';

export const PAYMENT_RUN_STATES = ['draft', 'locked', 'approved', 'emitted', 'sent', 'settled', 'cancelled'] as const;
export type PaymentRunState = (typeof PAYMENT_RUN_STATES)[number];

export const PAYMENT_RUN_EVENTS = ['lock', 'unlock', 'approve', 'emit', 'send', 'settle', 'cancel'] as const;
export type PaymentRunEvent = (typeof PAYMENT_RUN_EVENTS)[number];

export const paymentRunMachine: Machine<PaymentRunState, PaymentRunEvent> = {
  noun: 'payment run',
  states: PAYMENT_RUN_STATES,
  initial: ['draft'],
  edges: {
    lock: { from: ['draft'], to: 'locked', action: 'payment-run.propose', emits: 'payment-run.locked' },
    unlock: { from: ['locked'], to: 'draft', action: 'payment-run.propose', emits: 'payment-run.unlocked' },
    approve: { from: ['locked'], to: 'approved', action: 'payment-run.authorise', emits: 'payment-run.approved' },
    emit: { from: ['approved'], to: 'emitted', action: 'payment-run.emit', emits: 'payment-run.emitted' },
    send: { from: ['emitted'], to: 'sent', action: 'payment-run.emit', emits: 'payment-run.sent' },
    settle: { from: ['sent'], to: 'settled', action: 'payment-run.record-result', emits: 'payment-run.settled' },
    cancel: {
      from: ['draft', 'locked', 'approved'],
      to: 'cancelled',
      action: 'payment-run.propose',
      emits: 'payment-run.cancelled',
    },
  },
};
