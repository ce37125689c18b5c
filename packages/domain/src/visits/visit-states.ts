// The life of a visit: planned, recorded by the provider, confirmed by the person (or by time), and only then billed.
// Source: the domain notes, section 9 (delivery). A visit that was queried or is out of tolerance is confirmed by the finance
// officer, at an amount of their deciding.

import type { Machine } from '../shared/state-machine.ts';

export const VISIT_STATES = ['planned', 'recorded', 'confirmed', 'queried', 'missed', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const VISIT_EVENTS = [
  'start',
  'record',
  'correct',
  'confirm',
  'confirmByItself',
  'query',
  'settle',
  'miss',
  'cancel',
  'putBack',
  'planAgain',
] as const;
export type VisitEvent = (typeof VISIT_EVENTS)[number];

export const visitMachine: Machine<VisitState, VisitEvent, 'plan'> = {
  noun: 'visit',
  states: VISIT_STATES,
  // planned with its order, whose history says so
  starts: { plan: { to: 'planned', action: 'basket.place', emits: 'visit.planned' } },
  edges: {
    // the worker has arrived: its real beginning is known, and it is still to be recorded
    start: { from: ['planned'], to: 'planned', action: 'visit.record', emits: 'visit.started' },
    record: { from: ['planned'], to: 'recorded', action: 'visit.record', emits: 'visit.recorded' },
    correct: { from: ['recorded', 'queried'], to: 'recorded', action: 'visit.record', emits: 'visit.corrected' },
    // a query that turned out to be nothing is confirmed like any other visit
    confirm: { from: ['recorded', 'queried'], to: 'confirmed', action: 'visit.confirm', emits: 'visit.confirmed' },
    confirmByItself: {
      from: ['recorded'],
      to: 'confirmed',
      action: null,
      emits: 'visit.confirmed-by-itself',
    },
    query: { from: ['recorded'], to: 'queried', action: 'visit.confirm', emits: 'visit.queried' },
    settle: {
      from: ['recorded', 'queried', 'confirmed'],
      to: 'confirmed',
      action: 'exception.settle',
      emits: 'visit.settled',
    },
    miss: { from: ['planned', 'recorded', 'queried'], to: 'missed', action: 'visit.record', emits: 'visit.missed' },
    cancel: { from: ['planned'], to: 'cancelled', action: 'order.cancel', emits: 'visit.cancelled' },
    // an officer undoes what was said by mistake: that it did not happen, or no to its whole order
    putBack: { from: ['missed'], to: 'planned', action: 'visit.put-back', emits: 'visit.put-back' },
    planAgain: { from: ['cancelled'], to: 'planned', action: 'order.put-back', emits: 'visit.planned-again' },
  },
};

/** States whose visits go onto an invoice. A cancelled visit is billed only where its notice was too short. */
export const BILLABLE_VISIT_STATES = ['confirmed'] as const satisfies readonly VisitState[];

export function isBillableVisitState(state: VisitState): boolean {
  return BILLABLE_VISIT_STATES.some((billable) => billable === state);
}
