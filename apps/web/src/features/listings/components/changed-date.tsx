// What became of one date: called off, or when it is instead, and why.
import type { ReactNode } from 'react';
import { sayClock, sayDay } from '../../../format/dates.ts';
import { useWords } from '../../../words/use-words.ts';
import type { Listing } from '../api/view-listing.ts';

type Change = Listing['events'][number]['changedDates'][number];

export function ChangedDateText({
  change,
  withDay = false,
}: {
  readonly change: Change;
  readonly withDay?: boolean;
}): ReactNode {
  const say = useWords('listings');
  const { date, movedTo, reason } = change;
  const text = movedTo
    ? say('dates.movedTo', {
        day: sayDay(movedTo.date),
        start: sayClock(movedTo.startTime),
        end: sayClock(movedTo.endTime),
      })
    : say('dates.calledOff');
  return [withDay ? say('dates.of', { day: sayDay(date), text }) : text, reason].filter(Boolean).join(': ');
}
