// Signing in and out over HTTP, by cookies for browsers and by a Bearer token for programs.

import { ACCESS_MINUTES } from '@support-market/domain/access/session-rules';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ACCESS_COOKIE, type AccessToken, fromOwnPages, REFRESH_COOKIE, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import { giveSession, takeSession } from '../../http/session-cookies.ts';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { CouncilBody, SessionOut, SessionStarted, SignInBody } from './sessions.schemas.ts';
import { refreshSession, signOut, signOutEverywhere, switchCouncil, viewSession } from './sessions.service.ts';
import { answerSignIn } from './sign-in-request.ts';

export function registerSessions(
  app: App,
  context: AppContext,
  { lookAround }: { readonly lookAround: boolean },
): void {
  /** A browser renews once its access token is half used, so that no request of its meets an ended one. */
  const renewable = (request: FastifyRequest): boolean => {
    if (!request.cookies[REFRESH_COOKIE]) return false;
    const token = request.cookies[ACCESS_COOKIE];
    if (!request.viewer || !token) return true;
    const claims = app.jwt.decode<AccessToken>(token);
    const left = (claims?.exp ?? 0) * 1_000 - context.clock.now().epochMilliseconds;
    return left < (ACCESS_MINUTES * 60_000) / 2;
  };

  app.post(
    '/api/session',
    {
      config: { action: 'session.create', audit: 'session.created', cookies: 'ignored' },
      schema: {
        tags: ['session'],
        operationId: 'signIn',
        summary: 'Sign in with an e-mail address and a password',
        security: [],
        body: SignInBody,
        response: answers({ 200: SessionStarted }),
      },
    },
    async (request, reply) => {
      const { accessToken, expiresAt, csrfToken } = await answerSignIn(context, request, reply, request.body);
      return { accessToken, expiresAt, csrfToken };
    },
  );

  app.get(
    '/api/session',
    {
      config: { action: 'session.view', audit: null },
      schema: {
        tags: ['session'],
        operationId: 'viewSession',
        summary: 'Who is signed in, in which council and with which roles',
        response: answers({ 200: SessionOut }),
      },
    },
    (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return viewSession(context, {
        viewer: request.viewer,
        sessionId: request.sessionId,
        renewable: renewable(request),
        lookAround,
      });
    },
  );

  app.post(
    '/api/session/refresh',
    {
      config: { action: 'session.refresh', audit: null, cookies: 'ignored' },
      schema: {
        tags: ['session'],
        operationId: 'refreshSession',
        summary: 'Stay signed in: a new access token for the refresh token in the cookie',
        security: [],
        response: answers({ 200: SessionStarted }),
      },
    },
    async (request, reply) => {
      const session = await refreshSession(context, request.cookies[REFRESH_COOKIE]);
      if (!session) {
        takeSession(reply, context);
        throw new ProblemError('session.expired');
      }
      return giveSession(reply, context, session);
    },
  );

  app.delete(
    '/api/session',
    {
      config: { action: 'session.end', audit: 'session.ended' },
      schema: {
        tags: ['session'],
        operationId: 'signOut',
        summary: 'Sign out here',
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      if (!fromOwnPages(request, context.config.publicUrl)) throw new ProblemError('csrf.missing');
      await signOut(context, request.sessionId, request.cookies[REFRESH_COOKIE]);
      takeSession(reply, context);
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/api/sessions',
    {
      config: { action: 'session.end', audit: 'session.ended-everywhere' },
      schema: {
        tags: ['session'],
        operationId: 'signOutEverywhere',
        summary: 'Sign out on every device, this one too',
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await signOutEverywhere(context, viewerOf(request));
      takeSession(reply, context);
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/api/session/council',
    {
      config: { action: 'session.switch-council', audit: 'session.council-switched' },
      schema: {
        tags: ['session'],
        operationId: 'switchCouncil',
        summary: 'Go on in another council of the same account',
        body: CouncilBody,
        response: answers({ 200: SessionOut }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { sessionId } = request;
      if (sessionId === null) throw new ProblemError('session.required');
      const there = await switchCouncil(context, viewer, sessionId, request.body.councilSlug);
      return viewSession(context, { viewer: there, sessionId, renewable: false, lookAround });
    },
  );
}
