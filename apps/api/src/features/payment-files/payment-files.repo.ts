// The SQL of payment files: the bytes that went to the bank, kept as they were.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';

export interface NewFile {
  readonly id: string;
  readonly runId: string;
  readonly funderAccountId: string;
  readonly messageId: string;
  readonly payments: number;
  readonly totalPence: Pence;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly emittedAt: Temporal.Instant;
}

/** Keeps a file for good, and its effect on the outside world. */
export async function insertFile(tx: Tx, councilId: string, file: NewFile): Promise<void> {
  const { messageId, sha256, emittedAt } = file;
  await tx
    .insertInto('payment_files')
    .values({
      council_id: councilId,
      id: file.id,
      run_id: file.runId,
      format: 'pain.001',
      funder_account_id: file.funderAccountId,
      message_id: messageId,
      payments: file.payments,
      total_pence: file.totalPence,
      bytes: Buffer.from(file.bytes),
      sha256,
      emitted_at: emittedAt,
    })
    .execute();
  await tx
    .insertInto('effects')
    .values({
      council_id: councilId,
      key: `payment-file:${messageId}`,
      state: 'done',
      response: JSON.stringify({ messageId, sha256 }),
      started_at: emittedAt,
      done_at: emittedAt,
    })
    .execute();
}

export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly funderCode: string;
  readonly reference: string;
}

/** A file as it was made, with what people call its run and whose money it pays. */
export async function readFile(tx: Tx, councilId: string, id: string): Promise<KeptFile | undefined> {
  return tx
    .selectFrom('payment_files')
    .innerJoin('payment_runs', 'payment_runs.id', 'payment_files.run_id')
    .innerJoin('funders', 'funders.id', 'payment_runs.funder_id')
    .select(['bytes', 'sha256', 'funders.code as funderCode', 'payment_runs.reference'])
    .where('payment_files.council_id', '=', councilId)
    .where('payment_runs.council_id', '=', councilId)
    .where('funders.council_id', '=', councilId)
    .where('payment_files.id', '=', id)
    .executeTakeFirst();
}
