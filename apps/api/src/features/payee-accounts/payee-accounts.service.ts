// Where payees are paid changes by two people, or by the payee after some working days in which the old address has been
// told. What was there before stays readable.
// Source: packages/domain/src/payments/payee-account-rules.ts.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isPaidToPerson } from '@support-market/domain/budgets/awards';
import {
  firstDayInForce,
  isSameAccount,
  mayReleaseAccount,
  type PayeeAccountOrigin,
  startOfProposal,
} from '@support-market/domain/payments/payee-account-rules';
import type { PayeeAccountState } from '@support-market/domain/payments/payee-account-states';
import { wordsIn } from '@support-market/words/words-in';
import type { Temporal } from 'temporal-polyfill';
import { type Actor, systemActor } from '../../platform/audit.repo.ts';
import { extraHolidays } from '../../platform/bank-holidays.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listCouncilIds } from '../../platform/council-ids.repo.ts';
import { councilReach } from '../../platform/council-reach.repo.ts';
import { newId } from '../../platform/ids.ts';
import { recordMessages } from '../../platform/messages.repo.ts';
import { invitedLately } from '../../platform/officer-invitations.repo.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { begin, step } from '../../platform/transitions.repo.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import { type Recipient, tell } from '../../ports/mail/letters.repo.ts';
import type { MailToSend } from '../../ports/mail/mails.repo.ts';
import {
  type AccountRow,
  addressesOf,
  arrangementOf,
  type BankDetails,
  dueAccounts,
  insertAccounts,
  listAccounts,
  lockAccounts,
  openAccountsOf,
  openReturnsOf,
  organisationExists,
  type Payee,
} from './payee-accounts.repo.ts';

type Needs = Pick<AppContext, 'db' | 'clock'>;

const payeeKey = ({ organisationId, lineId }: Payee): string => organisationId ?? lineId ?? '';
const lastFour = ({ accountNumber }: BankDetails): string => accountNumber.slice(-4);

/** Who is told about an account: the organisation, or the person by each of their accounts; by letter without an address. */
async function recipientsOf(tx: Tx, councilId: string, account: AccountRow): Promise<readonly Recipient[]> {
  const { email, personId, organisationId, payeeName } = account;
  const known = { name: payeeName, personId, organisationId };
  const emails = personId === null ? [email] : await addressesOf(tx, councilId, personId);
  return (emails.length === 0 ? [null] : emails).map((to) => ({ ...known, email: to }));
}

function changeMail(present: AccountRow, proposed: BankDetails, begins: string, reach: string): Omit<MailToSend, 'to'> {
  const say = wordsIn().say('mails');
  return {
    subject: say('accountProposed.subject'),
    content: {
      greeting: say('hello', { name: present.payeeName }),
      paragraphs: [
        say('accountProposed.asked', { next: lastFour(proposed), present: lastFour(present) }),
        begins,
        say('accountProposed.notYou', { councilReach: reach }),
      ],
    },
  };
}

function releasedMail(account: AccountRow, reach: string): Omit<MailToSend, 'to'> {
  const say = wordsIn().say('mails');
  return {
    subject: say('accountReleased.subject'),
    content: {
      greeting: say('hello', { name: account.payeeName }),
      paragraphs: [
        say('accountReleased.from', { ending: lastFour(account) }),
        say('accountReleased.wrong', { councilReach: reach }),
      ],
    },
  };
}

export type ProposedAccount = Payee & BankDetails;

/**
 * Proposes bank details. What is in force already, or proposed already, is left as it is; an older proposal gives way. The
 * payee is told at the address that we have. Answers one outcome for each row, in the order given.
 */
