// What people find about the viewer's own organisation: its listings, its photos, and what it puts on. Its members keep them on
// a page of each.
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { datesOf, useEvents } from '../../features/events/api/list-events.ts';
import { AddToCalendar } from '../../features/events/components/add-to-calendar.tsx';
import { Happenings } from '../../features/events/components/happenings.tsx';
import { useOwnOrganisation } from '../../features/listings/api/own-records.ts';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { Unfinished } from '../../features/listings/components/unfinished.tsx';
import { useToday } from '../../format/server-clock.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { ButtonRow, LinkButton, TextLink } from '../../ui/button.tsx';
import { Details, EmptyState, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination } from '../../ui/lists.tsx';
import { Notice } from '../../ui/notice.tsx';

export function Page(): ReactNode {
  return (
    <SignedIn action="listing.edit">
      <MyListings />
    </SignedIn>
  );
}

function MyListings(): ReactNode {
  const { say } = useListingWords();
  const { session } = useSession();
  const own = new Map(
    session.roles.flatMap(({ organisationSlug, organisationName, organisationId }) =>
      organisationSlug === null || organisationId === null
        ? []
        : [[organisationSlug, { name: organisationName ?? '', id: organisationId }] as const],
    ),
  );
  const names = [...own.values()].map(({ name }) => name).join(', ');
  return (
    <Frame title={say('mine.title')} lead={names && say('mine.lead', { organisation: names })}>
      {own.size === 0 ? (
        <EmptyState title={say('mine.noOrganisation')}>
          <p>{say('mine.noOrganisationText')}</p>
        </EmptyState>
      ) : (
        <Notice>
          <p>{say('mine.stale')}</p>
        </Notice>
      )}
      <Unfinished />
      {[...own].map(([slug, { id }]) => (
        <Listings key={slug} slug={slug} id={id} />
      ))}
    </Frame>
  );
}

const PAGE = 10;
/** Dates that are shown at once; the rest opens below them. */
const SOON = 10;

function Listings({ slug, id }: { readonly slug: string; readonly id: string }): ReactNode {
  const { say } = useListingWords();
  const today = useToday();
  const [search] = useSearchParams();
  const organisation = useOwnOrganisation(id);
  const events = useEvents(datesOf(slug, today));
  const error = organisation.error ?? events.error;
  if (error) throw error;
  if (!organisation.data || !events.data) return <Loading lines={6} />;
  const { listings, name } = organisation.data;
  // Somebody may belong to two organisations: each has pages of its own.
  const at = search.get('of') === slug ? Number(search.get('page') ?? 1) : 1;
  const page = Number.isInteger(at) && at > 0 ? at : 1;
  const rows = listings.slice((page - 1) * PAGE, page * PAGE);
  const { items } = events.data;
  return (
    <>
      <Section
        title={say('mine.listings')}
        aside={
          listings.some(({ state }) => state === 'published' || state === 'stale') && (
            <TextLink href={paths.organisation(slug)} about={say('mine.seenAbout', { organisation: name })}>
              {say('mine.seen')}
            </TextLink>
          )
        }
      >
        <ButtonRow>
          <LinkButton href={paths.providerNewListing(id)} about={name}>
            {say('mine.start')}
          </LinkButton>
          <LinkButton look="secondary" href={paths.providerOrganisation(id)} about={name}>
            {say('mine.keep')}
          </LinkButton>
          <LinkButton look="secondary" href={paths.providerChecks(id)} about={name}>
            {say('checks.title')}
          </LinkButton>
          <LinkButton look="secondary" href={paths.providerPhotos({ organisation: slug })} about={name}>
            {say('mine.photos')}
          </LinkButton>
        </ButtonRow>
        <DataTable
          caption={say('mine.listings')}
          captionHidden
          rows={rows}
          rowKey={(listing) => listing.id}
          empty={
            <EmptyState title={say('mine.none')}>
              <p>{say('mine.noneText')}</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'title',
              heading: say('mine.name'),
              rowHeading: true,
              cell: (listing) => (
                <>
                  <TextLink href={paths.providerListing(listing.id)}>{listing.title}</TextLink>
                  {listing.fileValues > 0 && (
                    <span className="sm-offer__note">{say('own.fileCount', { count: listing.fileValues })}</span>
                  )}
                </>
              ),
            },
            { key: 'state', heading: say('mine.state'), cell: ({ state }) => say(`mine.states.${state}`) },
            {
              key: 'photos',
              heading: say('mine.photos'),
              hideLabel: true,
              cell: (listing) => (
                <TextLink href={paths.providerPhotos({ listing: listing.slug })} about={listing.title}>
                  {say('mine.photos')}
                </TextLink>
              ),
            },
          ]}
        />
        <Pagination
          firstHref={page > 1 ? paths.providerListings() : undefined}
          nextHref={page * PAGE < listings.length ? paths.providerListings(slug, page + 1) : undefined}
        >
          {listings.length > PAGE &&
            say('mine.where', {
              from: (page - 1) * PAGE + 1,
              to: Math.min(page * PAGE, listings.length),
              count: listings.length,
            })}
        </Pagination>
      </Section>
      <Section title={say('mine.events')}>
        {items.length === 0 && <p>{say('mine.noEvents')}</p>}
        <Happenings items={items.slice(0, SOON)} withDay />
        {items.length > SOON && (
          <Details summary={say('mine.laterEvents', { count: items.length - SOON })}>
            <Happenings items={items.slice(SOON)} withDay />
          </Details>
        )}
        {events.data.more && <p>{say('mine.moreEvents')}</p>}
        {items.length > 0 && <AddToCalendar url={events.data.calendarUrl} />}
      </Section>
    </>
  );
}
