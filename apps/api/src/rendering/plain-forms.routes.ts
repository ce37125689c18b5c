// Forms that a browser posts by itself, for pages without a script: signing in and out, making an account and finishing it,
// opening one with a code on paper, joining a council by invitation, asking for a new password and choosing it. The same services, limits and cookies as the
// API's; another site cannot post them.

import type { PostedForm } from '@support-market/api-client/public-pages';
import { SHORTEST_PASSWORD } from '@support-market/domain/access/password-rules';
import { STORE_KINDS, type StoreKind } from '@support-market/domain/listings/store-kinds';
import { problemOf } from '@support-market/domain/shared/problems';
import { isBlank } from '@support-market/domain/shared/visible-text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import {
  AcceptBody,
  AskResetBody,
  ConfirmBody,
  SignUpBody,
  Token,
  UsePaperCodeBody,
  UseResetBody,
} from '../features/accounts/accounts.schemas.ts';
import { askReset, mustChooseCouncil, signUp, useReset } from '../features/accounts/accounts.service.ts';
import { acceptInvitation, seeInvitation } from '../features/accounts/invitations.service.ts';
import { usePaperCode } from '../features/accounts/paper-codes.service.ts';
import { SignInBody } from '../features/sessions/sessions.schemas.ts';
import { signOut } from '../features/sessions/sessions.service.ts';
import { answerSignIn } from '../features/sessions/sign-in-request.ts';
import { ACCESS_COOKIE, type AccessToken, fromOwnPages, REFRESH_COOKIE } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { faultsOf, fits } from '../http/compiled-schemas.ts';
import { fieldProblemsOf } from '../http/problems.ts';
import { SIGN_OUT_FORM, takeSession } from '../http/session-cookies.ts';
import type { AppContext } from '../platform/context.ts';
import { type FieldProblem, ProblemError } from '../platform/problem-error.ts';
import { findSessionViewer } from '../platform/viewer.repo.ts';
import { isMailAddress } from '../ports/mail/mail.ts';
import type { PageHooks, Pages } from './draw-pages.ts';

const FORM = 'application/x-www-form-urlencoded';
const MOST_BYTES = 8_192;
/** As the API's routes that may send a mail to somebody who never asked for one. */
const MAILING = { rateLimit: { max: 30, timeWindow: '15 minutes' } } as const;

type Typed = Readonly<Record<string, string>>;

interface Wanted {
  /** Fields that must not be empty, each with the code that says so. */
  readonly needed: Typed;
  readonly newPassword?: true;
}

interface PlainForm<Body> extends Wanted {
  /** Of its page, too. Where it has a `:token`, that is of a link from a mail, and `typed` has it. */
  readonly path: string;
  readonly fields: readonly string[];
  /** Given where the link decides the fields and words: it stands in for those above. Refuses a link that no longer works. */
  readonly wanted?: (typed: Typed) => Promise<Wanted>;
  readonly mails?: true;
  /** What the service takes; `schema` describes it. */
  readonly schema: TSchema;
  readonly bodyOf: (typed: Typed) => Body;
  /** Does it. Answers where to go on, or null where the same page says that it is done. */
  readonly send: (request: FastifyRequest, reply: FastifyReply, body: Body, typed: Typed) => Promise<string | null>;
}

/** Signs somebody in and answers the page where they go on: the one they asked for, or the first of their menu. */
async function goOn(
  context: AppContext,
  pages: Pages,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
  body: { readonly email: string; readonly password: string },
  next: string | null,
): Promise<string> {
  const { sessionId } = await answerSignIn(context, request, reply, body);
  const viewer = await findSessionViewer(context.identities, sessionId, context.clock.now());
  const roles = viewer?.memberships.map(({ role }) => role) ?? [];
  return pages.placeAfterSignIn(next, roles);
}

function missing(form: Wanted, typed: Typed): FieldProblem[] {
  const empty = Object.entries(form.needed)
    .filter(([field]) => isBlank(typed[field] ?? ''))
    .map(([field, code]) => ({ pointer: `/${field}`, code }));
  const short = form.newPassword && (typed['password'] ?? '').length < SHORTEST_PASSWORD;
  return short ? [...empty, { pointer: '/password', code: 'field.minLength' }] : empty;
}

