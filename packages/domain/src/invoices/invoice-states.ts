// The life of an invoice: it matches and approves itself, or is held for one human; it is never edited, only credited.
// Source: the domain notes, section 9 (invoice, match, payment). A returned payment makes the invoice payable again. One that was
// held and settled at nothing, or credited whole before it was paid, is closed: it is never paid, so it is not called paid.

import type { Machine } from '../shared/state-machine.ts';

export const INVOICE_STATES = ['held', 'approved', 'paying', 'paid', 'closed'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_EVENTS = [
  'settle',
  'close',
  'startPaying',
  'dropFromRun',
  'returnPayment',
  'pay',
  'payDirectly',
  'payBack',
  'creditWhole',
] as const;
export type InvoiceEvent = (typeof INVOICE_EVENTS)[number];

export const invoiceMachine: Machine<InvoiceState, InvoiceEvent, 'hold' | 'approve' | 'credit' | 'creditWhole'> = {
  noun: 'invoice',
  states: INVOICE_STATES,
  starts: {
    hold: { to: 'held', action: null, emits: 'invoice.held' },
    approve: { to: 'approved', action: null, emits: 'invoice.approved' },
    // a credit note waits to be taken off what is paid next, or to be paid back; one that leaves nothing of an unpaid invoice has nothing to wait for
    credit: { to: 'approved', action: 'invoice.credit', emits: 'invoice.credit-note-issued' },
    creditWhole: { to: 'closed', action: 'invoice.credit', emits: 'invoice.credit-note-issued' },
  },
  edges: {
    settle: { from: ['held'], to: 'approved', action: 'exception.settle', emits: 'invoice.settled' },
    close: { from: ['held'], to: 'closed', action: 'exception.settle', emits: 'invoice.closed' },
    startPaying: { from: ['approved'], to: 'paying', action: 'payment-run.propose', emits: 'invoice.paying' },
    dropFromRun: { from: ['paying'], to: 'approved', action: null, emits: 'invoice.dropped-from-run' },
    pay: { from: ['paying'], to: 'paid', action: 'payment-run.record-result', emits: 'invoice.paid' },
    payDirectly: { from: ['approved'], to: 'paid', action: 'invoice.pay', emits: 'invoice.paid-directly' },
    // a credit note against an invoice that a holder or person had paid: the provider gave the money back to them
    payBack: { from: ['approved'], to: 'paid', action: 'invoice.pay', emits: 'invoice.paid-back' },
    creditWhole: { from: ['approved'], to: 'closed', action: 'invoice.credit', emits: 'invoice.credited-whole' },
    // a bank may send money back days after it said that it was paid
    returnPayment: {
      from: ['paying', 'paid'],
      to: 'approved',
      action: 'payment-run.record-result',
      emits: 'invoice.payment-returned',
    },
  },
};
