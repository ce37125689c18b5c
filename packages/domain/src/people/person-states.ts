// A person's time with their council: when it ends, orders, pay-ins and reminders end with it.
// Source: the domain notes, section 9 (a person can die or leave: orders end on a day, reminders stop, what is owed is settled).

import { Temporal } from 'temporal-polyfill';
import type { CodeOf } from '../shared/problems.ts';
import type { Machine } from '../shared/state-machine.ts';

export const PERSON_STATES = ['active', 'moved-away', 'died', 'left', 'taken-back'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const PERSON_EVENTS = ['move-away', 'die', 'leave', 'come-back', 'take-back', 'take-in-again'] as const;
export type PersonEvent = (typeof PERSON_EVENTS)[number];

export const personMachine: Machine<PersonState, PersonEvent, 'take-in' | 'sign-up'> = {
  noun: 'person',
  states: PERSON_STATES,
  starts: {
    'take-in': { to: 'active', action: 'import.people', emits: 'person.created' },
    // A member of the public made their own account, to buy with their own money.
    'sign-up': { to: 'active', action: null, emits: 'person.signed-up' },
  },
  edges: {
    'move-away': { from: ['active'], to: 'moved-away', action: 'person.end', emits: 'person.moved-away' },
    // Somebody may die after they moved away or left: then their letters and reminders stop too.
    die: { from: ['active', 'moved-away', 'left'], to: 'died', action: 'person.end', emits: 'person.died' },
    leave: { from: ['active'], to: 'left', action: 'person.end', emits: 'person.left' },
    // The import that brought them was undone: they never were with the council, and what was known of them is gone.
    'take-back': { from: ['active'], to: 'taken-back', action: 'import.undo', emits: 'person.taken-back' },
    'take-in-again': { from: ['taken-back'], to: 'active', action: 'import.people', emits: 'person.taken-in-again' },
    // A mistake is put right here, and people do come back; their orders do not begin again by themselves.
    'come-back': {
      from: ['moved-away', 'left', 'died'],
      to: 'active',
      action: 'person.end',
      emits: 'person.came-back',
    },
  },
};

/** The three ways in which a person's time with the council ends, and the step that each is. */
export const ENDINGS = {
  'moved-away': 'move-away',
  died: 'die',
  left: 'leave',
} as const satisfies Record<Exclude<PersonState, 'active' | 'taken-back'>, PersonEvent>;
export type Ending = keyof typeof ENDINGS;

/** Whether somebody is with the council on a day: who moves away or leaves on a later day is, up to that day. */
export function isWithCouncil(
  person: { readonly state: PersonState; readonly lastDay: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  const { state, lastDay } = person;
  if (state === 'active') return true;
  const leaves = state === 'moved-away' || state === 'left';
  return leaves && lastDay !== null && Temporal.PlainDate.compare(lastDay, today) >= 0;
}

/**
 * Why nothing may begin or be planned for somebody up to a day: they are no longer with the council (`person.ended`), or
 * will have left it by then (`person.leaves_before`). Undefined where nothing is in the way.
 */
export function stayFault(
  person: { readonly state: PersonState; readonly lastDay: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
  untilDate: Temporal.PlainDate,
): CodeOf<'person.ended' | 'person.leaves_before'> | undefined {
  if (!isWithCouncil(person, today)) return 'person.ended';
  const { lastDay } = person;
  return lastDay !== null && Temporal.PlainDate.compare(untilDate, lastDay) > 0 ? 'person.leaves_before' : undefined;
}
