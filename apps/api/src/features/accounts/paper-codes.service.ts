// Accounts for people without an e-mail address: made by somebody of the council, handed over on paper with a code that
// works once, and opened by the name, the code and a password of their own. A new code takes the place of the one before.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import {
  makePaperCode,
  makeSignInNumber,
  normalPaperCode,
  normalSignInName,
  PAPER_CODE_DAYS,
} from '@support-market/domain/access/paper-codes';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { isWithCouncil } from '@support-market/domain/people/person-states';
import type { Static } from 'typebox';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { letAccountAct, notePaperHand } from '../../platform/paper-hands.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { blindHash } from '../../platform/session-tokens.ts';
import { asTry, forgiveTries, type TrySource } from '../../platform/sign-in-tries.ts';
import { findAccountById, insertAccount, insertMembership, joinCouncil } from './accounts.repo.ts';
import type { PaperAccountIn, PaperLetterOut, UsePaperCodeBody } from './accounts.schemas.ts';
import { changePasswordIn, goodPassword, inEveryCouncil, newPassword, ownerOf } from './accounts.service.ts';
import { findAccountLink, makeAccountLink, spendLink } from './one-time-links.repo.ts';
import { findPersonToHandTo, isOfEndedPerson, nameOfPaperAccount, paperAccountsOf } from './paper-codes.repo.ts';
import { type PaperAccount, tellOfPaper } from './paper-words.service.ts';

type Letter = Static<typeof PaperLetterOut>;

/**
 * What is kept of a code is a hash with the site's secret, of the code and the name that it is for: a copy of the database
 * opens nothing, and a code that is found without its name is of no use.
 */
function tokenOf(context: AppContext, signInName: string, code: string): string {
  const secret = context.config.sessionSecret;
  return blindHash(secret, 'paper-code', `${normalSignInName(signInName)}:${normalPaperCode(code)}`);
}

/** A new code for an account, in place of the one before; shown once, to be printed. */
async function printCode(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  personId: string | null,
  account: PaperAccount,
): Promise<Letter> {
  const { clock, config } = context;
  const code = makePaperCode(clock.random(12));
  const expiresAt = clock.now().add({ hours: PAPER_CODE_DAYS * 24 });
  await makeAccountLink(tx, clock, 'paper-code', account.id, expiresAt, tokenOf(context, account.signInName, code));
  await notePaperHand(tx, viewer.councilId, account.id, viewer.accountId);
  await recordAudit(tx, clock, viewer, {
    event: 'paper-code.printed',
    noun: 'account',
    recordId: account.id,
    personId,
  });
  const { id: accountId, name, signInName } = account;
  return { accountId, name, signInName, code, expiresAt, url: `${config.publicUrl}/paper-codes` };
}

/**
 * A new code for an account that is there, told to those behind it. Throws paper_code.same_person for an officer who let the
 * account act for somebody: a second one prints it.
 */
async function printAgain(
  tx: Tx,
  context: AppContext,
  viewer: Viewer,
  personId: string | null,
  account: PaperAccount,
): Promise<Letter> {
  const { councilId, accountId } = viewer;
  if (await letAccountAct(tx, councilId, account.id, accountId, context.clock.today()))
    throw new ProblemError('paper_code.same_person');
  await tellOfPaper(tx, context, viewer, { what: 'printed', account, personId });
  return printCode(tx, context, viewer, personId, account);
}

/** The accounts without an address that are of a person or of their helpers. */
export function viewPaperAccounts(context: AppContext, viewer: Viewer, reach: Reach, personId: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asker = { viewer, reach, today: context.clock.today() };
    const person = found(await findPersonToHandTo(tx, asker, personId));
    await recordAudit(tx, context.clock, viewer, {
      event: 'paper-code.listed',
      noun: 'person',
      recordId: personId,
      personId,
    });
    const { name } = person;
    return {
      personName: name,
      active: isWithCouncil(person, asker.today),
      items: await paperAccountsOf(tx, viewer.councilId, personId, asker.today),
    };
  });
}

/**
 * Makes an account for a person or for somebody who helps them. A helper sees nothing until there is a mandate. Throws
 * record.not_found out of reach, invitation.person_ended for somebody who died or left, sign_in_name.taken.
 */
