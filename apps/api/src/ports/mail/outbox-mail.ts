// Mail of the demonstration: nothing leaves the machine, every mail is kept where a page can show it.

import { ok, refuse } from '@support-market/domain/shared/result';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock/clock.ts';
import { type Mail, type MailPort, mailFault, messageIdFor, senderAddress } from './mail.ts';

export type OutboxMail = Mail & {
  readonly from: string;
  readonly messageId: string;
  readonly sentAt: Temporal.Instant;
};

/**
 * `store` keeps one mail and must take the same `key` again without keeping it twice; what it throws reaches the
 * caller, since a database that fails is no mail outcome. Throws RangeError when `from` is not an address.
 */
export function outboxMail(options: {
  readonly from: string;
  readonly clock: Clock;
  readonly store: (mail: OutboxMail) => Promise<void>;
}): MailPort {
  senderAddress(options.from);
  return {
    async send(mail) {
      const fault = mailFault(mail);
      if (fault) return refuse(fault);
      const messageId = messageIdFor(mail.key, options.from);
      await options.store({ ...mail, from: options.from, messageId, sentAt: options.clock.now() });
      return ok({ messageId });
    },
  };
}
