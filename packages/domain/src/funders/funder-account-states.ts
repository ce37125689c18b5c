// The life of the bank account that a funder pays from: proposed by one person, released by another, kept when replaced.
// Source: issue "Foundations", part 1 (set by one person, released by a second); docs/decisions/0011.

import type { Machine } from '../shared/state-machine.ts';

export const FUNDER_ACCOUNT_STATES = ['proposed', 'released', 'refused', 'replaced'] as const;
export type FunderAccountState = (typeof FUNDER_ACCOUNT_STATES)[number];

type FunderAccountEvent = 'release' | 'refuse' | 'supersede' | 'replace';

export const funderAccountMachine: Machine<FunderAccountState, FunderAccountEvent, 'propose'> = {
  noun: 'funder-account',
  states: FUNDER_ACCOUNT_STATES,
  starts: { propose: { to: 'proposed', action: 'funder-account.propose', emits: 'funder-account.proposed' } },
  edges: {
    release: {
      from: ['proposed'],
      to: 'released',
      action: 'funder-account.release',
      emits: 'funder-account.released',
    },
    refuse: { from: ['proposed'], to: 'refused', action: 'funder-account.release', emits: 'funder-account.refused' },
    supersede: { from: ['proposed'], to: 'refused', action: null, emits: 'funder-account.superseded' },
    replace: { from: ['released'], to: 'replaced', action: null, emits: 'funder-account.replaced' },
  },
};
