// The auditor's own proof of the books: the checks of `npm run verify:ledger`, with only the viewer's council in sight.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type Static, Type } from 'typebox';
import { beginVerification } from '../features/ledger/verification.repo.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed, InstantOut } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { verifyCouncil } from './verify-books.ts';

export const VerificationOut = closed({
  verifiedAt: InstantOut,
  balanced: Type.Boolean(),
  checks: Type.Array(
    closed({
      name: Type.String(),
      counted: Type.Integer(),
      wrong: Type.Array(closed({ what: Type.String(), record: Type.String() })),
    }),
  ),
});

/** Proves the viewer's council. Reading every row is not cheap: refuses with `ledger.being_verified` while somebody else has it done. */
export async function verifyViewersCouncil(
  context: Pick<AppContext, 'db' | 'clock' | 'config'>,
  viewer: Viewer,
): Promise<Static<typeof VerificationOut>> {
  const { councilId } = viewer;
  // One picture of the books for all checks, however long they take.
  const { checks, balanced } = await inTransaction(
    context.db,
    councilId,
    async (tx) => {
      if (!(await beginVerification(tx, councilId))) throw new ProblemError('ledger.being_verified');
      return verifyCouncil(tx, councilId, openSealKeys(context.config));
    },
    { isolation: 'repeatable read' },
  );
  await inTransaction(context.db, councilId, (tx) =>
    recordAudit(tx, context.clock, viewer, {
      event: 'ledger.verified',
      noun: 'ledger',
      recordId: null,
      details: { balanced },
    }),
  );
  return {
    verifiedAt: context.clock.now(),
    balanced,
    checks: checks.map(({ name, counted, wrong }) => ({
      name,
      counted,
      wrong: wrong.map(({ what, record }) => ({ what, record })),
    })),
  };
}

export function registerVerifyCouncil(app: App, context: AppContext): void {
  app.get(
    '/api/verification',
    {
      config: { action: 'ledger.verify', audit: 'ledger.verified' },
      schema: {
        tags: ['verification'],
        operationId: 'verifyLedger',
        summary: 'Proves the books of the council: every check, what it counted and what is wrong',
        response: answers({ 200: VerificationOut }),
      },
    },
    (request) => verifyViewersCouncil(context, viewerOf(request)),
  );
}
