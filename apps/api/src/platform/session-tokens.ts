// Refresh tokens that we can tell from made-up ones without a look-up, and whose successor follows from the token alone.

import { createHash, createHmac } from 'node:crypto';
import { sameText } from './same-text.ts';

function mac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** What is kept of a token: a copy of the database opens no session and no link. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function sealed(secret: string, sessionId: string, nonce: string): string {
  return `${sessionId}.${nonce}.${mac(secret, `refresh:${sessionId}.${nonce}`)}`;
}

/** The first refresh token of a session, from 32 random bytes. */
export function firstRefreshToken(secret: string, sessionId: string, random: Uint8Array): string {
  return sealed(secret, sessionId, Buffer.from(random).toString('base64url'));
}

/**
 * The session that a token of ours is of, or null for one that we never made. So a stranger who knows a session's id
 * cannot end it by showing a made-up old token.
 */
export function sessionOfRefreshToken(secret: string, token: string): string | null {
  const [sessionId, nonce, seal, ...rest] = token.split('.');
  if (!sessionId || !nonce || !seal || rest.length > 0) return null;
  return sameText(token, sealed(secret, sessionId, nonce)) ? sessionId : null;
}

/**
 * The token that takes this one's place. It follows from this one and our secret, so that two tabs that renew at the
 * same moment, or one that lost the answer and asks again, end with the same token and no second one exists.
 */
export function nextRefreshToken(secret: string, token: string): string {
  const [sessionId = ''] = token.split('.');
  return sealed(secret, sessionId, mac(secret, `next:${token}`));
}

/** A name for an address or a place that is counted but need not be known. */
export function blindHash(secret: string, kind: string, text: string): string {
  return mac(secret, `${kind}:${text}`);
}

const DEVICE = /^([\w-]{22})\.([\w-]{43})\.([\w-]{43})$/;

/** Marks a browser in which this account once signed in, so that others' wrong tries never count against it. */
export function makeDeviceToken(secret: string, email: string, random: Uint8Array): string {
  const nonce = Buffer.from(random.subarray(0, 16)).toString('base64url');
  return `${nonce}.${mac(secret, `device:${email}:${nonce}`)}.${mac(secret, `any-device:${nonce}`)}`;
}

/** The name of the browser that a device token marks for this address, or null when it does not. */
export function deviceOf(secret: string, email: string, token: string | undefined): string | null {
  const [, nonce, seal] = DEVICE.exec(token ?? '') ?? [];
  if (!nonce || !seal) return null;
  return sameText(seal, mac(secret, `device:${email}:${nonce}`)) ? nonce : null;
}

/** The name of a browser that some account signed in with, whichever; null where the token is not ours. */
export function anyDeviceOf(secret: string, token: string | undefined): string | null {
  const [, nonce, , seal] = DEVICE.exec(token ?? '') ?? [];
  if (!nonce || !seal) return null;
  return sameText(seal, mac(secret, `any-device:${nonce}`)) ? nonce : null;
}

/** Proof that a request comes from our own pages: only they can read it. It follows from the session and is kept nowhere. */
export function csrfToken(sessionSecret: string, sessionId: string): string {
  return createHmac('sha256', sessionSecret).update(`csrf:${sessionId}`).digest('base64url');
}
