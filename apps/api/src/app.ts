// The composition root: one readable list of plugins, features and workflows, and nothing else.

import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyRequest, LogController } from 'fastify';
import { registerAccounts } from './features/accounts/accounts.routes.ts';
import { registerInvitations } from './features/accounts/invitations.routes.ts';
import { registerPaperCodes } from './features/accounts/paper-codes.routes.ts';
import { registerAuditEntries } from './features/audit-entries/audit-entries.routes.ts';
import { registerBankResults } from './features/bank-results/bank-results.routes.ts';
import { registerBaskets } from './features/baskets/baskets.routes.ts';
import { registerBudgetLines } from './features/budget-lines/budget-lines.routes.ts';
import { registerBudgets } from './features/budgets/budgets.routes.ts';
import { registerCardPayments } from './features/card-payments/card-payments.routes.ts';
import { registerCategories } from './features/categories/categories.routes.ts';
import { registerCouncilSettings } from './features/council-settings/council-settings.routes.ts';
import { registerCouncils } from './features/councils/councils.routes.ts';
import { registerCalendars } from './features/events/calendars.routes.ts';
import { registerEvents } from './features/events/events.routes.ts';
import { registerExceptions } from './features/exceptions/exceptions.routes.ts';
import { registerFeeds } from './features/feeds/feeds.routes.ts';
import { registerFunders } from './features/funders/funders.routes.ts';
import { registerInsights } from './features/insights/insights.routes.ts';
import { registerInvoices } from './features/invoices/invoices.routes.ts';
import { registerLetters } from './features/letters/letters.routes.ts';
import { registerAgreedRates } from './features/listings/agreed-rates.routes.ts';
import { registerEventDates } from './features/listings/event-dates.routes.ts';
import { registerKeptListings } from './features/listings/kept-listings.routes.ts';
import { registerListingReviews } from './features/listings/listing-reviews.routes.ts';
import { registerListings } from './features/listings/listings.routes.ts';
import { registerOwnChecks } from './features/listings/own-checks.routes.ts';
import { registerOwnListings } from './features/listings/own-listings.routes.ts';
import { registerOwnOffers } from './features/listings/own-offers.routes.ts';
import { registerOwnRecords } from './features/listings/own-records.routes.ts';
import { registerWithheldListings } from './features/listings/withheld-listings.routes.ts';
import { registerMails } from './features/mails/mails.routes.ts';
import { registerMandates } from './features/mandates/mandates.routes.ts';
import { registerMessages } from './features/messages/messages.routes.ts';
import { registerMoneyExceptions } from './features/money-exceptions/money-exceptions.routes.ts';
import { registerOlderOpenReferral } from './features/open-referral/older-open-referral.routes.ts';
import { registerOpenReferral } from './features/open-referral/open-referral.routes.ts';
import { registerOrders } from './features/orders/orders.routes.ts';
import { registerOrganisations } from './features/organisations/organisations.routes.ts';
import { registerPayIns } from './features/pay-ins/pay-ins.routes.ts';
import { registerPayeeAccounts } from './features/payee-accounts/payee-accounts.routes.ts';
import { registerPaymentFiles } from './features/payment-files/payment-files.routes.ts';
import { registerPaymentRuns } from './features/payment-runs/payment-runs.routes.ts';
import { registerCaseloads } from './features/people/caseloads.routes.ts';
import { registerFinalStatements } from './features/people/final-statements.routes.ts';
import { registerPeople } from './features/people/people.routes.ts';
import { registerPhotos } from './features/photos/photos.routes.ts';
import { registerPriceRises } from './features/price-rises/price-rises.routes.ts';
import { registerQuestionReports } from './features/questions/question-reports.routes.ts';
import { registerQuestions } from './features/questions/questions.routes.ts';
import { registerRemittances } from './features/remittances/remittances.routes.ts';
import { registerSchoolTerms } from './features/school-terms/school-terms.routes.ts';
import { openSearchLog } from './features/searches/search-log.ts';
import { registerSessions } from './features/sessions/sessions.routes.ts';
import { registerStatements } from './features/statements/statements.routes.ts';
import { registerTraces } from './features/traces/traces.routes.ts';
import { registerVisits } from './features/visits/visits.routes.ts';
import { registerWorkers } from './features/workers/workers.routes.ts';
import { ACCESS_COOKIE, type AccessToken, registerAccess } from './http/access.ts';
import type { App } from './http/app-instance.ts';
import { compileSerializer, compileValidator } from './http/compiled-schemas.ts';
import { registerCompression } from './http/compression.ts';
import { type Draining, registerDraining } from './http/draining.ts';
import { registerHealth } from './http/health.ts';
import { registerPlainAnswers } from './http/plain-answers.ts';
import { registerProblems } from './http/problems.ts';
import { registerSecurityHeaders, securityHeaders } from './http/security-headers.ts';
import { DEVICE_COOKIE } from './http/session-cookies.ts';
import { registerSlowRequests, SLOW_REQUEST_OPTIONS } from './http/slow-requests.ts';
import { registerUnexpectedBodies } from './http/unexpected-bodies.ts';
import { registerUnknownAddresses } from './http/unknown-addresses.ts';
import { answerUnreadable } from './http/unreadable-requests.ts';
import { registerUnreadableText } from './http/unreadable-text.ts';
import type { AppContext } from './platform/context.ts';
import { anyDeviceOf } from './platform/session-tokens.ts';
import { placeOf } from './platform/sign-in-tries.ts';
import { registerPublicPages } from './rendering/public-pages.routes.ts';
import { registerRobots } from './rendering/robots.routes.ts';
import { registerChangeLine } from './workflows/change-line.ts';
import { finishAccount, registerConfirmEmail } from './workflows/confirm-email.ts';
import { registerConfirmVisits } from './workflows/confirm-visits.ts';
import { registerEmitPaymentRun } from './workflows/emit-payment-run.ts';
import { registerEndPerson } from './workflows/end-person.ts';
import { registerImports } from './workflows/imports.routes.ts';
import { registerOpenStore } from './workflows/open-store.ts';
import { registerPlaceBasket } from './workflows/place-basket.ts';
import { registerProposePriceRise } from './workflows/propose-price-rise.ts';
import { registerRaiseOrderPrices } from './workflows/raise-order-prices.ts';
import { registerSettleException } from './workflows/settle-exception.ts';
import { registerUploadActuals } from './workflows/upload-actuals.routes.ts';
import { registerVerifyCouncil } from './workflows/verify-council.ts';

