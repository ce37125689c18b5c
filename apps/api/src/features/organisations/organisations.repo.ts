// Reads what the public may know of an organisation, and what it offers, in one statement.

import type { Db } from '@support-market/db/pool';
import type { SaidFacts, TrustFacts } from '@support-market/domain/listings/trust-marks';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { type FromFile, latestFile } from '../../platform/latest-file.repo.ts';
import { organisationShows } from '../../platform/listing-changes.repo.ts';
import type { OfferPriceRow, SellerRow } from '../../platform/offer-prices.ts';
import type { ShownContact } from '../../platform/shown-contacts.repo.ts';
import { offersSomething } from '../../platform/shown-organisations.repo.ts';

export interface OrganisationRow extends SellerRow, TrustFacts, SaidFacts {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly size: string;
  readonly in_house: boolean;
  readonly accepts_isf: boolean;
  readonly address_shown: boolean;
  readonly address_line: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly from_file: FromFile | null;
  readonly locations:
    | {
        readonly id: string;
        readonly name: string;
        readonly address_line: string;
        readonly postcode: string | null;
        readonly access_notes: string;
        readonly address_shown: boolean;
      }[]
    | null;
  readonly contacts: ShownContact[] | null;
  readonly listings:
    | {
        readonly slug: string;
        readonly title: string;
        readonly summary: string;
        readonly kind: 'service' | 'community';
        readonly category_name: string;
        readonly free: boolean;
        readonly has_space: boolean | null;
        readonly stale: boolean;
        /** On sale on the day. */
        readonly offers: readonly OfferPriceRow[] | null;
      }[]
    | null;
}

/** An organisation by its address, with its public listings; null for none, and where it has none that is shown. Never where it is paid. */
export async function findOrganisation(
  db: Db,
  slug: string,
  today: Temporal.PlainDate,
): Promise<OrganisationRow | null> {
  const isShown = organisationShows('organisation');
  const { rows } = await sql<{ organisation: OrganisationRow }>`
    select row_to_json(fact) as organisation from (
      select organisation.slug, organisation.name, organisation.kind, organisation.description, organisation.size, organisation.in_house,
        organisation.accepts_isf, ${isShown} as address_shown, case when ${isShown} then organisation.address_line end as address_line, organisation.city,
        case when ${isShown} then organisation.postcode else split_part(organisation.postcode, ' ', 1) end as postcode, organisation.email, organisation.telephone,
        organisation.website, organisation.cqc_location_id, organisation.cqc_rating, organisation.cqc_checked_on, organisation.charity_number, organisation.vat_number, organisation.tax_reference,
        organisation.insured_until, organisation.dbs_checked_on, said.insured_until as said_insured_until,
        said.dbs_checked_on as said_dbs_checked_on, organisation.confirmed_on as last_confirmed_on,
        ${latestFile('organisation.id')} as from_file,
        (select json_agg(json_build_object('id', location.id, 'name', case when location.address_shown then location.name else '' end,
            'address_line', case when location.address_shown then location.address_line else '' end,
            'postcode', case when location.address_shown then location.postcode else split_part(location.postcode, ' ', 1) end,
            'access_notes', case when location.address_shown then location.access_notes else '' end,
            'address_shown', location.address_shown) order by location.name, location.address_line, location.id)
          from locations as location where location.organisation_id = organisation.id and exists (select from listing_locations as link
            join listings as listing on listing.id = link.listing_id
            where link.location_id = location.id and listing.state in ('published', 'stale'))) as locations,
        (select json_agg(json_build_object('id', contact.id, 'name', contact.name, 'role', contact.role, 'telephone', contact.telephone,
            'email', contact.email, 'languages', contact.languages) order by contact.position, contact.id)
          from contacts as contact where contact.organisation_id = organisation.id and contact.listing_id is null) as contacts,
        (select json_agg(json_build_object('slug', listing.slug, 'title', listing.title, 'summary', listing.summary, 'kind', listing.kind,
            'category_name', category.name, 'free', listing.free, 'has_space', listing.has_space,
            'stale', listing.state = 'stale', 'offers', (select json_agg(json_build_object('id', offer.id, 'unit', offer.unit, 'price_pence', price.price_pence,
                'welfare', offer.welfare, 'zero_rated', offer.zero_rated) order by price.price_pence, offer.position, offer.id)
              from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
                and price.valid_from <= ${today} and (price.valid_to is null or price.valid_to >= ${today})
              where offer.listing_id = listing.id and not offer.withdrawn)) order by listing.title, listing.id)
          from listings as listing join categories as category on category.id = listing.category_id
          where listing.organisation_id = organisation.id and listing.state in ('published', 'stale')) as listings
      from organisations as organisation left join organisation_checks as said on said.organisation_id = organisation.id
      where organisation.slug = ${slug} and ${offersSomething('organisation')}) as fact`.execute(db);
  return rows[0]?.organisation ?? null;
}
