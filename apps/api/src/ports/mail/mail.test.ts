// Proves against a real SMTP server on this machine that mail arrives as written, and what each refusal means.

import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { settableClock } from '../clock/clock.ts';
import { isMailAddress, messageIdFor } from './mail.ts';
import { type OutboxMail, outboxMail } from './outbox-mail.ts';
import { plainMail } from './plain-mail.ts';
import { smtpMail } from './smtp-mail.ts';

const FROM = 'Support Market <help@harbourside.example>';
const MAIL = { key: 'mail_01abc', to: 'ada@example.org', subject: 'Your order – £12.00', text: 'Hello Ada.\n' };

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function catcher(options: SMTPServerOptions = {}) {
  const received: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const inner = server.listen(0, '127.0.0.1');
  await once(inner, 'listening');
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = inner.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { received, url: `smtp://127.0.0.1:${address.port}`, port: address.port };
}

function mailer(url: string, timeoutMs = 5000) {
  const port = smtpMail({ url, from: FROM, timeoutMs });
  closers.push(() => port.close());
  return port;
}

const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

describe('mail by SMTP', () => {
  it('arrives once, at the one address, with both faces and the Message-ID of its key', async () => {
    const { received, url } = await catcher();
    const sent = await mailer(url).send({ ...MAIL, html: '<p>Hello Ada.</p>' });
    expect(sent).toEqual({ ok: true, value: { messageId: '<mail_01abc@harbourside.example>' } });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['ada@example.org']);
    const raw = received[0]?.raw ?? '';
    expect(raw).toMatch(/^Message-ID: <mail_01abc@harbourside\.example>\r$/im);
    expect(raw).toMatch(/^From: Support Market <help@harbourside\.example>\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toContain('text/plain; charset=utf-8');
    expect(raw).toContain('text/html; charset=utf-8');
  });

  it('carries the same Message-ID when the same key is sent again', async () => {
    const { received, url } = await catcher();
    const port = mailer(url);
    expect(await port.send(MAIL)).toEqual(await port.send(MAIL));
    const ids = received.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1]);
    expect(ids).toEqual(['<mail_01abc@harbourside.example>', '<mail_01abc@harbourside.example>']);
  });

  it.each([
    [{ to: 'a@example.org, b@example.org' }],
    [{ to: 'Ada <a@example.org>' }],
    [{ to: 'a@example.org\r\nBcc: b@example.org' }],
    [{ to: 'no-at-sign' }],
    [{ subject: 'Hi\r\nBcc: b@example.org' }],
    [{ subject: '  ' }],
    [{ key: '' }],
  ])('is not handed to any server when it could go astray: %j', async (change) => {
    const { received, url } = await catcher();
    expect(await mailer(url).send({ ...MAIL, ...change })).toEqual({ ok: false, code: 'mail.bad_address' });
    expect(received).toHaveLength(0);
  });

  it('tells a refusal for good from "later"', async () => {
    const never = await catcher({ onRcptTo: (_address, _session, callback) => callback(refusal(550)) });
    expect(await mailer(never.url).send(MAIL)).toEqual({ ok: false, code: 'mail.refused' });
    const later = await catcher({ onRcptTo: (_address, _session, callback) => callback(refusal(451)) });
    expect(await mailer(later.url).send(MAIL)).toEqual({ ok: false, code: 'mail.unavailable' });
  });

  it('waits for the operator when the server does not know our password', async () => {
    const { port } = await catcher({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(refusal(535)),
    });
    const url = `smtp://someone:wrong@127.0.0.1:${port}`;
    expect(await mailer(url).send(MAIL)).toEqual({ ok: false, code: 'mail.unavailable' });
  });

  it('is unavailable, not lost, when no server listens or none answers', async () => {
    expect(await mailer('smtp://127.0.0.1:1').send(MAIL)).toEqual({ ok: false, code: 'mail.unavailable' });
    const silent = await catcher({ onConnect: () => {} });
    expect(await mailer(silent.url, 200).send(MAIL)).toEqual({ ok: false, code: 'mail.unavailable' });
  });

  it.each(['', 'mail.example.org', 'http://user:hunter2@mail.example.org', 'smtp://'])(
    'does not start with the address %j, and never repeats a password',
    (url) => {
      expect(() => smtpMail({ url, from: FROM })).toThrow(/^SMTP_URL must look like (?!.*hunter2)/);
    },
  );

  it('does not start without a sender', () => {
    expect(() => smtpMail({ url: 'smtp://127.0.0.1:1', from: 'Support Market' })).toThrow('MAIL_FROM');
  });
});

