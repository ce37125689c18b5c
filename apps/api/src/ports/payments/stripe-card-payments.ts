// Takes cards through Stripe with its official SDK, believing no answer before its object and id are checked.

import { standingOf } from '@support-market/domain/payments/card-returns';
import type { Pence } from '@support-market/domain/shared/money';
import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import Stripe from 'stripe';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock/clock.ts';
import {
  type CardCode,
  type CardFailure,
  type CardMovement,
  type CardPayment,
  type CardPaymentStatus,
  type CardPaymentsPort,
  type CardReversal,
  cardRequestFault,
  TRANSFER_METADATA,
} from './card-payments.ts';
import { type Fields, fieldsOf, readCardWebhook } from './card-webhooks.ts';

export type StripeSettings = {
  /** `STRIPE_SECRET_KEY` */
  readonly secretKey: string;
  /** `STRIPE_WEBHOOK_SECRET` */
  readonly webhookSecret: string;
  /** `STRIPE_API_BASE`: origin only, "https://api.stripe.com" unless set. */
  readonly apiBase?: string;
  readonly clock: Clock;
  /** The longest silence to bear in one try, in milliseconds: 20,000 unless said. */
  readonly timeoutMs?: number;
  /** Further tries after a failed connection, a 409 or a 5xx, all with the same key: 2 unless said. */
  readonly retries?: number;
};

const STATUSES: ReadonlyMap<unknown, CardPaymentStatus> = new Map<unknown, CardPaymentStatus>([
  ['requires_payment_method', 'needs_card'],
  ['requires_confirmation', 'needs_card'],
  ['requires_action', 'needs_authentication'],
  ['processing', 'processing'],
  // We always ask for immediate capture; money that is only held has not arrived.
  ['requires_capture', 'processing'],
  ['succeeded', 'succeeded'],
  ['canceled', 'cancelled'],
]);

const FAILURES: ReadonlyMap<unknown, CardFailure> = new Map<unknown, CardFailure>([
  ['insufficient_funds', 'insufficient_funds'],
  ['expired_card', 'expired_card'],
  ['incorrect_cvc', 'incorrect_details'],
  ['invalid_cvc', 'incorrect_details'],
  ['incorrect_number', 'incorrect_details'],
  ['invalid_number', 'incorrect_details'],
  ['incorrect_zip', 'incorrect_details'],
  ['invalid_expiry_month', 'incorrect_details'],
  ['invalid_expiry_year', 'incorrect_details'],
  ['authentication_required', 'authentication_failed'],
  ['payment_intent_authentication_failure', 'authentication_failed'],
  ['card_declined', 'declined'],
]);

/** Which of several payments with one transfer counts: the one that is furthest on. */
const PRECEDENCE: readonly CardPaymentStatus[] = [
  'succeeded',
  'processing',
  'needs_authentication',
  'needs_card',
  'cancelled',
];

const PAGE = 100;
const MOST_PAGES = 100;
const NO_SHAPE = 'answer_without_shape';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function failureOf(lastError: Fields | undefined): CardFailure | undefined {
  if (lastError === undefined || lastError.type !== 'card_error') {
    return lastError?.code === 'payment_intent_authentication_failure' ? 'authentication_failed' : undefined;
  }
  for (const code of [lastError.decline_code, lastError.code]) {
    const failure = FAILURES.get(code);
    if (failure !== undefined) return failure;
  }
  return 'other';
}

function penceIn(value: unknown): Pence | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? (BigInt(value) as Pence) : undefined;
}

function isPaymentId(value: unknown): value is string {
  return typeof value === 'string' && /^pi_\w{1,250}$/.test(value);
}

function transferOf(payment: Fields): string | undefined {
  const transferId = fieldsOf(payment.metadata)?.[TRANSFER_METADATA];
  return typeof transferId === 'string' ? transferId : undefined;
}

