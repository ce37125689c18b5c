// A small Stripe that keeps state and speaks HTTP on this machine, so that the real adapter is tested through the
// official SDK. It follows Stripe's API reference for payment intents: form parameters, error objects, idempotency
// keys and signed webhooks. It also fails on demand.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Stripe from 'stripe';
import type { Clock } from '../../clock/clock.ts';

/** How the next request goes wrong. `after` lets the request take effect before the failure. */
export type StripeFault =
  | { readonly kind: 'reset' | 'silence'; readonly after?: boolean }
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly after?: boolean };

export type FakeRequest = {
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  readonly form: Readonly<Record<string, string>>;
};

export type FakeStripe = {
  /** "http://127.0.0.1:<port>", to be used as `STRIPE_API_BASE`. */
  readonly apiBase: string;
  /** Every request that carried the right key, in order. */
  readonly requests: readonly FakeRequest[];
  /** The raw bodies of all events so far, in order. */
  readonly events: readonly string[];
  /** The next `times` (1 unless said) requests fail in this way. */
  readonly failNext: (fault: StripeFault, times?: number) => void;
  /** Forgets all idempotency keys, as Stripe may after 24 hours. */
  readonly forgetKeys: () => void;
  /** What the person's bank does after `requires_action`. */
  readonly authenticate: (id: string, outcome: 'passed' | 'failed') => void;
  /** Takes money of a payment back; a dispute waits for an answer. Answers the object's id. */
  readonly takeBack: (paymentId: string, kind: 'refund' | 'dispute', amount: number) => string;
  /** A dispute is won or lost, a refund fails. */
  readonly endReversal: (id: string, status: 'won' | 'lost' | 'failed') => void;
  /** Forgets that anything moved, as if it had never been on our balance; or adds what is not ours. */
  readonly movements: { id: string; amount: number; source: object; reporting_category: string; created: number }[];
  /** Posts each further event, signed, to an address. */
  readonly deliverTo: (url: string) => void;
  /** Posts an event again, newly signed. Resolves with the receiver's status. */
  readonly redeliver: (rawBody: string) => Promise<number>;
  /** Resolves when all deliveries under way were answered. */
  readonly delivered: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Intent = {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  automatic_payment_methods: { enabled: true; allow_redirects: string } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: 'automatic';
  client_secret: string;
  confirmation_method: 'automatic';
  created: number;
  currency: string;
  description: string | null;
  last_payment_error: Readonly<Record<string, string>> | null;
  latest_charge: string | null;
  livemode: false;
  metadata: Readonly<Record<string, string>>;
  next_action: { type: 'use_stripe_sdk' } | null;
  payment_method: string | null;
  payment_method_types: readonly string[];
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled';
};

type Reversal = {
  id: string;
  object: 'refund' | 'dispute';
  amount: number;
  currency: 'gbp';
  created: number;
  payment_intent: string;
  status: 'succeeded' | 'needs_response' | 'won' | 'lost' | 'failed';
};

type Answer = { readonly status: number; readonly body: string };
type Form = Readonly<Record<string, string>>;
type Check = (value: string) => { readonly code?: string; readonly message: string } | undefined;

const DECLINES: Readonly<Record<string, { readonly code: string; readonly decline_code?: string }>> = {
  pm_card_chargeDeclined: { code: 'card_declined', decline_code: 'generic_decline' },
  pm_card_chargeDeclinedInsufficientFunds: { code: 'card_declined', decline_code: 'insufficient_funds' },
  pm_card_chargeDeclinedExpiredCard: { code: 'expired_card', decline_code: 'expired_card' },
  pm_card_chargeDeclinedIncorrectCvc: { code: 'incorrect_cvc', decline_code: 'incorrect_cvc' },
  pm_card_chargeDeclinedProcessingError: { code: 'processing_error' },
};
const GOOD_CARDS = new Set(['pm_card_visa', 'pm_card_mastercard', 'pm_card_authenticationRequired']);
const CURRENCIES = new Set(['gbp', 'eur', 'usd']);

const anyText: Check = (value) =>
  value.length > 5000 ? { message: `Invalid string: must be at most 5000 characters` } : undefined;
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value) ? undefined : { message: `Invalid value: must be one of ${allowed.join(', ')}` };
const wholeNumber =
  (least: number, most: number): Check =>
  (value) => {
    if (!/^-?\d{1,15}$/.test(value)) return { code: 'parameter_invalid_integer', message: `Invalid integer: ${value}` };
    const number = Number(value);
    if (number >= least && number <= most) return undefined;
    return { code: 'parameter_invalid_integer', message: `This value must be between ${least} and ${most}.` };
  };