/** Stricter than its schema: a mail must be able to arrive. */
function notAnAddress({ email = '' }: Typed): FieldProblem[] {
  return isMailAddress(email.trim()) ? [] : [{ pointer: '/email', code: 'field.format' }];
}

/** What is missing and what is wrong, told at once: one fault a field, and that it is empty before anything else. */
function allFaults(empty: readonly FieldProblem[], wrong: readonly FieldProblem[]): FieldProblem[] {
  const faults = new Map<string, FieldProblem>();
  for (const fault of [...empty, ...wrong]) if (!faults.has(fault.pointer)) faults.set(fault.pointer, fault);
  return [...faults.values()];
}

/** As the fields stand on the page. */
function inOrder(faults: readonly FieldProblem[], fields: readonly string[]): FieldProblem[] {
  const at = ({ pointer }: FieldProblem): number => fields.indexOf(pointer.slice(1));
  return faults.toSorted((a, b) => at(a) - at(b));
}

function register<Body>(app: App, context: AppContext, pages: Pages, form: PlainForm<Body>): void {
  const config = form.mails ? MAILING : {};
  app.post<{ Body: unknown; Params: { token?: string } }>(
    form.path,
    { schema: { hide: true }, logLevel: 'silent', errorHandler: pages.sendFailure, config },
    async (request, reply) => {
      if (!(request.body instanceof URLSearchParams)) throw new ProblemError('request.unsupported_type');
      const given = request.body;
      const values = Object.fromEntries(form.fields.map((field) => [field, given.get(field) ?? '']));
      const { token } = request.params;
      const typed: Typed = { ...values, ...(token !== undefined && { token }) };
      // What was typed comes back, but never a password or a code.
      delete values['password'];
      delete values['code'];
      const { next = '' } = values;
      delete values['next'];
      for (const [field, text] of Object.entries(values)) values[field] = text.replace(/\p{Cc}+/gu, ' ');
      const [path = form.path] = request.url.split('?');
      const again = next === '' ? path : `${path}?${new URLSearchParams({ next }).toString()}`;
      const show = (refusal: PostedForm['refusal']) => pages.sendPosted(reply, again, { values, refusal });
      try {
        if (!fromOwnPages(request, context.config.publicUrl)) throw new ProblemError('csrf.missing');
        // A link that could never have been one of ours is answered as one that no longer works.
        if (token !== undefined && !fits(Token, token)) throw new ProblemError('token.not_valid');
        const wanted = form.wanted ? await form.wanted(typed) : form;
        const body = form.bodyOf(typed);
        const errors = allFaults(missing(wanted, typed), [
          ...fieldProblemsOf(faultsOf(form.schema, body)),
          ...(form.mails ? notAnAddress(typed) : []),
        ]);
        if (errors.length > 0)
          throw new ProblemError('request.invalid', { errors: inOrder(errors, [...form.fields, 'token']) });
        const place = await form.send(request, reply, body, typed);
        return place === null ? await show(null) : await reply.redirect(place, 303);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { code, errors, details } = error;
        return show({ code, status: problemOf(code).status, errors, details });
      }
    },
  );
}

/** The session of the access token, also of one that ran out: it is ended and nothing else. */
function sessionOf(app: App, request: FastifyRequest): string | null {
  try {
    return app.jwt.verify<AccessToken>(request.cookies[ACCESS_COOKIE] ?? '').sid;
  } catch {
    return null;
  }
}

/** As the page that shows the form reads it. */
const storeKindOf = (text: string): StoreKind | undefined => STORE_KINDS.find((kind) => kind === text);

