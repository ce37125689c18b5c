// The only SQL about questions before buying: who may read a thread, who could answer one, and what was written in it.

import { currentAddress } from '@support-market/db/current-address';
import type { Tx } from '@support-market/db/pool';
import { inReach, type MandatePower } from '@support-market/db/scope';
import { mayVisit } from '@support-market/db/visitor-view';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
  /** For how many days after the last visit a provider knows whom an order is for. */
  readonly days: number;
}

export type Side = 'person' | 'provider';

/** Within reach as the person's side: themselves, and those who act for them. */
const personSide = ({ viewer, reach, today }: Asker, person: string, power: MandatePower): RawBuilder<boolean> =>
  inReach({ ...reach, organisationIds: [] }, viewer.accountId, today, { councilId: viewer.councilId, person }, power);

/** The statement's `question` as the organisation's side. */
const providerSide = ({ reach }: Asker): RawBuilder<boolean> =>
  sql<boolean>`question.organisation_id = any(${reach.organisationIds}::text[])`;

/** Who answers for an organisation. */
const ANSWERERS = ['provider', 'isf-holder', 'community-group'];

export interface ThreadRow {
  readonly id: string;
  readonly personId: string;
  /** As the viewer's side may know them: an organisation knows the name while it has an order to come for. */
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly listingId: string;
  readonly title: string;
  /** Null where the public may no longer see it. */
  readonly slug: string | null;
  readonly side: Side;
  /** Whether the viewer may write in it; a person's state and the listing's count too. */
  readonly mayWrite: boolean;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly writtenAt: Temporal.Instant;
  readonly lastSide: Side;
  readonly entries: number;
  readonly orderId: string | null;
}

/** The order of the statement's `question`: the newest of that person with something of that listing. */
const ORDER_OF = (councilId: string) => sql<string | null>`(
  select placed.id from orders as placed
   where placed.council_id = ${councilId} and placed.person_id = question.person_id and placed.organisation_id = question.organisation_id
     and exists (select from order_lines as line where line.council_id = ${councilId} and line.order_id = placed.id and line.listing_id = question.listing_id)
   order by placed.placed_at desc, placed.id desc limit 1)`;

/** Whether one may go on writing: the person is there, and the listing is offered or was ordered. */
const isOpen = (councilId: string) => sql<boolean>`(person.state = 'active'
  and (coalesce(listing.state in ('published', 'stale'), false) or ${ORDER_OF(councilId)} is not null))`;

function threads(asker: Asker, where: RawBuilder<unknown>, rest: RawBuilder<unknown>) {
  const { viewer, today, days } = asker;
  const council = viewer.councilId;
  const own = personSide(asker, 'question.person_id', 'view');
  return sql<ThreadRow>`
    select question.id, question.person_id as "personId",
           case when ${own} then person.full_name else coalesce(
             (select coalesce(person.called, person.full_name) from orders
               where orders.council_id = ${council} and orders.person_id = question.person_id and orders.organisation_id = question.organisation_id
                 and ${mayVisit({ councilId: council, today, days })} limit 1),
             split_part(${currentAddress(council, 'question.person_id', today, 'postcode')}, ' ', 1), '') end as "personName",
           question.organisation_id as "organisationId", organisation.name as "organisationName", question.listing_id as "listingId",
           case when listing.state in ('published', 'stale') then listing.title else question.title end as title,
           case when listing.state in ('published', 'stale') then listing.slug end as slug,
           case when ${own} then 'person' else 'provider' end as side,
           (${isOpen(council)} and (not ${own} or ${personSide(asker, 'question.person_id', 'order')})) as "mayWrite",
           question.asked_at as "askedAt", question.answered_at as "answeredAt", question.written_at as "writtenAt",
           newest.side as "lastSide", newest.entries, ${ORDER_OF(council)} as "orderId"
      from questions as question
      join people as person on person.council_id = ${council} and person.id = question.person_id
      join organisations as organisation on organisation.id = question.organisation_id
      left join listings as listing on listing.id = question.listing_id
      cross join lateral (select (array_agg(entry.side order by entry.written_at desc, entry.id desc))[1] as side, count(*)::int as entries
        from question_entries as entry where entry.council_id = ${council} and entry.question_id = question.id) as newest
     where question.council_id = ${council} and (${own} or ${providerSide(asker)}) and ${where} ${rest}`;
}

/** One thread within reach, or null. */
export async function findThread(tx: Tx, asker: Asker, id: string): Promise<ThreadRow | null> {
  const { rows } = await threads(asker, sql`question.id = ${id}`, sql``).execute(tx);
  return rows[0] ?? null;
}

