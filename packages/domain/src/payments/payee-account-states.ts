// The life of the bank details of a payee: proposed by one, released by another (or by time, when the payee asked for it),
// in force, and one day replaced. Rows are never overwritten, so that every account that money went to can be read later.
// Source: Cifas and the National Cyber Security Centre on mandate fraud (changes of bank details need a second check).

import type { Machine } from '../shared/state-machine.ts';

export const PAYEE_ACCOUNT_STATES = ['proposed', 'waiting', 'in-force', 'held', 'replaced', 'refused'] as const;
export type PayeeAccountState = (typeof PAYEE_ACCOUNT_STATES)[number];

type PayeeAccountEvent = 'release' | 'begin' | 'refuse' | 'supersede' | 'hold' | 'replace';

export const payeeAccountMachine: Machine<PayeeAccountState, PayeeAccountEvent, 'propose' | 'ask'> = {
  noun: 'payee-account',
  states: PAYEE_ACCOUNT_STATES,
  starts: {
    propose: { to: 'proposed', action: 'payee-account.propose', emits: 'payee-account.proposed' },
    ask: { to: 'waiting', action: 'payee-account.change', emits: 'payee-account.proposed' },
  },
  edges: {
    release: {
      from: ['proposed', 'waiting'],
      to: 'in-force',
      action: 'payee-account.release',
      emits: 'payee-account.released',
    },
    begin: { from: ['waiting'], to: 'in-force', action: null, emits: 'payee-account.begun' },
    refuse: {
      from: ['proposed', 'waiting'],
      to: 'refused',
      action: 'payee-account.release',
      emits: 'payee-account.refused',
    },
    supersede: { from: ['proposed', 'waiting'], to: 'refused', action: null, emits: 'payee-account.superseded' },
    hold: { from: ['in-force'], to: 'held', action: null, emits: 'payee-account.held' },
    replace: { from: ['in-force', 'held'], to: 'replaced', action: null, emits: 'payee-account.replaced' },
  },
};
