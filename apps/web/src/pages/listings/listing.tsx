// One listing: what it is, what it costs me, when and where, whom it suits, what was checked, and free things like it.

import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Listing, useListing } from '../../features/listings/api/view-listing.ts';
import { ContactList, EmailLink, People, TelephoneLink } from '../../features/listings/components/contact-list.tsx';
import { useForWhom } from '../../features/listings/components/for-whom.ts';
import { KeepListing } from '../../features/listings/components/keep-listing.tsx';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { OffersTable } from '../../features/listings/components/offers-table.tsx';
import { PayWith } from '../../features/listings/components/pay-with.tsx';
import { Places } from '../../features/listings/components/places.tsx';
import { SpaceTag } from '../../features/listings/components/space-tag.tsx';
import { ToldBy } from '../../features/listings/components/told-by.tsx';
import { ToldCosts } from '../../features/listings/components/told-costs.tsx';
import { Marks } from '../../features/listings/components/trust-marks.tsx';
import { Photos } from '../../features/photos/components/photos.tsx';
import { sayClock, sayDate, sayDay } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { BackLink, Card, CardGrid, Loading, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WithoutScripts } from '../../ui/without-scripts.tsx';

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

function WhenAndWhere({ listing }: { readonly listing: Listing }): ReactNode {
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
            {event.frequency === 'once'
              ? say('events.once')
              : say(`events.${event.frequency}`, { count: event.interval })}
            , {sayClock(event.startTime)} – {sayClock(event.endTime)}
          </p>
          {event.place && <p>{event.place}</p>}
          <p>
            {event.nextDates.length > 0
              ? `${say('page.dates')}: ${event.nextDates.map((date) => sayDay(date)).join(', ')}`
              : say('page.noDates')}
          </p>
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
  return (
    <Section title={say('page.when')}>
      <SummaryList rows={rows} />
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

/** Ordering is a thing of the app: without scripts, how else to get it, by those ways that are really there. */
function OrderWithoutScripts({ organisation }: { readonly organisation: Listing['organisation'] }): ReactNode {
  const { say } = useListingWords();
  const { telephone, email } = organisation;
  return (
    <WithoutScripts>
      <Notice>
        <p>{say('page.orderNeedsScripts')}</p>
        <ul className="govuk-list govuk-list--bullet">
          {telephone && (
            <li>
              {say('page.orderBy', { name: organisation.name })} <TelephoneLink telephone={telephone} />
            </li>
          )}
          {email && (
            <li>
              {say('page.orderBy', { name: organisation.name })} <EmailLink email={email} />
            </li>
          )}
          <li>
            <TextLink href={paths.contact()}>{say('page.orderByCouncil')}</TextLink>
          </li>
        </ul>
      </Notice>
    </WithoutScripts>
  );
}

export function Page(): ReactNode {
  const { say, distance } = useListingWords();
  const { slug = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { session, known, may } = useSession();
  const { personId, own, lines, lineId, lineName } = useForWhom(query);
  const { data: listing, error } = useListing(slug, lineId);
  if (error) throw error;
  if (!listing) {
    return (
      <Frame title={say('search.title')}>
        <Loading lines={6} />
      </Frame>
    );
  }
  const { organisation } = listing;
  return (
    <Frame
      title={
        organisation.name === listing.title
          ? listing.title
          : say('page.titleBy', { title: listing.title, name: organisation.name })
      }
      heading={listing.title}
      caption={say('page.by', { name: organisation.name })}
      above={
        <BackLink href={paths.search({ category: listing.category.slug, person: own ? undefined : personId })}>
          {listing.category.name}
        </BackLink>
      }
      actions={
        personId !== undefined && (
          <KeepListing listingId={listing.id} title={listing.title} personId={personId} own={own} />
        )
      }
    >
      {listing.stale && <Notice kind="warn">{say('page.stale')}</Notice>}
      <p className="sm-listing__tags">
        {listing.free && <Tag tone="go">{say('free')}</Tag>}
        <SpaceTag hasSpace={listing.hasSpace} />
        {listing.kind === 'community' && <Tag>{say('community')}</Tag>}
      </p>
      {may('listing.withhold') && (
        <p>
          <TextLink href={paths.withheldListing(listing.id)}>{say('withheld.hideThis')}</TextLink>
        </p>
      )}
      <div className="sm-measure sm-lines">
        {listing.summary && listing.summary !== listing.title && <p className="sm-lead">{listing.summary}</p>}
        {listing.description && listing.description !== listing.summary && <p>{listing.description}</p>}
      </div>
      <Photos of={{ listing: slug }} />
      <Section title={say('page.prices')}>
        {listing.free && listing.offers.length === 0 && <p>{say('page.freeText')}</p>}
        {!listing.free && listing.offers.length === 0 && listing.costs.length === 0 && <p>{say('page.noOffers')}</p>}
        <ToldCosts costs={listing.costs} />
        {listing.offers.length > 0 && (
          <>
            {listing.hasSpace === false && <p>{say('fullText')}</p>}
            <OrderWithoutScripts organisation={organisation} />
            <PayWith
              lines={lines}
              lineId={lineId}
              onChange={(line) =>
                setQuery(
                  (now) => {
                    now.set('line', line);
                    return now;
                  },
                  { replace: true, preventScrollReset: true },
                )
              }
            />
            <OffersTable offers={listing.offers} personId={personId} lineName={lineName} />
          </>
        )}
        {known && !session.signedIn && (
          <p className="sm-needs-scripts">
            <TextLink href={paths.signIn(paths.listing(slug))}>
              {say(listing.offers.length > 0 ? 'page.signIn' : 'page.signInToKeep')}
            </TextLink>
          </p>
        )}
      </Section>
      <WhenAndWhere listing={listing} />
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
        <p>
          <TextLink href={paths.organisation(organisation.slug)}>
            {say('page.organisation', { name: organisation.name })}
          </TextLink>
        </p>
      </Section>
      {listing.freeNearby.length > 0 && (
        <Section title={say('page.near')} lead={say('page.nearLead')}>
          <CardGrid>
            {listing.freeNearby.map((near) => (
              <Card key={near.slug} title={near.title} href={paths.listing(near.slug)}>
                <p>{near.organisationName}</p>
                {near.distanceMetres !== null && <p className="sm-soft">{distance(near.distanceMetres)}</p>}
              </Card>
            ))}
          </CardGrid>
        </Section>
      )}
    </Frame>
  );
}
