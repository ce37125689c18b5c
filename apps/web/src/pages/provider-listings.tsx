// What people find about the viewer's own organisation: its listings, its photos, and what it puts on. Its members keep them on
// a page of each.
import type { ReactNode } from 'react';
import { useEventsOf } from '../features/events/api/list-events.ts';
import { ListingCards } from '../features/listings/components/listing-cards.tsx';
import { useListingWords } from '../features/listings/components/listing-words.ts';
import { useOrganisation } from '../features/organisations/api/view-organisation.ts';
import { addDays, sayDay, sayTimes } from '../format/dates.ts';
import { useToday } from '../format/server-clock.ts';
import { paths } from '../paths.ts';
import { Page as Frame } from '../shell/page.tsx';
import { SignedIn, useSession } from '../shell/session.tsx';
import { ButtonRow, LinkButton, TextLink } from '../ui/button.tsx';
import { EmptyState, Loading, Section } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';

export function Page(): ReactNode {
  return (
    <SignedIn roles={['provider', 'isf-holder', 'community-group']}>
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
        <EmptyState title={say('mine.nobody')}>
          <p>{say('mine.nobodyText')}</p>
        </EmptyState>
      ) : (
        <Notice>
          <p>{say('mine.stale')}</p>
        </Notice>
      )}
      {[...own].map(([slug, { id }]) => (
        <Listings key={slug} slug={slug} id={id} />
      ))}
    </Frame>
  );
}

function Listings({ slug, id }: { readonly slug: string; readonly id: string }): ReactNode {
  const { say } = useListingWords();
  const today = useToday();
  const organisation = useOrganisation(slug);
  const events = useEventsOf(slug, today, addDays(today, 27));
  if (organisation.error) throw organisation.error;
  if (events.error) throw events.error;
  if (!organisation.data || !events.data) return <Loading lines={6} />;
  const { listings, name } = organisation.data;
  return (
    <>
      <Section
        title={say('mine.listings')}
        aside={
          <TextLink href={paths.organisation(slug)} about={say('mine.seenAbout', { organisation: name })}>
            {say('mine.seen')}
          </TextLink>
        }
      >
        {listings.length === 0 && (
          <EmptyState
            title={say('mine.none')}
            actions={<LinkButton href={paths.organisation(slug)}>{say('mine.seen')}</LinkButton>}
          >
            <p>{say('mine.noneText')}</p>
          </EmptyState>
        )}
        <ButtonRow>
          <LinkButton href={paths.providerOrganisation(id)} about={name}>
            {say('mine.keep')}
          </LinkButton>
        </ButtonRow>
        <ListingCards listings={listings} />
      </Section>
      <Section title={say('mine.photos')}>
        <ul className="govuk-list">
          <li>
            <TextLink href={paths.providerPhotos({ organisation: slug })}>{say('mine.photosOf', { name })}</TextLink>
          </li>
          {listings.map((listing) => (
            <li key={listing.slug}>
              <TextLink href={paths.providerPhotos({ listing: listing.slug })}>
                {say('mine.photosOf', { name: listing.title })}
              </TextLink>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('mine.events')}>
        {events.data.items.length === 0 && <p>{say('mine.noEvents')}</p>}
        {events.data.more && <p>{say('mine.moreEvents')}</p>}
        <ul className="sm-plain-list sm-days-list">
          {events.data.items.map((item) => (
            <li key={item.id} className="sm-happening">
              <p className="sm-happening__time">
                {sayDay(item.date)}, {sayTimes(item.startsAt, item.endsAt)}
              </p>
              <div>
                <h3 className="sm-happening__title">{item.title}</h3>
                <p>{[item.placeName, item.postcode].filter(Boolean).join(', ')}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
