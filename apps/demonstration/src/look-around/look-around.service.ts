// Lets anyone look around as anyone, where everyone is made up.

import { recordAudit } from '@support-market/api/platform/audit.repo';
import type { AppContext } from '@support-market/api/platform/context';
import { found } from '@support-market/api/platform/problem-error';
import { sayRecorded } from '@support-market/api/platform/recorded-words';
import { type StartedSession, startSession, viewerIn } from '@support-market/api/platform/sessions.repo';
import { inTransaction } from '@support-market/db/transaction';
import { DEMONSTRATION_ACCOUNTS, type DemonstrationAccount } from '../accounts.ts';
import { findDemonstrationAccounts } from './look-around.repo.ts';

/** The ways to look around that this database holds. */
export async function viewDemonstration({ db }: AppContext): Promise<readonly DemonstrationAccount[]> {
  const accounts = await findDemonstrationAccounts(
    db,
    DEMONSTRATION_ACCOUNTS.map(({ email }) => email),
  );
  return DEMONSTRATION_ACCOUNTS.filter(({ email }) => accounts.has(email));
}

/** A session as one of them, without a password; not found for an unknown role. */
export async function lookAround(context: AppContext, role: string): Promise<StartedSession> {
  const { email } = found(DEMONSTRATION_ACCOUNTS.find(({ key }) => key === role));
  const account = found((await findDemonstrationAccounts(context.db, [email])).get(email));
  return inTransaction(context.db, account.councilId, async (tx) => {
    const session = await startSession(tx, context, account);
    await recordAudit(tx, context.clock, await viewerIn(tx, account.accountId, account.councilId), {
      event: 'session.created',
      noun: 'session',
      recordId: session.sessionId,
      reason: sayRecorded('looking-around'),
    });
    return session;
  });
}
