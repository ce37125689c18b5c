// Lays prices over those that are known: what a price replaces or cuts short is kept with the moment of its replacement,
// and a price that the provider set itself is never overwritten by a file.

import type { Tx } from '@support-market/db/pool';
import { type DatedPrice, isValidOn, layPrices, withoutPrice } from '@support-market/domain/listings/price-periods';
import { pence } from '@support-market/domain/shared/money';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../ports/clock/clock.ts';
import { rowsAsJson } from './catalogue-rows.repo.ts';

/** Who says what an offer costs: the provider itself, or a file that somebody imported. */
export type PriceSetter = 'provider' | 'import';

export interface PricePeriodWrite {
  readonly offerId: string;
  readonly pricePence: bigint;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

interface Period extends DatedPrice {
  /** Null until it is stored. */
  readonly id: string | null;
  readonly setBy: PriceSetter;
}

interface StoredPeriod {
  readonly id: string;
  readonly offer_id: string;
  readonly price_pence: bigint;
  readonly valid_from: Temporal.PlainDate;
  readonly valid_to: Temporal.PlainDate | null;
  readonly set_by: PriceSetter;
}

type Outcome = 'accepted' | 'unchanged' | 'provider-price-stays';

const sameDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const isSame = (a: Period, b: Period): boolean =>
  a.unitPence === b.unitPence && a.validFrom.equals(b.validFrom) && sameDay(a.validTo, b.validTo);

function byOffer<Row>(rows: readonly Row[], offerOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(offerOf(row));
    if (group) group.push(row);
    else groups.set(offerOf(row), [row]);
  }
  return groups;
}

interface Changes {
  readonly replaced: readonly string[];
  readonly added: readonly (Period & { readonly offerId: string })[];
  readonly outcomes: Outcome[];
}

/** What becomes of the periods of many offers when rows are laid over them, and of each row. */
function changesFor(stored: readonly StoredPeriod[], rows: readonly PricePeriodWrite[], setBy: PriceSetter): Changes {
  const known = byOffer(stored, (row) => row.offer_id);
  const changes = {
    replaced: [] as string[],
    added: [] as (Period & { readonly offerId: string })[],
    outcomes: rows.map((): Outcome => 'unchanged'),
  };
  const numbered = rows.map((row, index) => ({ ...row, index }));
  for (const [offerId, said] of byOffer(numbered, (row) => row.offerId)) {
    const before = (known.get(offerId) ?? []).map(
      (row): Period => ({
        id: row.id,
        unitPence: pence(row.price_pence),
        validFrom: row.valid_from,
        validTo: row.valid_to,
        setBy: row.set_by,
      }),
    );
    const laid: Period[] = [];
    for (const row of said) {
      const own = setBy === 'import' && before.find((one) => one.setBy === 'provider' && isValidOn(one, row.validFrom));
      if (own) {
        if (own.unitPence !== row.pricePence) changes.outcomes[row.index] = 'provider-price-stays';
      } else {
        laid.push({
          id: null,
          unitPence: pence(row.pricePence),
          validFrom: row.validFrom,
          validTo: row.validTo,
          setBy,
        });
      }
    }
    const after = layPrices(before, laid);
    const kept = new Set(before.filter((one) => after.some((other) => isSame(one, other))));
    changes.replaced.push(...before.flatMap((one) => (one.id !== null && !kept.has(one) ? [one.id] : [])));
    const added = after.filter((one) => !before.some((other) => isSame(one, other)));
    changes.added.push(...added.map((one) => ({ ...one, offerId })));
    for (const row of said) {
      if (added.some((one) => one.validFrom.equals(row.validFrom) && one.id === null)) {
        if (changes.outcomes[row.index] === 'unchanged') changes.outcomes[row.index] = 'accepted';
      }
    }
  }
  return changes;
}

/** Locks the offers, so that two files at once follow each other, and reads what `periods` holds of them. */
async function readPeriods<Row>(tx: Tx, offerIds: readonly string[], periods: RawBuilder<Row>) {
  await sql`select id from offers where id = any(${[...offerIds]}::text[]) order by id for update`.execute(tx);
  const { rows } = await periods.execute(tx);
  return rows;
}

function addedAsJson(clock: Clock, noun: 'offerPrice' | 'agreedRate', added: Changes['added']): string {
  return rowsAsJson(
    added.map((one) => ({
      id: newId(clock, noun),
      offer_id: one.offerId,
      price_pence: one.unitPence,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      set_by: one.setBy,
    })),
  );
}

/** Lays public prices over those that are known; answers what became of each row. */
export async function writeOfferPrices(
  tx: Tx,
  clock: Clock,
  setBy: PriceSetter,
  rows: readonly PricePeriodWrite[],
): Promise<Outcome[]> {
  if (rows.length === 0) return [];
  const offerIds = [...new Set(rows.map((row) => row.offerId))];
  const stored = await readPeriods(
    tx,
    offerIds,
    sql<StoredPeriod>`select id, offer_id, price_pence, valid_from, valid_to, set_by from offer_prices
      where offer_id = any(${offerIds}::text[]) and replaced_at is null`,
  );
  const { replaced, added, outcomes } = changesFor(stored, rows, setBy);
  await storeOfferPrices(tx, clock, replaced, added);
  return outcomes;
}

