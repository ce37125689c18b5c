// The file that a run gives the bank: from the account of the run's funder, made once, the same bytes for ever after.
// Source: standards.md (ISO 20022 pain.001); the rules a file keeps are in packages/domain/src/payments/payment-file.ts.

import { createHash } from 'node:crypto';
import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { messageIdOf } from '@support-market/domain/payments/run-rules';
import { addPence, type Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { payingFunder } from '../../platform/funder-accounts.repo.ts';
import { newId } from '../../platform/ids.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { writePain001 } from '../../ports/bank-files/pain001.ts';
import { insertFile, type NewFile, readFile } from './payment-files.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

export interface RunToWrite {
  readonly id: string;
  readonly reference: string;
  readonly funderId: string;
  readonly funderAccountId: string;
  readonly executionDate: Temporal.PlainDate;
  readonly payments: readonly {
    readonly endToEndId: string;
    readonly amountPence: Pence;
    readonly payeeName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
  }[];
}

/**
 * Writes and keeps the file of a run; called once, by the step that emits it. Refuses with
 * `payment_run.funder_account_changed` when the funder's account is not the one that the run was proposed with.
 */
export async function makeFile(tx: Tx, { clock }: Needs, councilId: string, run: RunToWrite): Promise<NewFile> {
  const { account, councilCode, councilName } = found(await payingFunder(tx, councilId, run.funderId));
  if (account === null || account.id !== run.funderAccountId)
    throw new ProblemError('payment_run.funder_account_changed');
  const messageId = messageIdOf(run.id);
  const { payments } = run;
  const written = writePain001({
    messageId,
    createdAt: clock.now(),
    initiatingParty: councilName,
    batches: [
      {
        id: messageId,
        executionDate: run.executionDate,
        debtor: account,
        transfers: payments.map((payment) => ({
          endToEndId: payment.endToEndId,
          amountPence: payment.amountPence,
          creditor: { name: payment.payeeName, sortCode: payment.sortCode, accountNumber: payment.accountNumber },
          remittance: `${councilCode} ${run.reference}`,
        })),
      },
    ],
  });
  // A file that breaks a rule here is our fault: every payee was checked before it was claimed.
  if (!written.ok)
    throw new Error(`the payment file breaks a rule: ${written.code} ${JSON.stringify(written.details)}`);
  const { bytes } = written.value;
  const file = {
    id: newId(clock, 'paymentFile'),
    runId: run.id,
    funderAccountId: account.id,
    messageId,
    payments: payments.length,
    totalPence: addPence(...payments.map(({ amountPence }) => amountPence)),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    emittedAt: clock.now(),
  };
  await insertFile(tx, councilId, file);
  return file;
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
  funderCode,
}: {
  readonly reference: string;
  readonly funderCode: string;
}): string {
  return `payment-file-${reference}-${funderCode}.xml`;
}