/** A payment as we know it, or undefined when the answer is anything else. */
function readPayment(answer: unknown): CardPayment | undefined {
  const fields = fieldsOf(answer);
  if (fields === undefined || fields.object !== 'payment_intent' || fields.currency !== 'gbp') return undefined;
  const { id: providerId, client_secret: clientSecret } = fields;
  const status = STATUSES.get(fields.status);
  const amountPence = penceIn(fields.amount);
  const receivedPence = penceIn(fields.amount_received ?? 0);
  if (!isPaymentId(providerId) || typeof clientSecret !== 'string' || clientSecret === '') return undefined;
  if (status === undefined || amountPence === undefined || receivedPence === undefined) return undefined;
  if (status === 'succeeded' && receivedPence !== amountPence) return undefined;
  const lastFailure = failureOf(fieldsOf(fields.last_payment_error));
  return { providerId, clientSecret, status, amountPence, receivedPence, transferId: transferOf(fields), lastFailure };
}

const PART_ID = /^(?:ch|py|re|pyr|dp|du)_\w{1,250}$/;

const MOVEMENTS: ReadonlyMap<unknown, CardMovement['kind']> = new Map<unknown, CardMovement['kind']>([
  ['charge', 'payment'],
  ['refund', 'refund'],
  ['refund_failure', 'refund'],
  ['dispute', 'dispute'],
  ['dispute_reversal', 'dispute'],
]);

/** A refund or dispute of this payment, or undefined when the answer is anything else. */
function readReversal(fields: Fields, paymentId: string): CardReversal | undefined {
  const { id, object: kind, status } = fields;
  if (kind !== 'refund' && kind !== 'dispute') return undefined;
  if (typeof id !== 'string' || !PART_ID.test(id) || typeof status !== 'string') return undefined;
  if (fields.currency !== 'gbp' || fields.payment_intent !== paymentId) return undefined;
  const amountPence = penceIn(fields.amount);
  const standing = standingOf(kind, status);
  return amountPence === undefined || standing === undefined
    ? undefined
    : { providerId: id, kind, amountPence, standing };
}

/** Every object of a list, page by page; `card.look_up_incomplete` when there is no end. */
async function listAll(
  page: (of: { limit: number; starting_after?: string }) => Promise<unknown>,
): Promise<Result<readonly Fields[], CardCode>> {
  const all: Fields[] = [];
  let after: { starting_after?: string } = {};
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const list = fieldsOf(await page({ limit: PAGE, ...after }));
    const items: unknown = list?.data;
    const more = list?.has_more;
    if (list?.object !== 'list' || !Array.isArray(items) || typeof more !== 'boolean')
      return refuse('card.unexpected_answer');
    for (const item of items) {
      const fields = fieldsOf(item);
      if (fields === undefined || typeof fields.id !== 'string') return refuse('card.unexpected_answer');
      all.push(fields);
    }
    if (!more) return ok(all);
    const last = all.at(-1)?.id;
    if (typeof last !== 'string' || last === after.starting_after) return refuse('card.unexpected_answer');
    after = { starting_after: last };
  }
  return refuse('card.look_up_incomplete');
}

function codeOf(error: unknown): CardCode {
  const { errors } = Stripe;
  if (!(error instanceof errors.StripeError)) return 'card.unexpected_answer';
  if (error instanceof errors.StripeConnectionError || error instanceof errors.StripeRateLimitError) {
    return 'card.unavailable';
  }
  const status = error.statusCode ?? 0;
  if (status >= 500) return 'card.unavailable';
  if (error.code === NO_SHAPE) return 'card.unexpected_answer';
  if (status === 409) return 'card.unavailable';
  if (error instanceof errors.StripeIdempotencyError) return 'card.key_conflict';
  if (error instanceof errors.StripeCardError) return 'card.declined';
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError) {
    return 'card.not_configured';
  }
  if (!(error instanceof errors.StripeInvalidRequestError)) return 'card.unexpected_answer';
  if (error.code === 'amount_too_small' || error.code === 'amount_too_large') return 'card.amount_out_of_range';
  return status === 404 ? 'card.not_found' : 'card.bad_request';
}

/** What may be logged about a failure: never messages, which can quote a key or a card. */
function detailsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Stripe.errors.StripeError)) return {};
  return { status: error.statusCode, requestId: error.requestId, providerCode: error.code };
}

