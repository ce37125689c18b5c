// Orders for the tests of what comes after ordering, placed through the API so that every rule has had its say.

import { expect } from 'vitest';
import type { BasketItemIn, PlacedOut } from '../features/baskets/baskets.schemas.ts';
import type { TestApp } from './test-app.ts';
import { WORLD } from './world.ts';

export interface OrderWish {
  /** An account id, such as `ACCOUNTS.asha`. */
  readonly account: string;
  readonly council?: string;
  readonly person: string;
  readonly offer: string;
  /** Line ids, each with its weight; a plain list shares equally, in its order. */
  readonly lines: readonly (string | { readonly line: string; readonly weight: number })[];
  /** Either a single day … */
  readonly oneOff?: {
    readonly date: string;
    readonly startTime?: string;
    readonly minutes?: number;
    readonly quantity?: number;
  };
  /** … or a weekly pattern; weekday 1 is Monday. */
  readonly schedule?: {
    readonly firstDate: string;
    readonly lastDate: string;
    readonly pattern: readonly { readonly weekday: number; readonly startTime: string; readonly minutes: number }[];
    readonly quantity?: number;
  };
  readonly note?: string;
}

/** What `POST /api/basket/items` takes for a wish. */
export function itemBody(wish: OrderWish): BasketItemIn {
  const shares = wish.lines.map((one) =>
    typeof one === 'string' ? { lineId: one, weight: 1 } : { lineId: one.line, weight: one.weight },
  );
  const common = { personId: wish.person, offerId: wish.offer, shares, ...(wish.note ? { note: wish.note } : {}) };
  if (wish.schedule) {
    const { pattern, ...rest } = wish.schedule;
    return { ...common, kind: 'schedule', ...rest, pattern: pattern.map((entry) => ({ ...entry })) };
  }
  const { date, ...rest } = wish.oneOff ?? { date: '2026-11-06' };
  return { ...common, kind: 'one-off', firstDate: date, ...rest };
}

let keys = 0;

/** A key that no other request of this test file uses. */
export function newKey(): string {
  keys += 1;
  return `test-key-${process.pid}-${keys}`;
}

/** Puts one thing in the account's basket; fails the test when it is refused. */
export async function addToBasket(test: TestApp, wish: OrderWish): Promise<string> {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/basket/items',
    headers: await test.signIn(wish.account, wish.council ?? WORLD.council),
    payload: itemBody(wish),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ itemId: string }>().itemId;
}

/** Places what is in the account's basket; fails the test when it is refused. */
export async function placeBasketOf(
  test: TestApp,
  account: string,
  council: string = WORLD.council,
): Promise<PlacedOut> {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/basket/place',
    headers: { ...(await test.signIn(account, council)), 'idempotency-key': newKey() },
    payload: {},
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<PlacedOut>();
}

/** One order of one thing, placed and, with `accept` (a provider's account id), accepted. Answers the order's row. */
export async function placeOrder(
  test: TestApp,
  wish: OrderWish & { readonly accept?: string },
): Promise<PlacedOut['orders'][number]> {
  await addToBasket(test, wish);
  const { orders } = await placeBasketOf(test, wish.account, wish.council);
  const [order] = orders;
  if (!order) throw new Error('no order was placed');
  if (wish.accept) {
    const answer = await test.app.inject({
      method: 'POST',
      url: `/api/orders/${order.id}/accept`,
      headers: await test.signIn(wish.accept, wish.council ?? WORLD.council),
    });
    expect(answer.statusCode, answer.body).toBe(200);
  }
  return order;
}
