// Accounts over HTTP: making one, proving an address, passwords, and who has which role.

import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import {
  Accepted,
  AskResetBody,
  ChangePasswordBody,
  ConfirmedOut,
  MembersOut,
  MembersQuery,
  SignUpBody,
  UseResetBody,
} from './accounts.schemas.ts';
import { askReset, changePassword, endRole, signUp, useReset, viewMembers } from './accounts.service.ts';

const ACCEPTED = { accepted: true } as const;

/** Each of these may send a mail to somebody who never asked for one, so one place gets few of them. */
const MAILING = { rateLimit: { max: 30, timeWindow: '15 minutes' } } as const;

export function registerAccounts(app: App, context: AppContext): void {
  app.post(
    '/api/accounts',
    {
      config: { action: 'account.create', audit: 'account.asked-for', cookies: 'ignored', ...MAILING },
      schema: {
        tags: ['accounts'],
        operationId: 'signUp',
        summary: 'Ask for an account; a mail says how to go on, with or without an account',
        security: [],
        body: SignUpBody,
        response: answers({ 202: Accepted }),
      },
    },
    async (request, reply) => {
      await signUp(context, request.body);
      return reply.status(202).send(ACCEPTED);
    },
  );

  app.post(
    '/api/password-resets',
    {
      config: {
        action: 'account.reset-password',
        audit: 'account.password-reset-asked',
        cookies: 'ignored',
        ...MAILING,
      },
      schema: {
        tags: ['accounts'],
        operationId: 'askPasswordReset',
        summary: 'Ask for a link to choose a new password; the answer is the same for every address',
        security: [],
        body: AskResetBody,
        response: answers({ 202: Accepted }),
      },
    },
    async (request, reply) => {
      await askReset(context, request.body.email);
      return reply.status(202).send(ACCEPTED);
    },
  );

  app.post(
    '/api/password-resets/use',
    {
      config: { action: 'account.reset-password', audit: 'account.password-changed', cookies: 'ignored' },
      schema: {
        tags: ['accounts'],
        operationId: 'usePasswordReset',
        summary: 'Choose a new password with the link from the mail; every session of the account ends',
        security: [],
        body: UseResetBody,
        response: answers({ 200: ConfirmedOut }),
      },
    },
    (request) => useReset(context, request.body),
  );

  app.put(
    '/api/account/password',
    {
      config: { action: 'account.change-password', audit: 'account.password-changed' },
      schema: {
        tags: ['accounts'],
        operationId: 'changePassword',
        summary: 'Change your own password; every other session ends',
        body: ChangePasswordBody,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      if (request.sessionId === null) throw new ProblemError('session.required');
      // Who is signed in is known by the session, not by the place: a thief elsewhere must not slow the owner.
      const source = { device: request.sessionId, address: request.ip };
      await changePassword(context, viewer, request.sessionId, request.body, source);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/api/memberships',
    {
      config: { action: 'account.view', audit: null },
      schema: {
        tags: ['accounts'],
        operationId: 'listMembers',
        summary: 'Who has which role in the council',
        querystring: MembersQuery,
        response: answers({ 200: MembersOut }),
      },
    },
    (request) => viewMembers(context, viewerOf(request), request.query),
  );

  app.delete(
    '/api/memberships/:id',
    {
      config: { action: 'account.end-role', audit: 'account.role-ended' },
      schema: {
        tags: ['accounts'],
        operationId: 'endRole',
        summary: 'End a role; it counts from the next request on',
        params: IdParams,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await endRole(context, viewerOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}
