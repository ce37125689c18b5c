// Inserts a listing that its owner starts, and reads whether it says what people need to know.

import type { Db, Tx } from '@support-market/db/pool';
import type { PublishFacts } from '@support-market/domain/listings/ready-to-publish';
import { startState } from '@support-market/domain/shared/machines';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly categoryId: string;
  readonly kind: 'service' | 'community';
  readonly title: string;
  readonly summary: string;
  readonly free: boolean;
}

export async function insertDraft(tx: Tx, draft: Draft, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('listings')
    .values({
      id: draft.id,
      slug: draft.slug,
      organisation_id: draft.organisationId,
      category_id: draft.categoryId,
      kind: draft.kind,
      state: startState('listings', 'owner'),
      title: draft.title,
      summary: draft.summary,
      free: draft.free,
      created_at: at,
      changed_at: at,
    })
    .execute();
}

/** Whether an organisation is one that people run for each other: what it offers is for the community. */
export async function isCommunityGroup(db: Db | Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    select id from organisations where id = ${organisationId} and kind = 'community-group'`.execute(db);
  return rows.length > 0;
}

/** What decides whether a listing can be published. */
export async function findPublishFacts(
  db: Db | Tx,
  listingId: string,
  today: Temporal.PlainDate,
): Promise<PublishFacts | null> {
  const { rows } = await sql<PublishFacts>`
    select listing.summary, listing.postcode, listing.free,
           listing.when_text <> '' or exists (select from events as event where event.listing_id = listing.id) as "saysWhen",
           coalesce(listing.website, organisation.telephone, organisation.email, organisation.website) is not null
             or exists (select from contacts as contact where contact.organisation_id = organisation.id
               and (contact.listing_id is null or contact.listing_id = listing.id)) as "canBeReached",
           exists (select from offers as offer join offer_prices as price on price.offer_id = offer.id
             where offer.listing_id = listing.id and not offer.withdrawn and price.replaced_at is null
               and (price.valid_to is null or price.valid_to >= ${today})) as "hasPrice"
      from listings as listing join organisations as organisation on organisation.id = listing.organisation_id
     where listing.id = ${listingId}`.execute(db);
  return rows[0] ?? null;
}
