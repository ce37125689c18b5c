// What happens at a listing and when, with the days on which it does not, as its organisation keeps it.

import { sayRule } from '@support-market/words/event-rule';
import type { ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';
import { sayClock, sayDate, sayWeekday } from '../../../format/dates.ts';
import { Checkbox, Select } from '../../../ui/choice-field.tsx';
import { DateField, type DateParts, EMPTY_DATE, partsFromDate, typedDate } from '../../../ui/date-field.tsx';
import { Exact } from '../../../ui/exact.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { parseClock, TextField, TimeField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ListingChange, OwnListing } from '../api/own-records.ts';
import { keyed, OwnPart, RowsField, unkeyed } from './own-part.tsx';

type Event = NonNullable<ListingChange['events']>[number];
type BreakText = {
  readonly from: DateParts;
  readonly to: DateParts;
  readonly everyYear: boolean;
  readonly reason: string;
};
type EventText = {
  /** Of an event that is there already, so that it stays the same one under another name. */
  readonly id: string | null;
  readonly name: string;
  readonly frequency: Event['frequency'];
  readonly firstDate: DateParts;
  readonly lastDate: DateParts;
  readonly startTime: string;
  readonly endTime: string;
  readonly interval: string;
  readonly lastOfMonth: boolean;
  readonly locationId: string;
  readonly termTime: boolean;
  readonly breaks: readonly (BreakText & { readonly key: string })[];
};

/** Which weekday it is, and which one of the month, follows from its first day. */
function ruleOf({ frequency, firstDate, lastOfMonth, interval }: OwnListing['events'][number]) {
  const day = Temporal.PlainDate.from(firstDate);
  const weekOfMonth = lastOfMonth ? 5 : Math.ceil(day.day / 7);
  return { frequency, interval, weekday: day.dayOfWeek, weekOfMonth };
}

const NO_BREAK: BreakText = { from: EMPTY_DATE, to: EMPTY_DATE, everyYear: false, reason: '' };
const BLANK: EventText = {
  ...{
    id: null,
    name: '',
    frequency: 'weekly',
    firstDate: EMPTY_DATE,
    lastDate: EMPTY_DATE,
    startTime: '',
    endTime: '',
  },
  ...{ interval: '1', lastOfMonth: false, locationId: '', termTime: false, breaks: [] },
};

const asTyped = (event: OwnListing['events'][number]): EventText => ({
  ...{ id: event.id, name: event.name, frequency: event.frequency },
  ...{ startTime: event.startTime, endTime: event.endTime },
  firstDate: partsFromDate(event.firstDate),
  lastDate: event.lastDate === null ? EMPTY_DATE : partsFromDate(event.lastDate),
  interval: String(event.interval),
  lastOfMonth: event.lastOfMonth,
  locationId: event.locationId ?? '',
  termTime: event.termTime,
  breaks: keyed(event.breaks.map((one) => ({ ...one, from: partsFromDate(one.from), to: partsFromDate(one.to) }))),
});

const isBlank = (date: DateParts): boolean => Object.values(date).every((part) => part === '');
const asSent = (event: EventText): Event => ({
  ...{ id: event.id, name: event.name, frequency: event.frequency, lastOfMonth: event.lastOfMonth },
  firstDate: typedDate(event.firstDate),
  lastDate: isBlank(event.lastDate) ? null : typedDate(event.lastDate),
  startTime: parseClock(event.startTime) ?? event.startTime,
  endTime: parseClock(event.endTime) ?? event.endTime,
  interval: Number(event.interval) || 1,
  locationId: event.locationId || null,
  termTime: event.termTime,
  breaks: unkeyed(event.breaks).map((one) => ({
    ...{ everyYear: one.everyYear, reason: one.reason, from: typedDate(one.from) },
    to: isBlank(one.to) ? typedDate(one.from) : typedDate(one.to),
  })),
});

export function OwnEvents({
  events,
  places,
  onSave,
  lead,
  termsUntil,
}: {
  readonly events: OwnListing['events'];
  readonly places: OwnListing['places'];
  readonly onSave: (events: Event[]) => Promise<void>;
  /** Said where there is none yet. */
  readonly lead?: string;
  /** The last day of the school terms that are known; null where none are. */
  readonly termsUntil: string | null;
}): ReactNode {
  const say = useWords('listings');
  const placeName = (place: OwnListing['places'][number]): string =>
    [place.name, place.addressLine, place.postcode].filter(Boolean).join(', ');
  return (
    <OwnPart
      title={say('own.events')}
      initial={{ events: keyed(events.map(asTyped)) }}
      read={
        events.length === 0 ? (
          <p>{lead ?? say('own.none')}</p>
        ) : (
          <SummaryList
            rows={events.map((event) => ({
              key: event.id,
              label: event.name,
              value: (
                <>
                  <p>
                    {sayRule(say, { weekday: sayWeekday }, ruleOf(event))}, {sayClock(event.startTime)} –{' '}
                    {sayClock(event.endTime)}, {say('own.since', { date: sayDate(event.firstDate) })}
                    {event.termTime && <>, {say('terms.onlySaid')}</>}
                  </p>
                  {places
                    .filter(({ id }) => id === event.locationId)
                    .map((place) => (
                      <p key={place.id}>
                        <Exact words>{placeName(place)}</Exact>
                      </p>
                    ))}
                  {event.breaks.map((one) => (
                    <p key={one.from} className="sm-soft">
                      {say(one.everyYear ? 'own.breakEachYear' : 'own.breakOnce', {
                        from: sayDate(one.from),
                        to: sayDate(one.to),
                      })}
                      {one.reason && `: ${one.reason}`}
                    </p>
                  ))}
                </>
              ),
            }))}
          />
        )
      }
      fields={(form) => (
        <RowsField
          rows={form.values.events}
          blank={BLANK}
          legend={(number) => say('own.eventNumber', { number })}
          add={say('own.addEvent')}
          onChange={(rows) => form.set({ events: [...rows] })}
          fields={(row, index, set) => {
            const at = (name: string) => ({
              id: `events.${index}.${name}`,
              error: form.errorAt(`events.${index}.${name}`),
            });
            return (
              <>
                <TextField
                  {...at('name')}
                  label={say('own.eventName')}
                  value={row.name}
                  onChange={(name) => set({ name })}
                />
                <Select
                  {...at('frequency')}
                  label={say('own.frequency')}
                  value={row.frequency}
                  onChange={(frequency) => set({ frequency })}
                  choices={(['weekly', 'monthly', 'once'] as const).map((value) => ({
                    value,
                    label: say(`own.frequencies.${value}`),
                  }))}
                />
                <DateField
                  {...at('firstDate')}
                  label={say('own.firstDate')}
                  hint={say('own.firstDateHint')}
                  value={row.firstDate}
                  onChange={(firstDate) => set({ firstDate })}
                />
                {row.frequency !== 'once' && (
                  <>
                    <DateField
                      {...at('lastDate')}
                      label={say('own.lastDate')}
                      optional
                      value={row.lastDate}
                      onChange={(lastDate) => set({ lastDate })}
                    />
                    <TextField
                      {...at('interval')}
                      inputMode="numeric"
                      width={3}
                      label={say('own.interval')}
                      hint={say('own.intervalHint')}
                      value={row.interval}
                      onChange={(interval) => set({ interval })}
                    />
                  </>
                )}
                {row.frequency !== 'once' && (row.termTime || termsUntil !== null) && (
                  <Checkbox
                    id={`events.${index}.termTime`}
                    label={say('terms.only')}
                    hint={
                      termsUntil === null ? say('terms.none') : say('terms.onlyHint', { date: sayDate(termsUntil) })
                    }
                    checked={row.termTime}
                    onChange={(termTime) => set({ termTime })}
                  />
                )}
                {row.frequency === 'monthly' && (
                  <Checkbox
                    id={`events.${index}.lastOfMonth`}
                    label={say('own.lastOfMonth')}
                    checked={row.lastOfMonth}
                    onChange={(lastOfMonth) => set({ lastOfMonth })}
                  />
                )}
                <TimeField
                  {...at('startTime')}
                  label={say('own.startTime')}
                  width={5}
                  value={row.startTime}
                  onChange={(startTime) => set({ startTime })}
                />
                <TimeField
                  {...at('endTime')}
                  label={say('own.endTime')}
                  width={5}
                  value={row.endTime}
                  onChange={(endTime) => set({ endTime })}
                />
                {places.length > 1 && (
                  <Select
                    {...at('locationId')}
                    label={say('page.whereLabel')}
                    value={row.locationId}
                    onChange={(locationId) => set({ locationId })}
                    choices={[
                      { value: '', label: say('own.mainPlace') },
                      ...places
                        .filter((place) => !place.main)
                        .map((place) => ({ value: place.id, label: placeName(place) })),
                    ]}
                  />
                )}
                <RowsField
                  rows={row.breaks}
                  blank={NO_BREAK}
                  legend={(number) => say('own.breakNumber', { number, event: row.name })}
                  add={say('own.addBreak')}
                  onChange={(breaks) => set({ breaks })}
                  fields={(one, position, change) => {
                    const within = (name: string) => ({
                      id: `events.${index}.breaks.${position}.${name}`,
                      error: form.errorAt(`events.${index}.breaks.${position}.${name}`),
                    });
                    return (
                      <>
                        <DateField
                          {...within('from')}
                          label={say('own.breakFrom')}
                          value={one.from}
                          onChange={(from) => change({ from })}
                        />
                        <DateField
                          {...within('to')}
                          label={say('own.breakTo')}
                          hint={say('own.breakToHint')}
                          optional
                          value={one.to}
                          onChange={(to) => change({ to })}
                        />
                        <Checkbox
                          id={within('everyYear').id}
                          label={say('own.everyYear')}
                          checked={one.everyYear}
                          onChange={(everyYear) => change({ everyYear })}
                        />
                        <TextField
                          {...within('reason')}
                          label={say('own.reason')}
                          optional
                          value={one.reason}
                          onChange={(reason) => change({ reason })}
                        />
                      </>
                    );
                  }}
                />
              </>
            );
          }}
        />
      )}
      onSave={(values) => onSave(unkeyed(values.events).map(asSent))}
    />
  );
}
