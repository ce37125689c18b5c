// What a listing says to people: on its own page, and to those who look at it before people do.

import { sayRule } from '@support-market/words/event-rule';
import type { ReactNode } from 'react';
import { sayClock, sayDate, sayDay, sayWeekday } from '../../../format/dates.ts';
import { paths } from '../../../paths.ts';
import { TextLink } from '../../../ui/button.tsx';
import { Section } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { Tag } from '../../../ui/marks.tsx';
import type { Listing } from '../api/view-listing.ts';
import { ChangedDateText } from './changed-date.tsx';
import { ContactList, People } from './contact-list.tsx';
import { useListingWords } from './listing-words.ts';
import { Places } from './places.tsx';
import { SpaceTag } from './space-tag.tsx';
import { ToldBy } from './told-by.tsx';
import { ToldCosts } from './told-costs.tsx';
import { Marks } from './trust-marks.tsx';

/** The days on which it does not happen: each with its year, since the next ones may be next year's. */
function Breaks({ breaks }: { readonly breaks: Listing['events'][number]['breaks'] }): ReactNode {
  const { say } = useListingWords();
  if (breaks.length === 0) return null;
  return (
    <>
      <p>{say('page.breaks')}:</p>
      <ul className="govuk-list govuk-list--bullet">
        {breaks.map((one) => (
          <li key={one.from}>
            {one.from === one.to
              ? sayDate(one.from)
              : say('page.breakDays', { from: sayDate(one.from), to: sayDate(one.to) })}
            {one.reason && `: ${one.reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Dates that are called off or moved, before somebody sets out. */
function ChangedDates({ changes }: { readonly changes: Listing['events'][number]['changedDates'] }): ReactNode {
  const { say } = useListingWords();
  if (changes.length === 0) return null;
  return (
    <>
      <p>
        <strong>{say('dates.changed')}:</strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li key={change.date}>
            <ChangedDateText change={change} withDay />
          </li>
        ))}
      </ul>
    </>
  );
}

function WhenAndWhere({ listing, isOpen }: { readonly listing: Listing; readonly isOpen: boolean }): ReactNode {
  const { say } = useListingWords();
  const hours = [listing.evenings && say('page.eveningsYes'), listing.weekends && say('page.weekendsYes')].filter(
    Boolean,
  );
  const miles = listing.servesMetres === null ? null : Math.max(1, Math.round(listing.servesMetres / 1609.344));
  const rows = [
    ...(listing.whenText ? [{ key: 'when', label: say('page.whenLabel'), value: listing.whenText }] : []),
    ...listing.events.map((event) => ({
      key: event.id,
      label: event.name,
      value: (
        <>
          <p>
            {sayRule(say, { weekday: sayWeekday }, event)}, {sayClock(event.startTime)} – {sayClock(event.endTime)}
            {event.termTime && <>, {say('terms.onlySaid')}</>}
            {event.lastDate !== null && event.frequency !== 'once' && (
              <>, {say('events.until', { date: sayDate(event.lastDate) })}</>
            )}
          </p>
          {event.place && <p>{event.place}</p>}
          <p>
            {event.nextDates.length > 0
              ? `${say('page.dates')}: ${event.nextDates.map((date) => sayDay(date)).join(', ')}`
              : say('page.noDates')}
          </p>
          <ChangedDates changes={event.changedDates} />
          <Breaks breaks={event.breaks} />
        </>
      ),
    })),
    ...(hours.length > 0 ? [{ key: 'hours', label: say('page.hours'), value: hours.join(', ') }] : []),
    ...(listing.places.length > 0
      ? [
          {
            key: 'where',
            label: say(listing.places.length === 1 ? 'page.whereLabel' : 'page.placesLabel'),
            value: <Places places={listing.places} />,
          },
        ]
      : []),
    ...(miles === null
      ? []
      : [{ key: 'area', label: say('page.areaLabel'), value: say('page.area', { count: miles }) }]),
  ];
  if (rows.length === 0) return null;
  const { slug, name } = listing.organisation;
  return (
    <Section title={say('page.when')}>
      <SummaryList rows={rows} />
      {isOpen && listing.events.length > 0 && (
        <p>
          <TextLink href={paths.events({ when: 'month', organisation: slug })}>
            {say('page.allDates', { organisation: name })}
          </TextLink>
        </p>
      )}
    </Section>
  );
}

function WhoItSuits({ listing }: { readonly listing: Listing }): ReactNode {
  const { say, ages: sayAges, workers: sayWorkers } = useListingWords();
  const ages = sayAges(listing);
  const workers = sayWorkers(listing.workerGenders);
  const rows = [
    ...(listing.whoFor ? [{ key: 'for', label: say('page.whoFor'), value: listing.whoFor }] : []),
    ...(ages ? [{ key: 'ages', label: say('page.ages'), value: ages }] : []),
    ...(listing.languages.length > 0
      ? [{ key: 'languages', label: say('page.languages'), value: listing.languages.join(', ') }]
      : []),
    ...(listing.faiths.length > 0
      ? [{ key: 'faiths', label: say('page.faiths'), value: listing.faiths.join(', ') }]
      : []),
    ...(workers ? [{ key: 'workers', label: say('page.workers'), value: workers }] : []),
    ...(listing.accessible ? [{ key: 'access', label: say('page.access'), value: say('page.accessible') }] : []),
    ...(listing.furtherCategories.length > 0
      ? [
          {
            key: 'also',
            label: say('page.alsoUnder'),
            value: (
              <ul className="govuk-list">
                {listing.furtherCategories.map(({ slug, name }) => (
                  <li key={slug}>
                    <TextLink href={paths.search({ category: slug })}>{name}</TextLink>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    {
      key: 'space',
      label: say('page.space'),
      value: say(listing.hasSpace === null ? 'spaceUnknown' : listing.hasSpace ? 'hasSpace' : 'full'),
    },
  ];
  return (
    <Section title={say('page.who')}>
      <SummaryList rows={rows} />
    </Section>
  );
}

export function ListingShown({
  listing,
  photos,
  isOpen = true,
  children,
}: {
  readonly listing: Listing;
  readonly photos: ReactNode;
  /** Whether its organisation has a page that people may open. */
  readonly isOpen?: boolean;
  /** What it sells and how to get it. */
  readonly children: ReactNode;
}): ReactNode {
  const { say } = useListingWords();
  const { organisation } = listing;
  return (
    <>
      <p className="sm-listing__tags">
        {listing.free && <Tag tone="go">{say('free')}</Tag>}
        <SpaceTag hasSpace={listing.hasSpace} />
        {listing.kind === 'community' && <Tag>{say('community')}</Tag>}
      </p>
      <div className="sm-measure sm-lines">
        {listing.summary && listing.summary !== listing.title && <p className="sm-lead">{listing.summary}</p>}
        {listing.description && listing.description !== listing.summary && <p>{listing.description}</p>}
      </div>
      {photos}
      <Section title={say('page.prices')}>
        {listing.free && listing.offers.length === 0 && <p>{say('page.freeText')}</p>}
        {!listing.free && listing.offers.length === 0 && listing.costs.length === 0 && <p>{say('page.noOffers')}</p>}
        <ToldCosts costs={listing.costs} />
        {children}
      </Section>
      <WhenAndWhere listing={listing} isOpen={isOpen} />
      <WhoItSuits listing={listing} />
      <Section title={say('page.trust')}>
        <Marks marks={listing.marks} stale={listing.stale} />
        <ToldBy name={organisation.name} lastChecked={listing.lastChecked} fromFile={listing.fromFile} />
      </Section>
      <Section title={say('page.contact')}>
        <People contacts={listing.contacts} />
        <ContactList
          telephone={organisation.telephone}
          email={organisation.email}
          website={listing.website ?? organisation.website}
        />
        {isOpen && (
          <p>
            <TextLink href={paths.organisation(organisation.slug)}>
              {say('page.organisation', { name: organisation.name })}
            </TextLink>
          </p>
        )}
      </Section>
    </>
  );
}
