// What a group says of one date of what it puts on.

import { type Static, Type } from 'typebox';
import { closed, DateIn, Id, Line, oneOf, orNull, TimeIn } from '../../http/schemas.ts';

export const EventDateIn = closed({
  eventId: Id,
  /** The day on which it is as a rule. */
  date: DateIn,
  is: oneOf(['on', 'called-off', 'moved']),
  /** Where it is moved: the day and times instead; else null. */
  movedTo: orNull(closed({ date: DateIn, startTime: TimeIn, endTime: TimeIn })),
  /** Why; people read it. */
  reason: Line(200),
});
export type EventDateIn = Static<typeof EventDateIn>;

export const ChangedDateOut = closed({
  date: Type.String(),
  /** Null: it is called off. */
  movedTo: orNull(closed({ date: Type.String(), startTime: Type.String(), endTime: Type.String() })),
  reason: Type.String(),
});

export const OwnDatesOut = closed({
  title: Type.String(),
  items: Type.Array(
    closed({
      eventId: Type.String(),
      name: Type.String(),
      date: Type.String(),
      startTime: Type.String(),
      endTime: Type.String(),
      change: orNull(ChangedDateOut),
    }),
  ),
});
