// Finds the price rises that the viewer may see, as if there were no others, and stores new ones.

import { patternWithin } from '@support-market/db/patterns';
import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { ASKING_PRICE_RISE_STATES, type PriceRiseState } from '@support-market/domain/price-rises/price-rise-states';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

/** The public price, or the rate agreed with the council. */
export type RaisedPrice = 'public' | 'agreed';

export interface PriceRise {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly offerId: string;
  readonly offerName: string;
  readonly days: string;
  readonly unit: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly kind: RaisedPrice;
  /** Of one unit, without VAT. */
  readonly fromPence: Pence;
  readonly toPence: Pence;
  readonly fromDate: Temporal.PlainDate;
  readonly words: string;
  readonly writtenAt: Temporal.Instant;
  readonly state: PriceRiseState;
  readonly decidedAt: Temporal.Instant | null;
  readonly raisesOrders: boolean;
  readonly answer: string;
}

function all(tx: Tx, councilId: string) {
  return tx
    .selectFrom('price_rises')
    .innerJoin('organisations', 'organisations.id', 'price_rises.organisation_id')
    .innerJoin('offers', 'offers.id', 'price_rises.offer_id')
    .innerJoin('listings', 'listings.id', 'offers.listing_id')
    .select([
      'price_rises.id',
      'price_rises.organisation_id as organisationId',
      'organisations.name as organisationName',
      'price_rises.offer_id as offerId',
      'offers.name as offerName',
      'offers.days',
      'offers.unit',
      'offers.listing_id as listingId',
      'listings.title as listingTitle',
      sql<RaisedPrice>`price_rises.kind`.as('kind'),
      sql<Pence>`price_rises.from_pence`.as('fromPence'),
      sql<Pence>`price_rises.to_pence`.as('toPence'),
      'price_rises.from_date as fromDate',
      'price_rises.words',
      'price_rises.written_at as writtenAt',
      sql<PriceRiseState>`price_rises.state`.as('state'),
      'price_rises.decided_at as decidedAt',
      'price_rises.raises_orders as raisesOrders',
      'price_rises.answer',
    ])
    .where('price_rises.council_id', '=', councilId);
}

function withinReach(tx: Tx, { viewer, reach, today }: Asker) {
  return all(tx, viewer.councilId).where(
    inReach(reach, viewer.accountId, today, {
      councilId: viewer.councilId,
      organisation: 'price_rises.organisation_id',
    }),
  );
}

/** What narrows a list; undefined where nothing does. */
export interface PriceRisesFilter {
  readonly search: string | undefined;
  readonly state: PriceRiseState | undefined;
  /** The first day on which one was written. */
  readonly from: Temporal.PlainDate | undefined;
}

