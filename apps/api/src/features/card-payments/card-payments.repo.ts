// Rows of card payments: written before the processor is asked, settled once however often it answers.

import type { Tx } from '@support-market/db/pool';
import { inReach } from '@support-market/db/scope';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Stream } from '@support-market/domain/budgets/streams';
import { startState } from '@support-market/domain/shared/machines';
import type { Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';

export interface Asker {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly today: Temporal.PlainDate;
}

/** A line that the viewer may see; `mayPay` tells whether they may also put money in. */
export async function findLineToPayInto(tx: Tx, { viewer, reach, today }: Asker, lineId: string) {
  const columns = { councilId: viewer.councilId, person: 'budget_lines.person_id' };
  const row = await tx
    .selectFrom('budget_lines')
    .select(['id', 'person_id as personId', 'name', 'stream', 'state'])
    .select(inReach(reach, viewer.accountId, today, columns, 'manage-money').as('mayPay'))
    .where('council_id', '=', viewer.councilId)
    .where('id', '=', lineId)
    .where(inReach(reach, viewer.accountId, today, columns))
    .executeTakeFirst();
  return row && { ...row, stream: row.stream as Stream };
}

export interface CardPaymentRow {
  readonly id: string;
  readonly lineId: string;
  readonly personId: string;
  readonly lineName: string;
  /** Whose money the line is of. */
  readonly funderId: string;
  readonly accountId: string;
  readonly amountPence: Pence;
  readonly state: 'started' | 'succeeded' | 'failed';
  readonly providerId: string | null;
  readonly createdAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
}

function payments(tx: Tx, councilId: string, id: string) {
  return tx
    .selectFrom('card_payments')
    .innerJoin('budget_lines', (join) =>
      join.on('budget_lines.council_id', '=', councilId).onRef('budget_lines.id', '=', 'card_payments.line_id'),
    )
    .select([
      'card_payments.id',
      'card_payments.line_id as lineId',
      'budget_lines.person_id as personId',
      'budget_lines.name as lineName',
      'budget_lines.funder_id as funderId',
      'card_payments.account_id as accountId',
      'card_payments.amount_pence as amountPence',
      'card_payments.state',
      'card_payments.provider_id as providerId',
      'card_payments.created_at as createdAt',
      'card_payments.settled_at as settledAt',
    ])
    .where('card_payments.council_id', '=', councilId)
    .where('card_payments.id', '=', id);
}

function typed<Row extends { readonly amountPence: bigint; readonly state: string }>(
  row: Row | undefined,
): (Omit<Row, 'amountPence' | 'state'> & Pick<CardPaymentRow, 'amountPence' | 'state'>) | undefined {
  return row && { ...row, amountPence: row.amountPence as Pence, state: row.state as CardPaymentRow['state'] };
}

export async function findCardPayment(
  tx: Tx,
  { viewer, reach, today }: Asker,
  id: string,
): Promise<CardPaymentRow | undefined> {
  const row = await payments(tx, viewer.councilId, id)
    .where(
      inReach(reach, viewer.accountId, today, {
        councilId: viewer.councilId,
        person: 'budget_lines.person_id',
      }),
    )
    .executeTakeFirst();
  return typed(row);
}

/** The payment, no matter who asks, held until the transaction ends, so that two answers about it come one after the other. */
export async function lockCardPayment(tx: Tx, councilId: string, id: string): Promise<CardPaymentRow | undefined> {
  return typed(await payments(tx, councilId, id).forUpdate('card_payments').executeTakeFirst());
}

export async function insertCardPayment(
  tx: Tx,
  councilId: string,
  payment: {
    readonly id: string;
    readonly lineId: string;
    readonly accountId: string;
    readonly amountPence: Pence;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('card_payments')
    .values({
      council_id: councilId,
      id: payment.id,
      line_id: payment.lineId,
      account_id: payment.accountId,
      amount_pence: payment.amountPence,
      state: startState('card_payments', 'start'),
      created_at: payment.at,
    })
    .execute();
  await tx
    .insertInto('effects')
    .values({ council_id: councilId, key: `card-payment:${payment.id}`, state: 'started', started_at: payment.at })
    .execute();
}

/** Notes what the processor calls the payment. What it keeps secret is not kept here. */
export async function saveProviderId(
  tx: Tx,
  councilId: string,
  id: string,
  providerId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('card_payments')
    .set({ provider_id: providerId })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('state', '=', 'started')
    .execute();
  await tx
    .updateTable('effects')
    .set({ state: 'done', response: JSON.stringify({ providerId }), done_at: at })
    .where('council_id', '=', councilId)
    .where('key', '=', `card-payment:${id}`)
    .execute();
}

/** False when this event was taken before. */
export async function rememberEvent(
  tx: Tx,
  event: { readonly eventId: string; readonly type: string; readonly objectId: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .insertInto('webhook_events')
    .values({
      provider: 'stripe',
      event_id: event.eventId,
      type: event.type,
      object_id: event.objectId,
      received_at: at,
    })
    .onConflict((conflict) => conflict.columns(['provider', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return row !== undefined;
}
