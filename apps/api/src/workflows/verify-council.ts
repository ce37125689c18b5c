// The auditor's own proof of the books: the checks of `npm run verify:ledger`, with only the viewer's council in sight.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { type Static, Type } from 'typebox';
import { type CouncilProof, verifyCouncil } from '../features/ledger/ledger.service.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { recordAudit } from '../http/audit.repo.ts';
import type { AppContext } from '../http/context.ts';
import { answers, closed, InstantOut } from '../http/schemas.ts';

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

/** One proof of a council at a time: whoever asks meanwhile gets the same answer, since reading every row is not cheap. */
const running = new Map<string, Promise<CouncilProof>>();

function proofOf(context: Pick<AppContext, 'db'>, councilId: string): Promise<CouncilProof> {
  const begun = running.get(councilId);
  if (begun) return begun;
  // One picture of the books for all checks, however long they take.
  const proof = inTransaction(context.db, councilId, (tx) => verifyCouncil(tx, councilId), {
    isolation: 'repeatable read',
  }).finally(() => running.delete(councilId));
  running.set(councilId, proof);
  return proof;
}

export async function verifyViewersCouncil(
  context: Pick<AppContext, 'db' | 'clock'>,
  viewer: Viewer,
): Promise<Static<typeof VerificationOut>> {
  const { checks, balanced } = await proofOf(context, viewer.councilId);
  await inTransaction(context.db, viewer.councilId, (tx) =>
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
