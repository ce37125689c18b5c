// The SQL of payment files: the bytes that went to the bank, kept as they were.

import type { Tx } from '@support-market/db/pool';
import type { DebitAccount } from '@support-market/domain/payments/payment-file';
import type { Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';

export interface NewFile {
  readonly id: string;
  readonly runId: string;
  readonly debitAccount: DebitAccount;
  readonly messageId: string;
  readonly payments: number;
  readonly totalPence: Pence;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly emittedAt: Temporal.Instant;
}

/** Keeps the files for good, and the effect of each on the outside world. */
export async function insertFiles(tx: Tx, councilId: string, files: readonly NewFile[]): Promise<void> {
  await tx
    .insertInto('payment_files')
    .values(
      files.map((file) => ({
        council_id: councilId,
        id: file.id,
        run_id: file.runId,
        format: 'pain.001',
        debit_account: file.debitAccount,
        message_id: file.messageId,
        payments: file.payments,
        total_pence: file.totalPence,
        bytes: Buffer.from(file.bytes),
        sha256: file.sha256,
        emitted_at: file.emittedAt,
      })),
    )
    .execute();
  await tx
    .insertInto('effects')
    .values(
      files.map(({ messageId, sha256, emittedAt }) => ({
        council_id: councilId,
        key: `payment-file:${messageId}`,
        state: 'done',
        response: JSON.stringify({ messageId, sha256 }),
        started_at: emittedAt,
        done_at: emittedAt,
      })),
    )
    .execute();
}

export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly debitAccount: string;
  readonly reference: string;
}

/** A file as it was made, with what people call its run. */
export async function readFile(tx: Tx, councilId: string, id: string): Promise<KeptFile | undefined> {
  return tx
    .selectFrom('payment_files')
    .innerJoin('payment_runs', 'payment_runs.id', 'payment_files.run_id')
    .select(['bytes', 'sha256', 'debit_account as debitAccount', 'payment_runs.reference'])
    .where('payment_files.council_id', '=', councilId)
    .where('payment_runs.council_id', '=', councilId)
    .where('payment_files.id', '=', id)
    .executeTakeFirst();
}
