// Card money that is taken back (refund, dispute) lowers the line that it came to; what is spent already becomes a debt
// that finance sees, and no order is lost. What is given back restores it. Repeats and any order change nothing, because
// the processor is asked how each stands now.
// Source: packages/domain/src/payments/card-returns.ts.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { cardClearingAccount, debtAccount, lineAccount, writeOffAccount } from '@support-market/domain/ledger/accounts';
import type { Transfer } from '@support-market/domain/ledger/transfers';
import { splitGivenBack, splitTaken } from '@support-market/domain/payments/card-returns';
import { minPence, type Pence, pence } from '@support-market/domain/shared/money';
import { type Actor, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import type { CardReversal } from '../../ports/payments/card-payments.ts';
import type { CardPaymentRow } from './card-payments.repo.ts';
import {
  type CardReturnRow,
  insertCardException,
  insertReturn,
  leftOnLine,
  lockCollectable,
  lockReturnsOf,
  openDebtOf,
  owedForLine,
  saveCollected,
} from './card-returns.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

interface Move {
  readonly id: string;
  readonly debit: string;
  readonly credit: string;
  readonly amountPence: Pence;
  readonly code: Transfer['code'];
}

async function post(tx: Tx, { clock }: Needs, actor: Actor, lineId: string, moves: readonly Move[]): Promise<void> {
  const { councilId, accountId } = actor;
  const now = clock.now();
  await openAccounts(tx, councilId, [debtAccount(lineId), writeOffAccount()]);
  await postTransfers(
    tx,
    { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId },
    moves.filter(({ amountPence }) => amountPence > 0n).map((move): Transfer => ({ kind: 'single', lineId, ...move })),
  );
}

/** Takes one refund or dispute from the line of its payment, as far as the line has money; the rest is owed. */
async function take(
  tx: Tx,
  context: Needs,
  actor: Actor,
  payment: CardPaymentRow,
  reversal: CardReversal,
): Promise<CardReturnRow> {
  const { clock } = context;
  const { councilId } = actor;
  const { fromLine, owed } = splitTaken(reversal.amountPence, await leftOnLine(tx, councilId, payment.lineId));
  const taken = {
    id: newId(clock, 'cardReturn'),
    cardPaymentId: payment.id,
    lineId: payment.lineId,
    kind: reversal.kind,
    providerId: reversal.providerId,
    amountPence: reversal.amountPence,
    state: 'taken',
    fromLinePence: fromLine,
    owedPence: owed,
  } as const;
  await insertReturn(tx, councilId, { ...taken, at: clock.now() });
  const clearing = cardClearingAccount(payment.funderId).id;
  const line = lineAccount(payment.lineId).id;
  const common = { credit: clearing, code: 'card-taken-back' as const };
  await post(tx, context, actor, payment.lineId, [
    { ...common, id: `tr_cardback:${taken.id}`, debit: line, amountPence: fromLine },
    { ...common, id: `tr_cardback:${taken.id}:owed`, debit: debtAccount(payment.lineId).id, amountPence: owed },
  ]);
  const details = { amountPence: Number(reversal.amountPence), owedPence: Number(owed), kind: reversal.kind };
  await begin({ tx, clock, actor }, 'card_returns', 'take', [taken], {
    audit: () => ({ personId: payment.personId, details: { ...details, cardPaymentId: payment.id } }),
  });
  if (owed > 0n)
    await insertCardException(tx, councilId, {
      id: newId(clock, 'exception'),
      kind: 'card-debt',
      subject: taken.id,
      cardPaymentId: payment.id,
      expectedPence: reversal.amountPence,
      foundPence: fromLine,
      details: { lineName: payment.lineName, reversal: reversal.kind },
      at: clock.now(),
    });
  const owedNow = Number(await owedForLine(tx, councilId, payment.lineId));
  await recordMessages(tx, clock, councilId, [
    {
      personId: payment.personId,
      kind: 'card-payment.taken-back',
      details: { ...details, owedPence: owedNow, lineName: payment.lineName, lineId: payment.lineId },
    },
  ]);
  return {
    ...taken,
    personId: payment.personId,
    lineName: payment.lineName,
    funderId: payment.funderId,
    repaidPence: pence(0),
    writtenOffPence: pence(0),
  };
}

async function settleDebt(tx: Tx, { clock }: Needs, actor: Actor, returnId: string, note: string): Promise<void> {
  const open = await openDebtOf(tx, actor.councilId, returnId);
  await step({ tx, clock, actor }, 'exceptions', 'settle', open, {
    set: { settled_at: clock.now(), note },
    audit: () => ({ reason: note }),
  });
}

/** The processor returned it: what is owed goes first, then what the council gave up, the rest is the line's again. */
async function giveBack(tx: Tx, context: Needs, actor: Actor, row: CardReturnRow): Promise<void> {
  const { clock } = context;
  const { toDebt, toWriteOff, toLine } = splitGivenBack(row);
  const common = { debit: cardClearingAccount(row.funderId).id, code: 'card-given-back' as const };
  const id = `tr_cardagain:${row.id}`;
  await post(tx, context, actor, row.lineId, [
    { ...common, id: `${id}:owed`, credit: debtAccount(row.lineId).id, amountPence: toDebt },
    { ...common, id: `${id}:given-up`, credit: writeOffAccount().id, amountPence: toWriteOff },
    { ...common, id, credit: lineAccount(row.lineId).id, amountPence: toLine },
  ]);
  await step({ tx, clock, actor }, 'card_returns', 'giveBack', [row], {
    set: { owed_pence: 0n, given_back_at: clock.now() },
    audit: () => ({ personId: row.personId, details: { amountPence: Number(row.amountPence) } }),
  });
  await settleDebt(tx, context, actor, row.id, sayRecorded('card-money-given-back'));
  await recordMessages(tx, clock, actor.councilId, [
    {
      personId: row.personId,
      kind: 'card-payment.given-back',
      details: { amountPence: Number(row.amountPence), lineName: row.lineName, lineId: row.lineId },
    },
  ]);
}

/** Brings what we have of a card payment to how its refunds and disputes stand now. The payment is locked and succeeded. */
export async function applyReversals(
  tx: Tx,
  context: Needs,
  actor: Actor,
  payment: CardPaymentRow,
  reversals: readonly CardReversal[],
): Promise<void> {
  const known = new Map((await lockReturnsOf(tx, actor.councilId, payment.id)).map((row) => [row.providerId, row]));
  for (const reversal of reversals) {
    const { standing } = reversal;
    const isTaken = standing === 'taken' || standing === 'final';
    const before = known.get(reversal.providerId);
    const row = before ?? (isTaken ? await take(tx, context, actor, payment, reversal) : undefined);
    if (row === undefined || row.state === 'given-back') continue;
    if (!isTaken) await giveBack(tx, context, actor, row);
    else if (standing === 'final' && row.state === 'taken')
      await step({ tx, clock: context.clock, actor }, 'card_returns', 'finish', [row], {
        audit: () => ({ personId: row.personId }),
      });
  }
  await collectDebts(tx, context, actor, payment.lineId);
}

/** Money that came to a line again (a cancelled order, another card payment) goes first to what is owed for it. */
export async function collectDebts(tx: Tx, context: Needs, actor: Actor, lineId: string | null): Promise<void> {
  const { clock } = context;
  const { councilId } = actor;
  for (const row of await lockCollectable(tx, councilId, lineId)) {
    const amountPence = minPence(row.owedPence, await leftOnLine(tx, councilId, row.lineId));
    if (amountPence <= 0n) continue;
    await post(tx, context, actor, row.lineId, [
      {
        id: `tr_carddebt:${row.id}:${row.fromLinePence}`,
        code: 'debt-collected',
        debit: lineAccount(row.lineId).id,
        credit: debtAccount(row.lineId).id,
        amountPence,
      },
    ]);
    const owedPence = pence(row.owedPence - amountPence);
    await saveCollected(tx, councilId, row.id, { fromLinePence: pence(row.fromLinePence + amountPence), owedPence });
    if (owedPence === 0n) await settleDebt(tx, context, actor, row.id, sayRecorded('line-money-settled-it'));
    await recordMessages(tx, clock, councilId, [
      {
        personId: row.personId,
        kind: 'card-payment.debt-collected',
        details: {
          amountPence: Number(amountPence),
          owedPence: Number(await owedForLine(tx, councilId, row.lineId)),
          lineName: row.lineName,
          lineId: row.lineId,
        },
      },
    ]);
  }
}

/** The worker's step, for lines to which money came back otherwise than by card. */
export async function collectAllDebts(context: Needs): Promise<void> {
  for (const councilId of await listCouncilIds(context.db)) {
    await inTransaction(context.db, councilId, (tx) =>
      collectDebts(tx, context, systemActor(councilId, 'schedule'), null),
    );
  }
}