export async function proposeAccounts(
  tx: Tx,
  { clock }: Pick<Needs, 'clock'>,
  actor: Actor,
  origin: PayeeAccountOrigin,
  rows: readonly ProposedAccount[],
): Promise<readonly { readonly payee: string; readonly outcome: 'accepted' | 'unchanged' }[]> {
  if (rows.length === 0) return [];
  const { councilId } = actor;
  const open = await openAccountsOf(tx, councilId, rows);
  const of = (payee: Payee, states: readonly PayeeAccountState[]) =>
    open.find((row) => payeeKey(row) === payeeKey(payee) && states.includes(row.state));
  // A payee that is named twice is paid where the last row says.
  const wanted = new Map(rows.map((row) => [payeeKey(row), row]));
  const fresh = [...wanted.values()].filter((row) => {
    const present = of(row, ['in-force']);
    const waiting = of(row, ['proposed', 'waiting']);
    const known = waiting ?? present;
    return !known || !isSameAccount(known, row) || known.accountName !== row.accountName;
  });
  const work = { tx, clock, actor };
  const older = fresh.flatMap((row) => of(row, ['proposed', 'waiting']) ?? []);
  await step(work, 'payee_accounts', 'supersede', older, {
    set: { ended_at: clock.now(), note: sayRecorded('account-superseded') },
    audit: null,
  });
  const today = clock.today();
  const start = startOfProposal(origin);
  const { payeeCoolingOffWorkingDays } = await readSettings(tx, councilId, today);
  const beginsOn =
    start === 'ask' ? firstDayInForce(today, payeeCoolingOffWorkingDays, await extraHolidays(tx, today)) : null;
  const made = fresh.map(({ organisationId, lineId, accountName, sortCode, accountNumber }) => ({
    ...{ organisationId, lineId, accountName, sortCode, accountNumber, start, origin, beginsOn },
    id: newId(clock, 'payeeAccount'),
    proposedBy: actor.accountId,
    proposedAt: clock.now(),
  }));
  await insertAccounts(tx, councilId, made);
  // Where money goes is what a thief would change: who asked for it is noted for each payee, without the numbers.
  await begin(work, 'payee_accounts', start, made, {
    audit: (row) => ({ details: { payee: payeeKey(row), origin } }),
  });
  const reach = await councilReach(tx, councilId, clock);
  for (const row of made) {
    const present = of(row, ['in-force', 'held']);
    if (!present) continue;
    const { say: sayAll, dates } = wordsIn();
    const say = sayAll('mails');
    const begins =
      beginsOn === null ? say('accountProposed.waits') : say('accountProposed.begins', { day: dates.day(beginsOn) });
    for (const to of await recipientsOf(tx, councilId, present))
      await tell(tx, clock, councilId, to, changeMail(present, row, begins, reach));
  }
  if (origin === 'payee')
    await recordMessages(
      tx,
      clock,
      councilId,
      made.map((row) => ({
        role: 'finance',
        kind: 'payee-account.proposed' as const,
        details: { payeeName: row.accountName, lastFour: lastFour(row), beginsOn: beginsOn?.toString() ?? '' },
      })),
    );
  const changed = new Set(made.map(payeeKey));
  return rows.map((row) => ({
    payee: payeeKey(row),
    outcome: changed.has(payeeKey(row)) ? 'accepted' : 'unchanged',
  }));
}

/** Whether there may be an account for a payee: a line has one only where its money is paid to the person. */
export function viewMayPropose({ db }: Needs, viewer: Viewer, { organisationId, lineId }: Payee): Promise<boolean> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    if (organisationId !== null) return organisationExists(tx, organisationId);
    const arrangement = lineId === null ? undefined : await arrangementOf(tx, viewer.councilId, lineId);
    return arrangement !== undefined && isPaidToPerson(arrangement);
  });
}

/**
 * One payee's new details, typed by an officer or by the payee. Refuses an account that contradicts itself, and one for a
 * line of which nothing is paid to the person (`payee_account.line_not_paid`).
 */
export function proposeOne(
  context: Needs,
  viewer: Viewer,
  origin: 'officer' | 'payee',
  row: ProposedAccount,
): Promise<{ readonly unchanged: boolean }> {
  if (checkAccount(row.sortCode, row.accountNumber) === 'invalid')
    throw new ProblemError('account.number_does_not_fit', {
      errors: [{ pointer: '/accountNumber', code: 'account.number_does_not_fit' }],
    });
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const { organisationId, lineId } = row;
    if (organisationId !== null && !(await organisationExists(tx, organisationId)))
      throw new ProblemError('record.not_found');
    if (lineId !== null && !isPaidToPerson(found(await arrangementOf(tx, viewer.councilId, lineId))))
      throw new ProblemError('payee_account.line_not_paid');
    const [proposed] = await proposeAccounts(tx, context, viewer, origin, [row]);
    return { unchanged: proposed?.outcome === 'unchanged' };
  });
}

/** Puts accounts in force in place of what was there, and settles what waited for it. */
async function putInForce(
  tx: Tx,
  { clock }: Needs,
  actor: Actor,
  accounts: readonly AccountRow[],
  event: 'release' | 'begin',
): Promise<void> {
  const { councilId } = actor;
  const now = clock.now();
  const mine = new Set(accounts.map(({ id }) => id));
  const before = (await openAccountsOf(tx, councilId, accounts)).filter(
    ({ id, state }) => !mine.has(id) && (state === 'in-force' || state === 'held'),
  );
  const work = { tx, clock, actor };
  await step(work, 'payee_accounts', 'replace', before, { set: { ended_at: now }, audit: null });
  await step(work, 'payee_accounts', event, accounts, {
    set: { in_force_at: now, ...(event === 'release' ? { released_by: actor.accountId } : {}) },
    audit: (row) => ({ details: { payee: payeeKey(row), proposedBy: row.proposedBy } }),
  });
  const waited = await openReturnsOf(tx, councilId, accounts);
  await step(work, 'exceptions', 'settle', waited, {
    set: {
      settled_at: now,
      settled_by: actor.accountId === 'system' ? null : actor.accountId,
      note: sayRecorded('account-released'),
    },
    audit: () => ({ reason: sayRecorded('account-released-for-it') }),
  });
  const reach = await councilReach(tx, councilId, clock);
  for (const account of accounts) {
    const told = before.find((row) => payeeKey(row) === payeeKey(account));
    for (const to of told ? await recipientsOf(tx, councilId, told) : [])
      await tell(tx, clock, councilId, to, releasedMail(account, reach));
  }
}

