// The life of an exception: what no rule may decide waits until a person decides it, or until there is nothing left to decide.
// Source: the domain notes, section 9 (exceptions); docs/decisions/0006-when-two-sides-disagree-about-a-visit.md.

import type { Machine } from '../shared/state-machine.ts';

export const EXCEPTION_STATES = ['open', 'settled'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

type ExceptionEvent = 'propose' | 'refuse' | 'settle' | 'answer' | 'withdraw' | 'reopen';

export const exceptionMachine: Machine<ExceptionState, ExceptionEvent, 'raise'> = {
  noun: 'exception',
  states: EXCEPTION_STATES,
  starts: { raise: { to: 'open', action: null, emits: 'exception.raised' } },
  edges: {
    // an officer asks a second one to agree to more than one may decide alone
    propose: { from: ['open'], to: 'open', action: 'exception.settle', emits: 'exception.settlement-proposed' },
    refuse: { from: ['open'], to: 'open', action: 'exception.settle', emits: 'exception.settlement-refused' },
    // a finance officer decides an amount
    settle: { from: ['open'], to: 'settled', action: 'exception.settle', emits: 'exception.settled' },
    // the person who asked is content after all
    answer: { from: ['open'], to: 'settled', action: 'visit.confirm', emits: 'exception.answered' },
    // the provider put it right, or it did not happen
    withdraw: { from: ['open'], to: 'settled', action: 'visit.record', emits: 'exception.withdrawn' },
    // the same question about the same visit comes up again
    reopen: { from: ['settled'], to: 'open', action: null, emits: 'exception.reopened' },
  },
};
