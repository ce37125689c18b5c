// What stands in the ledger for some lines, as tests read it after what they did.

import type { Tx } from '@support-market/db/pool';
import type { Pence } from '@support-market/domain/shared/money';

/** What is left to spend on each of some lines: spendable now, reserved, and spent. Lines without an account are absent. */
export async function lineBalances(
  tx: Tx,
  councilId: string,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, { awardedPence: Pence; reservedPence: Pence; spentPence: Pence; leftPence: Pence }>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['line_id', 'credits_posted', 'debits_posted', 'debits_pending', 'available'])
    .where('council_id', '=', councilId)
    .where('purpose', '=', 'line')
    .where('line_id', 'in', [...lineIds])
    .execute();
  const credited = await tx
    .selectFrom('ledger_transfers')
    .select(['line_id', ({ fn }) => fn.sum<bigint>('amount_pence').as('pence')])
    .where('council_id', '=', councilId)
    .where('line_id', 'in', [...lineIds])
    .where('code', '=', 'credit-note')
    .groupBy('line_id')
    .execute();
  // What a credit note gave back was not spent after all, and is no further award.
  const back = new Map(credited.map(({ line_id, pence }) => [line_id, BigInt(pence)]));
  return new Map(
    rows.map((row) => [
      row.line_id ?? '',
      {
        awardedPence: (row.credits_posted - (back.get(row.line_id) ?? 0n)) as Pence,
        reservedPence: row.debits_pending as Pence,
        spentPence: (row.debits_posted - (back.get(row.line_id) ?? 0n)) as Pence,
        leftPence: (row.available ?? 0n) as Pence,
      },
    ]),
  );
}
