// The life of a budget line: its money can be spent only while it is open; closing it moves nothing by itself.
// Source: the domain notes, section 6 (a plan is agreed before its budget is released; no silent clawback).

import type { Machine } from '../shared/state-machine.ts';

export const BUDGET_LINE_STATES = ['open', 'closed'] as const;
export type BudgetLineState = (typeof BUDGET_LINE_STATES)[number];

export const BUDGET_LINE_EVENTS = ['close', 'take-back', 'open-again'] as const;
export type BudgetLineEvent = (typeof BUDGET_LINE_EVENTS)[number];

export const budgetLineMachine: Machine<BudgetLineState, BudgetLineEvent, 'open'> = {
  noun: 'budget-line',
  states: BUDGET_LINE_STATES,
  starts: { open: { to: 'open', action: 'import.people', emits: 'budget-line.opened' } },
  edges: {
    // its last day is over, and nothing is left to be paid from it
    close: {
      from: ['open'],
      to: 'closed',
      action: null,
      emits: 'budget-line.closed',
    },
    // Its import was undone: nothing was spent, and nothing is on it.
    'take-back': { from: ['open'], to: 'closed', action: 'import.undo', emits: 'budget-line.taken-back' },
    // A file brings again what was taken back.
    'open-again': { from: ['closed'], to: 'open', action: 'import.people', emits: 'budget-line.opened-again' },
  },
};

/** So long after its last day a line may still be put right by a file: a year that is extended late is no new one. */
export const LINE_STAYS_OPEN_DAYS = 28;
