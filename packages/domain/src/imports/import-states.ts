// The life of an import: looked at, then taken by a second press, then undone for as long as nothing depends on it.

import type { Machine } from '../shared/state-machine.ts';

export const IMPORT_KINDS = [
  'people',
  'providers',
  'community',
  'postcodes',
  'mandates',
  'caseloads',
  'open-referral',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATES = ['previewed', 'taken', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_EVENTS = ['take', 'undo'] as const;
export type ImportEvent = (typeof IMPORT_EVENTS)[number];

export const importMachine: Machine<ImportState, ImportEvent, 'look' | 'take-at-once'> = {
  noun: 'import',
  states: IMPORT_STATES,
  starts: {
    look: { to: 'previewed', action: 'import.take', emits: 'import.previewed' },
    // By a program or on the command line, which shows its own preview.
    'take-at-once': { to: 'taken', action: 'import.take', emits: 'import.done' },
  },
  edges: {
    take: { from: ['previewed'], to: 'taken', action: 'import.take', emits: 'import.done' },
    undo: { from: ['taken'], to: 'undone', action: 'import.undo', emits: 'import.undone' },
  },
};
