// The only SQL about photos: what is shown of an organisation or a listing, and the bytes of one.

import type { Db, Tx } from '@support-market/db/pool';
import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { offersSomething } from '../../platform/shown-organisations.repo.ts';
import type { Picture, PictureSize } from '../../ports/pictures/read-picture.ts';

/** What photos are of: an organisation itself, or one of its listings. */
export interface PhotoSubject {
  readonly organisationId: string;
  readonly listingId: string | null;
  readonly name: string;
}

interface FoundSubject extends PhotoSubject {
  /** Whether everybody sees it. */
  readonly shown: boolean;
}

/** By the address of its page. */
export interface SubjectSlug {
  readonly organisation?: string | undefined;
  readonly listing?: string | undefined;
}

/** Who may keep photos: members of some organisations, in the council that lists them. */
export interface Keeper {
  readonly councilId: string;
  readonly organisationIds: readonly string[];
}

const keptBy = (
  { councilId, organisationIds }: Keeper,
  organisation: string,
) => sql<boolean>`exists (select from organisations as kept
  where kept.id = ${sql.ref(organisation)} and kept.listed_by = ${councilId} and kept.id = any(${[...organisationIds]}::text[]))`;

/** An organisation or listing that a keeper keeps photos of; a public one where there is no keeper. */
export async function findSubject(
  db: Db,
  { organisation, listing }: SubjectSlug,
  keeper: Keeper | null,
): Promise<FoundSubject | undefined> {
  if (listing !== undefined) {
    const row = await db
      .selectFrom('listings')
      .select(['id as listingId', 'organisation_id as organisationId', 'title as name'])
      .select(sql<boolean>`state in ('published', 'stale')`.as('shown'))
      .where('slug', '=', listing)
      .where((where) =>
        keeper === null ? where('state', 'in', ['published', 'stale']) : keptBy(keeper, 'listings.organisation_id'),
      )
      .executeTakeFirst();
    return row;
  }
  const row = await db
    .selectFrom('organisations')
    .select(['id as organisationId', 'name', offersSomething('organisations').as('shown')])
    .where('slug', '=', organisation ?? '')
    .where(keeper === null ? offersSomething('organisations') : keptBy(keeper, 'organisations.id'))
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, listingId: null };
}

export interface PhotoRow {
  readonly id: string;
  readonly alt_text: string;
  readonly added_at: Temporal.Instant;
  /** Null where the reader may not know the account. */
  readonly added_by_name: string | null;
  readonly files: readonly {
    readonly size: PictureSize;
    readonly hash: string;
    readonly width: number;
    readonly height: number;
  }[];
}

const of = ({ organisationId, listingId }: PhotoSubject): RawBuilder<boolean> =>
  listingId === null
    ? sql<boolean>`photo.organisation_id = ${organisationId} and photo.listing_id is null`
    : sql<boolean>`photo.listing_id = ${listingId}`;

/** The photos of one subject, in their order. */
export async function photosOf(db: Db, subject: PhotoSubject): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select photo.id, photo.alt_text, photo.added_at, account.name as added_by_name,
           (select json_agg(json_build_object('size', file.size, 'hash', file.hash, 'width', file.width, 'height', file.height) order by file.width)
              from photo_files as file where file.photo_id = photo.id) as files
      from photos as photo left join accounts as account on account.id = photo.added_by
     where ${of(subject)} order by photo.position, photo.id`.execute(db);
  return rows;
}

/** Who sees photos of what is not shown to everybody: those who keep them, and officers of the council that lists them. */
export interface Insider extends Keeper {
  readonly isOfficer: boolean;
}

/** The bytes at an address, and whether everybody may have them: as long as something that is shown has the photo. */
export async function photoContent(
  db: Db,
  hash: string,
  insider: Insider | null,
): Promise<{ readonly content: Buffer; readonly shown: boolean } | undefined> {
  const { councilId, organisationIds, isOfficer } = insider ?? { councilId: '', organisationIds: [], isOfficer: false };
  const isShown = sql`case when photo.listing_id is null then ${offersSomething('organisation')} else listing.state in ('published', 'stale') end`;
  const { rows } = await sql<{ content: Buffer; shown: boolean }>`
    select file.content, ${isShown} as shown
      from photo_files as file join photos as photo on photo.id = file.photo_id
      join organisations as organisation on organisation.id = photo.organisation_id
      left join listings as listing on listing.id = photo.listing_id
     where file.hash = ${hash}
       and (${isShown} or (organisation.listed_by = ${councilId} and (${isOfficer} or organisation.id = any(${[...organisationIds]}::text[]))))
     order by 2 desc limit 1`.execute(db);
  return rows[0];
}

/** Two people who change the photos of one organisation follow each other. */
export async function lockPhotosOf(tx: Tx, organisationId: string): Promise<void> {
  await sql`select id from organisations where id = ${organisationId} for update`.execute(tx);
}

export async function insertPhoto(
  tx: Tx,
  subject: PhotoSubject,
  photo: {
    readonly id: string;
    readonly altText: string;
    readonly position: number;
    readonly addedBy: string;
    readonly addedAt: Temporal.Instant;
  },
  pictures: readonly Picture[],
): Promise<void> {
  await tx
    .insertInto('photos')
    .values({
      id: photo.id,
      organisation_id: subject.organisationId,
      listing_id: subject.listingId,
      alt_text: photo.altText,
      position: photo.position,
      added_by: photo.addedBy,
      added_at: photo.addedAt,
    })
    .execute();
  await tx
    .insertInto('photo_files')
    .values(pictures.map((picture) => ({ photo_id: photo.id, ...picture })))
    .execute();
}

export interface OwnPhoto extends PhotoSubject {
  readonly id: string;
  readonly altText: string;
}

/** A photo that a keeper may change. */
export async function findOwnPhoto(tx: Tx, keeper: Keeper, id: string): Promise<OwnPhoto | undefined> {
  const { rows } = await sql<OwnPhoto>`
    select photo.id, photo.alt_text as "altText", photo.organisation_id as "organisationId", photo.listing_id as "listingId",
           coalesce(listing.title, organisation.name) as name
      from photos as photo join organisations as organisation on organisation.id = photo.organisation_id
      left join listings as listing on listing.id = photo.listing_id
     where photo.id = ${id} and ${keptBy(keeper, 'photo.organisation_id')}`.execute(tx);
  return rows[0];
}

export async function describePhoto(tx: Tx, id: string, altText: string): Promise<void> {
  await tx.updateTable('photos').set({ alt_text: altText }).where('id', '=', id).execute();
}

/** Photos stand as their ids are given. */
export async function orderPhotos(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update photos as photo set position = given.position - 1
      from unnest(${[...ids]}::text[]) with ordinality as given (id, position)
     where photo.id = given.id and photo.position <> given.position - 1`.execute(tx);
}

export async function deletePhoto(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('photos').where('id', '=', id).execute();
}
