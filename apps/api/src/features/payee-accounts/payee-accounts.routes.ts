// Where payees are paid, over HTTP: officers propose and release, payees give their own.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import {
  AccountIn,
  AccountsOut,
  AccountsQuery,
  OwnAccountIn,
  OwnAccountsOut,
  ProposedAccountOut,
  RefusedOut,
  RefuseIn,
  ReleasedOut,
  ReleaseIn,
} from './payee-accounts.schemas.ts';
import {
  OPEN_STATES,
  PRESENT_STATES,
  proposeOne,
  refuseAccount,
  releaseAccounts,
  viewAccounts,
  viewMayPropose,
  viewOwnAccounts,
} from './payee-accounts.service.ts';

const STATES_OF = {
  proposed: OPEN_STATES,
  present: PRESENT_STATES,
  all: ['proposed', 'waiting', 'in-force', 'held', 'replaced', 'refused'],
} as const;

export function registerPayeeAccounts(app: App, context: AppContext): void {
  app.get(
    '/api/payee-accounts',
    {
      config: { action: 'payee-account.view', audit: null },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'listPayeeAccounts',
        summary: 'Bank details of payees, newest first: what waits to be released, what is paid now, or everything',
        querystring: AccountsQuery,
        response: answers({ 200: AccountsOut }),
      },
    },
    async (request) => {
      const { cursor, limit = 25, show = 'proposed', organisationId, lineId } = request.query;
      const list = listAsked('payee-accounts', { show, organisationId, lineId });
      const rows = await viewAccounts(context, viewerOf(request), {
        states: STATES_OF[show],
        organisationId,
        lineId,
        before: readCursor(list, cursor, ['text'])?.[0] ?? null,
        limit,
      });
      const payee = { organisationId: organisationId ?? null, lineId: lineId ?? null };
      const isOne = organisationId !== undefined || lineId !== undefined;
      const mayPropose = !isOne || (await viewMayPropose(context, viewerOf(request), payee));
      return { ...pageFrom(list, rows, limit, ({ id }) => [id]), mayPropose };
    },
  );

  app.post(
    '/api/payee-accounts',
    {
      config: { action: 'payee-account.propose', audit: 'payee-account.proposed' },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'proposePayeeAccount',
        summary: 'Propose where a payee is paid; a second officer releases it',
        body: AccountIn,
        response: answers({ 201: ProposedAccountOut }),
      },
    },
    async (request, reply) => {
      const { organisationId = null, lineId = null, ...details } = request.body;
      if ((organisationId === null) === (lineId === null)) throw new ProblemError('request.invalid');
      const proposed = await proposeOne(context, viewerOf(request), 'officer', { organisationId, lineId, ...details });
      return reply.status(201).send(proposed);
    },
  );

  app.post(
    '/api/payee-accounts/release',
    {
      config: { action: 'payee-account.release', audit: 'payee-account.released' },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'releasePayeeAccounts',
        summary: 'Put in force what somebody else proposed: all of them, or none',
        body: ReleaseIn,
        response: answers({ 200: ReleasedOut }),
      },
    },
    (request) => releaseAccounts(context, viewerOf(request), request.body.ids),
  );

  app.post(
    '/api/payee-accounts/:id/refuse',
    {
      config: { action: 'payee-account.release', audit: 'payee-account.refused' },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'refusePayeeAccount',
        summary: 'Take a proposal away, with the reason',
        params: IdParams,
        body: RefuseIn,
        response: answers({ 200: RefusedOut }),
      },
    },
    async (request) => {
      await refuseAccount(context, viewerOf(request), request.params.id, request.body.note);
      return { id: request.params.id };
    },
  );

  app.get(
    '/api/payee-accounts/own',
    {
      config: { action: 'payee-account.change', audit: null },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'viewOwnPayeeAccounts',
        summary: 'Where the council pays your organisation, what waits, and what was there before',
        response: answers({ 200: OwnAccountsOut }),
      },
    },
    async (request) => ({ items: await viewOwnAccounts(context, viewerOf(request), reachFor(request)) }),
  );

  app.post(
    '/api/payee-accounts/own',
    {
      config: { action: 'payee-account.change', audit: 'payee-account.proposed' },
      schema: {
        tags: ['payee-accounts'],
        operationId: 'changeOwnPayeeAccount',
        summary:
          'Say where your organisation is to be paid; it counts after some working days, or when an officer agrees',
        body: OwnAccountIn,
        response: answers({ 201: ProposedAccountOut }),
      },
    },
    async (request, reply) => {
      const [organisationId] = reachFor(request).organisationIds;
      if (organisationId === undefined) throw new ProblemError('permission.denied');
      const proposed = await proposeOne(context, viewerOf(request), 'payee', {
        organisationId,
        lineId: null,
        ...request.body,
      });
      return reply.status(201).send(proposed);
    },
  );
}