/** Most bytes of a JSON body; files have their own limit. */
const BODY_LIMIT = 1_048_576;
const FILE_LIMIT = 256 * 1_048_576;

/**
 * What a browser may fetch so that a card's details go to Stripe without passing through us; nothing in the sandbox.
 * Source: Stripe's security guide (content security policy); the second frame is the bank's own check.
 */
const STRIPE_CARD_FORM = {
  scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connections: ['https://api.stripe.com'],
} as const;
const NO_CARD_FORM = { scripts: [], frames: [], connections: [] } as const;

/**
 * Whose requests are counted together: a session's, a browser's in which somebody signed in before, or else those of one
 * place. So one noisy machine of a household or a library shuts out none of those whom we know there.
 */
function countedAs(app: App, context: AppContext, request: FastifyRequest): string {
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? request.cookies[ACCESS_COOKIE];
  if (token !== undefined) {
    try {
      return `session:${app.jwt.verify<AccessToken>(token).sid}`;
    } catch {
      // Not a token of ours: it counts where it comes from.
    }
  }
  const device = anyDeviceOf(context.config.sessionSecret, request.cookies[DEVICE_COOKIE]);
  return device === null ? placeOf(request.ip) : `device:${device}`;
}

declare module 'fastify' {
  interface FastifyInstance {
    drain: Draining['drain'];
  }
}

export interface FurtherParts {
  /** Looking around as made-up people: the demonstration's own server brings it, and no program of the product has it. */
  readonly lookAround?: (app: App, context: AppContext) => void;
}

