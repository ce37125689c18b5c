// A week as rows, one for each day: who comes and when. Days with nothing say so, so that no day looks forgotten.
import type { ReactNode } from 'react';
import { classes, useKit } from './kit.tsx';

export type WeekVisit = {
  readonly key: string;
  /** "9:30am to 11am". */
  readonly time: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
};

export type WeekDay = {
  readonly key: string;
  /** "Tuesday". */
  readonly name: string;
  /** "3 November". */
  readonly date: string;
  readonly today?: boolean;
  readonly visits: readonly WeekVisit[];
};

export function WeekDays({
  label,
  days,
  todayLabel,
}: {
  readonly label: string;
  readonly days: readonly WeekDay[];
  readonly todayLabel: string;
}): ReactNode {
  const { labels } = useKit();
  return (
    <ol className="sm-week" aria-label={label}>
      {days.map((day) => (
        <li
          key={day.key}
          className={classes('sm-week__day', day.today && 'sm-week__day--today')}
          aria-current={day.today ? 'date' : undefined}
        >
          <div className="sm-week__name">
            <span className="sm-week__weekday">{day.name}</span> <span className="sm-week__date">{day.date}</span>{' '}
            {day.today && <span className="sm-week__today">{todayLabel}</span>}
          </div>
          {day.visits.length === 0 ? (
            <p className="sm-week__nothing">{labels.nothing}</p>
          ) : (
            <ul className="sm-week__visits">
              {day.visits.map((visit) => (
                <li key={visit.key} className="sm-week__visit">
                  <div>
                    <p className="sm-week__time">{visit.time}</p>
                    <p className="sm-week__title">{visit.title}</p>
                    {visit.note && <p className="sm-week__note">{visit.note}</p>}
                  </div>
                  {visit.state}
                  {visit.actions && <div className="sm-button-row">{visit.actions}</div>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
