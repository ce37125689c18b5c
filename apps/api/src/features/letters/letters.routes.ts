// Letters to print, for people and organisations without an e-mail address: seen, printed, and noted as printed.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdParams, InstantOut, oneOf, orNull, PageQuery, pageOf } from '../../http/schemas.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import { findLetter, listLetters, markPrinted } from './letters.repo.ts';

const Head = {
  id: Id,
  recipientName: Type.String(),
  subject: Type.String(),
  createdAt: InstantOut,
  printedAt: orNull(InstantOut),
};

const LettersQuery = closed({ ...PageQuery, state: Type.Optional(oneOf(['waiting', 'printed'])) });
const LetterOut = closed({
  ...Head,
  address: Type.Array(Type.String(), { description: 'as it is known today; empty where none is' }),
  text: Type.String(),
});

async function viewLetters(
  context: AppContext,
  { councilId }: Viewer,
  query: { readonly cursor?: string; readonly limit: number; readonly state?: 'waiting' | 'printed' },
) {
  const list = listAsked('letters', query);
  const after = readCursor(list, query.cursor, ['text'])?.[0] ?? null;
  const { limit } = query;
  const printed = query.state === 'printed';
  const rows = await inTransaction(context.db, councilId, (tx) =>
    listLetters(tx, councilId, { printed, after, limit }),
  );
  return pageFrom(list, rows, limit, ({ id }) => [id]);
}

async function viewLetter(context: AppContext, viewer: Viewer, id: string) {
  return inTransaction(context.db, viewer.councilId, async (tx) => {
    const { personId, ...letter } = found(await findLetter(tx, viewer.councilId, id, context.clock.today()));
    await recordAudit(tx, context.clock, viewer, { event: 'letter.viewed', noun: 'letter', recordId: id, personId });
    return letter;
  });
}

async function printLetter(context: AppContext, viewer: Viewer, id: string): Promise<void> {
  const { clock } = context;
  await inTransaction(context.db, viewer.councilId, async (tx) => {
    const { personId } = found(await findLetter(tx, viewer.councilId, id, clock.today()));
    await markPrinted(tx, viewer.councilId, id, { accountId: viewer.accountId, at: clock.now() });
    await recordAudit(tx, clock, viewer, { event: 'letter.printed', noun: 'letter', recordId: id, personId });
  });
}

export function registerLetters(app: App, context: AppContext): void {
  app.get(
    '/api/letters',
    {
      config: { action: 'letter.view', audit: null },
      schema: {
        tags: ['letters'],
        operationId: 'listLetters',
        summary: 'Letters that wait to be printed, or those that were',
        querystring: LettersQuery,
        response: answers({ 200: pageOf(closed(Head)) }),
      },
    },
    (request) => viewLetters(context, viewerOf(request), { limit: 25, ...request.query }),
  );
  app.get(
    '/api/letters/:id',
    {
      config: { action: 'letter.view', audit: 'letter.viewed' },
      schema: {
        tags: ['letters'],
        operationId: 'viewLetter',
        summary: 'One letter, with the address for its envelope',
        params: IdParams,
        response: answers({ 200: LetterOut }),
      },
    },
    (request) => viewLetter(context, viewerOf(request), request.params.id),
  );
  app.post(
    '/api/letters/:id/print',
    {
      config: { action: 'letter.print', audit: 'letter.printed' },
      schema: {
        tags: ['letters'],
        operationId: 'printLetter',
        summary: 'Note that a letter was printed, so that it waits no longer',
        params: IdParams,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await printLetter(context, viewerOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}