describe('mail of the demonstration', () => {
  it('is kept whole with its time, and refuses what SMTP would refuse', async () => {
    const kept: OutboxMail[] = [];
    const clock = settableClock(Temporal.Instant.from('2026-11-01T09:00:00Z'), 'seed');
    const port = outboxMail({ from: FROM, clock, store: async (mail) => void kept.push(mail) });
    expect((await port.send(MAIL)).ok).toBe(true);
    expect(await port.send({ ...MAIL, to: 'no-at-sign' })).toEqual({ ok: false, code: 'mail.bad_address' });
    expect(kept).toEqual([{ ...MAIL, from: FROM, messageId: '<mail_01abc@harbourside.example>', sentAt: clock.now() }]);
  });
});

describe('addresses and message ids', () => {
  it('knows one bare address from anything else', () => {
    for (const good of ['a@b.example', "o'neill+x@sub.example.co.uk"]) expect(isMailAddress(good)).toBe(true);
    for (const bad of ['', '@b.example', 'a@', 'a b@c.example', 'a@-b.example', `${'a'.repeat(65)}@b.example`])
      expect(isMailAddress(bad)).toBe(false);
  });

  it('makes a key with unusual characters safe without losing its sameness', () => {
    const id = messageIdFor('invoice:inv_01/sent>\r\n', FROM);
    expect(id).toMatch(/^<[0-9a-f]{64}@harbourside\.example>$/);
    expect(messageIdFor('invoice:inv_01/sent>\r\n', FROM)).toBe(id);
    expect(messageIdFor('invoice:inv_02/sent>\r\n', FROM)).not.toBe(id);
  });
});

describe('the plain faces of a mail', () => {
  const mail = plainMail({
    greeting: 'Hello <b>Ada</b> & "Bo",',
    paragraphs: ['First line.\nSecond line.', '<script>alert(1)</script>'],
    action: { label: 'See your order', url: 'https://market.example/orders/ord_1?a=1&b="2"' },
  });

  it('says everything in text', () => {
    expect(mail.text).toBe(
      'Hello <b>Ada</b> & "Bo",\n\nFirst line.\nSecond line.\n\n<script>alert(1)</script>\n\n' +
        'See your order:\nhttps://market.example/orders/ord_1?a=1&b=%222%22\n',
    );
  });

  it('lets nothing given become markup', () => {
    expect(mail.html).not.toMatch(/<script|<b>/);
    expect(mail.html).toContain('<p style="margin:0 0 20px">Hello &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Bo&quot;,</p>');
    expect(mail.html).toContain('First line.<br>Second line.');
    expect(mail.html).toContain('href="https://market.example/orders/ord_1?a=1&amp;b=%222%22"');
  });

  it('has a language, a title and one main part', () => {
    expect(mail.html).toContain('<html lang="en-GB" dir="ltr">');
    expect(mail.html).toMatch(/<span dir="ltr">https?:[^<]+<\/span>/);
    expect(mail.html).toMatch(/<title>Hello &lt;b&gt;/);
    expect(mail.html.match(/<main/g)).toHaveLength(1);
  });

  it('refuses an action that is not a web address', () => {
    for (const url of ['javascript:alert(1)', '/orders', 'mailto:a@b.example'])
      expect(() => plainMail({ greeting: 'Hi', paragraphs: [], action: { label: 'Go', url } })).toThrow(RangeError);
  });
});
