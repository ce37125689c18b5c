// Keeps with each listing the lowest price that anybody may pay, so that results can be put in the order of price.

import type { Tx } from '@support-market/db/pool';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { unitPrice } from '../../platform/offer-prices.ts';
import { writeEntryPrices } from '../../platform/search-entries.repo.ts';
import { rowsAsJson } from './catalogue-rows.repo.ts';

interface PricedRow {
  readonly listing_id: string;
  readonly id: string;
  readonly unit: string;
  readonly price_pence: bigint;
  readonly welfare: boolean;
  readonly zero_rated: boolean;
  readonly kind: string;
  readonly cqc_location_id: string | null;
  readonly charity_number: string | null;
  readonly vat_number: string | null;
  readonly tax_reference: string | null;
}

/** The next listings in the order of their ids. */
export async function listingsAfter(tx: Tx, id: string, limit: number): Promise<string[]> {
  const rows = await tx.selectFrom('listings').select('id').where('id', '>', id).orderBy('id').limit(limit).execute();
  return rows.map((row) => row.id);
}

/**
 * Works out again the lowest public price, VAT included, of listings (all of them when none are named) from the offers
 * on sale on `today`. It orders results by price; what a page shows is read from the offers themselves.
 */
export async function refreshFromPrice(
  tx: Tx,
  today: Temporal.PlainDate,
  which: { readonly listingIds?: readonly string[]; readonly organisationIds?: readonly string[] } = {},
): Promise<void> {
  const chosen = which.listingIds
    ? sql`listing.id = any(${[...which.listingIds]}::text[])`
    : which.organisationIds
      ? sql`listing.organisation_id = any(${[...which.organisationIds]}::text[])`
      : sql`true`;
  const { rows } = await sql<PricedRow>`
    select offer.listing_id, offer.id, offer.unit, price.price_pence, offer.welfare, offer.zero_rated, organisation.kind, organisation.cqc_location_id,
      organisation.charity_number, organisation.vat_number, organisation.tax_reference
    from offers as offer join offer_prices as price on price.offer_id = offer.id and price.replaced_at is null
        and price.valid_from <= ${today} and (price.valid_to is null or price.valid_to >= ${today})
      join listings as listing on listing.id = offer.listing_id join organisations as organisation on organisation.id = listing.organisation_id
    where ${chosen} and not offer.withdrawn`.execute(tx);
  const lowest = new Map<string, bigint>();
  for (const row of rows) {
    const gross = unitPrice(row, row, today)?.unitPence;
    const known = lowest.get(row.listing_id);
    if (gross !== undefined && (known === undefined || gross < known)) lowest.set(row.listing_id, gross);
  }
  const values = [...lowest].map(([listing_id, from_price_pence]) => ({ listing_id, from_price_pence }));
  const { rows: changed } = await sql<{
    id: string;
  }>`update listings as listing set from_price_pence = priced.from_price_pence
    from listings as same left join jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as priced (listing_id text, from_price_pence bigint) on priced.listing_id = same.id
    where same.id = listing.id and ${chosen} and listing.from_price_pence is distinct from priced.from_price_pence
    returning listing.id`.execute(tx);
  await writeEntryPrices(
    tx,
    changed.map(({ id }) => id),
  );
}
