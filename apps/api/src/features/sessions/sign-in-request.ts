// A request that signs somebody in, whether a script or a plain form sent it: one check, one limit, the same cookies.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { DEVICE_COOKIE, giveSession, rememberDevice, type SessionAnswer } from '../../http/session-cookies.ts';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { deviceOf, makeDeviceToken } from '../../platform/session-tokens.ts';
import type { SignInBody } from './sessions.schemas.ts';
import { signIn } from './sessions.service.ts';

/** Sets the cookies of a new session. Refuses as `signIn` does, and says in a header how long to wait where that is it. */
export async function answerSignIn(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  body: Static<typeof SignInBody>,
): Promise<SessionAnswer & { readonly sessionId: string }> {
  const email = body.email.trim().toLowerCase();
  const { sessionSecret } = context.config;
  const device = deviceOf(sessionSecret, email, request.cookies[DEVICE_COOKIE]);
  try {
    const session = await signIn(context, { ...body, email }, { device, address: request.ip });
    if (device === null)
      rememberDevice(reply, context, makeDeviceToken(sessionSecret, email, context.clock.random(16)));
    return { ...giveSession(reply, context, session), sessionId: session.sessionId };
  } catch (error) {
    if (error instanceof ProblemError && typeof error.details.waitSeconds === 'number') {
      void reply.header('retry-after', String(error.details.waitSeconds));
    }
    throw error;
  }
}
