// Writes what a listing sells at which public price, and what one council agreed to pay for it. Imports and the
// demonstration council write prices through here and nowhere else.

import type { Tx } from '@support-market/db/pool';
import type { Unit } from '@support-market/domain/listings/prices';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { inChunks, lastByKey, rowsAsJson, type Written } from './catalogue-rows.repo.ts';
import { refreshFromPrice } from './from-prices.repo.ts';

export interface OfferWrite {
  readonly listingId: string;
  readonly sourceRef: string;
  readonly name: string;
  readonly unit: Unit;
  /** Net of VAT. */
  readonly pricePence: bigint;
  readonly days?: 'any' | 'weekday' | 'saturday' | 'sunday' | 'bank-holiday' | 'waking-night' | 'sleeping-night';
  readonly minimumMinutes?: number;
  readonly noticeHours?: number;
  readonly welfare?: boolean;
  readonly zeroRated?: boolean;
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

/** Writes offers by (listingId, sourceRef), and the "from" price of the listings they belong to. */
export function upsertOffers(tx: Tx, clock: Clock, rows: readonly OfferWrite[]): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const keyOf = (row: { listingId: string; sourceRef: string }) => `${row.listingId}\n${row.sourceRef}`;
    const values = lastByKey(chunk, keyOf).map((row) => ({
      id: newId(clock, 'offer'),
      listing_id: row.listingId,
      name: row.name,
      unit: row.unit,
      price_pence: row.pricePence,
      days: row.days ?? 'any',
      minimum_minutes: row.minimumMinutes ?? 0,
      notice_hours: row.noticeHours ?? 48,
      welfare: row.welfare ?? true,
      zero_rated: row.zeroRated ?? false,
      valid_from: row.validFrom,
      valid_to: row.validTo ?? null,
      withdrawn: row.withdrawn ?? false,
      position: row.position ?? 0,
      source_ref: row.sourceRef,
    }));
    const columns = `name, unit, price_pence, days, minimum_minutes, notice_hours, welfare, zero_rated, valid_from, valid_to, withdrawn, position`;
    const prefixed = (table: string): RawBuilder<unknown> => sql.raw(columns.replaceAll(/\w+/g, `${table}.$&`));
    const { rows: changed } = await sql<{ id: string }>`
      insert into offers (id, listing_id, ${sql.raw(columns)}, source_ref)
      select * from jsonb_to_recordset(${rowsAsJson(values)}::jsonb) as row (id text, listing_id text, name text, unit text, price_pence bigint,
        days text, minimum_minutes integer, notice_hours integer, welfare boolean, zero_rated boolean, valid_from date, valid_to date,
        withdrawn boolean, position integer, source_ref text)
      on conflict (listing_id, source_ref) do update set (${sql.raw(columns)}) = row(${prefixed('excluded')})
      where (${prefixed('offers')}) is distinct from (${prefixed('excluded')})
      returning id`.execute(tx);
    const { rows: stored } = await sql<{ id: string; listing_id: string; source_ref: string }>`
      select id, listing_id, source_ref from offers where listing_id = any(${chunk.map((row) => row.listingId)}::text[])`.execute(
      tx,
    );
    const idOf = new Map(stored.map((row) => [`${row.listing_id}\n${row.source_ref}`, row.id]));
    const accepted = new Set(changed.map(({ id }) => id));
    if (accepted.size > 0) await refreshFromPrice(tx, clock.today(), { listingIds: chunk.map((row) => row.listingId) });
    return chunk.map((row) => {
      const id = idOf.get(keyOf(row)) ?? '';
      return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
    });
  });
}

/**
 * Writes one council's agreed rates by (offerId, validFrom); run it inside that council's transaction. A rate that was
 * open at the start of a new one ends the day before, so that only one ever holds.
 */
export function upsertAgreedRates(
  tx: Tx,
  clock: Clock,
  councilId: string,
  rows: readonly AgreedRateWrite[],
): Promise<Written[]> {
  return inChunks(rows, async (chunk) => {
    const keyOf = (row: { offerId: string; validFrom: Temporal.PlainDate }) => `${row.offerId}\n${row.validFrom}`;
    const distinct = lastByKey(chunk, keyOf).map((row) => ({
      id: newId(clock, 'agreedRate'),
      offer_id: row.offerId,
      price_pence: row.pricePence,
      valid_from: row.validFrom,
      valid_to: row.validTo ?? null,
    }));
    const given = sql`jsonb_to_recordset(${rowsAsJson(distinct)}::jsonb) as given (id text, offer_id text, price_pence bigint, valid_from date, valid_to date)`;
    await sql`update agreed_rates as rate set valid_to = given.valid_from - 1 from ${given}
      where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from < given.valid_from
        and (rate.valid_to is null or rate.valid_to >= given.valid_from)`.execute(tx);
    const updated = await sql<{
      id: string;
    }>`update agreed_rates as rate set price_pence = given.price_pence, valid_to = given.valid_to from ${given}
      where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from = given.valid_from
        and (rate.price_pence, rate.valid_to) is distinct from (given.price_pence, given.valid_to)
      returning rate.id`.execute(tx);
    const inserted = await sql<{ id: string }>`
      insert into agreed_rates (council_id, id, offer_id, price_pence, valid_from, valid_to)
      select ${councilId}, given.id, given.offer_id, given.price_pence, given.valid_from, given.valid_to from ${given}
      where not exists (select from agreed_rates as rate
        where rate.council_id = ${councilId} and rate.offer_id = given.offer_id and rate.valid_from = given.valid_from)
      returning id`.execute(tx);
    const accepted = new Set([...updated.rows, ...inserted.rows].map(({ id }) => id));
    const { rows: stored } = await sql<{
      id: string;
      offer_id: string;
      valid_from: Temporal.PlainDate;
    }>`select id, offer_id, valid_from from agreed_rates where council_id = ${councilId} and offer_id = any(${chunk.map((row) => row.offerId)}::text[])`.execute(
      tx,
    );
    const idOf = new Map(stored.map((row) => [`${row.offer_id}\n${row.valid_from}`, row.id]));
    return chunk.map((row) => {
      const id = idOf.get(keyOf(row)) ?? '';
      return { id, outcome: accepted.has(id) ? 'accepted' : 'unchanged' };
    });
  });
}
