// The only SQL about baskets. A whole basket, with everything that decides its price and whether it may be placed, is
// read in one statement, because placing it holds locks.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import { prepared } from '@support-market/db/prepared';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Stream } from '@support-market/domain/budgets/streams';
import type { OfferDays } from '@support-market/domain/orders/item-plan';
import { type PersonState, stayFault } from '@support-market/domain/people/person-states';
import { type ClockChoice, startOfLondonDay } from '@support-market/domain/shared/local-time';
import { startState } from '@support-market/domain/shared/machines';
import { type CompiledQuery, type QueryResult, type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { ProblemError } from '../../platform/problem-error.ts';
import { settingNumber } from '../../platform/settings.repo.ts';

export interface PriceRow {
  readonly pricePence: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** An offer with its listing and provider, as JSON that PostgreSQL wrote: dates are text, pence are whole numbers. */
export interface OfferRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly prices: readonly PriceRow[];
  readonly days: OfferDays;
  readonly minimumMinutes: number;
  /** What its provider said, or else the council. */
  readonly noticeHours: number;
  readonly welfare: boolean;
  readonly zeroRated: boolean;
  readonly withdrawn: boolean;
  readonly published: boolean;
  readonly listingId: string;
  readonly listingSlug: string;
  readonly listingTitle: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isCharity: boolean;
  readonly isPublicBody: boolean;
  readonly isRegulated: boolean;
  readonly isVatRegistered: boolean;
  readonly hasTaxIdentity: boolean;
  /** Whether the council's ledger already has the account in which this provider's deliveries gather. */
  readonly hasAccount: boolean;
}

export interface RateRow extends PriceRow {
  readonly id: string;
  readonly offerId: string;
}

export interface LineRow {
  readonly id: string;
  readonly name: string;
  readonly stream: Stream;
  readonly open: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly leftPence: number;
  readonly awardPence: number;
  readonly personId: string;
  readonly personName: string;
  readonly familyRef: string | null;
  /** Whether the viewer may order for this person today. */
  readonly mayOrder: boolean;
  readonly stay: StayRow;
}

/** How a person stands with the council, and until which day. */
interface StayRow {
  readonly state: PersonState;
  readonly lastDay: string | null;
}

export interface MandateRow {
  readonly id: string;
  readonly personId: string;
  readonly holderName: string;
  readonly mayOrder: boolean;
  /** The lines it is for; null for all of them. */
  readonly lineIds: readonly string[] | null;
  readonly orderLimitPence: number | null;
  readonly monthLimitPence: number | null;
  /** What its holder has ordered for the person since the first of the month, less what came back. */
  readonly monthPence: number;
  readonly fromDate: string;
  readonly untilDate: string;
  readonly endedAt: string | null;
}

export interface PatternRow {
  readonly weekday: number;
  readonly startTime: string;
  readonly minutes: number;
}

export interface ItemRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly familyRef: string | null;
  readonly mayOrder: boolean;
  readonly stay: StayRow;
  readonly kind: 'one-off' | 'schedule';
  readonly quantity: number;
  readonly minutes: number | null;
  readonly firstDate: string;
  readonly lastDate: string;
  /** HH:MM */
  readonly startTime: string | null;
  readonly clockChoice: ClockChoice | null;
  readonly pattern: readonly PatternRow[];
  readonly note: string;
  readonly offer: OfferRow;
  readonly shares: readonly { readonly lineId: string; readonly weight: number }[];
}

export interface BasketRow {
  readonly id: string;
  readonly councilCode: string;
  readonly items: readonly ItemRow[];
  /** Every line that pays, and the other open lines of the people it is for, so that another can be proposed. */
  readonly lines: readonly LineRow[];
  readonly rates: readonly RateRow[];
  readonly mandates: readonly MandateRow[];
}

/** Who is asking, for whom they may, and when. */
export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

function mayOrderFor({ viewer, reach, today }: Asking): RawBuilder<boolean> {
  return inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person: 'person.id' }, 'order');
}

/** For whom a statement is built: of the viewer only what it names. */
interface Asking extends Pick<Asker, 'reach' | 'today'> {
  readonly viewer: Pick<Viewer, 'councilId' | 'accountId'>;
}

/** Whether anything can be ordered by the word of a mandate. */
const byMandate = ({ byAccountMandate, mandateOrganisationIds }: Reach): boolean =>
  byAccountMandate || mandateOrganisationIds.length > 0;