/**
 * A second person releases accounts, all or none. Refuses with `payee_account.same_person`,
 * `payee_account.invited_by_proposer` and `state.not_allowed`.
 */
export function releaseAccounts(context: Needs, viewer: Viewer, ids: readonly string[]): Promise<{ released: number }> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const accounts = await lockAccounts(tx, viewer.councilId, ids);
    if (accounts.length !== new Set(ids).size) throw new ProblemError('record.not_found');
    for (const account of accounts) {
      if (account.state !== 'proposed' && account.state !== 'waiting') throw new ProblemError('state.not_allowed');
      const { proposedBy } = account;
      const invited = await invitedLately(tx, context, viewer.councilId, proposedBy, viewer.accountId);
      unwrap(mayReleaseAccount(proposedBy, viewer.accountId, invited));
    }
    await putInForce(tx, context, viewer, accounts, 'release');
    return { released: accounts.length };
  });
}

/** Takes a proposal away, with the reason. The one who proposed may do it too. Refuses with `state.not_allowed`. */
export function refuseAccount(context: Needs, viewer: Viewer, id: string, note: string): Promise<void> {
  const { clock } = context;
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const [row] = await lockAccounts(tx, viewer.councilId, [id]);
    const account = found(row);
    await step({ tx, clock, actor: viewer }, 'payee_accounts', 'refuse', [account], {
      set: { ended_at: clock.now(), note },
      audit: (refused) => ({ reason: note, details: { payee: payeeKey(refused) } }),
      otherwise: 'state.not_allowed',
    });
    if (account.organisationId !== null)
      await recordMessages(tx, clock, viewer.councilId, [
        {
          organisationId: account.organisationId,
          kind: 'payee-account.refused',
          details: { lastFour: lastFour(account), note },
        },
      ]);
  });
}

/** The worker's step: what payees asked for and whose days are over comes into force, in every council. */
export async function beginWaitingAccounts(context: Needs): Promise<number> {
  let begun = 0;
  for (const councilId of await listCouncilIds(context.db)) {
    begun += await inTransaction(context.db, councilId, async (tx) => {
      const ids = await dueAccounts(tx, councilId, context.clock.today());
      if (ids.length === 0) return 0;
      const accounts = (await lockAccounts(tx, councilId, ids)).filter(({ state }) => state === 'waiting');
      await putInForce(tx, context, systemActor(councilId, 'schedule'), accounts, 'begin');
      return accounts.length;
    });
  }
  return begun;
}

/** How an account is shown: never the whole number. */
export interface AccountView {
  readonly id: string;
  readonly organisationId: string | null;
  readonly lineId: string | null;
  readonly payeeName: string;
  readonly accountName: string;
  readonly sortCode: string;
  readonly lastFour: string;
  readonly presentLastFour: string | null;
  readonly state: PayeeAccountState;
  readonly origin: PayeeAccountOrigin;
  readonly proposedByName: string | null;
  readonly proposedAt: Temporal.Instant;
  readonly beginsOn: Temporal.PlainDate | null;
  readonly releasedByName: string | null;
  readonly inForceAt: Temporal.Instant | null;
  readonly heldCode: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly note: string;
  /** Whether the viewer is another person than the one who proposed it. */
  readonly mayRelease: boolean;
}

function viewOf(row: AccountRow, viewer: Viewer): AccountView {
  const { accountNumber: _number, email: _email, personId: _person, proposedBy, ...rest } = row;
  const open = row.state === 'proposed' || row.state === 'waiting';
  return { ...rest, lastFour: lastFour(row), mayRelease: open && proposedBy !== viewer.accountId };
}

export const OPEN_STATES: readonly PayeeAccountState[] = ['proposed', 'waiting'];
export const PRESENT_STATES: readonly PayeeAccountState[] = ['in-force', 'held'];

/** Accounts newest first, one more than asked for. */
export function viewAccounts(
  { db }: Needs,
  viewer: Viewer,
  filter: {
    readonly states: readonly PayeeAccountState[];
    readonly organisationId?: string | undefined;
    readonly lineId?: string | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<AccountView[]> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const { organisationId, ...rest } = filter;
    const rows = await listAccounts(tx, viewer.councilId, {
      ...rest,
      ...(organisationId === undefined ? {} : { organisationIds: [organisationId] }),
    });
    return rows.map((row) => viewOf(row, viewer));
  });
}

/** What a payee sees of its own: the account that is paid, what waits, and what was there before. */
export function viewOwnAccounts({ db }: Needs, viewer: Viewer, reach: Reach): Promise<AccountView[]> {
  return inTransaction(db, viewer.councilId, async (tx) => {
    const rows = await listAccounts(tx, viewer.councilId, {
      states: ['proposed', 'waiting', 'in-force', 'held', 'replaced', 'refused'],
      organisationIds: reach.organisationIds,
      before: null,
      limit: 100,
    });
    return rows.map((row) => viewOf(row, viewer));
  });
}
