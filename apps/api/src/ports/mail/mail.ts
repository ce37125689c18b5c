// The port through which the product writes to people by mail, so that no feature knows how mail is carried.

import { createHash } from 'node:crypto';
import type { Result } from '@support-market/domain/shared/result';

export type Mail = {
  /** Names this one mail for ever (its `mail_…` id or the effect's key): a repeat carries the same Message-ID. */
  readonly key: string;
  /** One bare address, "name@example.org". */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
};

/**
 * - `mail.bad_address`: the address, the key or the subject cannot be sent as they are; trying again will not help.
 * - `mail.refused`: the mail server said no for good (5xx); trying again will not help.
 * - `mail.unavailable`: the mail server could not be reached or said "later"; try again.
 */
export type MailCode = 'mail.bad_address' | 'mail.refused' | 'mail.unavailable';

export type MailPort = {
  /**
   * Hands one mail over. At-least-once: after `mail.unavailable` the mail may still have gone, and a repeat with
   * the same key carries the same Message-ID, by which mailboxes recognise a duplicate.
   */
  readonly send: (mail: Mail) => Promise<Result<{ readonly messageId: string }, MailCode>>;
};

// Deliberately narrower than RFC 5321: one bare mailbox, no quoted or literal forms, nothing that could add a header.
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/** Whether a text is one bare mail address that this port will send to. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);
}

// Carriage returns, line feeds and other controls in a header would let a name or a title add headers of its own.
const CONTROL = /\p{Cc}/u;

/** The first fault in a mail that no server should be asked to carry, or undefined. */
export function mailFault(mail: Mail): 'mail.bad_address' | undefined {
  const sendable =
    isMailAddress(mail.to) && mail.key !== '' && mail.subject.trim() !== '' && !CONTROL.test(mail.subject);
  return sendable ? undefined : 'mail.bad_address';
}

/** The address inside "Support Market <help@example.org>" or a bare one. Throws RangeError when there is none. */
export function senderAddress(from: string): string {
  const address = (/^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(from)?.[1] ?? from).trim();
  if (!isMailAddress(address)) throw new RangeError('MAIL_FROM is not a mail address');
  return address;
}

/** "<mail_01…@example.org>": the same for every repeat of a key, in the sender's domain (RFC 5322, 3.6.4). */
export function messageIdFor(key: string, from: string): string {
  const address = senderAddress(from);
  const local = /^[A-Za-z0-9_-]{1,120}$/.test(key) ? key : createHash('sha256').update(key).digest('hex');
  return `<${local}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}
