// Sets and clears the cookies of a session: scripts cannot read them, and other sites' requests do not carry them.

import { ACCESS_MINUTES, LONGEST_DAYS } from '@support-market/domain/access/session-rules';
import type { FastifyReply } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../platform/context.ts';
import { csrfToken } from '../platform/session-tokens.ts';
import type { StartedSession } from '../platform/sessions.repo.ts';
import { ACCESS_COOKIE, REFRESH_COOKIE } from './access.ts';

export const DEVICE_COOKIE = 'sm_device';
/**
 * Says on every page that a session may be renewed here, and nothing else: the refresh token itself goes to its own routes
 * alone. Where it stands the app is sent, which renews, and not a stranger's page.
 */
export const HERE_COOKIE = 'sm_here';
const SESSION_ROUTES = '/api/session';
/** Ends a session for browsers without scripts, also one whose access token ran out. */
export const SIGN_OUT_FORM = '/sign-out';
/** The refresh token goes to what renews and ends a session, and nowhere else. */
const REFRESH_PATHS = [SESSION_ROUTES, SIGN_OUT_FORM] as const;
const SIGN_IN_PAGE = '/sign-in';
const DEVICE_DAYS = 365;
const DAY_SECONDS = 86_400;

export interface SessionAnswer {
  readonly accessToken: string;
  readonly expiresAt: Temporal.Instant;
  readonly csrfToken: string;
}

function baseOf(context: AppContext) {
  return { httpOnly: true, secure: context.config.publicUrl.startsWith('https:') } as const;
}

/** Sets the cookies and answers the access token, for those who prefer a Bearer header. */
export function giveSession(reply: FastifyReply, context: AppContext, session: StartedSession): SessionAnswer {
  const base = baseOf(context);
  const now = context.clock.now();
  const iat = Math.floor(now.epochMilliseconds / 1_000);
  const accessToken = reply.server.jwt.sign({ sid: session.sessionId, iat }, { expiresIn: `${ACCESS_MINUTES}m` });
  void reply
    .setCookie(ACCESS_COOKIE, accessToken, { ...base, sameSite: 'lax', path: '/', maxAge: ACCESS_MINUTES * 60 })
    .setCookie(HERE_COOKIE, '1', { ...base, sameSite: 'lax', path: '/', maxAge: LONGEST_DAYS * DAY_SECONDS })
    .header('cache-control', 'no-store');
  for (const path of REFRESH_PATHS) {
    void reply.setCookie(REFRESH_COOKIE, session.refreshToken, {
      ...base,
      sameSite: 'strict',
      path,
      maxAge: LONGEST_DAYS * DAY_SECONDS,
    });
  }
  return {
    accessToken,
    expiresAt: now.add({ minutes: ACCESS_MINUTES }),
    csrfToken: csrfToken(context.config.sessionSecret, session.sessionId),
  };
}

export function rememberDevice(reply: FastifyReply, context: AppContext, token: string): void {
  // To the two places where somebody signs in: the API, and the page whose form is posted without a script.
  for (const path of [SESSION_ROUTES, SIGN_IN_PAGE]) {
    void reply.setCookie(DEVICE_COOKIE, token, {
      ...baseOf(context),
      sameSite: 'strict',
      path,
      maxAge: DEVICE_DAYS * DAY_SECONDS,
    });
  }
}

export function takeSession(reply: FastifyReply, context: AppContext): void {
  const base = baseOf(context);
  void reply
    .clearCookie(ACCESS_COOKIE, { ...base, sameSite: 'lax', path: '/' })
    .clearCookie(HERE_COOKIE, { ...base, sameSite: 'lax', path: '/' })
    .header('cache-control', 'no-store');
  for (const path of REFRESH_PATHS) void reply.clearCookie(REFRESH_COOKIE, { ...base, sameSite: 'strict', path });
}