/**
 * Node's client, with a gate on every body: the SDK takes any reply without an `error` field for success, even a 404,
 * and never settles on one that is not an object. Such replies become errors here.
 */
function gatedHttpClient(): NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient'] {
  const client = Stripe.createNodeHttpClient();
  return {
    getClientName: () => client.getClientName(),
    async makeRequest(...request) {
      const response = await client.makeRequest(...request);
      const readJson = response.toJSON.bind(response);
      response.toJSON = async () => {
        const body: unknown = await readJson().catch((error: unknown) => {
          if (error instanceof SyntaxError) return undefined;
          throw error;
        });
        const fields = fieldsOf(body);
        const refused = response.getStatusCode() >= 400;
        const shaped = fields !== undefined && (!refused || fieldsOf(fields.error) !== undefined);
        return shaped ? fields : { error: { type: 'api_error', code: NO_SHAPE } };
      };
      return response;
    },
  };
}

function originOf(apiBase: string, secretKey: string): URL {
  const url = URL.canParse(apiBase) ? new URL(apiBase) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) {
    throw new RangeError('STRIPE_API_BASE must be an origin such as https://api.stripe.com');
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname) && !/^[sr]k_test_/.test(secretKey)) {
    throw new RangeError('STRIPE_API_BASE must be https for any key that is not a test key');
  }
  return url;
}

