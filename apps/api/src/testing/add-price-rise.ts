// Puts a price rise into its table, for tests that read one.

import { startState } from '@support-market/domain/shared/machines';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './test-app.ts';
import { WORLD } from './world.ts';

/** Of an organisation's offer of the shared world, announced now from £22.00 to £23.00; answers its id. */
export async function addPriceRise(test: TestApp, organisationId: string, offerId: string): Promise<string> {
  const id = newId(test.clock, 'priceRise');
  await test.database.ownerDb
    .insertInto('price_rises')
    .values({
      council_id: WORLD.council,
      id,
      organisation_id: organisationId,
      offer_id: offerId,
      kind: 'public',
      from_pence: 2_200n,
      to_pence: 2_300n,
      from_date: test.clock.today().add({ days: 60 }),
      words: 'Wages go up.',
      written_at: test.clock.now(),
      state: startState('price_rises', 'announce'),
    })
    .execute();
  return id;
}

/** Asks the buyer of an order's first line about a rise, a pound more for each unit; answers the id of the question. */
export async function addPriceRiseOrder(test: TestApp, priceRiseId: string, orderId: string): Promise<string> {
  const { ownerDb } = test.database;
  const id = newId(test.clock, 'priceRiseOrder');
  const visit = await ownerDb
    .selectFrom('visits')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await ownerDb
    .insertInto('price_rise_orders')
    .values({
      council_id: visit.council_id,
      id,
      price_rise_id: priceRiseId,
      order_id: orderId,
      order_line_id: visit.order_line_id,
      person_id: visit.person_id,
      organisation_id: visit.organisation_id,
      from_pence: visit.unit_price_pence,
      to_pence: visit.unit_price_pence + 100n,
      yearly_pence: 5_200n,
      visits: 1,
      planned_pence: 100n,
      rule: 'ask',
      asked_at: test.clock.now(),
      state: startState('price_rise_orders', 'ask'),
    })
    .execute();
  return id;
}
