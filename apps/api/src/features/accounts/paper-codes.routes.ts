// Accounts handed over on paper, over HTTP.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  PaperAccountIn,
  PaperAccountsOut,
  PaperCodeIn,
  PaperCodeUsed,
  PaperLetterOut,
  UsePaperCodeBody,
} from './accounts.schemas.ts';
import { handOverAccount, printCodeFor, printNewCode, usePaperCode, viewPaperAccounts } from './paper-codes.service.ts';

export function registerPaperCodes(app: App, context: AppContext): void {
  app.get(
    '/api/people/:id/paper-accounts',
    {
      config: { action: 'account.hand-over', audit: 'paper-code.listed' },
      schema: {
        tags: ['accounts'],
        operationId: 'listPaperAccounts',
        summary: 'Accounts without an e-mail address, of a person and of their helpers',
        params: IdParams,
        response: answers({ 200: PaperAccountsOut }),
      },
    },
    (request) => viewPaperAccounts(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.post(
    '/api/people/:id/paper-accounts',
    {
      config: { action: 'account.hand-over', audit: 'account.handed-over' },
      schema: {
        tags: ['accounts'],
        operationId: 'handOverAccount',
        summary: 'Make an account without an e-mail address; answers what to print, once',
        params: IdParams,
        body: PaperAccountIn,
        response: answers({ 201: PaperLetterOut }),
      },
    },
    async (request, reply) => {
      const letter = await handOverAccount(
        context,
        viewerOf(request),
        reachFor(request),
        request.params.id,
        request.body,
      );
      return reply.status(201).send(letter);
    },
  );
  app.post(
    '/api/people/:id/paper-codes',
    {
      config: { action: 'account.hand-over', audit: 'paper-code.printed' },
      schema: {
        tags: ['accounts'],
        operationId: 'printPaperCode',
        summary: 'A new code on paper for a person’s or helper’s account; the one before no longer works',
        params: IdParams,
        body: PaperCodeIn,
        response: answers({ 200: PaperLetterOut }),
      },
    },
    (request) => printNewCode(context, viewerOf(request), reachFor(request), request.params.id, request.body.accountId),
  );
  app.post(
    '/api/paper-codes',
    {
      config: { action: 'account.invite', audit: 'paper-code.printed' },
      schema: {
        tags: ['accounts'],
        operationId: 'printPaperCodeFor',
        summary: 'A new code on paper for any account without an e-mail address',
        body: PaperCodeIn,
        response: answers({ 200: PaperLetterOut }),
      },
    },
    (request) => printCodeFor(context, viewerOf(request), request.body.accountId),
  );
  app.post(
    '/api/paper-codes/use',
    {
      config: { action: 'account.reset-password', audit: 'account.password-changed', cookies: 'ignored' },
      schema: {
        tags: ['accounts'],
        operationId: 'usePaperCode',
        summary: 'Choose a password by the name and the code of a letter; every session of the account ends',
        security: [],
        body: UsePaperCodeBody,
        response: answers({ 200: PaperCodeUsed }),
      },
    },
    (request) => usePaperCode(context, request.body, { device: null, address: request.ip }),
  );
}
