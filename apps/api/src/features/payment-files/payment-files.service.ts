// The files that a run gives the bank: one for each account that it pays from, made once, the same bytes for ever after.
// Source: standards.md (ISO 20022 pain.001); the rules a file keeps are in packages/domain/src/payments/payment-file.ts.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import {
  type BankParty,
  DEBIT_ACCOUNTS,
  type DebitAccount,
  fileMessageIdOf,
} from '@support-market/domain/payments/payment-file';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { type CouncilAccounts, councilAccounts } from '../../platform/council-accounts.repo.ts';
import { newId } from '../../platform/ids.ts';
import { found } from '../../platform/problem-error.ts';
import { writePain001 } from '../../ports/bank-files/pain001.ts';
import { insertFiles, type NewFile, readFile } from './payment-files.repo.ts';

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

function writeFile({ clock }: Needs, run: RunToWrite, council: CouncilAccounts, debitAccount: DebitAccount): NewFile[] {
  const debtors: Readonly<Record<DebitAccount, BankParty | null>> = {
    bank: council.bank,
    'client-money': council.clientMoney,
  };
  const payments = run.payments.filter((payment) => payment.debitAccount === debitAccount);
  const debtor = debtors[debitAccount];
  if (payments.length === 0) return [];
  if (debtor === null) throw new Error(`no account to pay from: ${debitAccount}`);
  const messageId = fileMessageIdOf(run.id, debitAccount);
  const written = writePain001({
    messageId,
    createdAt: clock.now(),
    initiatingParty: council.name,
    batches: [
      {
        id: messageId,
        executionDate: run.executionDate,
        debtor,
        transfers: payments.map((payment) => ({
          endToEndId: payment.endToEndId,
          amountPence: payment.amountPence,
          creditor: { name: payment.payeeName, sortCode: payment.sortCode, accountNumber: payment.accountNumber },
          remittance: `${council.code} ${run.reference}`,
        })),
      },
    ],
  });
  // A file that breaks a rule here is our fault: every payee was checked before it was claimed.
  if (!written.ok)
    throw new Error(`the payment file breaks a rule: ${written.code} ${JSON.stringify(written.details)}`);
  const { bytes } = written.value;
  return [
    {
      id: newId(clock, 'paymentFile'),
      runId: run.id,
      debitAccount,
      messageId,
      payments: payments.length,
      totalPence: addPence(...payments.map(({ amountPence }) => amountPence)),
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      emittedAt: clock.now(),
    },
  ];
}

/** Writes and keeps the files of a run; called once, by the step that emits it. */
export async function makeFiles(
  tx: Tx,
  context: Needs,
  councilId: string,
  run: RunToWrite,
): Promise<readonly NewFile[]> {
  const council = await councilAccounts(tx, councilId);
  const files = DEBIT_ACCOUNTS.flatMap((debitAccount) => writeFile(context, run, council, debitAccount));
  await insertFiles(tx, councilId, files);
  return files;
}

/** A file as it was made. */
export function downloadFile(
  context: Needs,
  viewer: Viewer,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const file = found(await readFile(tx, viewer.councilId, id));
    await recordAudit(tx, context.clock, viewer, {
      event: 'payment-file.downloaded',
      noun: 'payment-file',
      recordId: id,
    });
    return { name: fileName(file), bytes: file.bytes, sha256: file.sha256 };
  });
}

export function fileName({
  reference,
  debitAccount,
}: {
  readonly reference: string;
  readonly debitAccount: string;
}): string {
  return `payment-file-${reference}-${debitAccount}.xml`;
}
