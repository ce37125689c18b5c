// Asks the buyers of running orders about a price rise, each with what it comes to: found anew each time, so that an order
// placed at the old price while the rise was being decided is asked too, and none is asked twice.

import type { Tx } from '@support-market/db/pool';
import type { Unit } from '@support-market/domain/listings/prices';
import {
  type PricedVisit,
  plannedEffect,
  withVat,
  yearlyEffect,
} from '@support-market/domain/price-rises/price-effect';
import { upliftAnswer } from '@support-market/domain/price-rises/uplift-rule';
import { type Pence, pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { newId } from '../../platform/ids.ts';
import type { NewMessage } from '../../platform/messages.repo.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { begin, step, type Work } from '../../platform/transitions.repo.ts';
import { type AffectedLine, insertPriceRiseOrders, listAffected } from './price-rise-orders.repo.ts';
import { type PriceRise, roseInYearBefore } from './price-rises.repo.ts';

/** What was to come before an answer keeps its price: the day itself or, once that has come, tomorrow. */
export function firstRaisedDay(fromDate: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(fromDate, today) > 0 ? fromDate : today.add({ days: 1 });
}

/** A line of an order with what a rise comes to on it. */
export interface Effect {
  readonly line: AffectedLine;
  readonly fromPence: Pence;
  readonly toPence: Pence;
  readonly yearlyPence: Pence;
  readonly plannedPence: Pence;
  readonly visits: number;
}

/** The lines that cost less than the new price, each with its own VAT. */
function effectOn(line: AffectedLine, netPence: Pence): Effect | null {
  const toPence = withVat(netPence, line.vatRateBasisPoints);
  const visits = line.visits
    .map(
      (visit): PricedVisit => ({
        ...visit,
        unitPence: pence(visit.unitPence),
        plannedPence: pence(visit.plannedPence),
      }),
    )
    .filter(({ unitPence }) => unitPence < toPence);
  const [first] = visits;
  if (first === undefined) return null;
  const unit: Unit = line.unit;
  const weekly = line.weekly.map(({ minutes }) => ({ minutes, quantity: line.quantity }));
  return {
    line,
    fromPence: first.unitPence,
    toPence,
    yearlyPence: yearlyEffect({ unit, weekly, fromPence: first.unitPence, toPence }),
    plannedPence: plannedEffect(unit, visits, toPence),
    visits: visits.length,
  };
}

/** What a rise falls on that no one was asked about yet. */
export async function effectsOf(
  tx: Tx,
  councilId: string,
  rise: Pick<PriceRise, 'offerId' | 'kind' | 'toPence' | 'fromDate'> & { readonly id: string | null },
  today: Temporal.PlainDate,
): Promise<Effect[]> {
  const lines = await listAffected(tx, councilId, rise, firstRaisedDay(rise.fromDate, today));
  return lines.flatMap((line) => effectOn(line, rise.toPence) ?? []);
}

/** Asks everybody whom a rise falls on and who was not asked yet; the council's rule refuses here, and accepts later. */
export async function askBuyers(work: Work, rise: PriceRise): Promise<void> {
  const { tx, clock, actor } = work;
  const { councilId } = actor;
  const today = clock.today();
  const effects = await effectsOf(tx, councilId, rise, today);
  if (effects.length === 0) return;
  const settings = await readSettings(tx, councilId, today);
  const roseThisYear = await roseInYearBefore(tx, councilId, rise);
  const rows = effects.map(({ line, ...effect }) => ({
    ...effect,
    id: newId(clock, 'priceRiseOrder'),
    orderId: line.orderId,
    orderLineId: line.orderLineId,
    personId: line.personId,
    rule:
      rise.raisesOrders && line.councilAlonePays
        ? ('accept' as const)
        : upliftAnswer(effect, settings, { councilAlonePays: line.councilAlonePays, roseThisYear }),
    details: {
      orderId: line.orderId,
      priceRiseId: rise.id,
      reference: line.reference,
      organisationName: rise.organisationName,
      description: line.description,
      fromPence: Number(effect.fromPence),
      toPence: Number(effect.toPence),
      yearlyPence: Number(effect.yearlyPence),
      plannedPence: Number(effect.plannedPence),
      serviceDate: rise.fromDate.toString(),
    },
  }));
  const stored = await insertPriceRiseOrders(tx, councilId, rise, rows, clock.now());
  const asked = rows.filter(({ id }) => stored.has(id));
  const isAsked = ({ rule }: (typeof rows)[number]): boolean => rule === 'ask';
  await begin(work, 'price_rise_orders', 'ask', asked, {
    audit: ({ personId, yearlyPence }) => ({ personId, details: { yearlyPence: Number(yearlyPence) } }),
    messages: (row): NewMessage[] =>
      isAsked(row) ? [{ personId: row.personId, kind: 'price-rise-order.asked', details: row.details }] : [],
  });
  await step(
    work,
    'price_rise_orders',
    'refuseByRule',
    asked.filter(({ rule }) => rule === 'refuse'),
    {
      set: { answered_at: clock.now() },
      audit: ({ personId }) => ({ personId }),
      messages: ({ personId, details }) => [
        { personId, kind: 'price-rise-order.refused', details },
        { organisationId: rise.organisationId, kind: 'price-rise-order.refused', details },
      ],
    },
  );
}
