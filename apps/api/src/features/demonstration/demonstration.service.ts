// Lets anyone look around as anyone, where everyone is made up.

import { inTransaction } from '@support-market/db/transaction';
import {
  DEMONSTRATION_ACCOUNTS,
  type DemonstrationAccount,
} from '@support-market/domain/demonstration/demonstration-accounts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { found } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { type StartedSession, startSession, viewerIn } from '../../platform/sessions.repo.ts';
import { findDemonstrationAccounts } from './demonstration.repo.ts';

/** The ways to look around that this database holds; not found outside demonstration mode. */
export async function viewDemonstration({ config, db }: AppContext): Promise<readonly DemonstrationAccount[]> {
  found(config.demonstration || null);
  const accounts = await findDemonstrationAccounts(
    db,
    DEMONSTRATION_ACCOUNTS.map(({ email }) => email),
  );
  return DEMONSTRATION_ACCOUNTS.filter(({ email }) => accounts.has(email));
}

/** A session as one of them, without a password; not found outside demonstration mode or for an unknown role. */
export async function lookAround(context: AppContext, role: string): Promise<StartedSession> {
  found(context.config.demonstration || null);
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
