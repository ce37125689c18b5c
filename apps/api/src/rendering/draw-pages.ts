// Sends pages: what a stranger gets and may keep, what somebody signed in gets, and what is said where a page fails.

import type { PageQuestion, PostedForm } from '@support-market/api-client/public-pages';
import { problemOf } from '@support-market/domain/shared/problems';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { SearchNote } from '../features/listings/search.service.ts';
import { ACCESS_COOKIE } from '../http/access.ts';
import { encodingFor, varyBy } from '../http/compression.ts';
import { codeOfFailure } from '../http/problems.ts';
import { HERE_COOKIE } from '../http/session-cookies.ts';
import { forPrograms } from '../http/unreadable-requests.ts';
import type { AppContext } from '../platform/context.ts';
import type { ProblemError } from '../platform/problem-error.ts';
import type { TrySource } from '../platform/sign-in-tries.ts';
import { RETRY_AFTER_SECONDS } from '../platform/trouble.ts';
import { openPageCache } from './page-cache.ts';
import { publicReads } from './public-reads.ts';
import type { WebBuild } from './web-build.ts';

const HTML = 'text/html; charset=utf-8';

export interface PageHooks {
  /** Told of every search; it must not make the searcher wait. */
  readonly onSearched: (note: SearchNote) => void;
  /** Whether pages offer to look around as somebody made up. */
  readonly lookAround: boolean;
  /** Finishes an account with the link from the mail and the password. */
  readonly finishAccount: (
    context: AppContext,
    body: { readonly token: string; readonly password: string },
    source: TrySource,
  ) => Promise<{ readonly email: string; readonly storeId: string | null }>;
}

/** Whether the page is for somebody who is signed in, or may be once the app has renewed their session. */
function isSomebody(request: FastifyRequest): boolean {
  return request.cookies[ACCESS_COOKIE] !== undefined || request.cookies[HERE_COOKIE] !== undefined;
}

/** The address of a listing or an organisation with its name as these are: without capitals. */
function inSmallLetters(address: string): string {
  return address.replace(/^\/(?:listings|organisations)\/[^/?]+(?=\?|$)/, (path) => path.toLowerCase());
}

/** Whether a reader has this very page: weak tags are the same without their mark (RFC 9110, 8.8.3.2). */
function isKept(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

export interface Pages {
  readonly sendPage: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  /** The page of a form that was posted, with what was wrong. */
  readonly sendPosted: (reply: FastifyReply, address: string, posted: PostedForm) => Promise<FastifyReply>;
  readonly sendFailure: (
    error: FastifyError | ProblemError,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply>;
  /** The page of an address that leads nowhere (404) or cannot be read (any other status). */
  readonly drawNowhere: (status: number) => Promise<string>;
  /** Whether a page is at an address, of ours or of the app, or moved from it. */
  readonly isPage: (address: string) => Promise<boolean>;
  readonly placeAfterSignIn: (next: string | null, roles: readonly string[]) => Promise<string>;
}

export function drawPages(context: AppContext, build: WebBuild, hooks: PageHooks): Pages {
  const reads = publicReads(context, hooks);
  // The app asks by itself what is noted; what is drawn for browsers without scripts would be noted twice.
  const unnotedReads = publicReads(context, { ...hooks, onSearched: () => undefined });
  const cache = openPageCache();
  const asked = (address: string): PageQuestion => ({
    address,
    publicUrl: context.config.publicUrl.replace(/\/$/, ''),
    files: build.files,
  });
  const sendHtml = (reply: FastifyReply, status: number, html: string): FastifyReply =>
    reply
      .status(status)
      .type(HTML)
      .headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
      .send(html);

  return {
    sendPage: async (request, reply) => {
      // A program that asked for what is not there is told so as the API tells it.
      if (forPrograms(request.url)) {
        reply.callNotFound();
        return reply;
      }
      const program = await build.program();
      const question = asked(request.url);
      const place = program.placeOf(question.address);
      const address = place.kind === 'moved' ? place.to : question.address;
      const small = inSmallLetters(address);
      // Only to what is there for strangers: a record that is hidden moves no more than one that never was.
      if (small !== address && (await program.prepare(asked(small), unnotedReads)).status === 200)
        return reply.redirect(small, 301);
      if (place.kind === 'moved') return reply.redirect(place.to, 301);
      varyBy(reply, 'cookie');
      // Under helmet's "no-referrer" a browser posts a form of ours as if from nowhere, and it would be refused.
      void reply.header('referrer-policy', 'same-origin');
      if (place.kind === 'app') return sendHtml(reply, 200, program.drawApp(question, isSomebody(request)));
      if (isSomebody(request)) {
        const prepared = await program.prepare(question, unnotedReads);
        return sendHtml(reply, prepared.status, prepared.drawForApp());
      }
      const prepared = await program.prepare(question, reads);
      // A refusal of a search quotes what was asked, which no one asks twice.
      if (prepared.secret || (prepared.status !== 200 && prepared.status !== 404))
        return sendHtml(reply, prepared.status, prepared.draw());
      const drawn = cache.pageFor(question.address, prepared);
      const encoding = encodingFor(request.headers['accept-encoding']);
      const etag = `W/"${drawn.etag}"`;
      varyBy(reply, 'accept-encoding');
      void reply.status(prepared.status).type(HTML).headers({ 'cache-control': 'public, no-cache', etag });
      if (prepared.status === 200 && isKept(request.headers['if-none-match'], etag)) return reply.status(304).send();
      if (encoding !== null) void reply.header('content-encoding', encoding);
      return reply.send(await drawn.as(encoding));
    },
    sendPosted: async (reply, address, posted) => {
      const program = await build.program();
      const prepared = await program.prepare({ ...asked(address), posted }, reads);
      return sendHtml(reply, prepared.status, prepared.draw());
    },
    sendFailure: async (error, request, reply) => {
      const problem = problemOf(codeOfFailure(error, request));
      if (problem.code === 'service.busy' || problem.code === 'service.unavailable')
        void reply.header('retry-after', RETRY_AFTER_SECONDS[problem.code]);
      const program = await build.program();
      const html = program.drawFailure(asked(request.url), { code: problem.code, status: problem.status }, request.id);
      return sendHtml(reply.header('x-request-id', request.id), problem.status, html);
    },
    drawNowhere: async (status) => {
      const program = await build.program();
      if (status === 404) return program.drawFailure(asked('/'), { code: 'record.not_found', status }, '');
      return program.drawUnreadable(asked('/'));
    },
    isPage: async (address) => (await build.program()).placeOf(address).kind !== 'none',
    placeAfterSignIn: async (next, roles) => (await build.program()).placeAfterSignIn(next, roles),
  };
}
