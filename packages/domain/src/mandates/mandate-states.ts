// The life of a mandate: it runs from its first day to its last, and can be ended before. Running out is a date, not a step.
// Source: the domain notes, section 2 (each under a mandate that says what they may do and until when).

import type { Machine } from '../shared/state-machine.ts';

export const MANDATE_STATES = ['running', 'ended'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

export const MANDATE_EVENTS = ['end'] as const;
export type MandateEvent = (typeof MANDATE_EVENTS)[number];

export const mandateMachine: Machine<MandateState, MandateEvent, 'make'> = {
  noun: 'mandate',
  states: MANDATE_STATES,
  starts: { make: { to: 'running', action: 'mandate.make', emits: 'mandate.made' } },
  edges: {
    end: { from: ['running'], to: 'ended', action: 'mandate.end', emits: 'mandate.ended' },
  },
};
