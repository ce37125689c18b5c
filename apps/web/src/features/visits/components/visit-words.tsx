// How a visit is said: its time, who comes, and what state it is in, the same on every page.
import type { ReactNode } from 'react';
import { sayDay, sayTime, sayTimes, sayVisit } from '../../../format/dates.ts';
import { Tag } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Visit } from '../api/list-visits.ts';

/** "9:30am to 11am": as it was where that is known, as planned otherwise; null where no time was ever named. */
export function clockOf(visit: Visit): string | null {
  if (visit.actualStart && visit.actualEnd) return sayTimes(visit.actualStart, visit.actualEnd);
  if (visit.actualStart) return sayTime(visit.actualStart);
  return visit.plannedStart && visit.plannedEnd ? sayTimes(visit.plannedStart, visit.plannedEnd) : null;
}

/** "Tuesday 3 November, 9:30am to 11am", or the day alone. */
export function whenOf(visit: Visit): string {
  if (visit.actualStart) return sayVisit(visit.actualStart, visit.actualEnd);
  if (visit.plannedStart) return sayVisit(visit.plannedStart, visit.plannedEnd);
  return sayDay(visit.serviceDate);
}

/** Where a visit stands, in words; amber where the reader has something to do. */
export function VisitStateTag({
  visit,
  reader,
}: {
  readonly visit: Visit;
  readonly reader: 'person' | 'provider';
}): ReactNode {
  const say = useWords('visits');
  if (visit.waitingForFinance) return <Tag tone="quiet">{say('state.finance')}</Tag>;
  switch (visit.state) {
    case 'planned':
      if (visit.orderState === 'placed') return <Tag tone="quiet">{say('state.notAccepted')}</Tag>;
      return visit.actualStart ? <Tag tone="go">{say('state.started')}</Tag> : <Tag>{say('state.planned')}</Tag>;
    case 'recorded':
      return reader === 'person' ? <Tag tone="look">{say('state.toAnswer')}</Tag> : <Tag>{say('state.recorded')}</Tag>;
    case 'confirmed':
      return <Tag tone="go">{say(visit.confirmedByItself ? 'state.confirmedByItself' : 'state.confirmed')}</Tag>;
    case 'queried':
      return reader === 'person' ? (
        <Tag tone="quiet">{say('state.queried')}</Tag>
      ) : (
        <Tag tone="look">{say('state.queriedProvider')}</Tag>
      );
    case 'missed':
      return <Tag tone="harm">{say('state.missed')}</Tag>;
    case 'cancelled':
      return <Tag tone="quiet">{say('state.cancelled')}</Tag>;
  }
}
