// Listings that a person, or somebody who acts for them, keeps until they choose. Those who act for the person see the same list.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { newId } from '../../platform/ids.ts';
import { lowestPrice, type Payer } from '../../platform/offer-prices.ts';
import { isOwnRecord } from '../../platform/own-record.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { listThoseWhoAct } from '../../platform/those-who-act.repo.ts';
import {
  type Asker,
  countKept,
  findKeeper,
  findShownTitle,
  keepOnce,
  listKept,
  listMarks,
  lockKept,
  markRemoved,
  putBack,
  writeNote,
} from './kept-listings.repo.ts';
import type { KeepIn, KeptOut, KeptQuery } from './kept-listings.schemas.ts';
import { chosenLine, payerOf, whyThisPrice } from './search.service.ts';
import { findFacts, type HitFacts } from './search-facts.repo.ts';

/** So many can still be looked through; a longer list is no choice yet. */
const MOST_KEPT = 100;

export interface Asking {
  readonly viewer: Viewer;
  readonly reach: Reach;
}

const askerOf = ({ clock }: AppContext, { viewer, reach }: Asking): Asker => ({ viewer, reach, today: clock.today() });

/** What is kept for a person, by id alone. Throws record.not_found for a person out of reach. */
export async function viewMarks(context: AppContext, asking: Asking, personId: string) {
  const { councilId } = asking.viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const { name, mayKeep } = found(await findKeeper(tx, askerOf(context, asking), personId));
    return { personName: name, mayKeep, items: await listMarks(tx, councilId, personId) };
  });
}

function listingOf(
  facts: HitFacts | undefined,
  today: Asker['today'],
  payer: Payer | null,
): KeptOut['items'][number]['listing'] {
  if (facts === undefined) return null;
  const offers = facts.offers ?? [];
  const open = lowestPrice(offers, facts, today);
  const mine = payer && lowestPrice(offers, facts, today, payer);
  return {
    slug: facts.slug,
    summary: facts.summary,
    organisationName: facts.organisation_name,
    categoryName: facts.category_name,
    free: facts.free,
    hasSpace: facts.has_space,
    stale: facts.state === 'stale',
    offers: offers.length,
    fromPrice: open && { pence: open.unitPence, unit: open.unit },
    myPrice: payer && mine && { pence: mine.unitPence, unit: mine.unit, why: whyThisPrice(payer, mine.source) },
  };
}

/**
 * A page of what is kept for a person, newest first, with what each costs when the chosen line pays, and who else sees it.
 * Throws record.not_found for a person or a line out of reach.
 */
export async function viewKept(
  context: AppContext,
  asking: Asking,
  personId: string,
  { cursor, limit = 25, lineId }: KeptQuery,
): Promise<KeptOut> {
  const { viewer } = asking;
  const { councilId } = viewer;
  const today = context.clock.today();
  const list = listAsked('kept-listings', { personId });
  const after = readCursor(list, cursor, ['instant', 'text']);
  const read = await inTransaction(context.db, councilId, async (tx) => {
    const keeper = found(await findKeeper(tx, askerOf(context, asking), personId));
    const rows = await listKept(tx, councilId, personId, { after, limit });
    if (!isOwnRecord(viewer, personId))
      await recordAudit(tx, context.clock, viewer, {
        ...{ event: 'kept-listing.listed', noun: 'kept-listing', recordId: null },
        personId,
      });
    return { keeper, rows, readers: await listThoseWhoAct(tx, councilId, personId, today) };
  });
  const chosen = await chosenLine(context, viewer, lineId);
  const page = pageFrom(list, read.rows, limit, (row) => [row.keptAt.toString(), row.id]);
  const facts = await findFacts(
    context.reads,
    page.items.map(({ listingId }) => listingId),
    { point: null, today },
  );
  const offerIds = [...facts.values()].flatMap(({ offers }) => (offers ?? []).map(({ id }) => id));
  const payer = await payerOf(context, chosen, offerIds);
  return {
    personName: read.keeper.name,
    mayKeep: read.keeper.mayKeep,
    readers: read.readers,
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const shown = facts.get(row.listingId);
      return { ...row, title: shown?.title ?? row.title, listing: listingOf(shown, today, payer) };
    }),
  };
}

async function note(
  context: AppContext,
  tx: Tx,
  viewer: Viewer,
  what: 'kept' | 'noted' | 'removed' | 'put-back',
  kept: { readonly id: string; readonly personId: string; readonly listingId: string },
): Promise<void> {
  await recordAudit(tx, context.clock, viewer, {
    ...{ event: `kept-listing.${what}`, noun: 'kept-listing', recordId: kept.id, personId: kept.personId },
    details: { listingId: kept.listingId },
  });
}

/**
 * Keeps a listing for a person; one that is kept already stays as it is, with its note. Throws record.not_found where the viewer
 * may not order for the person, or the public may not see the listing, and listing.too_many_kept.
 */
export async function keepListing(context: AppContext, asking: Asking, body: KeepIn): Promise<{ id: string }> {
  const { viewer } = asking;
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const keeper = found(await findKeeper(tx, askerOf(context, asking), body.personId));
    if (!keeper.mayKeep) throw new ProblemError('record.not_found');
    const title = found(await findShownTitle(tx, body.listingId));
    const at = context.clock.now();
    const { id, isNew } = await keepOnce(tx, viewer, {
      ...{ id: newId(context.clock, 'keptListing'), personId: body.personId, listingId: body.listingId },
      ...{ title, note: (body.note ?? '').trim(), at },
    });
    if (isNew) {
      if ((await countKept(tx, councilId, body.personId)) > MOST_KEPT)
        throw new ProblemError('listing.too_many_kept', { details: { max: MOST_KEPT } });
      await note(context, tx, viewer, 'kept', { ...body, id });
    }
    return { id };
  });
}

/** Changes what was written beside a kept listing. */
export async function noteKept(context: AppContext, asking: Asking, id: string, text: string): Promise<{ id: string }> {
  const { viewer } = asking;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const kept = found(await lockKept(tx, askerOf(context, asking), id));
    if (kept.isRemoved) throw new ProblemError('record.changed');
    await writeNote(tx, viewer.councilId, id, text.trim());
    await note(context, tx, viewer, 'noted', { ...kept, id });
    return { id };
  });
}

/** Takes a listing off the list, or puts back what was taken off; doing either twice changes nothing. */
export async function moveKept(
  context: AppContext,
  asking: Asking,
  id: string,
  to: 'removed' | 'put-back',
): Promise<{ id: string }> {
  const { viewer } = asking;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const kept = found(await lockKept(tx, askerOf(context, asking), id));
    if (kept.isRemoved === (to === 'removed')) return { id };
    if (to === 'removed') await markRemoved(tx, viewer.councilId, id, context.clock.now());
    else await putBack(tx, viewer.councilId, id);
    await note(context, tx, viewer, to, { ...kept, id });
    return { id };
  });
}
