// Making an account, proving an address, and choosing a new password. Nothing here tells a stranger who has an account.

import { inTransaction } from '@support-market/db/transaction';
import { checkPassword, type PasswordOwner } from '@support-market/domain/access/password-rules';
import type { Viewer } from '@support-market/domain/access/roles';
import { CONFIRM_LINK_DAYS, RESET_LINK_HOURS } from '@support-market/domain/access/session-rules';
import type { Static } from 'typebox';
import { recordAudit, systemActor } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { councilReach } from '../../platform/council-reach.repo.ts';
import { type CouncilChoice, councilMet, councilsOfAccount, listCouncils } from '../../platform/councils.repo.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { noSoonerThan } from '../../platform/even-time.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword, verifyPassword } from '../../platform/passwords.ts';
import { found, ProblemError, unwrap } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { endSessionsOf } from '../../platform/sessions.repo.ts';
import { asTry, forgiveTries, type TrySource } from '../../platform/sign-in-tries.ts';
import { tell } from '../../ports/mail/letters.repo.ts';
import { isMailAddress } from '../../ports/mail/mail.ts';
import { queueMail } from '../../ports/mail/mails.repo.ts';
import {
  alreadyHaveAccountMail,
  confirmEmailMail,
  passwordChangedLetter,
  passwordChangedMail,
  resetPasswordMail,
} from './account-mails.ts';
import {
  type Account,
  confirmAccount,
  countMailsTo,
  endMembership,
  findAccountByEmail,
  findAccountById,
  findMembership,
  insertAccount,
  joinCouncil,
  listMembers,
  type Member,
  type NewPassword,
  noteAskedStore,
  ownPersonOf,
  replaceUnconfirmed,
  setPassword,
} from './accounts.repo.ts';
import type { SignUpBody } from './accounts.schemas.ts';
import { type AccountPurpose, findAccountLink, makeAccountLink, spendLink } from './one-time-links.repo.ts';

/** Mails that strangers can cause to one address in a quarter of an hour. */
const MOST_MAILS = 5;
const MAIL_WINDOW_MINUTES = 15;

/** The password in its normal form, or a refusal at the field it came from. */
export function goodPassword(password: string, owner: PasswordOwner, pointer = '/password'): string {
  return unwrap(checkPassword(password, owner), pointer);
}

/** The hash of a password, with the id of the row that will keep it. */
export async function newPassword({ clock }: AppContext, password: string): Promise<NewPassword> {
  return { credentialId: newId(clock, 'credential'), hash: await hashPassword(password) };
}

/** What an account signs in with: its address, or the name that its council gave it. */
export function triedName(account: Pick<Account, 'email' | 'signInName'>): string {
  return account.email ?? account.signInName ?? '';
}

export function ownerOf(account: Account): PasswordOwner {
  return { email: triedName(account), name: account.name };
}

export function mailAddress(email: string): string {
  const address = email.trim().toLowerCase();
  if (isMailAddress(address)) return address;
  throw new ProblemError('request.invalid', { errors: [{ pointer: '/email', code: 'field.format' }] });
}

/** Whether somebody who makes an account has to say with which council. */
export async function mustChooseCouncil({ db, config }: AppContext): Promise<boolean> {
  return councilMet(await listCouncils(db, config.demonstration), config.demonstration) === undefined;
}

async function councilToJoin(context: AppContext, slug: string | undefined): Promise<CouncilChoice> {
  const councils = await listCouncils(context.db, context.config.demonstration);
  const council =
    slug === undefined
      ? councilMet(councils, context.config.demonstration)
      : councils.find((each) => each.slug === slug);
  if (council) return council;
  const code = slug === undefined ? 'field.required' : 'field.enum';
  throw new ProblemError('request.invalid', { errors: [{ pointer: '/councilSlug', code }] });
}

/**
 * Asks for an account. The answer is the same for a new address and a known one; only the mail differs. The password
 * counts once its owner has followed the link in the mail and entered it again: so a stranger cannot put a password of
 * theirs on an address that is not theirs.
 */
