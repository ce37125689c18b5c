// Exceptions about money, over HTTP: each with its cause and what can be done, settled by a finance officer.

import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import {
  answers,
  closed,
  Id,
  IdParams,
  InstantOut,
  NeededText,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { MONEY_EXCEPTION_KINDS } from './money-exceptions.repo.ts';
import { DECISIONS, settleMoneyException, viewMoneyExceptions } from './money-exceptions.service.ts';

const MoneyExceptionOut = closed({
  id: Id,
  kind: oneOf(MONEY_EXCEPTION_KINDS),
  state: oneOf(['open', 'settled']),
  expectedPence: PenceOut,
  foundPence: PenceOut,
  raisedAt: InstantOut,
  settledAt: orNull(InstantOut),
  settledByName: orNull(Type.String()),
  note: Type.String(),
  payeeName: orNull(Type.String()),
  payeeOrganisationId: orNull(Id),
  payeeLineId: orNull(Id),
  isHeld: Type.Boolean(),
  runId: orNull(Id),
  runReference: orNull(Type.String()),
  references: orNull(Type.String({ description: 'What the payment was for' })),
  reasonCode: orNull(Type.String({ description: "The bank's code, such as AC04" })),
  cause: orNull(Type.String()),
  personName: orNull(Type.String()),
  lineName: orNull(Type.String()),
  reversal: orNull(oneOf(['refund', 'dispute'])),
  owedPence: orNull(PenceOut),
  difference: orNull(oneOf(['not-there', 'not-here', 'other-amount', 'other-taken-back'])),
  processorId: orNull(Type.String({ description: 'What the card processor calls the payment' })),
  decisions: Type.Array(oneOf(DECISIONS)),
});

export function registerMoneyExceptions(app: App, context: AppContext): void {
  app.get(
    '/api/money-exceptions',
    {
      config: { action: 'exception.view', audit: 'exception.listed' },
      schema: {
        tags: ['exceptions'],
        operationId: 'listMoneyExceptions',
        summary: 'Money that went or came otherwise than we thought: what waits, longest first, or what was settled',
        querystring: closed({ ...PageQuery, state: Type.Optional(oneOf(['open', 'settled'])) }),
        response: answers({ 200: pageOf(MoneyExceptionOut) }),
      },
    },
    async (request) => {
      const { cursor, limit = 25, state = 'open' } = request.query;
      const list = listAsked('money-exceptions', { state });
      const rows = await viewMoneyExceptions(context, viewerOf(request), {
        state,
        after: readCursor(list, cursor, ['text'])?.[0] ?? null,
        limit,
      });
      return pageFrom(list, rows, limit, ({ id }) => [id]);
    },
  );
  app.post(
    '/api/money-exceptions/:id/settle',
    {
      config: { action: 'exception.settle', audit: 'exception.settled' },
      schema: {
        tags: ['exceptions'],
        operationId: 'settleMoneyException',
        summary: 'Say what became of it, and why',
        params: IdParams,
        body: closed({
          decision: oneOf(DECISIONS),
          note: NeededText(1000),
        }),
        response: answers({ 200: closed({ id: Id }) }),
      },
    },
    async (request) => {
      await settleMoneyException(context, viewerOf(request), request.params.id, request.body);
      return { id: request.params.id };
    },
  );
}
