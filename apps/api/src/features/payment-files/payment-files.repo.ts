// The SQL of payment files: the bytes that went to the bank, kept as they were.

import type { Tx } from '@support-market/db/pool';
import type { Temporal } from 'temporal-polyfill';

export interface EmittedFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly messageId: string;
  readonly emittedAt: Temporal.Instant;
  /** As the file says; later than proposed where that day had passed. */
  readonly executionDate: Temporal.PlainDate;
}

/** authorised → emitted, with the bytes that are now the file for good; also writes the effect's row. False when it had moved on. */
export async function saveFile(tx: Tx, councilId: string, id: string, file: EmittedFile): Promise<boolean> {
  const done = await tx
    .updateTable('payment_runs')
    .set({
      state: 'emitted',
      message_id: file.messageId,
      file_bytes: Buffer.from(file.bytes),
      file_sha256: file.sha256,
      emitted_at: file.emittedAt,
      execution_date: file.executionDate,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('state', '=', 'authorised')
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  await tx
    .insertInto('effects')
    .values({
      council_id: councilId,
      key: `payment-run:${id}`,
      state: 'done',
      response: JSON.stringify({ messageId: file.messageId, sha256: file.sha256 }),
      started_at: file.emittedAt,
      done_at: file.emittedAt,
    })
    .execute();
  return true;
}

export async function readFile(
  tx: Tx,
  councilId: string,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string; readonly reference: string } | null> {
  const row = await tx
    .selectFrom('payment_runs')
    .select(['file_bytes', 'file_sha256', 'reference'])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.file_bytes || !row.file_sha256) return null;
  return { bytes: row.file_bytes, sha256: row.file_sha256, reference: row.reference };
}