export async function signUp(context: AppContext, body: Static<typeof SignUpBody>): Promise<void> {
  const { clock, config } = context;
  const email = mailAddress(body.email);
  const name = body.name.trim();
  const council = await councilToJoin(context, body.councilSlug);
  const password = await newPassword(context, goodPassword(body.password, { email, name }));
  const now = clock.now();
  await inTransaction(context.db, council.id, async (tx) => {
    const id = newId(clock, 'account');
    const made = await insertAccount(tx, { id, email, name, password, createdAt: now, confirmedAt: null });
    const account = made ? null : await findAccountByEmail(tx, email);
    if (account?.closed || (await tooManyMails(context, tx, email))) return;
    const accountId = account?.id ?? id;
    const pending = made || (await replaceUnconfirmed(tx, accountId, { name, password, now, confirmedAt: null }));
    if (!pending) {
      await queueMail(
        tx,
        clock,
        alreadyHaveAccountMail({
          to: email,
          name: account?.name ?? name,
          url: `${config.publicUrl}/forgotten-password`,
        }),
      );
      return;
    }
    await joinCouncil(tx, accountId, council.id);
    await noteAskedStore(tx, accountId, council.id, body.store ?? null);
    const expiresAt = now.add({ hours: CONFIRM_LINK_DAYS * 24 });
    const token = await makeAccountLink(tx, clock, 'confirm-email', accountId, expiresAt);
    await queueMail(
      tx,
      clock,
      confirmEmailMail({ to: email, name, url: `${config.publicUrl}/confirm-email/${token}` }),
    );
    await recordAudit(tx, clock, systemActor(council.id, 'public'), {
      event: 'account.asked-for',
      noun: 'account',
      recordId: accountId,
    });
  });
}

async function tooManyMails(
  { clock }: AppContext,
  tx: Parameters<typeof countMailsTo>[0],
  to: string,
): Promise<boolean> {
  return (await countMailsTo(tx, to, clock.now().subtract({ minutes: MAIL_WINDOW_MINUTES }))) >= MOST_MAILS;
}

/** What else a proved address begins, in the transaction of each council that the account has a place in. */
type Proved = (tx: Parameters<typeof setPassword>[0], actor: Viewer, account: Account) => Promise<void>;

/**
 * Proves the address by the link and the password, and then does `proved`. Refuses with token.not_valid, password.wrong
 * or session.wait.
 */
export async function confirmEmail(
  context: AppContext,
  body: { readonly token: string; readonly password: string },
  source: TrySource,
  proved: Proved,
): Promise<{ email: string }> {
  const { clock } = context;
  const account = await accountOfLink(context, 'confirm-email', body.token);
  if (!account || account.closed) throw new ProblemError('token.not_valid');
  await provePassword(context, account, body.password, source, '/password');
  await inEveryCouncil(context, account.id, async (tx, councilId, first) => {
    if (first) {
      if (!(await spendLink(tx, body.token, clock.now()))) throw new ProblemError('token.not_valid');
      await confirmAccount(tx, account.id, clock.now());
    }
    const actor: Viewer = { accountId: account.id, councilId, memberships: [] };
    await recordAudit(tx, clock, actor, { event: 'account.confirmed', noun: 'account', recordId: account.id });
    await proved(tx, actor, account);
  });
  return { email: account.email ?? '' };
}

/** The account of a link that still works, without using the link. */
function accountOfLink(context: AppContext, purpose: AccountPurpose, token: string): Promise<Account | null> {
  return inTransaction(context.db, null, async (tx) => {
    const accountId = await findAccountLink(tx, purpose, token, context.clock.now());
    return accountId === null ? null : findAccountById(tx, accountId);
  });
}

/** Refuses a link from a mail that no longer works, before anything is asked of its reader. */
export async function checkMailedLink(
  context: AppContext,
  purpose: 'confirm-email' | 'password-reset',
  token: string,
): Promise<void> {
  if ((await accountOfLink(context, purpose, token)) === null) throw new ProblemError('token.not_valid');
}

async function provePassword(
  context: AppContext,
  account: Account,
  password: string,
  source: TrySource,
  pointer: string,
): Promise<void> {
  const right = await asTry(context, triedName(account), source, async () =>
    (await verifyPassword(account.passwordHash, password)) ? true : null,
  );
  if (!right) throw new ProblemError('password.wrong', { errors: [{ pointer, code: 'password.wrong' }] });
}

/** Writing a mail takes a few milliseconds; an address without an account must not be answered sooner. */
const RESET_ANSWER_MILLIS = 200;

/** Mails a link to choose a new password, if the address has an account. Says nothing either way, nor does its time. */
export function askReset(context: AppContext, rawEmail: string): Promise<void> {
  const email = mailAddress(rawEmail);
  return noSoonerThan(RESET_ANSWER_MILLIS, () => mailReset(context, email));
}

async function mailReset(context: AppContext, email: string): Promise<void> {
  const { clock, config } = context;
  const account = await inTransaction(context.db, null, (tx) => findAccountByEmail(tx, email));
  const councils = await councilsOfAccount(context.db, account?.id ?? '', config.demonstration);
  const council = councils[0];
  if (!account || account.closed || !council) return;
  await inTransaction(context.db, council.id, async (tx) => {
    if (await tooManyMails(context, tx, email)) return;
    const expiresAt = clock.now().add({ hours: RESET_LINK_HOURS });
    const token = await makeAccountLink(tx, clock, 'password-reset', account.id, expiresAt);
    const url = `${config.publicUrl}/reset-password/${token}`;
    await queueMail(tx, clock, resetPasswordMail({ to: email, name: account.name, url }));
    await recordAudit(tx, clock, systemActor(council.id, 'public'), {
      event: 'account.password-reset-asked',
      noun: 'account',
      recordId: account.id,
    });
  });
}

