// A month as a table of weeks: each day that has something on leads to what it is.
import type { ReactNode } from 'react';
import { addDays, sayDay, sayMonthOf, sayWeekday } from '../../../format/dates.ts';
import { classes, useKit } from '../../../ui/kit.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { AskedMonth } from './span.ts';

/** A day is counted no further. */
const MOST_COUNTED = 100;
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** The Mondays of the weeks that a month touches, and how far its first day is from the first of them. */
function weeksOf({ first, last }: AskedMonth): readonly string[] {
  const before = WEEK.findIndex((days) => sayWeekday(addDays(first, -days)) === sayWeekday(A_MONDAY));
  const mondays: string[] = [];
  for (let monday = addDays(first, -before); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}
const A_MONDAY = '2024-01-01';

export function MonthTable({
  month,
  days,
  today,
  href,
}: {
  readonly month: AskedMonth;
  readonly days: readonly { readonly date: string; readonly count: number }[];
  readonly today: string;
  readonly href: (day: string) => string;
}): ReactNode {
  const say = useWords('listings');
  const { Link } = useKit();
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  return (
    <table className="sm-month">
      <caption className="govuk-visually-hidden">
        {say('events.monthCaption', { month: sayMonthOf(month.first) })}
      </caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col">
              <abbr title={sayWeekday(addDays(A_MONDAY, day))}>{sayWeekday(addDays(A_MONDAY, day)).slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((monday) => (
          <tr key={monday}>
            {WEEK.map((offset) => {
              const date = addDays(monday, offset);
              if (date < month.first || date > month.last) return <td key={date} />;
              const count = counts.get(date) ?? 0;
              const number = Number(date.slice(8));
              return (
                <td key={date} className={classes(date === today && 'sm-month__today')}>
                  {count === 0 ? (
                    <span className="sm-month__day">{number}</span>
                  ) : (
                    <Link
                      href={href(date)}
                      className={classes('sm-month__day', 'sm-month__link')}
                      aria-current={date === month.day ? 'true' : undefined}
                    >
                      <span aria-hidden="true">
                        {number}
                        <span className="sm-month__count">{count < MOST_COUNTED ? count : `${MOST_COUNTED - 1}+`}</span>
                      </span>
                      <span className="govuk-visually-hidden">{say('events.onDay', { day: sayDay(date), count })}</span>
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
