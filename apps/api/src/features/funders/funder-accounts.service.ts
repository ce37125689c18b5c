// The bank account that a funder pays from: proposed by one person, released by a second, and kept when another replaces it.
// Source: issue "Foundations", part 1; packages/domain/src/payments/payee-account-rules.ts has who may be the second person.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { isSameAccount, mayReleaseAccount } from '@support-market/domain/payments/payee-account-rules';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { invitedLately } from '../../platform/officer-invitations.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import {
  type FunderBankDetails,
  insertFunderAccount,
  lockFunderAccount,
  lockOpenAccounts,
} from './funder-accounts.repo.ts';
import { funderName } from './funders.repo.ts';

type Clocked = Pick<AppContext, 'clock'>;
type Needs = Pick<AppContext, 'db' | 'clock'>;

const isSame = (a: FunderBankDetails, b: FunderBankDetails): boolean =>
  isSameAccount(a, b) && a.accountName === b.accountName;

/**
 * Proposes the account that a funder pays from. One that is released or proposed already is left as it is (`id` is null);
 * an older proposal gives way. Refuses with `record.not_found` and `account.number_does_not_fit`.
 */
export async function proposeFunderAccount(
  tx: Tx,
  { clock }: Clocked,
  viewer: Viewer,
  funderId: string,
  details: FunderBankDetails,
): Promise<{ readonly id: string | null }> {
  const { councilId, accountId } = viewer;
  if (checkAccount(details.sortCode, details.accountNumber) === 'invalid')
    throw new ProblemError('account.number_does_not_fit', {
      errors: [{ pointer: '/accountNumber', code: 'account.number_does_not_fit' }],
    });
  const name = found(await funderName(tx, councilId, funderId));
  const open = await lockOpenAccounts(tx, councilId, funderId);
  const waiting = open.filter(({ state }) => state === 'proposed');
  const known = waiting[0] ?? open[0];
  if (known && isSame(known, details)) return { id: null };
  const work = { tx, clock, actor: viewer };
  const now = clock.now();
  await step(work, 'funder_accounts', 'supersede', waiting, {
    set: { decided_by: accountId, decided_at: now, note: sayRecorded('account-superseded') },
    audit: null,
  });
  const made = { ...details, id: newId(clock, 'funderAccount'), funderId, proposedBy: accountId, proposedAt: now };
  await insertFunderAccount(tx, councilId, made);
  await begin(work, 'funder_accounts', 'propose', [made], {
    audit: () => ({ details: { funder: funderId } }),
    messages: () => [
      {
        role: 'finance',
        kind: 'funder-account.proposed',
        details: { funderName: name, lastFour: details.accountNumber.slice(-4) },
      },
    ],
  });
  return { id: made.id };
}

/**
 * A second person releases a proposal; what was paid from before is kept as replaced. Refuses with
 * `payee_account.same_person`, `payee_account.invited_by_proposer` and `state.not_allowed`.
 */
export async function releaseFunderAccount(tx: Tx, { clock }: Clocked, viewer: Viewer, id: string): Promise<void> {
  const { councilId, accountId } = viewer;
  const account = found(await lockFunderAccount(tx, councilId, id));
  if (account.state !== 'proposed') throw new ProblemError('state.not_allowed');
  const invited = await invitedLately(tx, { clock }, councilId, account.proposedBy, accountId);
  unwrap(mayReleaseAccount(account.proposedBy, accountId, invited));
  const open = await lockOpenAccounts(tx, councilId, account.funderId);
  const before = open.filter(({ state }) => state === 'released');
  const work = { tx, clock, actor: viewer };
  await step(work, 'funder_accounts', 'replace', before, { set: { replaced_at: clock.now() }, audit: null });
  await step(work, 'funder_accounts', 'release', [account], {
    set: { decided_by: accountId, decided_at: clock.now() },
    audit: () => ({ details: { funder: account.funderId, proposedBy: account.proposedBy } }),
    otherwise: 'state.not_allowed',
  });
}

/** Takes a proposal away, with the reason. The one who proposed may do it too. Refuses with `state.not_allowed`. */
export function refuseFunderAccount({ db, clock }: Needs, viewer: Viewer, id: string, note: string): Promise<void> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const account = found(await lockFunderAccount(tx, viewer.councilId, id));
    await step({ tx, clock, actor: viewer }, 'funder_accounts', 'refuse', [account], {
      set: { decided_by: viewer.accountId, decided_at: clock.now(), note },
      audit: () => ({ reason: note, details: { funder: account.funderId } }),
      otherwise: 'state.not_allowed',
    });
  });
}
