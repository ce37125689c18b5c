// What is on in the community: day by day, nearest first where a place is given.

import { LONGEST_SEARCH } from '@support-market/domain/listings/search-length';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type HappeningOn, useEvents } from '../../features/events/api/list-events.ts';
import { readSpan, SPAN_NAMES, type Span } from '../../features/events/components/span.ts';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { sayDay, sayTimes } from '../../format/dates.ts';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Exact } from '../../ui/exact.tsx';
import { ErrorSummary } from '../../ui/form.tsx';
import { useKit } from '../../ui/kit.tsx';
import { EmptyState, Loading, Section, SubNav } from '../../ui/layout.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

function byDay(items: readonly HappeningOn[]): readonly (readonly [string, readonly HappeningOn[]])[] {
  const days = new Map<string, HappeningOn[]>();
  for (const item of items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  return [...days];
}

export function Page(): ReactNode {
  const { say, distance } = useListingWords();
  const { Link } = useKit();
  const [query, setQuery] = useSearchParams();
  const { span, from, to, near, isTooLong } = readSpan(query, useToday());
  const [place, setPlace] = useState(near);
  const { data, error } = useEvents(from, to, near, !isTooLong);
  if (error) throw error;
  const address = (when: Span) =>
    `${paths.events()}?${new URLSearchParams({ when, ...(near && !isTooLong ? { near } : {}) }).toString()}`;
  const fault = isTooLong ? say('search.tooLong', { count: LONGEST_SEARCH.near }) : undefined;
  return (
    <Frame
      title={span === 'week' ? say('events.title') : say('events.titleOf', { days: say(`events.${span}`) })}
      heading={say('events.title')}
      lead={say('events.lead')}
    >
      {fault && <ErrorSummary faults={[{ fieldId: 'near', text: fault }]} />}
      <form
        action={paths.events()}
        className="sm-near-form"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery({ when: span, ...(place.trim() ? { near: place.trim() } : {}) });
        }}
      >
        <input type="hidden" name="when" value={span} />
        <TextField
          id="near"
          label={say('events.near')}
          hint={say('events.nearHint')}
          value={place}
          onChange={setPlace}
          error={fault}
          width={10}
          autoComplete="postal-code"
        />
        <Button type="submit" look="secondary">
          {say('events.show')}
        </Button>
      </form>
      <SubNav
        label={say('events.when')}
        items={SPAN_NAMES.map((one) => ({ href: address(one), label: say(`events.${one}`), current: one === span }))}
      />
      {data?.near && !data.near.known && (
        <Notice kind="warn">{say('search.unknownPlace', { place: data.near.asked })}</Notice>
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
          <ul className="sm-plain-list sm-days-list">
            {items.map((item) => (
              <li key={item.id} className="sm-happening">
                <p className="sm-happening__time">{sayTimes(item.startsAt, item.endsAt)}</p>
                <div>
                  <h3 className="sm-happening__title">
                    <Link href={paths.listing(item.listingSlug)} className="govuk-link">
                      {item.title}
                    </Link>{' '}
                    {item.free && <Tag tone="go">{say('free')}</Tag>}
                  </h3>
                  <p>
                    <Exact words>
                      {[
                        item.organisationName === item.title ? '' : item.organisationName,
                        item.placeName,
                        item.postcode,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </Exact>
                    {item.distanceMetres !== null && <strong>. {distance(item.distanceMetres)}</strong>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Frame>
  );
}
