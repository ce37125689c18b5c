// One found listing: what, who, how far, the price for me, whether there is space, and what was checked.

import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { Exact } from '../../../ui/exact.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useKit } from '../../../ui/kit.tsx';
import { Tag } from '../../../ui/marks.tsx';
import type { FoundListing } from '../api/search-listings.ts';
import type { ForWhom } from './for-whom.ts';
import { KeepListing } from './keep-listing.tsx';
import { useListingWords } from './listing-words.ts';
import { MyPrice } from './my-price.tsx';
import { SpaceTag } from './space-tag.tsx';
import { MarksInShort } from './trust-marks.tsx';

export function ListingResult({
  listing,
  number,
  forWhom,
}: {
  readonly listing: FoundListing;
  /** Its number on the map, or null where it has no place. */
  readonly number: number | null;
  readonly forWhom: Pick<ForWhom, 'personId' | 'own' | 'lineId' | 'lineName'>;
}): ReactNode {
  const { Link } = useKit();
  const { say, distance } = useListingWords();
  const { personId, own, lineId, lineName } = forWhom;
  // one's own pages need not say whose they are
  const chosen = own ? undefined : personId;
  const where = [listing.venue, listing.postcode].filter(Boolean).join(', ');
  return (
    <article className="sm-listing" aria-labelledby={`listing-${listing.id}`}>
      <div className="sm-listing__what">
        <h3 id={`listing-${listing.id}`} className="sm-listing__title">
          <Link href={paths.listing(listing.slug, { person: chosen, line: lineId })} className="govuk-link">
            {listing.title}
          </Link>
        </h3>
        <p className="sm-listing__who">
          {listing.organisation.name}
          <span className="sm-soft"> · {listing.category.name}</span>
        </p>
        {listing.summary && listing.summary !== listing.title && (
          <p className="sm-listing__summary">{listing.summary}</p>
        )}
        {(where || listing.distanceMetres !== null) && (
          <p className="sm-with-icon sm-listing__where">
            <Icon name="place" size={20} />
            <span>
              {number !== null && <span className="sm-listing__number">{say('map.number', { number })} </span>}
              {listing.distanceMetres !== null && <strong>{distance(listing.distanceMetres)}</strong>}
              {listing.distanceMetres !== null && where ? '. ' : ''}
              <Exact words>{where}</Exact>
              {listing.servesMetres !== null && <span className="sm-soft">. {say('comesToYou')}</span>}
            </span>
          </p>
        )}
        <MarksInShort marks={listing.marks} />
      </div>
      <div className="sm-listing__cost">
        <MyPrice
          fromPrice={listing.fromPrice}
          myPrice={listing.myPrice}
          free={listing.free}
          offers={listing.offers}
          lineName={lineName}
        />
        <div className="sm-listing__tags">
          <SpaceTag hasSpace={listing.hasSpace} />
          {listing.kind === 'community' && <Tag>{say('community')}</Tag>}
          {listing.stale && <Tag tone="look">{say('stale')}</Tag>}
          <KeepListing listingId={listing.id} title={listing.title} personId={personId} own={own} short />
        </div>
      </div>
    </article>
  );
}
