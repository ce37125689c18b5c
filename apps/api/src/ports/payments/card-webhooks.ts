// Reads signed webhooks for the real adapter and the sandbox alike, so that demonstration events pass the same gate.

import { ok, type Result, refuse } from '@support-market/domain/shared/result';
import Stripe from 'stripe';
import type { Clock } from '../clock/clock.ts';
import type { CardEvent, CardWebhookCode } from './card-payments.ts';

const TOLERANCE_SECONDS = 300;

export type Fields = Readonly<Record<string, unknown>>;

/** An answer's fields, or undefined for anything that is not one JSON object. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/**
 * Checks signature and age on the very bytes received, then the shape. A signature older than five minutes by
 * `clock`, or dated as far ahead, is refused, which bounds how long a captured request could be replayed.
 */
export function readCardWebhook(
  rawBody: Uint8Array | string,
  signatureHeader: string | undefined,
  secret: string,
  clock: Clock,
): Result<CardEvent, CardWebhookCode> {
  if (signatureHeader === undefined || rawBody.length === 0) return refuse('card.webhook_refused');
  try {
    const now = clock.now().epochMilliseconds;
    const { signature } = Stripe.webhooks;
    // The library bounds the age alone: a date far ahead would let a captured request be replayed for as long.
    const stamped = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signatureHeader)?.[1] ?? Number.NaN);
    if (!(stamped - now / 1000 <= TOLERANCE_SECONDS)) return refuse('card.webhook_refused');
    if (!signature?.verifyHeader(rawBody, signatureHeader, secret, TOLERANCE_SECONDS, undefined, now)) {
      return refuse('card.webhook_refused');
    }
  } catch {
    return refuse('card.webhook_refused');
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
  } catch {
    return refuse('card.webhook_malformed');
  }
  const event = fieldsOf(parsed);
  const object = fieldsOf(fieldsOf(event?.data)?.object);
  const [eventId, type, objectId, objectKind] = [event?.id, event?.type, object?.id, object?.object];
  if (
    event?.object !== 'event' ||
    typeof eventId !== 'string' ||
    !/^evt_\w{1,200}$/.test(eventId) ||
    typeof type !== 'string' ||
    typeof objectId !== 'string' ||
    typeof objectKind !== 'string'
  ) {
    return refuse('card.webhook_malformed');
  }
  return ok({ eventId, type, objectId, objectKind });
}
