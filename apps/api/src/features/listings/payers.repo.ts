// Whose money would pay: the line that a signed-in person chose, where they live, and what their council agreed.
// Everything here runs inside the council's transaction, so that no other council's rates can be read.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import { type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { AgreedRate } from '@support-market/domain/listings/prices';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface PayingLine {
  readonly stream: Stream;
  readonly postcode: string | null;
}

/** An open line that the viewer may see the budget of, or null as for one that does not exist. */
export async function findPayingLine(
  tx: Tx,
  viewer: Viewer,
  lineId: string,
  today: Temporal.PlainDate,
): Promise<PayingLine | null> {
  const within = inReach(reachOf(viewer, 'basket.view'), viewer.accountId, today, {
    councilId: viewer.councilId,
    person: 'line.person_id',
  });
  const { rows } =
    await sql<PayingLine>`select line.stream, ${currentAddress(viewer.councilId, 'person.id', today, 'postcode')} as postcode
    from budget_lines as line
    join people as person on person.council_id = ${viewer.councilId} and person.id = line.person_id
    where line.council_id = ${viewer.councilId} and line.id = ${lineId} and line.state = 'open' and ${within}`.execute(
      tx,
    );
  return rows[0] ?? null;
}

/** Where a budget holder lives, for "near me". */
export async function findHomePostcode(tx: Tx, viewer: Viewer, today: Temporal.PlainDate): Promise<string | null> {
  const personIds = viewer.memberships.flatMap(({ personId }) => personId ?? []);
  if (personIds.length === 0) return null;
  const { rows } = await sql<{
    postcode: string | null;
  }>`select ${currentAddress(viewer.councilId, 'people.id', today, 'postcode')} as postcode from people
    where council_id = ${viewer.councilId} and id = any(${personIds}::text[]) order by id limit 1`.execute(tx);
  return rows[0]?.postcode ?? null;
}

/** The council's agreed rates for these offers that hold on `today` or later. */
export async function findAgreedRates(
  tx: Tx,
  councilId: string,
  offerIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<AgreedRate[]> {
  if (offerIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    offer_id: string;
    price_pence: bigint;
    valid_from: Temporal.PlainDate;
    valid_to: Temporal.PlainDate | null;
  }>`select id, offer_id, price_pence, valid_from, valid_to from agreed_rates
    where council_id = ${councilId} and offer_id = any(${[...offerIds]}::text[])
      and replaced_at is null and (valid_to is null or valid_to >= ${today})`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    offerId: row.offer_id,
    councilId,
    unitPence: pence(row.price_pence),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export interface PayingLineRow {
  readonly line_id: string;
  readonly line_name: string;
  readonly stream: Stream;
  readonly person_id: string;
  readonly person_name: string;
  readonly award_pence: Pence;
}

const MOST_LINES = 300;

/** The open lines of everybody whom the viewer may buy for, or of one of them, by person. */
export async function listPayingLines(
  tx: Tx,
  viewer: Viewer,
  reach: Reach,
  today: Temporal.PlainDate,
  personId?: string,
): Promise<PayingLineRow[]> {
  const within = inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'line.person_id' });
  const { rows } =
    await sql<PayingLineRow>`select line.id as line_id, line.name as line_name, line.stream, line.award_pence, person.id as person_id,
      person.full_name as person_name
    from budget_lines as line join people as person on person.council_id = ${viewer.councilId} and person.id = line.person_id
    where line.council_id = ${viewer.councilId} and line.state = 'open' and ${today} between line.starts_on and line.ends_on and ${within}
      and ${personId === undefined ? sql`true` : sql`line.person_id = ${personId}`}
    order by person.full_name, person.id, line.stream = 'own-money', line.name, line.id limit ${sql.lit(MOST_LINES)}`.execute(
      tx,
    );
  return rows;
}
