// The life of a worker at an organisation: they work there, leave on a last day, and may come back.

import type { Machine } from '../shared/state-machine.ts';

export const WORKER_STATES = ['active', 'ended'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

export const WORKER_EVENTS = ['change', 'end', 'comeBack'] as const;
export type WorkerEvent = (typeof WORKER_EVENTS)[number];

export const workerMachine: Machine<WorkerState, WorkerEvent, 'add' | 'meet'> = {
  noun: 'worker',
  states: WORKER_STATES,
  starts: {
    add: { to: 'active', action: 'worker.add', emits: 'worker.added' },
    // a visit was recorded for a name or reference that no worker at the organisation had
    meet: { to: 'active', action: 'visit.record', emits: 'worker.met' },
  },
  edges: {
    // another name or reference, and the same person as before
    change: { from: ['active'], to: 'active', action: 'worker.change', emits: 'worker.changed' },
    end: { from: ['active'], to: 'ended', action: 'worker.end', emits: 'worker.ended' },
    comeBack: { from: ['ended'], to: 'active', action: 'worker.end', emits: 'worker.came-back' },
  },
};
