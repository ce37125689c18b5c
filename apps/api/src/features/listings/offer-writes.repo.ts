// Writes what a listing sells at which public price, and what one council agreed to pay for it. Imports and the
// demonstration council write prices through here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import type { Unit } from '@support-market/domain/listings/prices';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import { forgetListingPages } from '../../platform/listing-changes.repo.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import {
  inChunks,
  lastByKey,
  recordOf,
  rowsAsJson,
  type SaidColumn,
  type Written,
  writeSaid,
} from './catalogue-rows.repo.ts';
import { refreshFromPrice } from './from-prices.repo.ts';
import { type PriceSetter, writeAgreedRates, writeOfferPrices } from './price-periods.repo.ts';

export interface OfferWrite {
  readonly listingId: string;
  readonly sourceRef: string;
  readonly name: string;
  readonly unit: Unit;
  /** Net of VAT, from `validFrom` until `validTo` or until the next price that is known. */
  readonly pricePence: bigint;
  readonly days?: OfferDays | null;
  readonly minimumMinutes?: number | null;
  readonly noticeHours?: number | null;
  readonly welfare?: boolean | null;
  readonly zeroRated?: boolean | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate | null;
  readonly withdrawn?: boolean;
  readonly position?: number;
}

export interface AgreedRateWrite {
  readonly offerId: string;
  /** Net of VAT. */
  readonly pricePence: bigint;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate | null;
}

export interface OfferWritten {
  readonly id: string;
  /** `provider-price-stays`: the provider set the price of that day itself, so the row's price was left out. */
  readonly outcome: Written['outcome'] | 'provider-price-stays';
  /** Its provider took it off sale, so it stays off whatever the row says. */
  readonly staysWithdrawn?: true;
}

/** What an offer is, its provider says where it added it. */
const said = (name: string, type: 'text' | 'integer' | 'boolean', otherwise?: string): SaidColumn => {
  const given = type === 'text' ? `nullif(given.${name}, '')` : `given.${name}`;
  const after = `case when kept.own then kept.${name} else coalesce(${given}, kept.${name}) end`;
  return { name, type, after, ...(otherwise === undefined ? {} : { otherwise }) };
};

const COLUMNS: readonly SaidColumn[] = [
  said('name', 'text'),
  said('unit', 'text'),
  said('days', 'text', "'any'"),
  said('minimum_minutes', 'integer', '0'),
  said('notice_hours', 'integer'),
  said('welfare', 'boolean', 'true'),
  said('zero_rated', 'boolean', 'false'),
  { name: 'withdrawn', type: 'boolean', after: 'kept.withdrawn_by_provider or given.withdrawn' },
  { name: 'own', type: 'boolean', otherwise: 'false', after: 'kept.own' },
  said('position', 'integer'),
];

/**
 * Writes offers by (listingId, sourceRef) with their prices, and the "from" price of the listings they belong to. Several
 * rows of one offer are its prices one after another; the last row says everything else; what it leaves unsaid stays.
 */
export async function upsertOffers(
  tx: Tx,
  clock: Clock,
  rows: readonly OfferWrite[],
  setBy: PriceSetter = 'import',
): Promise<OfferWritten[]> {
  const keyOf = (row: { listingId: string; sourceRef: string }) => `${row.listingId}\n${row.sourceRef}`;
  // Rows of one offer stay together, whatever the size of a chunk.
  const accepted = new Set<string>();
  const idOf = new Map<string, string>();
  const stays = new Set<string>();
  await inChunks(lastByKey(rows, keyOf), async (chunk) => {
    const values = chunk.map((row) => ({
      id: newId(clock, 'offer'),
      listing_id: row.listingId,
      name: row.name,
      unit: row.unit,
      days: row.days,
      minimum_minutes: row.minimumMinutes,
      notice_hours: row.noticeHours,
      welfare: row.welfare,
      zero_rated: row.zeroRated,
      withdrawn: row.withdrawn ?? false,
      own: setBy === 'provider',
      position: row.position ?? 0,
      source_ref: row.sourceRef,
    }));
    const { changed } = await writeSaid(tx, 'offers', ['listing_id', 'source_ref'], COLUMNS, {
      rows: values.length,
      given: sql`select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, listing_id text, source_ref text, ${recordOf(COLUMNS)})`,
    });
    for (const { id } of changed) accepted.add(id);
    const { rows: stored } = await sql<{
      id: string;
      listing_id: string;
      source_ref: string;
      withdrawn_by_provider: boolean;
    }>`
      select id, listing_id, source_ref, withdrawn_by_provider from offers where listing_id = any(${chunk.map((row) => row.listingId)}::text[])`.execute(
      tx,
    );
    for (const row of stored) {
      idOf.set(`${row.listing_id}\n${row.source_ref}`, row.id);
      if (row.withdrawn_by_provider) stays.add(row.id);
    }
    return [];
  });
  const ids = rows.map((row) => idOf.get(keyOf(row)) ?? '');
  const priced = await writeOfferPrices(
    tx,
    clock,
    setBy,
    rows.map((row, index) => ({
      offerId: ids[index] ?? '',
      pricePence: row.pricePence,
      validFrom: row.validFrom,
      validTo: row.validTo ?? null,
    })),
  );
  const outcomes = ids.map((id, index): OfferWritten => {
    const price = priced[index] ?? 'unchanged';
    return {
      id,
      outcome: price === 'unchanged' && accepted.has(id) ? 'accepted' : price,
      ...(stays.has(id) && rows[index]?.withdrawn !== true ? { staysWithdrawn: true } : {}),
    };
  });
  const touched = [
    ...new Set(rows.flatMap((row, index) => (outcomes[index]?.outcome === 'accepted' ? [row.listingId] : []))),
  ];
  if (touched.length > 0) {
    await forgetListingPages(tx, touched);
    await refreshFromPrice(tx, clock.today(), { listingIds: touched });
  }
  return outcomes;
}

/**
 * Writes one council's agreed rates; run it inside that council's transaction. A rate ends where the next begins, so that
 * only one ever holds.
 */
export async function upsertAgreedRates(
  tx: Tx,
  clock: Clock,
  councilId: string,
  rows: readonly AgreedRateWrite[],
): Promise<Written[]> {
  const outcomes = await writeAgreedRates(
    tx,
    clock,
    councilId,
    rows.map((row) => ({ ...row, validTo: row.validTo ?? null })),
  );
  return rows.map(({ offerId: id }, index) => ({ id, outcome: outcomes[index] ?? 'unchanged' }));
}
