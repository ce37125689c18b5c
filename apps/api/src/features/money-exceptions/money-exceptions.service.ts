// A finance officer settles what money did otherwise than we thought: a debt is repaid or given up, a difference or a
// return is explained. What is still wrong cannot be explained away: a held account must be replaced first.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { bankAccount, debtAccount, writeOffAccount } from '@support-market/domain/ledger/accounts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { step } from '../../platform/transitions.repo.ts';
import { openAccounts, postTransfers } from '../../ports/ledger/ledger.repo.ts';
import {
  endDebt,
  listMoneyExceptions,
  lockMoneyException,
  type MoneyExceptionKind,
  type MoneyExceptionRow,
} from './money-exceptions.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export const DECISIONS = ['explained', 'repaid', 'written-off'] as const;
type Decision = (typeof DECISIONS)[number];

const DECISIONS_OF: Readonly<Record<MoneyExceptionKind, readonly Decision[]>> = {
  'payment-returned': ['explained'],
  'card-debt': ['repaid', 'written-off'],
  'card-difference': ['explained'],
};

function decisionsFor({ kind, state, isHeld }: MoneyExceptionRow): Decision[] {
  return state === 'settled' || isHeld ? [] : [...DECISIONS_OF[kind]];
}

const REVERSALS = ['refund', 'dispute'] as const;
const DIFFERENCES = ['not-there', 'not-here', 'other-amount', 'other-taken-back'] as const;

function viewOf(row: MoneyExceptionRow) {
  const { details, payeeAccountId: _account, cardReturnId: _return, lineId: _line, personId: _person, ...rest } = row;
  const text = (key: string): string | null => (typeof details[key] === 'string' ? details[key] : null);
  return {
    ...rest,
    references: text('references'),
    reasonCode: text('code') || null,
    cause: text('cause'),
    reversal: REVERSALS.find((one) => one === details.reversal) ?? null,
    difference: DIFFERENCES.find((one) => one === details.what) ?? null,
    processorId: text('providerId'),
    decisions: decisionsFor(row),
  };
}

export function viewMoneyExceptions(
  { db, clock }: Needs,
  viewer: Viewer,
  filter: { readonly state: 'open' | 'settled'; readonly after: string | null; readonly limit: number },
): Promise<ReturnType<typeof viewOf>[]> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const rows = await listMoneyExceptions(tx, viewer.councilId, filter);
    const people = new Set(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    await recordAudit(
      tx,
      clock,
      viewer,
      ...[...people].map((personId) => ({
        event: 'exception.listed',
        noun: 'exception',
        recordId: null,
        personId,
        reason: sayRecorded('settling-a-difference'),
      })),
    );
    return rows.map(viewOf);
  });
}

/**
 * Settles it. Refuses with `exception.already_settled`, `exception.not_settled_this_way` and
 * `exception.payee_still_held`.
 */
export function settleMoneyException(
  { db, clock }: Needs,
  viewer: Viewer,
  id: string,
  { decision, note }: { readonly decision: Decision; readonly note: string },
): Promise<void> {
  const { councilId, accountId } = viewer;
  return inTransaction(db, councilId, async (tx) => {
    const row = found(await lockMoneyException(tx, councilId, id));
    if (row.state !== 'open') throw new ProblemError('exception.already_settled');
    if (row.isHeld) throw new ProblemError('exception.payee_still_held');
    if (!DECISIONS_OF[row.kind].includes(decision)) throw new ProblemError('exception.not_settled_this_way');
    const now = clock.now();
    const amountPence = row.owedPence;
    if (decision !== 'explained' && amountPence !== null && amountPence > 0n) {
      const { lineId, funderId, cardReturnId } = row;
      if (lineId === null || funderId === null || cardReturnId === null)
        throw new Error(`a debt without its line: ${id}`);
      const debit = decision === 'repaid' ? bankAccount(funderId) : writeOffAccount();
      await openAccounts(tx, councilId, [debit, debtAccount(lineId)]);
      await postTransfers(tx, { councilId, effectiveAt: now, recordedAt: now, recordedBy: accountId }, [
        {
          kind: 'single',
          id: `tr_carddebt:${cardReturnId}:${decision}`,
          code: decision === 'repaid' ? 'debt-repaid' : 'debt-written-off',
          debit: debit.id,
          credit: debtAccount(lineId).id,
          amountPence,
          lineId,
        },
      ]);
      if (!(await endDebt(tx, councilId, cardReturnId, decision, amountPence)))
        throw new ProblemError('record.changed');
    }
    await step({ tx, clock, actor: viewer }, 'exceptions', 'settle', [row], {
      set: { settled_at: now, settled_by: accountId, settled_pence: amountPence, note },
      audit: () => ({ personId: row.personId, reason: note, details: { decision } }),
      otherwise: 'exception.already_settled',
    });
  });
}
