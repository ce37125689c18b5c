// The life of a pay-in: due, claimed by one payment run, and paid, or due again when the run or the bank gave it back.
// Source: the domain notes, section 9 (payment); a pay-in moves with the payment that carries it.

import type { Machine } from '../shared/state-machine.ts';

export const PAY_IN_STATES = ['due', 'paying', 'paid', 'stopped'] as const;
export type PayInState = (typeof PAY_IN_STATES)[number];

type PayInEvent = 'startPaying' | 'dropFromRun' | 'pay' | 'returnPayment' | 'change' | 'stop' | 'resume';

export const payInMachine: Machine<PayInState, PayInEvent, 'schedule'> = {
  noun: 'pay-in',
  states: PAY_IN_STATES,
  starts: { schedule: { to: 'due', action: 'pay-in.schedule', emits: 'pay-in.scheduled' } },
  edges: {
    startPaying: { from: ['due'], to: 'paying', action: 'payment-run.propose', emits: 'pay-in.paying' },
    dropFromRun: { from: ['paying'], to: 'due', action: null, emits: 'pay-in.dropped-from-run' },
    pay: { from: ['paying'], to: 'paid', action: 'payment-run.record-result', emits: 'pay-in.paid' },
    // a bank may send money back days after it said that it was paid
    returnPayment: {
      from: ['paying', 'paid'],
      to: 'due',
      action: 'payment-run.record-result',
      emits: 'pay-in.payment-returned',
    },
    // the line became shorter or less, or longer or more again
    change: { from: ['due'], to: 'due', action: null, emits: 'pay-in.changed' },
    // the line or the person's time with the council ended before it began, or the line has no money for it
    stop: { from: ['due'], to: 'stopped', action: null, emits: 'pay-in.stopped' },
    // the line reaches it again, or the person is with the council again
    resume: { from: ['stopped'], to: 'due', action: null, emits: 'pay-in.resumed' },
  },
};
