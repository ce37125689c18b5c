// Takes back what an import awarded: the money goes to its funder by a movement of its own, and a line that the import
// opened is closed with nothing on it.

import { fundingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import { type Pence, subtractPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { step, type Work } from '../../platform/transitions.repo.ts';
import { postTransfers } from '../../ports/ledger/ledger.repo.ts';
import { lockLines } from './open-lines.repo.ts';

export interface LineToTakeBack {
  readonly id: string;
  /** What was awarded before; null for a line that the import opened. */
  readonly awardBefore: bigint | null;
}

/** Throws PostgreSQL's refusal where the money is no longer there. */
export async function takeBackLines(work: Work, importId: string, lines: readonly LineToTakeBack[]): Promise<void> {
  if (lines.length === 0) return;
  const { tx, actor, clock } = work;
  const now = await lockLines(
    tx,
    actor.councilId,
    lines.map(({ id }) => id),
  );
  const back = lines.flatMap(({ id, awardBefore }) => {
    const line = now.get(id);
    if (line === undefined) return [];
    const pence = subtractPence(line.awardPence, (awardBefore ?? ZERO_PENCE) as Pence);
    return pence > 0n ? [{ id, funderId: line.funderId, pence }] : [];
  });
  await postTransfers(
    tx,
    { councilId: actor.councilId, effectiveAt: clock.now(), recordedAt: clock.now(), recordedBy: actor.accountId },
    back.map(({ id, funderId, pence }) => ({
      kind: 'single',
      id: `tr_award_back:${id}:${importId}`,
      code: 'award-taken-back',
      debit: lineAccount(id).id,
      credit: fundingAccount(funderId).id,
      amountPence: pence,
      lineId: id,
    })),
  );
  const opened = lines.filter(({ awardBefore }) => awardBefore === null);
  await step(work, 'budget_lines', 'take-back', opened, {
    set: { award_pence: 0n, weekly_pence: null, source_hash: null },
    audit: () => ({}),
  });
}