const PERSON_NAME = sql`person.full_name`;
const STAY_JSON = sql`jsonb_build_object('state', person.state, 'lastDay', person.last_day)`;

/** `offer`, `listing` and `organisation` must be in the statement. */
function offerJson({ viewer: { councilId }, today }: Asking): RawBuilder<unknown> {
  return sql`jsonb_build_object('id', offer.id, 'name', offer.name, 'unit', offer.unit,
    'prices', (select coalesce(jsonb_agg(jsonb_build_object('pricePence', price.price_pence, 'validFrom', price.valid_from, 'validTo', price.valid_to)), '[]')
                 from offer_prices as price where price.offer_id = offer.id and price.replaced_at is null),
    'days', offer.days, 'minimumMinutes', offer.minimum_minutes, 'noticeHours',
    coalesce(offer.notice_hours, ${settingNumber(councilId, 'cancellationNoticeHours', today)}), 'welfare', offer.welfare,
    'zeroRated', offer.zero_rated, 'withdrawn', offer.withdrawn,
    'published', listing.state in ('published', 'stale'), 'listingId', listing.id, 'listingSlug', listing.slug,
    'listingTitle', listing.title, 'organisationId', organisation.id, 'organisationName', organisation.name,
    'isCharity', organisation.charity_number is not null, 'isPublicBody', organisation.kind = 'public-body',
    'isRegulated', organisation.cqc_location_id is not null, 'isVatRegistered', organisation.vat_number is not null,
    'hasTaxIdentity', coalesce(organisation.vat_number, organisation.tax_reference) is not null,
    'hasAccount', exists (select from ledger_accounts as account where account.council_id = ${councilId} and account.organisation_id = organisation.id and account.purpose = 'accrued'))`;
}

function lineJson(asker: Asking): RawBuilder<unknown> {
  return sql`jsonb_build_object('id', line.id, 'name', line.name, 'stream', line.stream, 'open', line.state = 'open',
    'startsOn', line.starts_on, 'endsOn', line.ends_on, 'leftPence', coalesce(account.available, 0), 'awardPence', line.award_pence,
    'personId', line.person_id, 'personName', ${PERSON_NAME}, 'familyRef', person.family_ref, 'mayOrder', ${mayOrderFor(asker)}, 'stay', ${STAY_JSON})`;
}

const RATE_JSON = sql`jsonb_build_object('id', rate.id, 'offerId', rate.offer_id, 'pricePence', rate.price_pence,
    'validFrom', rate.valid_from, 'validTo', rate.valid_to)`;

const openBasketId = ({ councilId, accountId }: Asking['viewer']): RawBuilder<{ id: string }> =>
  sql<{
    id: string;
  }>`select id from baskets where council_id = ${councilId} and account_id = ${accountId} and state = 'open' for update`;

/** The id of the viewer's open basket, locked until the transaction ends, or null. Every change of a basket asks first. */
export async function lockOpenBasket(tx: Tx, viewer: Viewer): Promise<string | null> {
  const { rows } = await openBasketId(viewer).execute(tx);
  return rows[0]?.id ?? null;
}