/** One page (and one row more), those written in last first. */
export async function listThreads(
  tx: Tx,
  asker: Asker,
  filter: { readonly personId?: string | undefined; readonly orderId?: string | undefined },
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<ThreadRow[]> {
  const council = asker.viewer.councilId;
  const ofOrder =
    filter.orderId === undefined
      ? sql`true`
      : sql`exists (select from orders as asked join order_lines as line on line.council_id = ${council} and line.order_id = asked.id
          where asked.council_id = ${council} and asked.id = ${filter.orderId} and asked.person_id = question.person_id
            and asked.organisation_id = question.organisation_id and line.listing_id = question.listing_id)`;
  // An organisation that may not know who asks does not find out by asking for somebody.
  const ofPerson =
    filter.personId === undefined
      ? sql`true`
      : sql`(question.person_id = ${filter.personId} and ${personSide(asker, 'question.person_id', 'view')})`;
  const [at, id] = page.after ?? [];
  const onward =
    at === undefined ? sql`true` : sql`(question.written_at, question.id) < (${at}::timestamptz, ${id ?? ''})`;
  const { rows } = await threads(
    asker,
    sql`${ofOrder} and ${ofPerson} and ${onward}`,
    sql`order by question.written_at desc, question.id desc limit ${page.limit + 1}`,
  ).execute(tx);
  return rows;
}

export interface EntryRow {
  readonly id: string;
  readonly side: Side;
  readonly words: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
  readonly writerId: string;
}

/** One page (and one row more) of what was written in a thread, newest first. */
export async function listEntries(
  tx: Tx,
  councilId: string,
  questionId: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<EntryRow[]> {
  const [at, id] = page.after ?? [];
  const onward = at === undefined ? sql`true` : sql`(entry.written_at, entry.id) < (${at}::timestamptz, ${id ?? ''})`;
  const { rows } = await sql<EntryRow>`
    select entry.id, entry.side, entry.words, entry.written_at as "writtenAt", coalesce(account.name, '') as "writtenBy",
           entry.written_by as "writerId"
      from question_entries as entry left join accounts as account on account.id = entry.written_by
     where entry.council_id = ${councilId} and entry.question_id = ${questionId} and ${onward}
     order by entry.written_at desc, entry.id desc limit ${page.limit + 1}`.execute(tx);
  return rows;
}

/** Whether the viewer may ask for a person, and the person as they are called. Null out of reach. */
export async function findPerson(tx: Tx, asker: Asker, personId: string) {
  const { rows } = await sql<{ name: string; mayAsk: boolean }>`
    select person.full_name as name,
           (${personSide(asker, 'person.id', 'order')} and person.state = 'active') as "mayAsk"
      from people as person
     where person.council_id = ${asker.viewer.councilId} and person.id = ${personId} and ${personSide(asker, 'person.id', 'view')}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export interface AskedListing {
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Whether somebody of the organisation can sign in and answer in this council. */
  readonly answers: boolean;
}

/** A listing that the public may see. */
export async function findListing(tx: Tx, councilId: string, listingId: string): Promise<AskedListing | null> {
  const { rows } = await sql<AskedListing>`
    select listing.title, organisation.id as "organisationId", organisation.name as "organisationName",
           exists (select from memberships as member where member.council_id = ${councilId} and member.organisation_id = organisation.id
             and member.role = any(${ANSWERERS}::text[]) and member.ended_at is null) as answers
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where listing.id = ${listingId} and listing.state in ('published', 'stale')`.execute(tx);
  return rows[0] ?? null;
}

/** The thread of a person about a listing, or null. */
export async function findThreadId(tx: Tx, councilId: string, personId: string, listingId: string) {
  const { rows } = await sql<{ id: string }>`
    select id from questions where council_id = ${councilId} and person_id = ${personId} and listing_id = ${listingId}`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

/** How many questions an organisation answered since a moment, and the median of the seconds that it took. */
export async function answerTimes(tx: Tx, councilId: string, organisationId: string, since: Temporal.Instant) {
  const { rows } = await sql<{ answers: number; medianSeconds: number | null }>`
    select count(*)::int as answers,
           percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at)::float8) as "medianSeconds"
      from questions
     where council_id = ${councilId} and organisation_id = ${organisationId} and written_at >= ${since} and answered_at >= ${since}`.execute(
    tx,
  );
  return rows[0] ?? { answers: 0, medianSeconds: null };
}

/** Opens the thread of a person about a listing, or finds the one that somebody opened at the same moment. */
export async function openThread(
  tx: Tx,
  councilId: string,
  thread: {
    readonly id: string;
    readonly personId: string;
    readonly organisationId: string;
    readonly listingId: string;
    readonly title: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into questions (council_id, id, person_id, organisation_id, listing_id, title, asked_at, written_at)
    values (${councilId}, ${thread.id}, ${thread.personId}, ${thread.organisationId}, ${thread.listingId}, ${thread.title}, ${thread.at}, ${thread.at})
    on conflict (council_id, person_id, listing_id) do update set title = questions.title
    returning id`.execute(tx);
  return rows[0]?.id ?? thread.id;
}

/** How much an account wrote since a moment. */
export async function countWritten(
  tx: Tx,
  councilId: string,
  accountId: string,
  since: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from question_entries
     where council_id = ${councilId} and written_by = ${accountId} and written_at >= ${since}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Writes in a thread, and notes when it was first answered. */
export async function writeEntry(
  tx: Tx,
  viewer: Viewer,
  entry: {
    readonly id: string;
    readonly questionId: string;
    readonly side: Side;
    readonly words: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { councilId, accountId } = viewer;
  await sql`
    insert into question_entries (council_id, id, question_id, side, words, written_by, written_at)
    values (${councilId}, ${entry.id}, ${entry.questionId}, ${entry.side}, ${entry.words}, ${accountId}, ${entry.at})`.execute(
    tx,
  );
  await sql`
    update questions set written_at = ${entry.at},
           answered_at = case when ${entry.side} = 'provider' then coalesce(answered_at, ${entry.at}) else answered_at end
     where council_id = ${councilId} and id = ${entry.questionId}`.execute(tx);
}
