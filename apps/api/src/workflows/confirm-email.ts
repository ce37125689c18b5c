// A member of the public has proved their address: from here on they have a record of their own and a line of their own
// money, so that they can find, buy with a card, and see who is coming, as everybody else who buys. No council money, ever.
// Who signed up to list what they offer has a store of their own instead.

import type { Tx } from '@support-market/db/pool';
import type { Viewer } from '@support-market/domain/access/roles';
import { ownMoneyTerm, ownReference } from '@support-market/domain/people/own-account';
import { ZERO_PENCE } from '@support-market/domain/shared/money';
import { wordsIn } from '@support-market/words/words-in';
import type { Static } from 'typebox';
import { type Account, hasAnyMembership, insertMembership } from '../features/accounts/accounts.repo.ts';
import { ConfirmBody, FinishedOut } from '../features/accounts/accounts.schemas.ts';
import { confirmEmail } from '../features/accounts/accounts.service.ts';
import { openLines } from '../features/budget-lines/open-lines.service.ts';
import { createBudgets } from '../features/budgets/budgets-import.service.ts';
import { insertSelfMade } from '../features/people/people.repo.ts';
import type { App } from '../http/app-instance.ts';
import { answers } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { ProblemError } from '../platform/problem-error.ts';
import type { TrySource } from '../platform/sign-in-tries.ts';
import { begin } from '../platform/transitions.repo.ts';
import { takeAskedStore } from './open-store.repo.ts';
import { openStore } from './open-store.ts';

/**
 * The store of somebody who signed up to list what they offer, whose id is answered; or the record, the role and the line of own
 * money of somebody else. Nothing where a council gave them a role before.
 */
async function openOwnAccount(context: AppContext, tx: Tx, actor: Viewer, account: Account): Promise<string | null> {
  const { clock } = context;
  const { councilId, accountId } = actor;
  const store = await takeAskedStore(tx, councilId, accountId);
  if (store) return (await openStore(context, tx, actor, store)).id;
  if (await hasAnyMembership(tx, councilId, accountId)) return null;
  const id = newId(clock, 'person');
  const reference = ownReference(id);
  await insertSelfMade(tx, councilId, { id, reference, fullName: account.name, email: account.email });
  await begin({ tx, clock, actor }, 'people', 'sign-up', [{ id }], { audit: () => ({ personId: id }) });
  await insertMembership(tx, {
    ...{ councilId, id: newId(clock, 'membership'), accountId, role: 'budget-holder', personId: id },
    organisationId: null,
  });
  const term = ownMoneyTerm(clock.today());
  const [budget] = await createBudgets(tx, clock, actor, [
    { personId: id, ...term, costPence: ZERO_PENCE, contributionPence: ZERO_PENCE, councilPence: ZERO_PENCE },
  ]);
  const [line] = await openLines(tx, clock, actor, [
    {
      ...{
        budgetId: budget?.budgetId ?? '',
        personId: id,
        reference,
        name: wordsIn().say('documents')('streams.own-money'),
      },
      ...{ stream: 'own-money', arrangement: 'own', holderOrganisationId: null, holderName: null },
      ...term,
      ...{ awardPence: ZERO_PENCE, weeklyPence: null, sourceHash: reference },
    },
  ]);
  if (line?.outcome === 'refused') throw new ProblemError(line.code);
  return null;
}

/** Finishes an account with the link from the mail and the password, and opens what belongs to it. */
export async function finishAccount(
  context: AppContext,
  body: Static<typeof ConfirmBody>,
  source: TrySource,
): Promise<Static<typeof FinishedOut>> {
  let storeId: string | null = null;
  const { email } = await confirmEmail(context, body, source, async (tx, actor, account) => {
    storeId ??= await openOwnAccount(context, tx, actor, account);
  });
  return { email, storeId };
}

export function registerConfirmEmail(app: App, context: AppContext): void {
  app.post(
    '/api/accounts/confirm',
    {
      config: { action: 'account.create', audit: 'account.confirmed', cookies: 'ignored' },
      schema: {
        tags: ['accounts'],
        operationId: 'confirmEmail',
        summary: 'Finish making an account, with the link from the mail and the password',
        security: [],
        body: ConfirmBody,
        response: answers({ 200: FinishedOut }),
      },
    },
    (request) => finishAccount(context, request.body, { device: null, address: request.ip }),
  );
}
