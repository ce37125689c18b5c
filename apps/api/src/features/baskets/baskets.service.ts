// What people do with a basket before they place it: look, put in, change, take out. Nothing here moves money.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { begin } from '../../platform/transitions.repo.ts';
import { checkItem, newItem } from './basket-items.ts';
import { askerOf } from './basket-plan.ts';
import { basketOut } from './basket-view.ts';
import {
  type Asker,
  deleteItem,
  findOpenBasket,
  insertBasket,
  insertItem,
  isItemInReach,
  keepActiveFor,
  lockOpenBasket,
  replaceItem,
} from './baskets.repo.ts';
import type { BasketItemIn, BasketOut } from './baskets.schemas.ts';

/** The viewer's open basket with today's prices; an empty one where nothing was put in yet. */
export async function viewBasket(context: AppContext, viewer: Viewer, reach: Reach): Promise<BasketOut> {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) =>
    basketOut(context, asker, await findOpenBasket(tx, asker)),
  );
}

async function changedBasket(
  context: AppContext,
  tx: Tx,
  asker: Asker,
  itemId: string,
): Promise<{ itemId: string; basket: BasketOut }> {
  const basket = found(await findOpenBasket(tx, asker));
  if (basket.items.length > MOST_ITEMS)
    throw new ProblemError('basket.too_many_items', { details: { max: MOST_ITEMS } });
  checkItem(context, asker, basket, itemId);
  return { itemId, basket: basketOut(context, asker, basket) };
}

const MOST_ITEMS = 50;

/** The id of the viewer's open basket, locked; a new one where there is none. */
async function openBasket({ clock }: AppContext, tx: Tx, viewer: Viewer): Promise<string> {
  for (;;) {
    const open = await lockOpenBasket(tx, viewer);
    if (open !== null) return open;
    const id = newId(clock, 'basket');
    if (!(await insertBasket(tx, viewer, id, clock.now()))) continue;
    // What is put into it leaves an audit entry of its own.
    await begin({ tx, clock, actor: viewer }, 'baskets', 'open', [{ id }], { audit: null });
    return id;
  }
}

/** Puts one thing in the viewer's basket. Refuses what could never be placed, naming the field. */
export async function addItem(context: AppContext, viewer: Viewer, reach: Reach, body: BasketItemIn) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const lineIds = body.shares.map((share) => share.lineId);
    if (!(await isItemInReach(tx, asker, { ...body, lineIds }))) throw new ProblemError('record.not_found');
    const basketId = await openBasket(context, tx, viewer);
    const item = newItem(newId(context.clock, 'basketItem'), basketId, body);
    await keepActiveFor(tx, asker, item);
    await insertItem(tx, viewer.councilId, item);
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-added',
      noun: 'basket-item',
      recordId: item.id,
      personId: item.personId,
    });
    return changedBasket(context, tx, asker, item.id);
  });
}

/** Replaces one thing in the viewer's basket. */
export async function changeItem(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  itemId: string,
  body: BasketItemIn,
) {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const basketId = found(await lockOpenBasket(tx, viewer));
    const lineIds = body.shares.map((share) => share.lineId);
    if (!(await isItemInReach(tx, asker, { ...body, lineIds }))) throw new ProblemError('record.not_found');
    const item = newItem(itemId, basketId, body);
    await keepActiveFor(tx, asker, item);
    if (!(await replaceItem(tx, viewer.councilId, item))) throw new ProblemError('record.not_found');
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-changed',
      noun: 'basket-item',
      recordId: item.id,
      personId: item.personId,
    });
    return changedBasket(context, tx, asker, item.id);
  });
}

/** Takes one thing out of the viewer's basket, for any person: that needs no mandate. */
export async function removeItem(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  itemId: string,
): Promise<BasketOut> {
  const asker = askerOf(context, viewer, reach);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const basketId = found(await lockOpenBasket(tx, viewer));
    const personId = found(await deleteItem(tx, viewer.councilId, basketId, itemId));
    await recordAudit(tx, context.clock, viewer, {
      event: 'basket.item-removed',
      noun: 'basket-item',
      recordId: itemId,
      personId,
    });
    return basketOut(context, asker, await findOpenBasket(tx, asker));
  });
}