const amount: Check = (value) => {
  const fault = wholeNumber(1, Number.MAX_SAFE_INTEGER)(value);
  if (fault) return fault;
  if (Number(value) < 30) return { code: 'amount_too_small', message: 'Amount must be at least £0.30 gbp' };
  if (Number(value) > 99_999_999) {
    return { code: 'amount_too_large', message: 'Amount must be no more than £999,999.99' };
  }
  return undefined;
};
const atMost =
  (length: number): Check =>
  (value) =>
    value.length > length ? { message: `Invalid string: must be at most ${length} characters` } : undefined;

type Parameters = { readonly allowed: Readonly<Record<string, Check>>; readonly required?: readonly string[] };

const CREATE: Parameters = {
  allowed: {
    amount,
    currency: (value) => (CURRENCIES.has(value) ? undefined : { message: `Invalid currency: ${value}` }),
    description: atMost(1000),
    'metadata[*]': atMost(500),
    'automatic_payment_methods[enabled]': oneOf('true'),
    'automatic_payment_methods[allow_redirects]': oneOf('always', 'never'),
    confirm: oneOf('true', 'false'),
    payment_method: anyText,
    transfer_group: anyText,
  },
  required: ['amount', 'currency'],
};
const CONFIRM: Parameters = { allowed: { payment_method: anyText, return_url: anyText } };
const CANCEL: Parameters = {
  allowed: {
    cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
  },
};
const LIST: Parameters = {
  allowed: {
    limit: wholeNumber(1, 100),
    'created[gte]': wholeNumber(0, Number.MAX_SAFE_INTEGER),
    'created[lte]': wholeNumber(0, Number.MAX_SAFE_INTEGER),
    starting_after: anyText,
  },
};
const NOTHING: Parameters = { allowed: {} };

function errorAnswer(status: number, error: Readonly<Record<string, unknown>>): Answer {
  return { status, body: JSON.stringify({ error: { ...error, doc_url: 'https://docs.stripe.com/error-codes' } }) };
}

function invalid(message: string, more: Readonly<Record<string, string>> = {}, status = 400): Answer {
  return errorAnswer(status, { type: 'invalid_request_error', message, ...more });
}

function missing(what: string, id: string): Answer {
  return invalid(`No such ${what}: '${id}'`, { code: 'resource_missing', param: 'intent' }, 404);
}

function parameterFault(form: Form, { allowed, required = [] }: Parameters): Answer | undefined {
  for (const [name, value] of Object.entries(form)) {
    const metadataKey = /^metadata\[([^\]]*)\]$/.exec(name)?.[1];
    const known = metadataKey === undefined ? name : 'metadata[*]';
    const check = Object.hasOwn(allowed, known) ? allowed[known] : undefined;
    if (check === undefined) {
      return invalid(`Received unknown parameter: ${name}`, { code: 'parameter_unknown', param: name });
    }
    if (metadataKey !== undefined && (metadataKey.length < 1 || metadataKey.length > 40)) {
      return invalid('Metadata keys must be at most 40 characters', { param: name });
    }
    const empty = value === '' ? { code: 'parameter_invalid_empty', message: `You passed an empty string` } : undefined;
    const fault = empty ?? check(value);
    if (fault) return invalid(fault.message, { ...(fault.code ? { code: fault.code } : {}), param: name });
  }
  if (Object.keys(form).filter((name) => name.startsWith('metadata[')).length > 50) {
    return invalid('Metadata can have at most 50 keys', { param: 'metadata' });
  }
  const absent = required.find((name) => form[name] === undefined);
  return absent === undefined
    ? undefined
    : invalid(`Missing required param: ${absent}.`, { code: 'parameter_missing', param: absent });
}

function readForm(text: string): Form {
  return Object.fromEntries(new URLSearchParams(text));
}

function metadataOf(form: Form): Readonly<Record<string, string>> {
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const key = /^metadata\[([^\]]+)\]$/.exec(name)?.[1];
    if (key !== undefined) metadata[key] = value;
  }
  return metadata;
}

