// Carries mail to the operator's own SMTP server.

import { ok, refuse } from '@support-market/domain/shared/result';
import { createTransport } from 'nodemailer';
import { type MailPort, mailFault, messageIdFor, senderAddress } from './mail.ts';

/** A mail port with connections of its own to close. */
export type SmtpMail = MailPort & { readonly close: () => void };

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function smtpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    // The address may hold a password, so it is not repeated here.
    throw new RangeError('SMTP_URL must look like smtp://host:port or smtps://user:password@host:port');
  }
  return url;
}

function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  const code = 'code' in error ? error.code : undefined;
  // A server that does not know us (EAUTH) is the operator's fault to mend, so those mails wait and are tried again.
  return status >= 500 && status < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/**
 * SMTP by `url` (`SMTP_URL`) from the sender `from` (`MAIL_FROM`). A password only ever travels over TLS, unless the
 * server is this machine. `timeoutMs` bounds each silent wait, 15 seconds unless said. Throws RangeError on bad
 * configuration, never naming the password.
 */
export function smtpMail(options: {
  readonly url: string;
  readonly from: string;
  readonly timeoutMs?: number;
}): SmtpMail {
  senderAddress(options.from);
  const url = smtpUrl(options.url);
  const timeout = options.timeoutMs ?? 15_000;
  const transport = createTransport({
    url: options.url,
    requireTLS: url.protocol === 'smtp:' && url.password !== '' && !LOOPBACK.has(url.hostname),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    // Contents come from us as text: nothing in a mail may make the mailer read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const fault = mailFault(mail);
      if (fault) return refuse(fault);
      const messageId = messageIdFor(mail.key, options.from);
      try {
        await transport.sendMail({
          from: options.from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          ...(mail.html === undefined ? {} : { html: mail.html }),
          messageId,
          // Asks holiday and other automatic repliers to stay quiet (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return ok({ messageId });
      } catch (error) {
        return refuse(isForGood(error) ? 'mail.refused' : 'mail.unavailable');
      }
    },
    close: () => transport.close(),
  };
}
