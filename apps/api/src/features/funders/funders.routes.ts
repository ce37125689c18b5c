// Funders over HTTP: who pays, from which account, and how that account changes by two people.

import { inTransaction } from '@support-market/db/transaction';
import { wordsIn } from '@support-market/words/words-in';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { disposition } from '../../http/downloads.ts';
import { answers, IdempotencyHeaders, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { readDate } from '../../platform/dates.ts';
import { found } from '../../platform/problem-error.ts';
import { accountsOfFunder } from './funder-accounts.repo.ts';
import { proposeFunderAccount, refuseFunderAccount, releaseFunderAccount } from './funder-accounts.service.ts';
import { funderStatement, type Period, periodOf, statementCsv } from './funder-statement.service.ts';
import { findFunder, listFunders } from './funders.repo.ts';
import {
  CsvOut,
  FunderAccountIn,
  FunderAccountOut,
  FunderAccountProposedOut,
  FunderAccountRefuseIn,
  FunderChangeIn,
  FunderIdOut,
  FunderIn,
  FunderOut,
  FunderStatementOut,
  FundersOut,
  StatementCsvQuery,
  StatementQuery,
} from './funders.schemas.ts';
import { addFunder, changeFunder } from './funders.service.ts';

function askedPeriod(
  asked: { readonly fromDate?: string; readonly toDate?: string },
  { clock }: Pick<AppContext, 'clock'>,
): Period {
  const days = {
    fromDate: readDate(asked.fromDate, '/fromDate'),
    toDate: readDate(asked.toDate, '/toDate'),
  };
  return periodOf(days, clock.today());
}

const sayFile = wordsIn().say('documents');

export function registerFunders(app: App, context: AppContext): void {
  app.get(
    '/api/funders',
    {
      config: { action: 'funder.view', audit: null },
      schema: {
        tags: ['funders'],
        operationId: 'listFunders',
        summary: 'Whose money the council handles, what each pays from, and what waits to be paid',
        response: answers({ 200: FundersOut }),
      },
    },
    (request) => {
      const { councilId } = viewerOf(request);
      return inTransaction(context.db, councilId, async (tx) => ({ items: await listFunders(tx, councilId) }));
    },
  );

  app.get(
    '/api/funders/:id',
    {
      config: { action: 'funder.view', audit: null },
      schema: {
        tags: ['funders'],
        operationId: 'viewFunder',
        summary: 'One funder with every account that it pays or paid from, newest first',
        params: IdParams,
        response: answers({ 200: FunderOut }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      return inTransaction(context.db, viewer.councilId, async (tx) => {
        const { streams, ...funder } = found(await findFunder(tx, viewer.councilId, request.params.id));
        const accounts = await accountsOfFunder(tx, viewer.councilId, funder.id);
        return {
          ...funder,
          streams: [...streams],
          accounts: accounts.map(({ accountNumber, proposedBy, funderId: _funder, ...account }) => ({
            ...account,
            lastFour: accountNumber.slice(-4),
            mayRelease: account.state === 'proposed' && proposedBy !== viewer.accountId,
          })),
        };
      });
    },
  );

  app.post(
    '/api/funders',
    {
      config: { action: 'funder.add', audit: 'funder.added' },
      schema: {
        tags: ['funders'],
        operationId: 'addFunder',
        summary: 'Add a funder; it pays nothing until two people have set its account',
        headers: IdempotencyHeaders,
        body: FunderIn,
        response: answers({ 201: FunderIdOut }),
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      return reply.status(201).send(await addFunder(context, viewerOf(request), key, request.body));
    },
  );

  app.put(
    '/api/funders/:id',
    {
      config: { action: 'funder.change', audit: 'funder.changed' },
      schema: {
        tags: ['funders'],
        operationId: 'changeFunder',
        summary: 'Change the name of a funder, where its invoices go, or which kinds of money come from it',
        params: IdParams,
        body: FunderChangeIn,
        response: answers({ 200: FunderIdOut }),
      },
    },
    async (request) => {
      const { id } = request.params;
      await changeFunder(context, viewerOf(request), id, request.body);
      return { id };
    },
  );

  app.post(
    '/api/funders/:id/accounts',
    {
      config: { action: 'funder-account.propose', audit: 'funder-account.proposed' },
      schema: {
        tags: ['funders'],
        operationId: 'proposeFunderAccount',
        summary: 'Propose the account that a funder pays from; a second officer releases it',
        params: IdParams,
        body: FunderAccountIn,
        response: answers({ 201: FunderAccountProposedOut }),
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = await inTransaction(context.db, viewer.councilId, (tx) =>
        proposeFunderAccount(tx, context, viewer, request.params.id, request.body),
      );
      return reply.status(201).send({ unchanged: id === null });
    },
  );

  app.post(
    '/api/funder-accounts/:id/release',
    {
      config: { action: 'funder-account.release', audit: 'funder-account.released' },
      schema: {
        tags: ['funders'],
        operationId: 'releaseFunderAccount',
        summary: 'Release an account that somebody else proposed; runs of this funder are paid from it from now on',
        params: IdParams,
        response: answers({ 200: FunderAccountOut }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      await inTransaction(context.db, viewer.councilId, (tx) => releaseFunderAccount(tx, context, viewer, id));
      return { id };
    },
  );

  app.post(
    '/api/funder-accounts/:id/refuse',
    {
      config: { action: 'funder-account.release', audit: 'funder-account.refused' },
      schema: {
        tags: ['funders'],
        operationId: 'refuseFunderAccount',
        summary: 'Take a proposal away, with the reason',
        params: IdParams,
        body: FunderAccountRefuseIn,
        response: answers({ 200: FunderAccountOut }),
      },
    },
    async (request) => {
      await refuseFunderAccount(context, viewerOf(request), request.params.id, request.body.note);
      return { id: request.params.id };
    },
  );

  app.get(
    '/api/funders/:id/statement',
    {
      config: { action: 'funder.view', audit: 'funder-statement.viewed' },
      schema: {
        tags: ['funders'],
        operationId: 'viewFunderStatement',
        summary: 'What a funder awarded, spent, owes and paid in a period, and the same by provider',
        params: IdParams,
        querystring: StatementQuery,
        response: answers({ 200: FunderStatementOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25, ...asked } = request.query;
      const list = listAsked('funder-statement', { ...asked, ...request.params });
      const { funder, sums, providers, fromDate, toDate } = await funderStatement(
        context,
        viewerOf(request),
        request.params.id,
        askedPeriod(asked, context),
        { after: readCursor(list, cursor, ['text', 'text']), limit },
      );
      const page = pageFrom(list, providers, limit, ({ organisationName, organisationId }) => [
        organisationName,
        organisationId,
      ]);
      return { ...funder, fromDate, toDate, ...sums, providers: page.items, nextCursor: page.nextCursor };
    },
  );

  app.get(
    '/api/funders/:id/statement.csv',
    {
      config: { action: 'funder.view', audit: 'funder-statement.downloaded' },
      schema: {
        tags: ['funders'],
        operationId: 'downloadFunderStatement',
        summary: 'The same as CSV, with every provider',
        params: IdParams,
        querystring: StatementCsvQuery,
        response: { ...answers({}), 200: CsvOut },
      },
    },
    async (request, reply) => {
      const period = askedPeriod(request.query, context);
      const everyone = { after: null, limit: null };
      const statement = await funderStatement(context, viewerOf(request), request.params.id, period, everyone);
      const name = sayFile('files.funderStatement', {
        code: statement.funder.code,
        from: period.fromDate.toString(),
        to: period.toDate.toString(),
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', disposition('attachment', name))
        .send(statementCsv(statement));
    },
  );
}
