// Mail goes out once through the mail port, and in the demonstration it stays where anyone can read it.

import { inTransaction } from '@support-market/db/transaction';
import { refuse } from '@support-market/domain/shared/result';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppContext } from '../../platform/context.ts';
import type { Mail, MailCode } from '../../ports/mail/mail.ts';
import { queueMail } from '../../ports/mail/mails.repo.ts';
import { outboxMail } from '../../ports/mail/outbox-mail.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { sendMail } from './mails.service.ts';

let demonstration: TestApp;
let real: TestApp;
beforeAll(async () => {
  demonstration = await startTestApp({ config: { demonstration: true } });
  real = await startTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });
});
afterAll(() => Promise.all([demonstration.close(), real.close()]));

function write(world: TestApp, to: string): Promise<string> {
  return inTransaction(world.database.db, null, (tx) =>
    queueMail(tx, world.clock, {
      to,
      subject: 'Choose a new password',
      content: {
        greeting: 'Hello,',
        paragraphs: ['Follow the link.'],
        action: { label: 'Go', url: 'http://localhost:3000/x' },
      },
    }),
  );
}

async function rowOf(world: TestApp, id: string) {
  return world.database.ownerDb.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function withMail(world: TestApp, sent: Mail[], fails?: MailCode): AppContext {
  const { clock, context } = world;
  const kept = outboxMail({ from: context.config.mailFrom, clock, store: async (mail) => void sent.push(mail) });
  return { ...context, mail: fails === undefined ? kept : { send: async () => refuse(fails) } };
}

describe('with SMTP', () => {
  test('a mail is sent once, and its words, which hold a link, are not kept', async () => {
    const sent: Mail[] = [];
    const id = await write(real, 'asha@harbourside.example');
    const context = withMail(real, sent);
    await sendMail(context, { councilId: null, id });
    await sendMail(context, { councilId: null, id });
    expect(sent).toMatchObject([{ key: id, to: 'asha@harbourside.example', subject: 'Choose a new password' }]);
    expect(sent[0]?.text).toContain('http://localhost:3000/x');
    expect(await rowOf(real, id)).toMatchObject({ sent_at: real.clock.now(), body_text: '', body_html: '' });
  });

  test('a mail that the server refuses for good is noted and not tried again; one it cannot take now is', async () => {
    const id = await write(real, 'asha@harbourside.example');
    await expect(sendMail(withMail(real, [], 'mail.unavailable'), { councilId: null, id })).rejects.toThrow();
    expect(await rowOf(real, id)).toMatchObject({ sent_at: null, refused_because: null });
    await sendMail(withMail(real, [], 'mail.refused'), { councilId: null, id });
    expect(await rowOf(real, id)).toMatchObject({ sent_at: null, refused_because: 'mail.refused' });
    const sent: Mail[] = [];
    await sendMail(withMail(real, sent), { councilId: null, id });
    expect(sent).toEqual([]);
  });

  test('a mail whose transaction is taken back leaves neither mail nor job', async () => {
    await expect(
      inTransaction(real.database.db, null, async (tx) => {
        await queueMail(tx, real.clock, {
          to: 'lost@harbourside.example',
          subject: 'Lost',
          content: { greeting: 'Hello', paragraphs: [] },
        });
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    const rows = await real.database.ownerDb
      .selectFrom('mails')
      .select('id')
      .where('recipient', '=', 'lost@harbourside.example')
      .execute();
    expect(rows).toEqual([]);
  });

  test('there is no outbox page outside demonstration mode', async () => {
    expect((await real.app.inject('/api/demonstration/outbox')).statusCode).toBe(404);
  });
});

describe('the outbox of the demonstration', () => {
  test('keeps every mail readable, newest first, page by page', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.unshift(await write(demonstration, `reader${index}@harbourside.example`));
      if (index % 2 === 1) demonstration.clock.advance({ seconds: 1 });
    }
    await sendMail(demonstration.context, { councilId: null, id: ids[0] ?? '' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await demonstration.app.inject(`/api/demonstration/outbox?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.statusCode).toBe(200);
      const body: { items: { id: string; text: string; sentAt: string | null }[]; nextCursor: string | null } =
        page.json();
      for (const mail of body.items) {
        expect(mail.text).toContain('Follow the link.');
        expect(mail.sentAt).toBeNull();
        seen.push(mail.id);
      }
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen[0]).toBe(ids[0]);
  });

  test('refuses a cursor that is not one', async () => {
    const cursor = Buffer.from(JSON.stringify(['yesterday', 'mail_x'])).toString('base64url');
    expect((await demonstration.app.inject(`/api/demonstration/outbox?cursor=${cursor}`)).statusCode).toBe(400);
  });
});
