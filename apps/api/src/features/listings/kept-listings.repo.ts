// The only SQL about listings that were kept for a person. Others than the person, and those who act for them today, find none.

import type { Tx } from '@support-market/db/pool';
import { inReach, type MandatePower } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

const within = ({ viewer, reach, today }: Asker, person: string, power: MandatePower): RawBuilder<boolean> =>
  inReach(reach, viewer.accountId, today, { councilId: viewer.councilId, person }, power);

/** A person whose kept listings the viewer may see, and whether they may keep more for them. */
export async function findKeeper(tx: Tx, asker: Asker, personId: string) {
  const { rows } = await sql<{ name: string; mayKeep: boolean }>`
    select person.full_name as name, ${within(asker, 'person.id', 'order')} as "mayKeep"
      from people as person
     where person.council_id = ${asker.viewer.councilId} and person.id = ${personId} and person.state <> 'taken-back'
       and ${within(asker, 'person.id', 'view')}`.execute(tx);
  return rows[0] ?? null;
}

/** What is kept for a person, as marks on a list of found listings. There are never more than a person may keep. */
export async function listMarks(tx: Tx, councilId: string, personId: string) {
  const { rows } = await sql<{ id: string; listingId: string }>`
    select id, listing_id as "listingId" from kept_listings
     where council_id = ${councilId} and person_id = ${personId} and removed_at is null order by kept_at desc, id desc`.execute(
    tx,
  );
  return rows;
}

export interface KeptRow {
  readonly id: string;
  readonly listingId: string;
  readonly title: string;
  readonly note: string;
  readonly keptAt: Temporal.Instant;
  readonly keptBy: string;
}

/** One page (and one row more) of what is kept for a person, newest first. */
export async function listKept(
  tx: Tx,
  councilId: string,
  personId: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select kept.id, kept.listing_id as "listingId", kept.title, kept.note, kept.kept_at as "keptAt", coalesce(account.name, '') as "keptBy"
      from kept_listings as kept left join accounts as account on account.id = kept.kept_by
     where kept.council_id = ${councilId} and kept.person_id = ${personId} and kept.removed_at is null
       and (${page.after === null} or (kept.kept_at, kept.id) < (${page.after?.[0] ?? null}::timestamptz, ${page.after?.[1] ?? null}))
     order by kept.kept_at desc, kept.id desc limit ${page.limit + 1}`.execute(tx);
  return rows;
}

/** The title of a listing that the public may see, or null. */
export async function findShownTitle(tx: Tx, listingId: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select title from listings where id = ${listingId} and state in ('published', 'stale')`.execute(tx);
  return rows[0]?.title ?? null;
}

export interface NewKept {
  readonly id: string;
  readonly personId: string;
  readonly listingId: string;
  readonly title: string;
  readonly note: string;
  readonly at: Temporal.Instant;
}

/** Keeps a listing for a person unless it is kept already, which two may try at once. Answers its id, and whether it is new. */
export async function keepOnce(tx: Tx, viewer: Viewer, kept: NewKept): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    insert into kept_listings (council_id, id, person_id, listing_id, title, note, kept_at, kept_by)
    values (${viewer.councilId}, ${kept.id}, ${kept.personId}, ${kept.listingId}, ${kept.title}, ${kept.note}, ${kept.at}, ${viewer.accountId})
    on conflict (council_id, person_id, listing_id) where removed_at is null do update set title = kept_listings.title
    returning id`.execute(tx);
  const id = rows[0]?.id ?? kept.id;
  return { id, isNew: id === kept.id };
}

export async function countKept(tx: Tx, councilId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from kept_listings
     where council_id = ${councilId} and person_id = ${personId} and removed_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Something kept, or removed and not yet gone, for a person whom the viewer may keep for; locked until the transaction ends. */
export async function lockKept(tx: Tx, asker: Asker, id: string) {
  const { rows } = await sql<{ personId: string; listingId: string; isRemoved: boolean }>`
    select kept.person_id as "personId", kept.listing_id as "listingId", kept.removed_at is not null as "isRemoved"
      from kept_listings as kept
     where kept.council_id = ${asker.viewer.councilId} and kept.id = ${id} and ${within(asker, 'kept.person_id', 'order')} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function writeNote(tx: Tx, councilId: string, id: string, note: string): Promise<void> {
  await sql`update kept_listings set note = ${note} where council_id = ${councilId} and id = ${id}`.execute(tx);
}

export async function markRemoved(tx: Tx, councilId: string, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update kept_listings set removed_at = ${at} where council_id = ${councilId} and id = ${id}`.execute(tx);
}

/** Puts back what was removed, unless the same listing was kept anew meanwhile. */
export async function putBack(tx: Tx, councilId: string, id: string): Promise<void> {
  await sql`
    update kept_listings as kept set removed_at = null
     where kept.council_id = ${councilId} and kept.id = ${id} and not exists (select from kept_listings as other
       where other.council_id = ${councilId} and other.person_id = kept.person_id and other.listing_id = kept.listing_id and other.removed_at is null)`.execute(
    tx,
  );
}