export async function handOverAccount(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  personId: string,
  body: Static<typeof PaperAccountIn>,
): Promise<Letter> {
  const { clock } = context;
  const { councilId } = viewer;
  const { role } = body;
  return inTransaction(context.db, councilId, async (tx) => {
    const person = found(await findPersonToHandTo(tx, { viewer, reach, today: clock.today() }, personId));
    if (!isWithCouncil(person, clock.today())) throw new ProblemError('invitation.person_ended');
    const id = newId(clock, 'account');
    const name = body.name.trim();
    const signInName = normalSignInName(body.signInName ?? makeSignInNumber(clock.random(4)));
    const made = await insertAccount(tx, {
      ...{ id, email: null, signInName, name, password: null, createdAt: clock.now(), confirmedAt: null },
    });
    if (!made) {
      throw new ProblemError('sign_in_name.taken', {
        errors: [{ pointer: '/signInName', code: 'sign_in_name.taken' }],
      });
    }
    await joinCouncil(tx, id, councilId);
    await insertMembership(tx, {
      ...{ councilId, id: newId(clock, 'membership'), accountId: id, role, organisationId: null },
      personId: role === 'budget-holder' ? personId : null,
    });
    await recordAudit(tx, clock, viewer, {
      event: 'account.handed-over',
      noun: 'account',
      recordId: id,
      personId,
      details: { role },
    });
    await tellOfPaper(tx, context, viewer, { what: 'made', account: { id, name, signInName }, personId });
    return printCode(tx, context, viewer, personId, { id, name, signInName });
  });
}

/** A new code for one of a person's accounts, or a helper's. Throws record.not_found out of reach, invitation.person_ended. */
export async function printNewCode(
  context: AppContext,
  viewer: Viewer,
  reach: Reach,
  personId: string,
  accountId: string,
): Promise<Letter> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const asker = { viewer, reach, today: context.clock.today() };
    const person = found(await findPersonToHandTo(tx, asker, personId));
    const accounts = await paperAccountsOf(tx, viewer.councilId, personId, asker.today);
    const { name, signInName, role } = found(accounts.find((account) => account.accountId === accountId));
    // who helped somebody that died goes on to see what there was, as with a password
    if (!isWithCouncil(person, asker.today) && role === 'budget-holder')
      throw new ProblemError('invitation.person_ended');
    return printAgain(tx, context, viewer, personId, { id: accountId, name, signInName });
  });
}

/** A new code for any account of the council that has no address: for helpers who have no mandate yet, too. */
export async function printCodeFor(context: AppContext, viewer: Viewer, accountId: string): Promise<Letter> {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const account = found(await nameOfPaperAccount(tx, viewer.councilId, accountId));
    if (await isOfEndedPerson(tx, viewer.councilId, accountId, context.clock.today()))
      throw new ProblemError('invitation.person_ended');
    return printAgain(tx, context, viewer, null, { id: accountId, ...account });
  });
}

/**
 * Chooses a password by the name and the code of a letter, and ends every session. Counted as a try at the password, so
 * that guessing is as slow. Throws paper_code.wrong alike for an unknown name, a wrong code, and one that was
 * used, replaced or ran out; a password that is refused does not use the code up.
 */
export async function usePaperCode(
  context: AppContext,
  body: Static<typeof UsePaperCodeBody>,
  source: TrySource,
): Promise<{ signInName: string }> {
  const { clock } = context;
  const signInName = normalSignInName(body.signInName);
  const token = tokenOf(context, signInName, body.code);
  const account = await asTry(context, signInName, source, () =>
    inTransaction(context.db, null, async (tx) => {
      const accountId = await findAccountLink(tx, 'paper-code', token, clock.now());
      return accountId === null ? null : findAccountById(tx, accountId);
    }),
  );
  const wrong = new ProblemError('paper_code.wrong', { errors: [{ pointer: '/code', code: 'paper_code.wrong' }] });
  if (!account || account.closed) throw wrong;
  const password = await newPassword(context, goodPassword(body.password, ownerOf(account)));
  await inEveryCouncil(context, account.id, async (tx, councilId, first) => {
    if (first) {
      if (!(await spendLink(tx, token, clock.now()))) throw wrong;
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
        reason: sayRecorded('by-paper-code'),
      },
    );
  });
  await forgiveTries(context, signInName);
  return { signInName };
}