/** Cards through Stripe. Throws RangeError on settings that cannot work, never naming a secret. Logs nothing. */
export function stripeCardPayments(settings: StripeSettings): CardPaymentsPort {
  // A header cannot carry other characters, and Node would quote the key in its complaint.
  if (!/^[\w-]+$/.test(settings.secretKey)) throw new RangeError('STRIPE_SECRET_KEY is missing or not a key');
  if (!/^\S+$/.test(settings.webhookSecret)) throw new RangeError('STRIPE_WEBHOOK_SECRET is missing or holds a space');
  const origin = originOf(settings.apiBase ?? 'https://api.stripe.com', settings.secretKey);
  const httpClient = gatedHttpClient();
  const stripe = new Stripe(settings.secretKey, {
    protocol: origin.protocol === 'http:' ? 'http' : 'https',
    host: origin.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: origin.port === '' ? (origin.protocol === 'http:' ? 80 : 443) : Number(origin.port),
    timeout: settings.timeoutMs ?? 20_000,
    maxNetworkRetries: settings.retries ?? 2,
    telemetry: false,
    ...(httpClient === undefined ? {} : { httpClient }),
  });

  async function ask<Value>(call: () => Promise<Result<Value, CardCode>>): Promise<Result<Value, CardCode>> {
    try {
      return await call();
    } catch (error) {
      return refuse(codeOf(error), detailsOf(error));
    }
  }

  return {
    createPayment: async (request) => {
      const fault = cardRequestFault(request);
      if (fault) return refuse(fault);
      return ask(async () => {
        const answer = await stripe.paymentIntents.create(
          {
            amount: Number(request.amountPence),
            currency: 'gbp',
            description: request.description,
            metadata: { ...request.metadata, [TRANSFER_METADATA]: request.transferId },
            // The operator's Stripe settings say which cards and wallets; nothing that leaves our page for another.
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
          },
          { idempotencyKey: request.transferId },
        );
        const payment = readPayment(answer);
        const asAsked = payment?.amountPence === request.amountPence && payment.transferId === request.transferId;
        return payment !== undefined && asAsked ? ok(payment) : refuse('card.unexpected_answer');
      });
    },

    findPayment: async (providerId) => {
      if (!isPaymentId(providerId)) return refuse('card.not_found');
      return ask(async () => {
        const payment = readPayment(await stripe.paymentIntents.retrieve(providerId));
        return payment?.providerId === providerId ? ok(payment) : refuse('card.unexpected_answer');
      });
    },

    // Stripe's search answers up to a minute late, and a missed payment would be charged again: the list is exact.
    findByTransfer: (transferId, since?: Temporal.Instant) =>
      ask(async () => {
        const from = since?.subtract({ hours: 1 }).epochMilliseconds;
        const created = from === undefined ? {} : { created: { gte: Math.floor(from / 1000) } };
        let found: CardPayment | undefined;
        let after: { starting_after?: string } = {};
        for (let page = 0; page < MOST_PAGES; page += 1) {
          const answer: unknown = await stripe.paymentIntents.list({ limit: PAGE, ...created, ...after });
          const list = fieldsOf(answer);
          const items: unknown = list?.data;
          const more = list?.has_more;
          if (list?.object !== 'list' || !Array.isArray(items) || typeof more !== 'boolean') {
            return refuse('card.unexpected_answer');
          }
          let last: string | undefined;
          for (const item of items) {
            const fields = fieldsOf(item);
            if (fields === undefined || fields.object !== 'payment_intent' || !isPaymentId(fields.id)) {
              return refuse('card.unexpected_answer');
            }
            last = fields.id;
            if (transferOf(fields) !== transferId) continue;
            const payment = readPayment(fields);
            if (payment === undefined) return refuse('card.unexpected_answer');
            if (!found || PRECEDENCE.indexOf(payment.status) < PRECEDENCE.indexOf(found.status)) found = payment;
          }
          if (!more) return ok(found);
          if (last === undefined || last === after.starting_after) return refuse('card.unexpected_answer');
          after = { starting_after: last };
        }
        return found === undefined ? refuse('card.look_up_incomplete') : ok(found);
      }),

    paymentOf: async (kind, objectId) => {
      if (!PART_ID.test(objectId)) return refuse('card.not_found');
      return ask(async () => {
        const answer: unknown =
          kind === 'charge'
            ? await stripe.charges.retrieve(objectId)
            : kind === 'refund'
              ? await stripe.refunds.retrieve(objectId)
              : await stripe.disputes.retrieve(objectId);
        const fields = fieldsOf(answer);
        if (fields?.object !== kind || fields.id !== objectId) return refuse('card.unexpected_answer');
        return ok(isPaymentId(fields.payment_intent) ? fields.payment_intent : undefined);
      });
    },

    findReversals: async (providerId) => {
      if (!isPaymentId(providerId)) return refuse('card.not_found');
      return ask(async () => {
        const of = { payment_intent: providerId };
        const refunds = await listAll((page) => stripe.refunds.list({ ...of, ...page }));
        if (!refunds.ok) return refunds;
        const disputes = await listAll((page) => stripe.disputes.list({ ...of, ...page }));
        if (!disputes.ok) return disputes;
        const read: CardReversal[] = [];
        for (const fields of [...refunds.value, ...disputes.value]) {
          const reversal = readReversal(fields, providerId);
          if (reversal === undefined) return refuse('card.unexpected_answer');
          read.push(reversal);
        }
        return ok(read);
      });
    },

    listMovements: (from, until) =>
      ask(async () => {
        const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
        const created = { gte: seconds(from), lt: seconds(until) };
        const listed = await listAll((page) =>
          stripe.balanceTransactions.list({ created, expand: ['data.source'], ...page }),
        );
        if (!listed.ok) return listed;
        const read: CardMovement[] = [];
        for (const fields of listed.value) {
          const kind = MOVEMENTS.get(fields.reporting_category);
          // Fees and payments to our bank are the council's own affair with the processor.
          if (kind === undefined) continue;
          const source = fieldsOf(fields.source);
          const amount = fields.amount;
          if (typeof fields.id !== 'string' || typeof amount !== 'number' || !Number.isSafeInteger(amount))
            return refuse('card.unexpected_answer');
          read.push({
            id: fields.id,
            kind,
            paymentId: isPaymentId(source?.payment_intent) ? source.payment_intent : undefined,
            transferId: source ? transferOf(source) : undefined,
            amountPence: BigInt(amount),
          });
        }
        return ok(read);
      }),

    verifyWebhook: (rawBody, signatureHeader) =>
      readCardWebhook(rawBody, signatureHeader, settings.webhookSecret, settings.clock),
  };
}
