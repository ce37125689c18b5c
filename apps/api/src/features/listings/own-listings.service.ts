// An organisation's members start a listing of their own as a draft, and publish it once it says what people need to know.
// Why: docs/decisions/0037-listings-that-owners-start.md.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { missingToPublish, type PublishNeed } from '@support-market/domain/listings/ready-to-publish';
import type { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { noteFacts, openSource } from './catalogue-facts.repo.ts';
import { slugFor } from './catalogue-rows.repo.ts';
import { previewOf } from './listing-page.service.ts';
import { forgetWaiting } from './listing-reviews.repo.ts';
import { isLookedAtFirst, submitListing } from './listing-reviews.service.ts';
import type { ListingPage } from './listings.schemas.ts';
import { findPublishFacts, insertDraft, isCommunityGroup } from './own-listings.repo.ts';
import type { NewListingIn } from './own-listings.schemas.ts';
import {
  type Asking,
  confirmRecord,
  findCategory,
  findOwnListing,
  findOwnOrganisation,
  isOwnListing,
  lockRecord,
} from './own-records.repo.ts';

/** Starts a listing of the organisation `id`. Only its members see it until it is published. */
export async function startListing(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id: organisationId }: Asking,
  key: string,
  body: NewListingIn,
): Promise<{ id: string }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, (tx) =>
    once(tx, clock, viewer, { key, operation: `startListing ${organisationId}`, body }, async () => {
      found(await findOwnOrganisation(tx, viewer, reach, organisationId));
      const id = newId(clock, 'listing');
      const categoryId = await findCategory(tx, { slug: body.category });
      if (categoryId === null)
        throw new ProblemError('request.invalid', { errors: [{ pointer: '/category', code: 'field.enum' }] });
      const title = body.title.trim();
      const draft = {
        ...{ id, organisationId, categoryId, title, free: body.free, summary: body.summary?.trim() ?? '' },
        slug: slugFor('listings', { source: 'own', sourceRef: id, words: title }),
        kind: (await isCommunityGroup(tx, organisationId)) ? ('community' as const) : ('service' as const),
      };
      await insertDraft(tx, draft, clock.now());
      const source = await openSource(tx, clock, {
        kind: 'provider',
        councilId: viewer.councilId,
        saidBy: viewer.accountId,
      });
      const said = { by: 'provider' as const, in: source.id };
      await noteFacts(tx, [
        { recordId: id, said: { title: said, category_id: said, ...(draft.summary !== '' && { summary: said }) } },
      ]);
      await listingsChanged(tx, [id]);
      await begin({ tx, clock, actor: viewer }, 'listings', 'owner', [{ id }], {
        audit: () => ({ details: { title } }),
      });
      return { id };
    }),
  );
}

/** What a draft still needs before people can find it. */
export async function missingOf(tx: Tx, listingId: string, today: Temporal.PlainDate): Promise<PublishNeed[]> {
  return [...missingToPublish(found(await findPublishFacts(tx, listingId, today)))];
}

/**
 * Publishes a draft: from now on people find it, and it counts as said to be right today. Where its council looks first, it waits
 * for that instead.
 */
export async function publishListing(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
): Promise<{ slug: string; state: 'published' | 'submitted' }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    const { slug, organisation_id: organisationId } = found(await findOwnListing(tx, viewer, reach, id));
    const missing = await missingOf(tx, id, clock.today());
    if (missing.length > 0) throw new ProblemError('listing.not_ready', { details: { missing } });
    const isLookedAt = await isLookedAtFirst(tx, viewer.councilId, organisationId, clock.today());
    if (isLookedAt) await submitListing(context, tx, viewer, { id, organisationId });
    else await step({ tx, clock, actor: viewer }, 'listings', 'publish', [{ id }], { audit: () => ({}) });
    await confirmRecord(tx, 'listings', id, clock.today(), clock.now());
    await listingsChanged(tx, [id]);
    return { slug, state: isLookedAt ? 'submitted' : 'published' };
  });
}

/** Takes a listing back: only its members see it, until they send it again. What is ordered goes on. */
export async function takeListingDown(
  context: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
): Promise<{ state: 'draft' }> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    await lockRecord(tx, 'listings', id);
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    await step({ tx, clock, actor: viewer }, 'listings', 'takeDown', [{ id }], { audit: () => ({}) });
    await forgetWaiting(tx, id);
    return { state: 'draft' };
  });
}

/** The page as people see it, or would, of a listing in any state. */
export function previewOwnListing(
  { db, clock }: Pick<AppContext, 'db' | 'clock'>,
  { viewer, reach, id }: Asking,
): Promise<ListingPage> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    found((await isOwnListing(tx, viewer, reach, id)) || null);
    return previewOf(tx, id, clock.today());
  });
}
