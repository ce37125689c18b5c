// Own money topped up by card: the intent is committed first, the processor asked afterwards, and money counts only
// when the processor, asked again, says that it has it.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  cardPaymentFault,
  processorReference,
  readProcessorReference,
} from '@support-market/domain/budgets/card-payments';
import { cardClearingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import type { MessageKind } from '@support-market/domain/shared/message-kinds';
import { type Pence, pence } from '@support-market/domain/shared/money';
import type { ProblemCode } from '@support-market/domain/shared/problems';
import { wordsIn } from '@support-market/words/words-in';
import { recordAudit, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { once } from '../../platform/idempotency.repo.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import {
  type CardCode,
  type CardEvent,
  type CardPayment,
  type CardPaymentsPort,
  type CardReversal,
  createPaymentOnce,
  PARTS_OF_PAYMENTS,
  type PartOfPayment,
} from '../../ports/payments/card-payments.ts';
import type { SandboxCardPayments, TestCard } from '../../ports/payments/sandbox-card-payments.ts';
import {
  type CardPaymentRow,
  findCardPayment,
  findLineToPayInto,
  insertCardPayment,
  lockCardPayment,
  rememberEvent,
  saveProviderId,
} from './card-payments.repo.ts';
import { applyReversals, collectDebts } from './card-returns.service.ts';

const PROBLEM_OF: Readonly<Record<CardCode, ProblemCode>> = {
  'card.declined': 'card.declined',
  'card.unavailable': 'card.unavailable',
  'card.look_up_incomplete': 'card.unavailable',
  'card.not_configured': 'card.unavailable',
  'card.amount_out_of_range': 'card.amount_out_of_range',
  'card.not_found': 'record.not_found',
  'card.key_conflict': 'server.unexpected',
  'card.bad_request': 'server.unexpected',
  'card.unexpected_answer': 'server.unexpected',
};

function isSandbox(cards: CardPaymentsPort): cards is SandboxCardPayments {
  return 'payWithTestCard' in cards;
}

/** The processor's sandbox takes no money, so outside a demonstration it must not look as if it did. */
function workingCards(context: AppContext): CardPaymentsPort {
  if (isSandbox(context.cards) && !context.config.demonstration) throw new ProblemError('card.unavailable');
  return context.cards;
}

/** The processor's payment for a row: the one that it has, else a new one. The same row never gets two. */
async function askProcessor(context: AppContext, councilId: string, row: CardPaymentRow): Promise<CardPayment> {
  const cards = workingCards(context);
  if (row.providerId !== null) {
    const kept = await cards.findPayment(row.providerId);
    if (kept.ok) return kept.value;
    if (kept.code !== 'card.not_found') throw new ProblemError(PROBLEM_OF[kept.code]);
  }
  const made = await createPaymentOnce(
    cards,
    context.clock,
    {
      transferId: processorReference(councilId, row.id),
      amountPence: row.amountPence,
      description: wordsIn().say('card-payments')('forProcessor'),
      metadata: {},
    },
    row.createdAt,
  );
  if (!made.ok) throw new ProblemError(PROBLEM_OF[made.code]);
  await inTransaction(context.db, councilId, (tx) =>
    saveProviderId(tx, councilId, row.id, made.value.providerId, context.clock.now()),
  );
  return made.value;
}

export interface CardPaymentView {
  readonly id: string;
  readonly lineId: string;
  readonly lineName: string;
  readonly personId: string;
  readonly amountPence: Pence;
  readonly state: 'started' | 'succeeded' | 'failed';
}

function viewOf(row: CardPaymentRow): CardPaymentView {
  const { id, lineId, lineName, personId, amountPence, state } = row;
  return { id, lineId, lineName, personId, amountPence, state };
}

/**
 * Starts a card payment (or answers the one that the same key started). The client secret goes to the payer's browser alone.
 * Throws record.not_found, permission.denied without the power to manage money, budget_line.not_own_money,
 * budget_line.not_open, card.unavailable.
 */
export async function startCardPayment(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  key: string,
  body: { readonly lineId: string; readonly amountPence: number },
) {
  workingCards(context);
  const { clock } = context;
  const asker = { viewer, reach, today: clock.today() };
  const row = await inTransaction(context.db, viewer.councilId, async (tx) => {
    const { id } = await once(tx, clock, viewer, { key, operation: 'startCardPayment', body }, async () => {
      const line = found(await findLineToPayInto(tx, asker, body.lineId));
      if (!line.mayPay) throw new ProblemError('permission.denied');
      unwrap(cardPaymentFault(line), '/lineId');
      const cardPaymentId = newId(clock, 'cardPayment');
      const amountPence = pence(body.amountPence);
      await insertCardPayment(tx, viewer.councilId, {
        id: cardPaymentId,
        lineId: line.id,
        accountId: viewer.accountId,
        amountPence,
        at: clock.now(),
      });
      await begin({ tx, clock, actor: viewer }, 'card_payments', 'start', [{ id: cardPaymentId }], {
        audit: () => ({ personId: line.personId, details: { amountPence: body.amountPence, lineId: line.id } }),
      });
      return { id: cardPaymentId };
    });
    return found(await findCardPayment(tx, asker, id));
  });
  const payment = row.state === 'started' ? await askProcessor(context, viewer.councilId, row) : null;
  return {
    ...viewOf(row),
    clientSecret: payment?.clientSecret ?? null,
    publishableKey: isSandbox(context.cards) ? null : context.config.stripe.publishableKey,
    sandbox: isSandbox(context.cards),
  };
}

export async function viewCardPayment(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
): Promise<CardPaymentView> {
  const asker = { viewer, reach, today: context.clock.today() };
  return inTransaction(context.db, viewer.councilId, async (tx) => viewOf(found(await findCardPayment(tx, asker, id))));
}

/**
 * Demonstration only: does what the processor's card form would do in the browser. `needs_authentication` waits for
 * the bank's check; the next `succeeds` or `declined` is the bank's answer to it. Throws record.not_found outside a
 * demonstration, card.declined.
 */
export async function payInSandbox(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  id: string,
  card: TestCard,
): Promise<CardPaymentView & { status: string }> {
  const { cards } = context;
  if (!isSandbox(cards) || !context.config.demonstration) throw new ProblemError('record.not_found');
  const asker = { viewer, reach, today: context.clock.today() };
  const row = await inTransaction(context.db, viewer.councilId, async (tx) =>
    found(await findCardPayment(tx, asker, id)),
  );
  if (row.state !== 'started') throw new ProblemError('record.changed');
  const payment = await askProcessor(context, viewer.councilId, row);
  const tried =
    payment.status === 'needs_authentication'
      ? await cards.completeAuthentication(
          payment.providerId,
          payment.clientSecret,
          card === 'declined' ? 'failed' : 'passed',
        )
      : await cards.payWithTestCard(payment.providerId, payment.clientSecret, card);
  if (!tried.ok) throw new ProblemError(PROBLEM_OF[tried.code]);
  return { ...(await viewCardPayment(context, viewer, reach, id)), status: tried.value.status };
}

/**
 * Takes one event of the processor's: the payment is asked for again, and the event and its effect are kept in one
 * transaction, so that repeats and any order change nothing. Answers once that is committed. Throws webhook.refused
 * for a wrong signature and card.unavailable when the processor cannot be asked, so that it tells us again.
 */
export async function takeWebhook(
  context: AppContext,
  rawBody: Uint8Array,
  signature: string | undefined,
): Promise<void> {
  const verified = context.cards.verifyWebhook(rawBody, signature);
  if (!verified.ok) throw new ProblemError('webhook.refused');
  const event = verified.value;
  const found = await fetchFor(context, event);
  const ours = readProcessorReference(found?.payment.transferId);
  await inTransaction(context.db, ours?.councilId ?? null, async (tx) => {
    if (!(await rememberEvent(tx, event, context.clock.now()))) return;
    if (found && ours) await apply(tx, context, ours, found);
  });
}

interface Found {
  readonly payment: CardPayment;
  /** Undefined where the event says nothing of money that was taken back, so it was not asked for. */
  readonly reversals: readonly CardReversal[] | undefined;
}

const isPart = (kind: string): kind is PartOfPayment => (PARTS_OF_PAYMENTS as readonly string[]).includes(kind);

/** The payment that an event is about, asked for again; undefined where it is about none. */
async function fetchFor(context: AppContext, event: CardEvent): Promise<Found | undefined> {
  if (event.objectKind === 'payment_intent') {
    const payment = await fetchPayment(context, event);
    return payment && { payment, reversals: undefined };
  }
  if (!isPart(event.objectKind)) return undefined;
  const owner = await context.cards.paymentOf(event.objectKind, event.objectId);
  if (owner.ok) return owner.value === undefined ? undefined : fetchWhole(context, owner.value);
  if (owner.code === 'card.not_found') return undefined;
  throw new ProblemError('card.unavailable');
}

/** A payment with everything that was taken back of it. */
async function fetchWhole({ cards }: AppContext, providerId: string): Promise<Found | undefined> {
  const payment = await cards.findPayment(providerId);
  if (!payment.ok) {
    if (payment.code === 'card.not_found') return undefined;
    throw new ProblemError('card.unavailable');
  }
  const reversals = await cards.findReversals(providerId);
  if (!reversals.ok) throw new ProblemError('card.unavailable');
  return { payment: payment.value, reversals: reversals.value };
}

async function apply(
  tx: Tx,
  context: AppContext,
  ours: { readonly councilId: string; readonly cardPaymentId: string },
  { payment, reversals }: Found,
): Promise<void> {
  const { councilId, cardPaymentId } = ours;
  // Whichever event comes first, the payment itself is taken before what was taken back of it.
  await applyPayment(tx, context, ours, payment);
  const row = await lockCardPayment(tx, councilId, cardPaymentId);
  if (row?.state !== 'succeeded' || row.providerId !== payment.providerId) return;
  const actor = systemActor(councilId, 'card-processor');
  if (reversals === undefined) await collectDebts(tx, context, actor, row.lineId);
  else await applyReversals(tx, context, actor, row, reversals);
}

/** Takes a payment of the processor's list as its events would have told it, where one was lost. */
export async function catchUpWith(context: AppContext, providerId: string): Promise<void> {
  const found = await fetchWhole(context, providerId);
  const ours = readProcessorReference(found?.payment.transferId);
  if (found && ours) await inTransaction(context.db, ours.councilId, (tx) => apply(tx, context, ours, found));
}

async function fetchPayment(context: AppContext, event: CardEvent): Promise<CardPayment | undefined> {
  const asked = await context.cards.findPayment(event.objectId);
  if (!asked.ok) {
    if (asked.code === 'card.not_found') return undefined;
    throw new ProblemError('card.unavailable');
  }
  // A processor that says "succeeded" and then knows nothing of it is asked again later.
  if (event.type === 'payment_intent.succeeded' && asked.value.status !== 'succeeded') {
    throw new ProblemError('card.unavailable');
  }
  return asked.value;
}

async function applyPayment(
  tx: Tx,
  context: AppContext,
  ours: { readonly councilId: string; readonly cardPaymentId: string },
  payment: CardPayment,
): Promise<void> {
  if (payment.status !== 'succeeded' && payment.status !== 'cancelled') return;
  const { clock } = context;
  const { councilId, cardPaymentId } = ours;
  const row = await lockCardPayment(tx, councilId, cardPaymentId);
  if (!row) return;
  const work = { tx, clock, actor: systemActor(councilId, 'card-processor') };
  const askFinance = async (
    event: string,
    kind: MessageKind,
    details: Readonly<Record<string, number>>,
  ): Promise<void> => {
    const about = { noun: 'card-payment', recordId: row.id, personId: row.personId };
    await recordAudit(tx, clock, work.actor, { event, ...about, details });
    await recordMessages(tx, clock, councilId, [
      { role: 'finance', kind, details: { ...details, cardPaymentId: row.id } },
    ]);
  };
  const settled = { provider_id: payment.providerId, settled_at: clock.now() };
  const amountPence = Number(row.amountPence);

  if (payment.status === 'cancelled') {
    // Another payment of the same intent may still be on its way.
    if (row.providerId !== null && row.providerId !== payment.providerId) return;
    if (row.state !== 'started') return;
    await step(work, 'card_payments', 'fail', [row], { set: settled, audit: () => ({ personId: row.personId }) });
    return;
  }
  if (payment.amountPence !== row.amountPence || payment.receivedPence !== row.amountPence) {
    const receivedPence = Number(payment.receivedPence);
    await askFinance('card-payment.mismatch', 'card-payment.mismatch', { askedPence: amountPence, receivedPence });
    return;
  }
  if (row.state !== 'started') {
    if (row.providerId !== payment.providerId || row.state === 'failed')
      await askFinance('card-payment.taken-twice', 'card-payment.taken-twice', { amountPence });
    return;
  }
  await openAccounts(tx, councilId, [cardClearingAccount(row.funderId)]);
  await postTransfers(tx, { councilId, effectiveAt: clock.now(), recordedAt: clock.now(), recordedBy: row.accountId }, [
    {
      kind: 'single',
      id: `tr_card:${row.id}`,
      code: 'card-payment',
      debit: cardClearingAccount(row.funderId).id,
      credit: lineAccount(row.lineId).id,
      amountPence: row.amountPence,
      lineId: row.lineId,
    },
  ]);
  await step(work, 'card_payments', 'succeed', [row], {
    set: settled,
    audit: () => ({ personId: row.personId, details: { amountPence } }),
    messages: () => [
      {
        personId: row.personId,
        kind: 'card-payment.received',
        details: { amountPence, lineName: row.lineName, lineId: row.lineId },
      },
    ],
  });
}
