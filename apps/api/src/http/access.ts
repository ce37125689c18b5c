// Who is asking, and whether they may: every route names an action and an audit event or the server does not boot,
// and every request is refused unless the permission table allows it.

import {
  type Action,
  isAction,
  isPublicAction,
  mayDo,
  type Reach,
  reachOf,
} from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { sameText } from '../platform/same-text.ts';
import { csrfToken } from '../platform/session-tokens.ts';
import { findSessionViewer } from '../platform/viewer.repo.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, from the permission table. */
    action?: Action;
    /** The event that the route leaves in the audit trail, or null where it neither writes nor shows one person's records. */
    audit?: string | null;
    /** The request starts again (signing in, a link from a mail): who its cookies are of does not count, only where it comes from. */
    cookies?: 'ignored';
  }
  interface FastifyInstance {
    /** Every route that takes part in access control, for the test that walks them all. */
    routeTable: GuardedRoute[];
  }
  interface FastifyRequest {
    viewer: Viewer | null;
    sessionId: string | null;
  }
}

export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action;
  readonly audit: string | null;
}

export const ACCESS_COOKIE = 'sm_access';
export const REFRESH_COOKIE = 'sm_refresh';
export const CSRF_HEADER = 'x-csrf-token';

/** What an access token says: which session it is of, and when it runs out. Everything else is looked up, so that it is never stale. */
export interface AccessToken {
  readonly sid: string;
  /** In seconds since 1970. */
  readonly exp: number;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The signed-in viewer of a protected route. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new ProblemError('session.required');
  return request.viewer;
}

/** How far the viewer may reach with the route's own action. Repositories filter by it. */
export function reachFor(request: FastifyRequest): Reach {
  const viewer = viewerOf(request);
  const { action } = request.routeOptions.config;
  const reach = action && !isPublicAction(action) ? reachOf(viewer, action) : null;
  if (!reach) throw new ProblemError('permission.denied');
  return reach;
}

/**
 * Whether a browser says that the request comes from a page of ours; programs that are no browsers say nothing and may
 * pass, since no one's cookies ride with them. Stops another site from signing a person in as someone else.
 */
export function fromOwnPages(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function tokenOf(request: FastifyRequest): { readonly token: string | undefined; readonly isBearer: boolean } {
  const bearer = request.headers.authorization?.match(/^Bearer ([\w.-]+)$/)?.[1];
  return { token: bearer ?? request.cookies[ACCESS_COOKIE], isBearer: bearer !== undefined };
}

async function identify(app: FastifyInstance, context: AppContext, request: FastifyRequest): Promise<void> {
  const { token, isBearer } = tokenOf(request);
  if (!token) return;
  let claims: AccessToken;
  try {
    claims = app.jwt.verify<AccessToken>(token);
  } catch {
    return;
  }
  const now = context.clock.now();
  if (!(claims.exp * 1_000 > now.epochMilliseconds)) return;
  const viewer = await findSessionViewer(context.identities, claims.sid, now);
  if (!viewer) return;
  // A browser sends cookies by itself, so a request that leans on them must also carry what only our pages know.
  if (!isBearer && !SAFE_METHODS.has(request.method)) {
    const given = request.headers[CSRF_HEADER];
    if (typeof given !== 'string' || !sameText(given, csrfToken(context.config.sessionSecret, claims.sid))) {
      throw new ProblemError('csrf.missing');
    }
  }
  request.viewer = viewer;
  request.sessionId = claims.sid;
}

/** Registers the check on every route under `/api`, `/webhooks` and `/oruk`. Register it before any route. */
export function registerAccess(app: FastifyInstance, context: AppContext): void {
  app.decorate('routeTable', []);
  app.decorateRequest('viewer', null);
  app.decorateRequest('sessionId', null);

  app.addHook('onRoute', (route) => {
    if (!/^\/(api|webhooks|oruk)\//.test(route.url) || /^\/api\/(docs|openapi\.json)/.test(route.url)) return;
    const { action, audit } = route.config ?? {};
    if (!action || !isAction(action) || audit === undefined) {
      throw new Error(
        `${String(route.method)} ${route.url} does not say its action and audit event: the server does not start`,
      );
    }
    if (!(route.schema as { response?: unknown } | undefined)?.response) {
      throw new Error(`${String(route.method)} ${route.url} does not declare its answers: the server does not start`);
    }
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD') app.routeTable.push({ method, url: route.url, action, audit });
    }
  });

  const check = async (request: FastifyRequest, reply: FastifyReply, action: Action): Promise<void> => {
    await identify(app, context, request);
    // What one person is shown must not stay behind on a shared computer or in a cache on the way.
    if (request.viewer) void reply.header('cache-control', 'no-store');
    if (isPublicAction(action)) return;
    if (!request.viewer) {
      const tried = request.headers.authorization !== undefined || request.cookies[ACCESS_COOKIE] !== undefined;
      throw new ProblemError(tried ? 'session.expired' : 'session.required');
    }
    if (!mayDo(request.viewer, action)) throw new ProblemError('permission.denied');
  };

  app.addHook('onRequest', (request, reply, done) => {
    const { action, cookies } = request.routeOptions.config;
    if (!action) return done();
    if (cookies === 'ignored')
      return done(fromOwnPages(request, context.config.publicUrl) ? undefined : new ProblemError('csrf.missing'));
    // A stranger who reads what is public has nothing to be looked up, and does not wait for it.
    if (isPublicAction(action) && !tokenOf(request).token) return done();
    check(request, reply, action).then(() => done(), done);
  });
}
