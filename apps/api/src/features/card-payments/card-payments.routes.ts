// Topping up own money by card, and the processor's word about it.

import { LARGEST_CARD_PAYMENT_PENCE, SMALLEST_CARD_PAYMENT_PENCE } from '@support-market/domain/budgets/card-payments';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdempotencyHeaders, IdParams, orNull, PenceOut } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { payInSandbox, startCardPayment, takeWebhook, viewCardPayment } from './card-payments.service.ts';

const payment = {
  id: Id,
  lineId: Id,
  lineName: Type.String(),
  personId: Id,
  amountPence: PenceOut,
  state: Type.Unsafe<'started' | 'succeeded' | 'failed'>(Type.String({ description: 'started, succeeded or failed' })),
};

const CardPaymentIn = closed({
  lineId: Id,
  amountPence: Type.Integer({ minimum: SMALLEST_CARD_PAYMENT_PENCE, maximum: LARGEST_CARD_PAYMENT_PENCE }),
});

const TestCardIn = closed({
  card: Type.Union([Type.Literal('succeeds'), Type.Literal('declined'), Type.Literal('needs_authentication')]),
});

export function registerCardPayments(app: App, context: AppContext): void {
  app.post(
    '/api/card-payments',
    {
      config: { action: 'card-payment.create', audit: 'card-payment.started' },
      schema: {
        tags: ['card payments'],
        operationId: 'startCardPayment',
        summary: 'Start putting own money in by card',
        headers: IdempotencyHeaders,
        body: CardPaymentIn,
        response: answers({
          200: closed({
            ...payment,
            clientSecret: orNull(Type.String()),
            publishableKey: orNull(Type.String({ description: "For the processor's card form; null in the sandbox" })),
            sandbox: Type.Boolean(),
          }),
        }),
      },
    },
    async (request, reply) => {
      // The answer lets its reader complete the payment: no cache may keep it.
      reply.header('cache-control', 'no-store');
      return startCardPayment(
        context,
        viewerOf(request),
        reachFor(request),
        request.headers['idempotency-key'],
        request.body,
      );
    },
  );
  app.get(
    '/api/card-payments/:id',
    {
      config: { action: 'card-payment.view', audit: null },
      schema: {
        tags: ['card payments'],
        operationId: 'viewCardPayment',
        summary: 'How a card payment stands',
        params: IdParams,
        response: answers({ 200: closed(payment) }),
      },
    },
    (request) => viewCardPayment(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.post(
    '/api/card-payments/:id/sandbox-card',
    {
      config: { action: 'card-payment.create', audit: 'card-payment.succeeded' },
      schema: {
        tags: ['card payments'],
        operationId: 'payInSandbox',
        summary: 'Demonstration only: try a test card',
        params: IdParams,
        body: TestCardIn,
        response: answers({ 200: closed({ ...payment, status: Type.String() }) }),
      },
    },
    (request) => payInSandbox(context, viewerOf(request), reachFor(request), request.params.id, request.body.card),
  );
  // A scope of its own, because the signature is over the body's very bytes.
  app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(
      '/webhooks/stripe',
      {
        config: { action: 'webhook.receive', audit: 'card-payment.succeeded' },
        schema: {
          tags: ['card payments'],
          operationId: 'receiveCardEvent',
          summary: 'What the card processor tells us, signed',
          response: answers({ 200: closed({ received: Type.Boolean() }) }),
        },
      },
      async (request) => {
        const header = request.headers['stripe-signature'];
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        await takeWebhook(context, body, typeof header === 'string' ? header : undefined);
        return { received: true };
      },
    );
  });
}