/** Starts a fake on a free port of 127.0.0.1. Stop it with `close`. */
export async function startFakeStripe(options: {
  readonly clock: Clock;
  readonly secretKey: string;
  readonly webhookSecret: string;
}): Promise<FakeStripe> {
  const { clock, secretKey, webhookSecret } = options;
  // Newest first, as Stripe lists them.
  const intents: Intent[] = [];
  const reversals: Reversal[] = [];
  const movements: FakeStripe['movements'] = [];
  const keys = new Map<string, { readonly request: string; readonly answer: Answer }>();
  const faults: StripeFault[] = [];
  const requests: FakeRequest[] = [];
  const events: string[] = [];
  const deliveries = new Set<Promise<void>>();
  let hook: string | undefined;
  let counter = 0;

  const seconds = () => Math.floor(clock.now().epochMilliseconds / 1000);
  // Looks like Stripe's: a prefix, a counter that keeps it unique, and letters of no meaning.
  const freshId = (prefix: string) => {
    counter += 1;
    return `${prefix}_3Q${counter.toString(36).padStart(6, '0')}${Buffer.from(clock.random(8)).toString('hex')}`;
  };
  const shown = (intent: Intent): Answer => ({ status: 200, body: JSON.stringify(intent) });

  async function post(url: string, rawBody: string): Promise<number> {
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: rawBody,
      secret: webhookSecret,
      timestamp: seconds(),
    });
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature };
    const response = await fetch(url, { method: 'POST', headers, body: rawBody });
    await response.arrayBuffer();
    return response.status;
  }

  function moved(reporting_category: string, amount: number, source: object): void {
    movements.unshift({ id: freshId('txn'), amount, source, reporting_category, created: seconds() });
  }

  function announce(type: string, intent: object): void {
    const rawBody = JSON.stringify(
      {
        id: freshId('evt'),
        object: 'event',
        api_version: null,
        created: seconds(),
        data: { object: intent },
        livemode: false,
        pending_webhooks: hook === undefined ? 0 : 1,
        request: { id: null, idempotency_key: null },
        type,
      },
      null,
      2,
    );
    events.push(rawBody);
    if (hook === undefined) return;
    const delivery = post(hook, rawBody).then(
      () => {},
      () => {},
    );
    deliveries.add(delivery);
    void delivery.finally(() => deliveries.delete(delivery));
  }

  function succeed(intent: Intent): void {
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    intent.latest_charge = freshId('ch');
    intent.last_payment_error = null;
    intent.next_action = null;
    moved('charge', intent.amount, chargeOf(intent));
    announce('payment_intent.succeeded', intent);
  }

  function chargeOf({ id, latest_charge, amount, metadata }: Intent): object {
    return { id: latest_charge, object: 'charge', amount, currency: 'gbp', payment_intent: id, metadata };
  }

  /** Lists and single objects beside the payments: charges, refunds, disputes and what moved on the balance. */
  function routeParts(path: string, query: Form): Answer | undefined {
    const [, noun = '', id] = /^\/v1\/(charges|refunds|disputes|balance_transactions)(?:\/(\w+))?$/.exec(path) ?? [];
    if (noun === '') return undefined;
    const charges = intents.flatMap((intent) => (intent.latest_charge ? [chargeOf(intent)] : []));
    const all: readonly object[] =
      noun === 'charges'
        ? charges
        : noun === 'balance_transactions'
          ? movements.map((movement) => ({ object: 'balance_transaction', currency: 'gbp', ...movement }))
          : reversals.filter(({ object }) => `${object}s` === noun);
    const idOf = (each: object): string => ('id' in each ? String(each.id) : '');
    if (id !== undefined) {
      const one = all.find((each) => idOf(each) === id);
      return one ? { status: 200, body: JSON.stringify(one) } : missing(noun, id);
    }
    const [from, until] = [Number(query['created[gte]'] ?? 0), Number(query['created[lt]'] ?? Number.MAX_SAFE_INTEGER)];
    const wanted = all.filter((each) => {
      const created = 'created' in each ? Number(each.created) : 0;
      const ofPayment =
        query.payment_intent === undefined ||
        ('payment_intent' in each && each.payment_intent === query.payment_intent);
      return ofPayment && created >= from && created < until;
    });
    const start =
      query.starting_after === undefined ? 0 : wanted.findIndex((each) => idOf(each) === query.starting_after) + 1;
    const data = wanted.slice(start, start + Number(query.limit ?? 10));
    const has_more = wanted.length > start + data.length;
    return { status: 200, body: JSON.stringify({ object: 'list', url: path, has_more, data }) };
  }

  function confirm(intent: Intent, form: Form): Answer {
    if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) {
      return invalid(`This PaymentIntent's status is ${intent.status}.`, { code: 'payment_intent_unexpected_state' });
    }
    const method = form.payment_method ?? intent.payment_method;
    if (method === null) {
      return invalid('You cannot confirm this PaymentIntent because it is missing a payment method.', {
        code: 'payment_intent_unexpected_state',
      });
    }
    const decline = Object.hasOwn(DECLINES, method) ? DECLINES[method] : undefined;
    if (decline) {
      const error = { type: 'card_error', message: 'Your card was declined.', ...decline };
      intent.status = 'requires_payment_method';
      intent.last_payment_error = error;
      announce('payment_intent.payment_failed', intent);
      return errorAnswer(402, { ...error, charge: freshId('ch'), payment_intent: intent });
    }
    if (!GOOD_CARDS.has(method)) {
      return invalid(`No such PaymentMethod: '${method}'`, { code: 'resource_missing', param: 'payment_method' });
    }
    intent.payment_method = method;
    if (method === 'pm_card_authenticationRequired') {
      intent.status = 'requires_action';
      intent.next_action = { type: 'use_stripe_sdk' };
      announce('payment_intent.requires_action', intent);
    } else {
      succeed(intent);
    }
    return shown(intent);
  }

  function create(form: Form): Answer {
    if (form['automatic_payment_methods[allow_redirects]'] && !form['automatic_payment_methods[enabled]']) {
      return invalid('Missing required param: automatic_payment_methods[enabled].', { code: 'parameter_missing' });
    }
    const id = freshId('pi');
    const intent: Intent = {
      id,
      object: 'payment_intent',
      amount: Number(form.amount),
      amount_received: 0,
      automatic_payment_methods: form['automatic_payment_methods[enabled]']
        ? { enabled: true, allow_redirects: form['automatic_payment_methods[allow_redirects]'] ?? 'always' }
        : null,
      canceled_at: null,
      cancellation_reason: null,
      capture_method: 'automatic',
      client_secret: `${id}_secret_${Buffer.from(clock.random(12)).toString('hex')}`,
      confirmation_method: 'automatic',
      created: seconds(),
      currency: form.currency ?? '',
      description: form.description ?? null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: metadataOf(form),
      next_action: null,
      payment_method: form.payment_method ?? null,
      payment_method_types: ['card'],
      status: form.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    };
    intents.unshift(intent);
    announce('payment_intent.created', intent);
    return form.confirm === 'true' ? confirm(intent, form) : shown(intent);
  }

  function cancel(intent: Intent, form: Form): Answer {
    if (intent.status === 'succeeded' || intent.status === 'canceled') {
      return invalid(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, {
        code: 'payment_intent_unexpected_state',
      });
    }
    intent.status = 'canceled';
    intent.canceled_at = seconds();
    intent.cancellation_reason = form.cancellation_reason ?? null;
    announce('payment_intent.canceled', intent);
    return shown(intent);
  }

  function list(query: Form): Answer {
    const after = query.starting_after;
    const cursor = after === undefined ? -1 : intents.findIndex(({ id }) => id === after);
    if (after !== undefined && cursor < 0) return missing('payment_intent', after);
    const [from, to] = [Number(query['created[gte]'] ?? 0), Number(query['created[lte]'] ?? Number.MAX_SAFE_INTEGER)];
    const rest = intents.slice(cursor + 1).filter(({ created }) => created >= from && created <= to);
    const data = rest.slice(0, Number(query.limit ?? 10));
    const body = { object: 'list', url: '/v1/payment_intents', has_more: rest.length > data.length, data };
    return { status: 200, body: JSON.stringify(body) };
  }

  function route(method: string, path: string, form: Form): Answer {
    const part = method === 'GET' ? routeParts(path, form) : undefined;
    if (part) return part;
    const checked = (parameters: Parameters, act: () => Answer) => parameterFault(form, parameters) ?? act();
    if (path === '/v1/payment_intents') {
      return method === 'POST' ? checked(CREATE, () => create(form)) : checked(LIST, () => list(form));
    }
    const [, id = '', action] = /^\/v1\/payment_intents\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    const intent = intents.find((each) => each.id === id);
    if (id === '' || (method === 'GET') !== (action === undefined)) {
      return invalid(`Unrecognized request URL (${method}: ${path}).`, {}, 404);
    }
    if (intent === undefined) return missing('payment_intent', id);
    if (action === undefined) return checked(NOTHING, () => shown(intent));
    if (action === 'confirm') return checked(CONFIRM, () => confirm(intent, form));
    if (action === 'cancel') return checked(CANCEL, () => cancel(intent, form));
    return invalid(`Unrecognized request URL (${method}: ${path}).`, {}, 404);
  }

  /** Runs a request once per key: a repeat is answered from memory, another request with the key is refused. */
  function onceForKey(request: FakeRequest): Answer & { readonly replayed?: true } {
    const { method, path, form, idempotencyKey } = request;
    if (method !== 'POST' || idempotencyKey === undefined) return route(method, path, form);
    if (idempotencyKey.length > 255) return invalid('Idempotency keys must be at most 255 characters.');
    const fingerprint = JSON.stringify([method, path, Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const before = keys.get(idempotencyKey);
    if (before && before.request !== fingerprint) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with.`;
      return errorAnswer(400, { type: 'idempotency_error', message });
    }
    if (before) return { ...before.answer, replayed: true };
    const answer = route(method, path, form);
    // Requests that fail validation never began, so Stripe does not remember them.
    if (answer.status !== 400 && answer.status !== 404) keys.set(idempotencyKey, { request: fingerprint, answer });
    return answer;
  }

  function write(response: ServerResponse, { status, body, replayed }: Answer & { readonly replayed?: true }): void {
    response.writeHead(status, {
      'content-type': body.startsWith('<') ? 'text/html' : 'application/json',
      'request-id': freshId('req'),
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
    });
    response.end(body);
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const { method = 'GET' } = incoming;
    if (incoming.headers.authorization !== `Bearer ${secretKey}`) {
      // Stripe quotes the key's ends here, which is why messages are never logged.
      return write(response, invalid('Invalid API Key provided: sk_test_****3456', {}, 401));
    }
    const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    const text = method === 'POST' ? Buffer.concat(chunks).toString('utf8') : url.search.slice(1);
    const keyHeader = incoming.headers['idempotency-key'];
    const request: FakeRequest = {
      method,
      path: url.pathname,
      idempotencyKey: typeof keyHeader === 'string' ? keyHeader : undefined,
      form: readForm(text),
    };
    requests.push(request);
    if (method === 'POST' && text !== '' && !isForm) return write(response, invalid('Send parameters as a form.'));
    const fault = faults.shift();
    if (fault === undefined) return write(response, onceForKey(request));
    if (fault.after === true) onceForKey(request);
    if (fault.kind === 'answer') return write(response, fault);
    if (fault.kind === 'reset') incoming.socket.resetAndDestroy();
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');

  return {
    apiBase: `http://127.0.0.1:${address.port}`,
    requests,
    events,
    failNext: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    forgetKeys: () => keys.clear(),
    authenticate(id, outcome) {
      const intent = intents.find((each) => each.id === id);
      if (intent?.status !== 'requires_action') throw new Error('that payment does not wait for the bank');
      if (outcome === 'passed') return succeed(intent);
      intent.status = 'requires_payment_method';
      intent.next_action = null;
      intent.payment_method = null;
      intent.last_payment_error = {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        message: 'The provided PaymentMethod has failed authentication.',
      };
      announce('payment_intent.payment_failed', intent);
    },
    movements,
    takeBack(paymentId, kind, amount) {
      const intent = intents.find(({ id }) => id === paymentId);
      if (intent?.status !== 'succeeded') throw new Error('only a payment that succeeded can be taken back');
      const reversal: Reversal = {
        id: freshId(kind === 'refund' ? 're' : 'dp'),
        object: kind,
        amount,
        currency: 'gbp',
        created: seconds(),
        payment_intent: paymentId,
        status: kind === 'refund' ? 'succeeded' : 'needs_response',
      };
      reversals.unshift(reversal);
      moved(kind, -amount, reversal);
      if (kind === 'refund') announce('charge.refunded', chargeOf(intent));
      announce(kind === 'refund' ? 'refund.created' : 'charge.dispute.created', reversal);
      return reversal.id;
    },
    endReversal(id, status) {
      const reversal = reversals.find((each) => each.id === id);
      if (reversal === undefined) throw new Error('no such refund or dispute');
      reversal.status = status;
      if (status === 'won') moved('dispute_reversal', reversal.amount, reversal);
      if (status === 'failed') moved('refund_failure', reversal.amount, reversal);
      announce(status === 'failed' ? 'refund.failed' : 'charge.dispute.closed', reversal);
    },
    deliverTo: (url) => {
      hook = url;
    },
    redeliver: async (rawBody) => {
      if (hook === undefined) throw new Error('call deliverTo first');
      return post(hook, rawBody);
    },
    delivered: async () => {
      while (deliveries.size > 0) await Promise.all(deliveries);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