async function storeOfferPrices(
  tx: Tx,
  clock: Clock,
  replaced: readonly string[],
  added: Changes['added'],
): Promise<void> {
  const at = clock.now();
  if (replaced.length > 0)
    await sql`update offer_prices set replaced_at = ${at} where id = any(${[...replaced]}::text[])`.execute(tx);
  if (added.length > 0)
    await sql`insert into offer_prices (id, offer_id, price_pence, valid_from, valid_to, set_by, recorded_at)
      select row.id, row.offer_id, row.price_pence, row.valid_from, row.valid_to, row.set_by, ${at}::timestamptz
      from jsonb_to_recordset(${addedAsJson(clock, 'offerPrice', added)}::jsonb)
        as row (id text, offer_id text, price_pence bigint, valid_from date, valid_to date, set_by text) returning id`.execute(
      tx,
    );
}

type SaidPeriod = StoredPeriod & { readonly replaced: boolean };

/** What becomes of all that was ever said of an offer when the period that begins on a day is taken away. */
function withoutRow(
  rows: readonly SaidPeriod[],
  offerId: string,
  from: Temporal.PlainDate,
): Pick<Changes, 'replaced' | 'added'> {
  const said = rows.map((row) => ({
    ...{ id: row.id, unitPence: pence(row.price_pence), validFrom: row.valid_from, validTo: row.valid_to },
    ...{ setBy: row.set_by, isOwn: row.set_by === 'provider', replaced: row.replaced },
  }));
  const known = said.filter(({ replaced }) => !replaced);
  const earlier = said.filter(({ replaced }) => replaced);
  const after = withoutPrice(known, earlier, from);
  const replaced = known.filter((one) => !after.some((other) => isSame(one, other))).map(({ id }) => id);
  const added = after.filter((one) => !known.some((other) => isSame(one, other))).map((one) => ({ ...one, offerId }));
  return { replaced, added };
}

/**
 * Takes a price away that has not begun, and has the one before it go on. What was said is kept with the moment at which
 * it was taken away. The caller has looked whether somebody ordered at it.
 */
export async function takePriceAway(tx: Tx, clock: Clock, offerId: string, from: Temporal.PlainDate): Promise<void> {
  const rows = await readPeriods(
    tx,
    [offerId],
    sql<SaidPeriod>`
      select id, offer_id, price_pence, valid_from, valid_to, set_by, replaced_at is not null as replaced from offer_prices
       where offer_id = ${offerId} order by replaced_at nulls last, recorded_at, id`,
  );
  const { replaced, added } = withoutRow(rows, offerId, from);
  await storeOfferPrices(tx, clock, replaced, added);
}

async function storeAgreedRates(
  tx: Tx,
  clock: Clock,
  councilId: string,
  replaced: readonly string[],
  added: Changes['added'],
): Promise<void> {
  const at = clock.now();
  if (replaced.length > 0)
    await sql`update agreed_rates set replaced_at = ${at} where council_id = ${councilId} and id = any(${[...replaced]}::text[])`.execute(
      tx,
    );
  if (added.length > 0)
    await sql`insert into agreed_rates (council_id, id, offer_id, price_pence, valid_from, valid_to, recorded_at)
      select ${councilId}, row.id, row.offer_id, row.price_pence, row.valid_from, row.valid_to, ${at}::timestamptz
      from jsonb_to_recordset(${addedAsJson(clock, 'agreedRate', added)}::jsonb)
        as row (id text, offer_id text, price_pence bigint, valid_from date, valid_to date) returning id`.execute(tx);
}

/** The same as `takePriceAway` for a rate of one council. */
export async function takeRateAway(
  tx: Tx,
  clock: Clock,
  councilId: string,
  offerId: string,
  from: Temporal.PlainDate,
): Promise<void> {
  const rows = await readPeriods(
    tx,
    [offerId],
    // a council's rate is its own word, so the one before it goes on without an end
    sql<SaidPeriod>`
      select id, offer_id, price_pence, valid_from, valid_to, 'provider' as set_by, replaced_at is not null as replaced from agreed_rates
       where council_id = ${councilId} and offer_id = ${offerId} order by replaced_at nulls last, recorded_at, id`,
  );
  const { replaced, added } = withoutRow(rows, offerId, from);
  await storeAgreedRates(tx, clock, councilId, replaced, added);
}

/** Lays one council's agreed rates over those that are known; answers what became of each row. */
export async function writeAgreedRates(
  tx: Tx,
  clock: Clock,
  councilId: string,
  rows: readonly PricePeriodWrite[],
): Promise<('accepted' | 'unchanged')[]> {
  if (rows.length === 0) return [];
  const offerIds = [...new Set(rows.map((row) => row.offerId))];
  const stored = await readPeriods(
    tx,
    offerIds,
    sql<StoredPeriod>`select id, offer_id, price_pence, valid_from, valid_to, 'import' as set_by from agreed_rates
      where council_id = ${councilId} and offer_id = any(${offerIds}::text[]) and replaced_at is null`,
  );
  const { replaced, added, outcomes } = changesFor(stored, rows, 'import');
  await storeAgreedRates(tx, clock, councilId, replaced, added);
  return outcomes.map((outcome) => (outcome === 'accepted' ? 'accepted' : 'unchanged'));
}
