// The file that a run gives the bank: made once, the same bytes for ever after.
// Source: standards.md (ISO 20022 pain.001); the rules a file keeps are in packages/domain/src/payments/payment-file.ts.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  type BankParty,
  batchIdOf,
  DEBIT_ACCOUNTS,
  type DebitAccount,
  type PaymentBatch,
} from '@support-market/domain/payments/payment-file';
import { messageIdOf } from '@support-market/domain/payments/run-rules';
import type { Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { type CouncilAccounts, councilAccounts } from '../../platform/council-accounts.repo.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { writePain001 } from '../../ports/bank-files/pain001.ts';
import { type EmittedFile, readFile, saveFile } from './payment-files.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface RunToWrite {
  readonly id: string;
  readonly reference: string;
  readonly executionDate: Temporal.PlainDate;
  readonly payments: readonly {
    readonly debitAccount: DebitAccount;
    readonly endToEndId: string;
    readonly amountPence: Pence;
    readonly payeeName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  }[];
}

function batches(run: RunToWrite, council: CouncilAccounts): readonly PaymentBatch[] {
  const debtors: Readonly<Record<DebitAccount, BankParty | null>> = {
    bank: council.bank,
    'client-money': council.clientMoney,
  };
  return DEBIT_ACCOUNTS.flatMap((debitAccount): PaymentBatch[] => {
    const transfers = run.payments.filter((payment) => payment.debitAccount === debitAccount);
    const debtor = debtors[debitAccount];
    if (transfers.length === 0 || debtor === null) return [];
    return [
      {
        id: batchIdOf(run.id, debitAccount),
        executionDate: run.executionDate,
        debtor,
        transfers: transfers.map((payment) => ({
          endToEndId: payment.endToEndId,
          amountPence: payment.amountPence,
          creditor: { name: payment.payeeName, sortCode: payment.sortCode, accountNumber: payment.accountNumber },
          remittance: `${council.code} ${run.reference}`,
        })),
      },
    ];
  });
}

/** Writes and keeps the file of a run that is authorised; null when another did so meanwhile. */
export async function makeFile(
  tx: Tx,
  { clock }: Needs,
  councilId: string,
  run: RunToWrite,
): Promise<EmittedFile | null> {
  const council = await councilAccounts(tx, councilId);
  const messageId = messageIdOf(run.id);
  const written = writePain001({
    messageId,
    createdAt: clock.now(),
    initiatingParty: council.name,
    batches: batches(run, council),
  });
  // A file that breaks a rule here is our fault: every payee was checked before it was claimed.
  if (!written.ok)
    throw new Error(`the payment file breaks a rule: ${written.code} ${JSON.stringify(written.details)}`);
  const { bytes } = written.value;
  const file = {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    messageId,
    emittedAt: clock.now(),
    executionDate: run.executionDate,
  };
  return (await saveFile(tx, councilId, run.id, file)) ? file : null;
}

/** The file as it was made. Refuses with `payment_run.not_emitted`. */
export function runFile(
  context: Needs,
  viewer: Viewer,
  runId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const file = await readFile(tx, viewer.councilId, runId);
    if (!file) throw new ProblemError('payment_run.not_emitted');
    await recordAudit(tx, context.clock, viewer, {
      event: 'payment-run.downloaded',
      noun: 'payment-run',
      recordId: runId,
    });
    return { name: `payment-run-${file.reference}.xml`, bytes: file.bytes, sha256: file.sha256 };
  });
}
