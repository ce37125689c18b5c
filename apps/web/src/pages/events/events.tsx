// What is on in the community: day by day, nearest first where a place is given.

import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type HappeningOn, useEvents } from '../../features/events/api/list-events.ts';
import { AddToCalendar } from '../../features/events/components/add-to-calendar.tsx';
import { Happenings } from '../../features/events/components/happenings.tsx';
import { MonthTable } from '../../features/events/components/month-table.tsx';
import {
  choicesInAddress,
  type EventChoices,
  MILES,
  readSpan,
  SPAN_NAMES,
} from '../../features/events/components/span.ts';
import { useKinds } from '../../features/listings/components/kinds.ts';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { sayDay, sayMonthOf } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { EmptyState, Loading, Section, SubNav } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

function byDay(items: readonly HappeningOn[]): readonly (readonly [string, readonly HappeningOn[]])[] {
  const days = new Map<string, HappeningOn[]>();
  for (const item of items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  return [...days];
}

/** Which events: where, how far away, of which kind. One button asks. */
function ChoicesForm({
  at,
  choices,
  fault,
}: {
  /** Which days, as the address says it. */
  readonly at: Readonly<Record<string, string>>;
  readonly choices: EventChoices;
  /** What is wrong with the place. */
  readonly fault: string | undefined;
}): ReactNode {
  const { say } = useListingWords();
  const { kinds } = useKinds();
  const [, setQuery] = useSearchParams();
  const [asked, setAsked] = useState(choices);
  const set = (change: Partial<EventChoices>) => setAsked({ ...asked, ...change });
  return (
    <form
      action={paths.events()}
      className="sm-near-form"
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ ...at, ...choicesInAddress({ ...asked, near: asked.near.trim() }) });
      }}
    >
      {Object.entries(at).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.organisation && <input type="hidden" name="organisation" value={choices.organisation} />}
      <TextField
        id="near"
        label={say('events.near')}
        hint={say('events.nearHint')}
        value={asked.near}
        onChange={(near) => set({ near })}
        error={fault}
        width={10}
        autoComplete="postal-code"
      />
      <Select
        id="miles"
        label={say('events.miles')}
        value={asked.miles}
        onChange={(miles) => set({ miles })}
        choices={MILES.map((value) => ({ value, label: say('events.within', { count: Number(value) }) }))}
      />
      <Select
        id="category"
        label={say('events.kind')}
        value={asked.category}
        onChange={(category) => set({ category })}
        choices={[{ value: '', label: say('events.everyKind') }, ...kinds]}
      />
      <Button type="submit" look="secondary">
        {say('events.show')}
      </Button>
    </form>
  );
}

export function Page(): ReactNode {
  const { say, distance } = useListingWords();
  const [query] = useSearchParams();
  const today = useToday();
  const { span, month, choices, question, dayQuestion, isTooLong } = readSpan(query, today);
  const whole = useEvents(question, !isTooLong);
  const ofDay = useEvents(dayQuestion ?? question, !isTooLong && dayQuestion !== null);
  if (whole.error ?? ofDay.error) throw whole.error ?? ofDay.error;
  const { data } = dayQuestion ? ofDay : whole;
  const [first] = data?.items ?? [];
  const fault = isTooLong ? say('search.tooLong', { count: LONGEST_SEARCH.near }) : undefined;
  const at = month ? { month: month.first.slice(0, 7) } : { when: span };
  const address = (days: Readonly<Record<string, string>>, { near, ...only } = choices) =>
    paths.events({ ...days, ...choicesInAddress({ ...only, near: isTooLong ? '' : near }) });
  const days = month ? sayMonthOf(month.first) : say(`events.${span}`);
  return (
    <Frame
      title={span === 'week' && !month ? say('events.title') : say('events.titleOf', { days })}
      heading={say('events.title')}
      lead={say('events.lead')}
    >
      {fault && <ErrorSummary faults={[{ fieldId: 'near', text: fault }]} />}
      <ChoicesForm key={query.toString()} at={at} choices={choices} fault={fault} />
      {choices.organisation && (
        <Notice>
          <p>
            {first ? say('events.onlyOf', { organisation: first.organisationName }) : say('events.onlyOfOne')}{' '}
            <TextLink href={address(at, { ...choices, organisation: '' })}>{say('events.ofAll')}</TextLink>
          </p>
        </Notice>
      )}
      <SubNav
        label={say('events.when')}
        items={[
          ...SPAN_NAMES.map((one) => ({
            href: address({ when: one }),
            label: say(`events.${one}`),
            current: one === span && !month,
          })),
          { href: address({ month: today.slice(0, 7) }), label: say('events.byMonth'), current: month !== null },
        ]}
      />
      {data?.near && !data.near.known && (
        <Notice kind="warn">{say('search.unknownPlace', { place: data.near.asked })}</Notice>
      )}
      <AddToCalendar url={data?.calendarUrl} />
      {month && whole.data && (
        <Section title={sayMonthOf(month.first)} lead={say('events.monthHow')}>
          <p className="sm-month-ways">
            {month.before && (
              <TextLink href={address({ month: month.before })}>{sayMonthOf(`${month.before}-01`)}</TextLink>
            )}
            {month.after && (
              <TextLink href={address({ month: month.after })}>{sayMonthOf(`${month.after}-01`)}</TextLink>
            )}
          </p>
          <MonthTable month={month} days={whole.data.days} today={today} href={(day) => address({ ...at, day })} />
          {month.day && (
            <p>
              <TextLink href={address(at)}>{say('events.wholeMonth')}</TextLink>
            </p>
          )}
        </Section>
      )}
      {!data && !isTooLong && <Loading lines={5} />}
      {data && data.items.length === 0 && (
        <EmptyState
          title={say('events.none')}
          actions={<LinkButton href={paths.search()}>{say('search.button')}</LinkButton>}
        >
          <p>{say('events.noneText')}</p>
        </EmptyState>
      )}
      {data?.more && <Notice>{say('events.more')}</Notice>}
      {byDay(data?.items ?? []).map(([date, items]) => (
        <Section key={date} title={sayDay(date)}>
          <Happenings items={items} sayDistance={distance} />
        </Section>
      ))}
    </Frame>
  );
}
