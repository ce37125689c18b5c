// One listing: what it is, what it costs me, when and where, whom it suits, what was checked, and free things like it.

import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Listing, useListing } from '../../features/listings/api/view-listing.ts';
import { EmailLink, TelephoneLink } from '../../features/listings/components/contact-list.tsx';
import { FindingFor } from '../../features/listings/components/finding-for.tsx';
import { useForWhom } from '../../features/listings/components/for-whom.ts';
import { KeepListing } from '../../features/listings/components/keep-listing.tsx';
import { ListingShown } from '../../features/listings/components/listing-shown.tsx';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { OffersTable } from '../../features/listings/components/offers-table.tsx';
import { PayWith } from '../../features/listings/components/pay-with.tsx';
import { Photos } from '../../features/photos/components/photos.tsx';
import { AskQuestion } from '../../features/questions/components/ask-question.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { TextLink } from '../../ui/button.tsx';
import { BackLink, Card, CardGrid, Loading, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WithoutScripts } from '../../ui/without-scripts.tsx';

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
  const forWhom = useForWhom(query);
  const { personId, own, lines, lineId, lineName } = forWhom;
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
      {!own && <FindingFor forWhom={forWhom} />}
      {listing.stale && <Notice kind="warn">{say('page.stale')}</Notice>}
      {may('listing.withhold') && (
        <p>
          <TextLink href={paths.withheldListing(listing.id)}>{say('withheld.hideThis')}</TextLink>
        </p>
      )}
      <ListingShown listing={listing} photos={<Photos of={{ listing: slug }} />}>
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
      </ListingShown>
      <AskQuestion
        key={personId}
        listingId={listing.id}
        personId={personId}
        personName={own ? undefined : lines.find((line) => line.personId === personId)?.personName}
      />
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