/** Opens a basket unless the viewer has one; false where there is one already. */
export async function insertBasket(tx: Tx, viewer: Viewer, id: string, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('baskets')
    .values({
      council_id: viewer.councilId,
      id,
      account_id: viewer.accountId,
      state: startState('baskets', 'open'),
      created_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'account_id']).where('state', '=', sql.lit('open')).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The mandates under which the viewer could order what is in the basket; `item` and `share` must be in the statement. */
function mandatesJson({ viewer, reach }: Asking, monthStart: Temporal.Instant): RawBuilder<unknown> {
  const council = viewer.councilId;
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', mandate.id, 'personId', mandate.person_id, 'holderName', coalesce((select organisation.name from organisations as organisation where organisation.id = mandate.organisation_id),
               (select account.name from accounts as account where account.id = mandate.account_id), ''),
             'mayOrder', mandate.may_order,
             'lineIds', case when mandate.all_lines then null else (select coalesce(jsonb_agg(covered.line_id), '[]') from mandate_lines as covered
                where covered.council_id = ${council} and covered.mandate_id = mandate.id) end,
             'orderLimitPence', mandate.order_limit_pence, 'monthLimitPence', mandate.month_limit_pence,
             'monthPence', case when mandate.month_limit_pence is null then 0 else (
               select coalesce(sum(coalesce(share.charge_pence, share.planned_pence)), 0)::bigint
                 from orders
                 join visits as visit on visit.council_id = ${council} and visit.order_id = orders.id
                 join visit_shares as share on share.council_id = ${council} and share.visit_id = visit.id
                 join budget_lines as line on line.council_id = ${council} and line.id = share.line_id
                where orders.council_id = ${council} and line.person_id = mandate.person_id and orders.placed_at >= ${monthStart}
                  and (visit.state not in ('cancelled', 'missed') or share.charge_pence is not null)
                  and (orders.placed_by = mandate.account_id or exists (select from memberships as member where member.council_id = ${council}
                    and member.account_id = orders.placed_by and member.organisation_id = mandate.organisation_id))) end,
             'fromDate', mandate.from_date, 'untilDate', mandate.until_date,
             'endedAt', to_char(mandate.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
      from mandates as mandate
     where mandate.council_id = ${council}
       and (${reach.byAccountMandate} and mandate.account_id = ${viewer.accountId}
            or mandate.organisation_id = any(${reach.mandateOrganisationIds}::text[]))
       and mandate.person_id = any(array(select person_id from item
         union select line.person_id from budget_lines as line where line.council_id = ${council} and line.id = any(array(select line_id from share))))), '[]')`;
}

function openBasketStatement(asker: Asking, monthStart: Temporal.Instant): RawBuilder<{ basket: BasketRow }> {
  const { viewer, reach } = asker;
  const council = viewer.councilId;
  return sql<{ basket: BasketRow }>`
    with basket as (
      select id from baskets where council_id = ${council} and account_id = ${viewer.accountId} and state = 'open'
    ), item as materialized (
      select basket_items.* from basket_items, basket where basket_items.council_id = ${council} and basket_items.basket_id = basket.id
    ), share as materialized (
      select basket_item_shares.* from basket_item_shares, item
       where basket_item_shares.council_id = ${council} and basket_item_shares.basket_item_id = item.id
    )
    select jsonb_build_object(
      'id', basket.id,
      'councilCode', (select code from councils where id = ${council}),
      'items', coalesce((
        select jsonb_agg(jsonb_build_object('id', item.id, 'personId', item.person_id, 'personName', ${PERSON_NAME},
                 'familyRef', person.family_ref, 'mayOrder', ${mayOrderFor(asker)}, 'stay', ${STAY_JSON}, 'kind', item.kind, 'quantity', item.quantity,
                 'minutes', item.minutes, 'firstDate', item.first_date, 'lastDate', item.last_date,
                 'startTime', to_char(item.start_time, 'HH24:MI'), 'clockChoice', item.clock_choice, 'pattern', item.pattern, 'note', item.note, 'offer', ${offerJson(asker)},
                 'shares', (select coalesce(jsonb_agg(jsonb_build_object('lineId', share.line_id, 'weight', share.weight) order by share.position), '[]')
                              from share where share.basket_item_id = item.id)) order by item.position, item.id)
          from item
          join people as person on person.council_id = ${council} and person.id = item.person_id
          join offers as offer on offer.id = item.offer_id
          join listings as listing on listing.id = offer.listing_id
          join organisations as organisation on organisation.id = listing.organisation_id), '[]'),
      'lines', coalesce((
        select jsonb_agg(${lineJson(asker)} order by person.full_name, line.id)
          from budget_lines as line
          join people as person on person.council_id = ${council} and person.id = line.person_id
          left join ledger_accounts as account on account.council_id = ${council} and account.line_id = line.id and account.purpose = 'line'
         where line.council_id = ${council} and line.id = any(array(select line_id from share
               union select own.id from budget_lines as own
                where own.council_id = ${council} and own.state = 'open' and own.person_id = any(array(select person_id from item))))), '[]'),
      'rates', coalesce((
        select jsonb_agg(${RATE_JSON}) from agreed_rates as rate
         where rate.council_id = ${council} and rate.replaced_at is null and rate.offer_id = any(array(select offer_id from item))), '[]'),
      'mandates', ${byMandate(reach) ? mandatesJson(asker, monthStart) : sql`'[]'::jsonb`}
    ) as basket from basket`;
}

type BasketStatement = (
  ...values: [
    councilId: string,
    accountId: string,
    today: Temporal.PlainDate,
    monthStart: Temporal.Instant,
    personIds: readonly string[],
    mandateOrganisationIds: readonly string[],
  ]
) => CompiledQuery<{ basket: BasketRow }>;

/** By the ways that somebody has to people: the text differs by these, and not by who they are. */
const basketStatements = new Map<string, BasketStatement>();

function basketStatementFor({ viewer, reach, today }: Asker): CompiledQuery<{ basket: BasketRow }> {
  const { personIds, mandateOrganisationIds, organisationIds, ...ways } = reach;
  const { council, selfFunders, byAccountMandate, byCaseload } = ways;
  const shape = `${council} ${selfFunders} ${byAccountMandate} ${byCaseload} ${personIds.length > 0} ${mandateOrganisationIds.length > 0}`;
  const statement: BasketStatement =
    basketStatements.get(shape) ??
    prepared((councilId, accountId, day, monthStart, persons, organisations) => {
      const reached = {
        ...ways,
        organisationIds: [],
        personIds: personIds.length > 0 ? persons : [],
        mandateOrganisationIds: mandateOrganisationIds.length > 0 ? organisations : [],
      };
      return openBasketStatement({ viewer: { councilId, accountId }, reach: reached, today: day }, monthStart);
    });
  basketStatements.set(shape, statement);
  const monthStart = startOfLondonDay(today.with({ day: 1 }));
  return statement(viewer.councilId, viewer.accountId, today, monthStart, personIds, mandateOrganisationIds);
}

/** The viewer's open basket with everything that decides it, or null where there is none. */
export async function findOpenBasket(tx: Tx, asker: Asker): Promise<BasketRow | null> {
  const { rows } = await tx.executeQuery(basketStatementFor(asker));
  return rows[0]?.basket ?? null;
}

/** People for whom something is in the viewer's open basket, and those with whose lines it is paid. */
function wantedPeople(viewer: Asking['viewer']): RawBuilder<unknown> {
  const council = viewer.councilId;
  return sql`select item.person_id from basket_items as item join baskets on baskets.council_id = ${council} and baskets.id = item.basket_id
      where item.council_id = ${council} and baskets.account_id = ${viewer.accountId} and baskets.state = 'open'
    union select line.person_id from budget_lines as line
      where line.council_id = ${council} and line.id = any(array(${payingLines(viewer)}))`;
}

/** The lines that pay for what is in the viewer's open basket. */
function payingLines(viewer: Asking['viewer']): RawBuilder<unknown> {
  const council = viewer.councilId;
  return sql`select share.line_id from basket_item_shares as share
      join basket_items as item on item.council_id = ${council} and item.id = share.basket_item_id
      join baskets on baskets.council_id = ${council} and baskets.id = item.basket_id
     where share.council_id = ${council} and baskets.account_id = ${viewer.accountId} and baskets.state = 'open'`;
}

const holdBasket = prepared((councilId: string, accountId: string) => openBasketId({ councilId, accountId }));

const holdLines = prepared(
  (council: string, accountId: string) => sql`
    select line.id from budget_lines as line
     where line.council_id = ${council} and line.id = any(array(${payingLines({ councilId: council, accountId })}))
     order by line.id for share`,
);

// A mandate's month is added up from what was placed: two who place with one mandate follow each other.
const holdMandates = prepared(
  (council: string, accountId: string, organisations: readonly string[]) => sql`
    select mandate.id from mandates as mandate
     where mandate.council_id = ${council} and mandate.person_id = any(array(${wantedPeople({ councilId: council, accountId })}))
       and (mandate.account_id = ${accountId} or mandate.organisation_id = any(${organisations}::text[]))
     order by mandate.id for update`,
);

const holdPeople = prepared(
  (council: string, accountId: string) => sql`
    select person.id from people as person
     where person.council_id = ${council} and person.id = any(array(${wantedPeople({ councilId: council, accountId })}))
     order by person.id for share`,
);

/**
 * What reads the viewer's open basket once and holds it, with the people, lines and mandates that it takes, as they are until
 * the transaction ends: none of them ends between our look and the order. Each sees what was committed before it, so that
 * the last, the basket (`heldBasket`), sees everything as it is held.
 */
export function holdOpenBasket(asker: Asker): readonly CompiledQuery<unknown>[] {
  const { viewer, reach } = asker;
  const { councilId, accountId } = viewer;
  const organisations = viewer.memberships.flatMap(({ organisationId }) => organisationId ?? []);
  return [
    holdBasket(councilId, accountId),
    holdLines(councilId, accountId),
    ...(byMandate(reach) ? [holdMandates(councilId, accountId, organisations)] : []),
    holdPeople(councilId, accountId),
    basketStatementFor(asker),
  ];
}

/** The basket from the answers to `holdOpenBasket`, or null where none is open. Whether it may be placed is for the caller to judge. */
export function heldBasket(answers: readonly QueryResult<unknown>[]): BasketRow | null {
  const row = answers.at(-1)?.rows[0] as { readonly basket: BasketRow } | undefined;
  return row?.basket ?? null;
}

/** Somebody for whom something is wanted, or with whose money it is paid, up to a day. */
interface Stay {
  readonly personId: string;
  readonly untilDate: Temporal.PlainDate;
}

/**
 * Refuses anything new for somebody who died, moved away or left (`person.ended`), and days after the last day of
 * somebody who will leave (`person.leaves_before`); until the transaction ends their state cannot change.
 */
async function keepActive(tx: Tx, councilId: string, today: Temporal.PlainDate, stays: readonly Stay[]): Promise<void> {
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'full_name as name', sql<PersonState>`state`.as('state'), 'last_day as lastDay'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...new Set(stays.map(({ personId }) => personId))].sort())
    .orderBy('id')
    .forShare()
    .execute();
  for (const person of rows) {
    for (const { untilDate } of stays.filter(({ personId }) => personId === person.id)) {
      const code = stayFault(person, today, untilDate);
      if (code === undefined) continue;
      const details = { personName: person.name, lastDay: person.lastDay?.toString() };
      const errors = code === 'person.ended' ? [] : [{ pointer: '/lastDate', code, details }];
      throw new ProblemError(code, { details, errors });
    }
  }
}

/** The same for whom one thing in a basket is, and for those whose lines pay it. */
export async function keepActiveFor(tx: Tx, { viewer, today }: Asker, item: NewItem): Promise<void> {
  const { rows: payers } = await sql<{ personId: string }>`
    select distinct line.person_id as "personId" from budget_lines as line
     where line.council_id = ${viewer.councilId} and line.id = any(${item.shares.map(({ lineId }) => lineId)}::text[])`.execute(
    tx,
  );
  const { lastDate: untilDate } = item;
  await keepActive(
    tx,
    viewer.councilId,
    today,
    [{ personId: item.personId }, ...payers].map(({ personId }) => ({ personId, untilDate })),
  );
}

/** Which of an item's person, offer and lines the viewer may use; an item is refused unless it is all of them. */
export async function isItemInReach(
  tx: Tx,
  asker: Asker,
  item: { readonly personId: string; readonly offerId: string; readonly lineIds: readonly string[] },
): Promise<boolean> {
  const council = asker.viewer.councilId;
  const { rows } = await sql<{ within: boolean }>`
    select exists (select from people as person where person.council_id = ${council} and person.id = ${item.personId} and ${mayOrderFor(asker)})
       and exists (select from offers as offer where offer.id = ${item.offerId})
       and (select count(*) from budget_lines as line join people as person on person.council_id = ${council} and person.id = line.person_id
             where line.council_id = ${council} and line.id = any(${[...item.lineIds]}::text[]) and ${mayOrderFor(asker)}) = ${new Set(item.lineIds).size}
       as within`.execute(tx);
  return rows[0]?.within ?? false;
}

export interface NewItem {
  readonly id: string;
  readonly basketId: string;
  readonly personId: string;
  readonly offerId: string;
  readonly kind: 'one-off' | 'schedule';
  readonly quantity: number;
  readonly minutes: number | null;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate;
  readonly startTime: string | null;
  readonly clockChoice: ClockChoice | null;
  readonly pattern: readonly PatternRow[];
  readonly note: string;
  readonly shares: readonly { readonly lineId: string; readonly weight: number }[];
}

function itemValues(item: NewItem) {
  return {
    person_id: item.personId,
    offer_id: item.offerId,
    kind: item.kind,
    quantity: item.quantity,
    minutes: item.minutes,
    first_date: item.firstDate,
    last_date: item.lastDate,
    start_time: item.startTime,
    clock_choice: item.clockChoice,
    pattern: JSON.stringify(item.pattern),
    note: item.note,
  };
}

async function insertShares(tx: Tx, councilId: string, item: NewItem): Promise<void> {
  if (item.shares.length === 0) return;
  await tx
    .insertInto('basket_item_shares')
    .values(
      item.shares.map((share, position) => ({
        council_id: councilId,
        basket_item_id: item.id,
        position,
        line_id: share.lineId,
        weight: share.weight,
      })),
    )
    .execute();
}

/** Puts an item last in a basket. */
export async function insertItem(tx: Tx, councilId: string, item: NewItem): Promise<void> {
  const last = await tx
    .selectFrom('basket_items')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('council_id', '=', councilId)
    .where('basket_id', '=', item.basketId)
    .executeTakeFirst();
  await tx
    .insertInto('basket_items')
    .values({
      council_id: councilId,
      id: item.id,
      basket_id: item.basketId,
      position: (last?.position ?? 0) + 1,
      ...itemValues(item),
    })
    .execute();
  await insertShares(tx, councilId, item);
}

/** False where the basket has no such item. */
export async function replaceItem(tx: Tx, councilId: string, item: NewItem): Promise<boolean> {
  const changed = await tx
    .updateTable('basket_items')
    .set(itemValues(item))
    .where('council_id', '=', councilId)
    .where('basket_id', '=', item.basketId)
    .where('id', '=', item.id)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return false;
  await tx
    .deleteFrom('basket_item_shares')
    .where('council_id', '=', councilId)
    .where('basket_item_id', '=', item.id)
    .execute();
  await insertShares(tx, councilId, item);
  return true;
}

/** The person it was for, or null where the basket has no such item. */
export async function deleteItem(tx: Tx, councilId: string, basketId: string, itemId: string): Promise<string | null> {
  const item = await tx
    .selectFrom('basket_items')
    .select('person_id')
    .where('council_id', '=', councilId)
    .where('basket_id', '=', basketId)
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (!item) return null;
  await tx
    .deleteFrom('basket_item_shares')
    .where('council_id', '=', councilId)
    .where('basket_item_id', '=', itemId)
    .execute();
  await tx.deleteFrom('basket_items').where('council_id', '=', councilId).where('id', '=', itemId).execute();
  return item.person_id;
}

export interface ChoiceRow {
  readonly id: string;
  readonly name: string;
  readonly familyRef: string | null;
  readonly postcode: string | null;
  readonly stay: StayRow;
  readonly lines: readonly LineRow[];
}

/** People whom the viewer may order for today with their open lines, by name; and the offer with its agreed rates. */
export async function findChoices(
  tx: Tx,
  asker: Asker,
  offerId: string,
): Promise<{
  readonly offer: OfferRow | null;
  readonly rates: readonly RateRow[];
  readonly people: readonly ChoiceRow[];
}> {
  const council = asker.viewer.councilId;
  const { rows } = await sql<{ offer: OfferRow | null; rates: RateRow[]; people: ChoiceRow[] }>`
    select (select ${offerJson(asker)} from offers as offer join listings as listing on listing.id = offer.listing_id
              join organisations as organisation on organisation.id = listing.organisation_id
             where offer.id = ${offerId} and listing.state in ('published', 'stale')) as offer,
           (select coalesce(jsonb_agg(${RATE_JSON}), '[]') from agreed_rates as rate where rate.council_id = ${council} and rate.replaced_at is null and rate.offer_id = ${offerId}) as rates,
           (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', ${PERSON_NAME}, 'familyRef', person.family_ref, 'stay', ${STAY_JSON}, 'postcode', ${currentAddress(council, 'person.id', asker.today, 'postcode')},
                     'lines', (select coalesce(jsonb_agg(${lineJson(asker)} order by line.stream in ('own-money', 'family'), line.name, line.id), '[]')
                        from budget_lines as line
                        left join ledger_accounts as account on account.council_id = ${council} and account.line_id = line.id and account.purpose = 'line'
                       where line.council_id = ${council} and line.person_id = person.id and line.state = 'open' and ${asker.today} <= line.ends_on))
                   order by person.full_name, person.id), '[]')
              from people as person where person.council_id = ${council} and ${mayOrderFor(asker)}) as people`.execute(
    tx,
  );
  const row = rows[0];
  return { offer: row?.offer ?? null, rates: row?.rates ?? [], people: row?.people ?? [] };
}