/** Sets a new password by a mailed link and ends every session. A password that is refused does not use the link up. */
export async function useReset(
  context: AppContext,
  body: { readonly token: string; readonly password: string },
): Promise<{ email: string }> {
  const { clock } = context;
  const account = await accountOfLink(context, 'password-reset', body.token);
  if (!account || account.closed) throw new ProblemError('token.not_valid');
  const password = await newPassword(context, goodPassword(body.password, ownerOf(account)));
  await inEveryCouncil(context, account.id, async (tx, councilId, first) => {
    if (first) {
      if (!(await spendLink(tx, body.token, clock.now()))) throw new ProblemError('token.not_valid');
      await changePasswordIn(context, tx, councilId, account, password, null);
    }
    await recordAudit(
      tx,
      clock,
      { accountId: account.id, councilId, memberships: [] },
      {
        event: 'account.password-changed',
        noun: 'account',
        recordId: account.id,
        reason: sayRecorded('by-mail-link'),
      },
    );
  });
  await forgiveTries(context, triedName(account));
  return { email: account.email ?? '' };
}

/** A signed-in person's new password. Every other session ends. */
export async function changePassword(
  context: AppContext,
  viewer: Viewer,
  sessionId: string,
  body: { readonly currentPassword: string; readonly newPassword: string },
  source: TrySource,
): Promise<void> {
  const account = found(await inTransaction(context.db, null, (tx) => findAccountById(tx, viewer.accountId)));
  await provePassword(context, account, body.currentPassword, source, '/currentPassword');
  const password = await newPassword(context, goodPassword(body.newPassword, ownerOf(account), '/newPassword'));
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    await changePasswordIn(context, tx, viewer.councilId, account, password, sessionId);
    await recordAudit(tx, context.clock, viewer, {
      event: 'account.password-changed',
      noun: 'account',
      recordId: account.id,
    });
  });
}

export async function changePasswordIn(
  context: AppContext,
  tx: Parameters<typeof setPassword>[0],
  councilId: string,
  account: Account,
  password: NewPassword,
  keepSession: string | null,
): Promise<void> {
  const { clock, config } = context;
  await setPassword(tx, account.id, password, clock.now());
  await endSessionsOf(tx, context, account.id, 'password-changed', keepSession);
  const { email, name } = account;
  const personId = email === null ? await ownPersonOf(tx, councilId, account.id) : null;
  const url = `${config.publicUrl}/forgotten-password`;
  const reach = await councilReach(tx, councilId, clock);
  await tell(
    tx,
    clock,
    councilId,
    { email, name, personId },
    email === null ? passwordChangedLetter(name, reach) : passwordChangedMail({ to: email, name, url, reach }),
  );
}

/** Does the work in the first council's transaction and leaves its trace in every council of the account. */
export async function inEveryCouncil(
  context: AppContext,
  accountId: string,
  work: (tx: Parameters<typeof setPassword>[0], councilId: string, first: boolean) => Promise<void>,
): Promise<void> {
  const councils = await councilsOfAccount(context.db, accountId, context.config.demonstration);
  if (councils.length === 0) throw new ProblemError('token.not_valid');
  for (const [index, council] of councils.entries()) {
    await inTransaction(context.db, council.id, (tx) => work(tx, council.id, index === 0), {
      knowing: { account: accountId },
    });
  }
}

export async function viewMembers(
  context: AppContext,
  viewer: Viewer,
  { cursor, limit = 25 }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: Member[]; nextCursor: string | null }> {
  const list = listAsked('members');
  const after = readCursor(list, cursor, ['text', 'text']);
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const members = await listMembers(tx, viewer.councilId, after, limit);
    return pageFrom(list, members, limit, (member) => [member.name, member.id]);
  });
}

/** Ends a role; it counts from that account's next request on. An administrator cannot end their own, so a council keeps an administrator. */
export async function endRole(context: AppContext, viewer: Viewer, id: string): Promise<void> {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const membership = found(await findMembership(tx, viewer.councilId, id));
    if (membership.accountId === viewer.accountId) throw new ProblemError('state.not_allowed');
    if (!(await endMembership(tx, viewer.councilId, id, clock.now()))) throw new ProblemError('record.changed');
    await recordAudit(tx, clock, viewer, {
      event: 'account.role-ended',
      noun: 'membership',
      recordId: id,
      personId: membership.personId,
      details: { role: membership.role, account: membership.accountId },
    });
  });
}
