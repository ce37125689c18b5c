// A week of visits as rows, Monday to Sunday, with the weeks before and after one step away.
import type { ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';
import { addDays, sayShortDate, sayWeekday } from '../../../format/dates.ts';
import { todayInLondon, useToday } from '../../../format/server-clock.ts';
import { ButtonRow, LinkButton } from '../../../ui/button.tsx';
import { WeekDays, type WeekVisit } from '../../../ui/week-days.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Visit } from '../api/list-visits.ts';

/** The Monday of the week of a day; of this week where the text is not a day. */
export function mondayOf(text: string | null): string {
  let date = Temporal.PlainDate.from(todayInLondon());
  try {
    if (text) date = Temporal.PlainDate.from(text);
  } catch {
    // an address typed by hand: this week will do
  }
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

export function Week({
  monday,
  visits,
  row,
}: {
  readonly monday: string;
  readonly visits: readonly Visit[];
  readonly row: (visit: Visit) => WeekVisit;
}): ReactNode {
  const say = useWords('visits');
  const today = useToday();
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
  const sunday = addDays(monday, 6);
  return (
    <WeekDays
      label={say('week.label', { from: sayShortDate(monday), to: sayShortDate(sunday) })}
      todayLabel={say('today')}
      days={days.map((date) => ({
        key: date,
        name: sayWeekday(date),
        date: sayShortDate(date),
        today: date === today,
        visits: visits.filter((visit) => visit.serviceDate === date).map(row),
      }))}
    />
  );
}

/** The week before and after, and back to this one. `href` makes the address of a week from its Monday. */
export function WeekSteps({
  monday,
  href,
}: {
  readonly monday: string;
  readonly href: (monday: string) => string;
}): ReactNode {
  const say = useWords('visits');
  const now = mondayOf(null);
  return (
    <ButtonRow>
      <LinkButton look="secondary" small icon="back" href={href(addDays(monday, -7))}>
        {say('previousWeek')}
      </LinkButton>
      {monday !== now && (
        <LinkButton look="secondary" small href={href(now)}>
          {say('thisWeek')}
        </LinkButton>
      )}
      <LinkButton look="secondary" small href={href(addDays(monday, 7))}>
        {say('nextWeek')}
      </LinkButton>
    </ButtonRow>
  );
}