/** Builds the server; `ready()` or `listen()` starts it. It throws when a route does not say its action, audit and answers. */
export async function buildApp(context: AppContext, { lookAround }: FurtherParts = {}): Promise<App> {
  const cardForm = context.config.stripe.publishableKey ? STRIPE_CARD_FORM : NO_CARD_FORM;
  const headers = securityHeaders({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'", ...cardForm.scripts],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...cardForm.connections],
        frameSrc: ["'self'", ...cardForm.frames],
        upgradeInsecureRequests: null,
      },
    },
    hsts: context.config.publicUrl.startsWith('https:'),
  });
  const unreadable = answerUnreadable(headers);
  const app = Fastify({
    logger:
      context.config.logLevel === 'silent'
        ? false
        : { level: context.config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: context.config.trustedProxies.length > 0 ? [...context.config.trustedProxies] : false,
    // Prototype-poisoning keys in a body are refused rather than quietly removed.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200 },
    ...SLOW_REQUEST_OPTIONS,
    rewriteUrl: unreadable.rewriteUrl,
    frameworkErrors: unreadable.frameworkErrors,
    clientErrorHandler: unreadable.clientErrorHandler,
    // Said in our own way (draining.ts).
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(compileSerializer);
  registerProblems(app);
  registerSecurityHeaders(app, headers);
  app.decorate('drain', registerDraining(app).drain);
  registerSlowRequests(app);
  registerPlainAnswers(app);
  registerCompression(app);
  const unknown = registerUnknownAddresses(app);

  await app.register(cookie);
  // Whether a token has run out is asked of the clock port, where tokens are read (`identify`).
  await app.register(jwt, { secret: context.config.sessionSecret, verify: { ignoreExpiration: true } });
  // No route takes plain text, and one whose schema is by content type would not look at it.
  app.removeContentTypeParser('text/plain');
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 5 } });
  if (context.config.requestsPerMinute > 0) {
    await app.register(rateLimit, {
      max: context.config.requestsPerMinute,
      timeWindow: '1 minute',
      keyGenerator: (request) => countedAs(app, context, request),
    });
  }
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Support Market', version: '1', description: 'From a personal budget to a paid provider.' },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The accessToken of POST /api/session' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'sm_access' },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    hideUntagged: true,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  registerAccess(app, context);
  registerUnexpectedBodies(app);
  registerUnreadableText(app);
  registerHealth(app, context);
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());

  // features
  registerAccounts(app, context);
  registerAuditEntries(app, context);
  registerBaskets(app, context);
  registerCategories(app, context);
  registerCouncils(app, context);
  registerCouncilSettings(app, context);
  registerCalendars(app, context);
  registerEvents(app, context);
  const searchLog = { onSearched: openSearchLog(app, context).note };
  registerListings(app, context, searchLog);
  registerOrganisations(app, context);
  registerOwnRecords(app, context);
  registerKeptListings(app, context);
  registerOwnListings(app, context);
  registerOwnOffers(app, context);
  registerWithheldListings(app, context);
  registerEventDates(app, context);
  registerListingReviews(app, context);
  registerOwnChecks(app, context);
  registerOpenReferral(app, context);
  registerOlderOpenReferral(app, context);
  registerOrders(app, context);
  registerInvitations(app, context);
  registerInsights(app, context);
  registerLetters(app, context);
  registerMails(app, context);
  registerPaperCodes(app, context);
  registerPhotos(app, context);
  const lookAroundToo = { lookAround: lookAround !== undefined };
  registerSchoolTerms(app, context);
  registerSessions(app, context, lookAroundToo);
  registerTraces(app, context);
  registerVisits(app, context);
  registerWorkers(app, context);
  registerExceptions(app, context);
  registerFunders(app, context);
  registerMoneyExceptions(app, context);
  registerInvoices(app, context);
  registerRemittances(app, context);
  registerPaymentRuns(app, context);
  registerPayeeAccounts(app, context);
  registerPaymentFiles(app, context);
  registerBankResults(app, context);
  registerCaseloads(app, context);
  registerPeople(app, context);
  registerFinalStatements(app, context);
  registerBudgets(app, context);
  registerBudgetLines(app, context);
  registerStatements(app, context);
  registerPayIns(app, context);
  registerCardPayments(app, context);
  registerMandates(app, context);
  registerMessages(app, context);
  registerQuestions(app, context);
  registerQuestionReports(app, context);
  registerPriceRises(app, context);
  registerAgreedRates(app, context);
  registerFeeds(app, context);

  // workflows
  registerProposePriceRise(app, context);
  registerRaiseOrderPrices(app, context);
  registerChangeLine(app, context);
  registerEndPerson(app, context);
  registerEmitPaymentRun(app, context);
  registerImports(app, context);
  registerSettleException(app, context);
  registerConfirmEmail(app, context);
  registerConfirmVisits(app, context);
  registerUploadActuals(app, context);
  registerOpenStore(app, context);
  registerPlaceBasket(app, context);
  registerVerifyCouncil(app, context);

  lookAround?.(app, context);

  // pages
  registerRobots(app, context);
  const pages = await registerPublicPages(app, context, { ...searchLog, ...lookAroundToo, finishAccount });
  unreadable.drawWith(pages?.drawNowhere ?? null);
  if (pages) unknown.onPages(pages);
  return app;
}
