// A sum that one officer may not decide alone: asked for by one, and agreed to (workflows/settle-exception.ts) or refused by
// a second. Nothing about the visit or its money moves while it waits.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import type { Pence } from '@support-market/domain/shared/money';
import type { AppContext } from '../../platform/context.ts';
import { NO_PROPOSAL } from '../../platform/exceptions.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { step } from '../../platform/transitions.repo.ts';
import { lockException } from './exceptions.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

/** Asks for a sum in pence; a sum asked for before gives way. Refuses with `exception.already_settled`. */
export function proposeSettlement(
  { db, clock }: Needs,
  viewer: Viewer,
  id: string,
  { amountPence, note }: { readonly amountPence: Pence; readonly note: string },
): Promise<void> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const exception = found(await lockException(tx, viewer.councilId, id));
    await step({ tx, clock, actor: viewer }, 'exceptions', 'propose', [exception], {
      set: {
        proposed_pence: amountPence,
        proposed_by: viewer.accountId,
        proposed_at: clock.now(),
        proposed_note: note,
        refused_note: '',
      },
      audit: ({ personId, expectedPence, foundPence }) => ({
        personId,
        reason: note,
        details: {
          proposedPence: Number(amountPence),
          expectedPence: Number(expectedPence),
          foundPence: Number(foundPence),
        },
      }),
      otherwise: 'exception.already_settled',
    });
  });
}

/** Refuses what was asked for, or takes it back. Refuses with `exception.not_proposed`. */
export function refuseSettlement({ db, clock }: Needs, viewer: Viewer, id: string, note: string): Promise<void> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const exception = found(await lockException(tx, viewer.councilId, id));
    const { proposedBy, proposedPence } = exception;
    if (proposedBy === null || proposedPence === null) throw new ProblemError('exception.not_proposed');
    await step({ tx, clock, actor: viewer }, 'exceptions', 'refuse', [exception], {
      set: { ...NO_PROPOSAL, refused_note: note },
      audit: ({ personId }) => ({
        personId,
        reason: note,
        details: { proposedBy, proposedPence: Number(proposedPence) },
      }),
      otherwise: 'exception.already_settled',
    });
  });
}