export function registerPlainForms(app: App, context: AppContext, pages: Pages, hooks: PageHooks): void {
  // In a scope of its own: no other route takes a form that any site could post.
  void app.register(async (plain) => {
    const scope = plain as App;
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    register(scope, context, pages, {
      path: '/sign-in',
      fields: ['email', 'password', 'next'],
      needed: { email: 'field.required', password: 'field.required' },
      schema: SignInBody,
      bodyOf: ({ email = '', password = '' }) => ({ email: email.trim(), password }),
      send: (request, reply, body, { next = '' }) => goOn(context, pages, [request, reply], body, next || null),
    });
    register(scope, context, pages, {
      path: '/sign-up',
      fields: ['storeKind', 'storeName', 'name', 'councilSlug', 'email', 'password'],
      needed: {},
      wanted: async ({ councilSlug = '', storeKind = '' }) => ({
        needed: {
          ...(storeKindOf(storeKind) && { storeName: 'field.required' }),
          name: 'field.required@yourName',
          ...(councilSlug === '' && (await mustChooseCouncil(context)) && { councilSlug: 'field.required' }),
          email: 'field.required',
        },
        newPassword: true,
      }),
      mails: true,
      schema: SignUpBody,
      bodyOf: ({ name = '', email = '', password = '', councilSlug = '', storeKind = '', storeName = '' }) => {
        const kind = storeKindOf(storeKind);
        return {
          name: name.trim(),
          email: email.trim(),
          password,
          ...(councilSlug && { councilSlug }),
          ...(kind && { store: { kind, name: storeName.trim() } }),
        };
      },
      send: async (_request, _reply, body) => {
        await signUp(context, body);
        return null;
      },
    });
    register(scope, context, pages, {
      path: '/forgotten-password',
      fields: ['email'],
      needed: { email: 'field.required' },
      mails: true,
      schema: AskResetBody,
      bodyOf: ({ email = '' }) => ({ email: email.trim() }),
      send: async (_request, _reply, { email }) => {
        await askReset(context, email);
        return null;
      },
    });
    register(scope, context, pages, {
      path: '/confirm-email/:token',
      fields: ['password'],
      needed: { password: 'field.required' },
      schema: ConfirmBody,
      bodyOf: ({ token = '', password = '' }) => ({ token, password }),
      send: async (request, reply, body) => {
        const { email, storeId } = await hooks.finishAccount(context, body, { device: null, address: request.ip });
        const next = storeId === null ? '/' : `/provider/organisations/${storeId}/new-listing`;
        return goOn(context, pages, [request, reply], { email, password: body.password }, next);
      },
    });
    register(scope, context, pages, {
      path: '/reset-password/:token',
      fields: ['password'],
      needed: {},
      newPassword: true,
      schema: UseResetBody,
      bodyOf: ({ token = '', password = '' }) => ({ token, password }),
      send: async (_request, _reply, body) => {
        await useReset(context, body);
        return null;
      },
    });
    register(scope, context, pages, {
      path: '/invitations/:token',
      fields: ['name', 'password'],
      needed: {},
      wanted: async ({ token = '' }) =>
        (await seeInvitation(context, token)).hasAccount
          ? { needed: {} }
          : { needed: { name: 'field.required@yourName' }, newPassword: true },
      schema: AcceptBody,
      bodyOf: ({ token = '', name = '', password = '' }) => ({
        token,
        ...(name.trim() && { name: name.trim() }),
        ...(password && { password }),
      }),
      send: async (_request, _reply, body) => {
        await acceptInvitation(context, body);
        return null;
      },
    });
    register(scope, context, pages, {
      path: '/paper-codes',
      fields: ['signInName', 'code', 'password'],
      needed: { signInName: 'field.required', code: 'field.required@letterCode' },
      newPassword: true,
      schema: UsePaperCodeBody,
      bodyOf: ({ signInName = '', code = '', password = '' }) => ({ signInName, code, password }),
      send: async (request, reply, body) => {
        const used = await usePaperCode(context, body, { device: null, address: request.ip });
        return goOn(context, pages, [request, reply], { email: used.signInName, password: body.password }, null);
      },
    });
    scope.post(
      SIGN_OUT_FORM,
      { schema: { hide: true }, logLevel: 'silent', errorHandler: pages.sendFailure },
      async (request, reply) => {
        if (!fromOwnPages(request, context.config.publicUrl)) throw new ProblemError('csrf.missing');
        await signOut(context, sessionOf(scope, request), request.cookies[REFRESH_COOKIE]);
        takeSession(reply, context);
        return reply.redirect('/sign-in?out=1', 303);
      },
    );
  });
}