/** One page (and one row more), newest first: one statement, whatever narrows it. Capitals and accents make no difference to what is searched for. */
export async function listPriceRises(
  tx: Tx,
  asker: Asker,
  { search = '', state, from }: PriceRisesFilter,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<PriceRise[]> {
  return withinReach(tx, asker)
    .$if(search.trim() !== '', (rows) =>
      rows.where(
        sql<boolean>`price_rises.id in (select price_rises_saying(${asker.viewer.councilId}, ${patternWithin(search.trim())}))`,
      ),
    )
    .$if(state !== undefined, (rows) => rows.where('price_rises.state', '=', state ?? ''))
    .$if(from !== undefined, (rows) =>
      rows.where(sql<boolean>`price_rises.written_at >= ${from ? startOfLondonDay(from) : null}`),
    )
    .$if(page.after !== null, (rows) =>
      rows.where(
        sql<boolean>`(price_rises.written_at, price_rises.id) < (${page.after?.[0] ?? ''}::timestamptz, ${page.after?.[1] ?? ''})`,
      ),
    )
    .orderBy('price_rises.written_at', 'desc')
    .orderBy('price_rises.id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function findPriceRise(tx: Tx, asker: Asker, id: string): Promise<PriceRise | undefined> {
  return withinReach(tx, asker).where('price_rises.id', '=', id).executeTakeFirst();
}

/** One of a council's, for what the program does by itself. */
export async function priceRiseOf(tx: Tx, councilId: string, id: string): Promise<PriceRise | undefined> {
  return all(tx, councilId).where('price_rises.id', '=', id).executeTakeFirst();
}

/** Whether another rise of the same offer that was agreed or announced begins within the year before this one, or later. */
export async function roseInYearBefore(
  tx: Tx,
  councilId: string,
  rise: Pick<PriceRise, 'id' | 'offerId' | 'fromDate'>,
): Promise<boolean> {
  const other = await tx
    .selectFrom('price_rises')
    .select('id')
    .where('council_id', '=', councilId)
    .where('offer_id', '=', rise.offerId)
    .where('id', '<>', rise.id)
    .where('state', 'in', [...ASKING_PRICE_RISE_STATES])
    .where('from_date', '>', rise.fromDate.subtract({ years: 1 }))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** The first day of a rise of a price that is still to begin; null where there is none. */
export async function findRiseToCome(
  tx: Tx,
  councilId: string,
  { offerId, kind, today }: Pick<PriceRise, 'offerId' | 'kind'> & { readonly today: Temporal.PlainDate },
): Promise<Temporal.PlainDate | null> {
  const row = await tx
    .selectFrom('price_rises')
    .select('from_date')
    .where('council_id', '=', councilId)
    .where('offer_id', '=', offerId)
    .where('kind', '=', kind)
    .where('state', 'in', [...ASKING_PRICE_RISE_STATES])
    .where('from_date', '>', today)
    .orderBy('from_date')
    .limit(1)
    .executeTakeFirst();
  return row?.from_date ?? null;
}

/** Those whose buyers are asked and that were written or answered since a moment: an order placed meanwhile may not be asked yet. */
export async function askingSince(tx: Tx, councilId: string, since: Temporal.Instant): Promise<PriceRise[]> {
  return all(tx, councilId)
    .where('price_rises.state', 'in', [...ASKING_PRICE_RISE_STATES])
    .where(sql<boolean>`coalesce(price_rises.decided_at, price_rises.written_at) >= ${since}`)
    .orderBy('price_rises.id')
    .execute();
}

export interface NewPriceRise {
  readonly id: string;
  readonly organisationId: string;
  readonly offerId: string;
  readonly kind: RaisedPrice;
  readonly fromPence: bigint;
  readonly toPence: bigint;
  readonly fromDate: Temporal.PlainDate;
  readonly words: string;
  readonly at: Temporal.Instant;
}

/**
 * Stores one in its first state. Call `begin` of the platform in the same transaction: it writes the history and the
 * audit entry.
 */
export async function insertPriceRise(tx: Tx, councilId: string, row: NewPriceRise): Promise<void> {
  await tx
    .insertInto('price_rises')
    .values({
      council_id: councilId,
      id: row.id,
      organisation_id: row.organisationId,
      offer_id: row.offerId,
      kind: row.kind,
      from_pence: row.fromPence,
      to_pence: row.toPence,
      from_date: row.fromDate,
      words: row.words,
      written_at: row.at,
      state: startState('price_rises', row.kind === 'agreed' ? 'propose' : 'announce'),
    })
    .execute();
}

/** What an organisation sells in a council, with every price of it that holds or will: for choosing what to raise. */
export interface Raisable {
  readonly offerId: string;
  readonly organisationId: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly offerName: string;
  readonly unit: string;
  readonly days: string;
  readonly publicPrices: readonly RaisablePrice[];
  readonly agreedRates: readonly RaisablePrice[];
}

interface RaisablePrice {
  readonly pence: number;
  readonly from: string;
  readonly until: string | null;
}

/** Those on sale of the viewer's organisations, in the order of their titles; at most `limit`, or the one that is named. */
export async function listRaisable(
  tx: Tx,
  councilId: string,
  organisationIds: readonly string[],
  which: { readonly offerId?: string; readonly listingId?: string; readonly limit: number },
): Promise<Raisable[]> {
  const pricesOf = sql`coalesce(json_agg(json_build_object('pence', price.price_pence, 'from', price.valid_from, 'until', price.valid_to) order by price.valid_from), '[]'::json)`;
  const { rows } = await sql<Raisable>`
    select offer.id as "offerId", listing.organisation_id as "organisationId", listing.id as "listingId", listing.title as "listingTitle",
           offer.name as "offerName", offer.unit, offer.days,
           (select ${pricesOf} from offer_prices as price where price.offer_id = offer.id and price.replaced_at is null) as "publicPrices",
           (select ${pricesOf} from agreed_rates as price
             where price.council_id = ${councilId} and price.offer_id = offer.id and price.replaced_at is null) as "agreedRates"
      from offers as offer join listings as listing on listing.id = offer.listing_id
     where listing.organisation_id = any(${[...organisationIds]}::text[]) and not offer.withdrawn
       and (${which.offerId ?? null}::text is null or offer.id = ${which.offerId ?? null})
       and (${which.listingId ?? null}::text is null or listing.id = ${which.listingId ?? null})
     order by listing.title, listing.id, offer.position, offer.id limit ${which.limit}`.execute(tx);
  return rows;
}
