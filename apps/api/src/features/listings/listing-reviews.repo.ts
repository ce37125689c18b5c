// Listings that wait to be looked at before people see them, what each said when it was sent, and what its council answered.

import type { Db, Tx } from '@support-market/db/pool';
import type { ListingState } from '@support-market/domain/listings/listing-states';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

/** What a listing says, field by field, in words. */
export type Said = Readonly<Record<string, string>>;

export async function insertReview(
  tx: Tx,
  review: {
    readonly id: string;
    readonly listingId: string;
    readonly organisationId: string;
    readonly councilId: string;
    readonly said: Said;
    readonly sentBy: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('listing_reviews')
    .values({
      ...{ id: review.id, listing_id: review.listingId, organisation_id: review.organisationId },
      ...{ council_id: review.councilId, said: JSON.stringify(review.said), sent_by: review.sentBy, sent_at: at },
    })
    .execute();
}

interface Sent {
  readonly listingId: string;
  readonly title: string;
  readonly organisationName: string;
  readonly organisationKind: string;
  /** How often the listing was sent, the last time too. */
  readonly times: number;
}

export interface WaitingReview extends Sent {
  readonly id: string;
  readonly sentAt: Temporal.Instant;
}

const SENT = sql`listing.id as "listingId", listing.title, organisation.name as "organisationName", organisation.kind as "organisationKind",
  (select count(*)::integer from listing_reviews as sent where sent.listing_id = listing.id) as times`;

/** Those that wait, the longest first, after an id. */
export async function listWaiting(
  db: Db | Tx,
  councilId: string,
  after: string | null,
  limit: number,
): Promise<WaitingReview[]> {
  const { rows } = await sql<WaitingReview>`
    select review.id, review.sent_at as "sentAt", ${SENT}
      from listing_reviews as review join listings as listing on listing.id = review.listing_id
      join organisations as organisation on organisation.id = listing.organisation_id
     where review.council_id = ${councilId} and review.answer is null and listing.state = 'submitted'
       and organisation.listed_by = ${councilId} and review.id > ${after ?? ''}
     order by review.id limit ${limit}`.execute(db);
  return rows;
}

export interface ReviewedListing extends Sent {
  readonly organisationId: string;
  readonly state: ListingState;
  /** The review that waits for an answer. */
  readonly waiting: { readonly id: string; readonly sentAt: string; readonly sentBy: string } | null;
}

/** A listing that its council may look at; a draft is its owner's alone. */
export async function findReviewed(db: Db | Tx, councilId: string, listingId: string): Promise<ReviewedListing | null> {
  const { rows } = await sql<ReviewedListing>`
    select ${SENT}, listing.organisation_id as "organisationId", listing.state,
           (select json_build_object('id', review.id, 'sentAt', review.sent_at, 'sentBy', review.sent_by)
              from listing_reviews as review where review.listing_id = listing.id and review.answer is null) as waiting
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where listing.id = ${listingId} and listing.state <> 'draft' and organisation.listed_by = ${councilId}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export interface AnsweredReview {
  readonly said: Said;
  readonly answer: 'approved' | 'changes-asked';
  readonly reason: string | null;
  readonly answeredAt: Temporal.Instant;
}

/** What was answered last. */
export async function findLastAnswer(db: Db | Tx, listingId: string): Promise<AnsweredReview | null> {
  const { rows } = await sql<AnsweredReview>`
    select said, answer, reason, answered_at as "answeredAt" from listing_reviews
     where listing_id = ${listingId} and answer is not null order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Answers the review that waits, with what the listing says now: what was approved is what was seen. */
export async function writeAnswer(
  tx: Tx,
  id: string,
  answered: {
    readonly answer: AnsweredReview['answer'];
    readonly reason: string | null;
    readonly said: Said;
    readonly by: string;
  },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update listing_reviews set answer = ${answered.answer}, reason = ${answered.reason}, said = ${JSON.stringify(answered.said)}::jsonb,
           answered_by = ${answered.by}, answered_at = ${at}
     where id = ${id} and answer is null`.execute(tx);
}

/** Its owner took it back before anybody answered. */
export async function forgetWaiting(tx: Tx, listingId: string): Promise<void> {
  await sql`delete from listing_reviews where listing_id = ${listingId} and answer is null`.execute(tx);
}

export interface ReviewedPhoto {
  readonly id: string;
  readonly altText: string;
  readonly files: readonly { readonly hash: string; readonly width: number; readonly height: number }[];
}

/** The photos that people would see with it. */
export async function findPhotos(db: Db | Tx, listingId: string): Promise<ReviewedPhoto[]> {
  const { rows } = await sql<ReviewedPhoto>`
    select photo.id, photo.alt_text as "altText",
           (select json_agg(json_build_object('hash', file.hash, 'width', file.width, 'height', file.height) order by file.width)
              from photo_files as file where file.photo_id = photo.id) as files
      from photos as photo where photo.listing_id = ${listingId} order by photo.position, photo.id`.execute(db);
  return rows;
}

/** Of what kind an organisation is, and whether somebody opened it for themselves. */
export async function findOpening(
  db: Db | Tx,
  organisationId: string,
): Promise<{ readonly kind: string; readonly openedHere: boolean } | null> {
  const { rows } = await sql<{ kind: string; openedHere: boolean }>`
    select kind, opened_by is not null as "openedHere" from organisations where id = ${organisationId}`.execute(db);
  return rows[0] ?? null;
}

/** Where the account that sent it is told; null where it has no address or the council no longer knows it. */
export async function findSender(
  db: Db | Tx,
  accountId: string,
): Promise<{ readonly email: string | null; readonly name: string } | null> {
  const { rows } = await sql<{ email: string | null; name: string }>`
    select email, name from accounts where id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}
