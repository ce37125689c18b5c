// Which adapter a configuration opens, and that the shipped sandbox is no way in.

import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { openContext } from './adapters.ts';
import { readConfig } from './config.ts';

test('only the card sandbox itself can sign for it, whatever secret is guessed or configured', async () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://owner:secret@127.0.0.1:1/nothing',
    DEMONSTRATION: 'true',
    STRIPE_WEBHOOK_SECRET: 'whsec_configured',
  });
  const { context, close } = openContext(config, 'test', 'request');
  const payload = JSON.stringify({
    id: 'evt_forged',
    object: 'event',
    type: 'payment_intent.succeeded',
    data: { object: { id: 'pi_forged', object: 'payment_intent' } },
  });
  for (const secret of ['whsec_sandbox', 'whsec_configured', 'whsec_']) {
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret });
    expect(context.cards.verifyWebhook(Buffer.from(payload), header)).toMatchObject({ ok: false });
  }
  await close();
});
