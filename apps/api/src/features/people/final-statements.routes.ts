// The final statements of people whose time with the council ended, for those who settle what is left and owed.

import { inTransaction } from '@support-market/db/transaction';
import type { Reach } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { PERSON_STATES } from '@support-market/domain/people/person-states';
import { addPence, ZERO_PENCE } from '@support-market/domain/shared/money';
import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import {
  answers,
  closed,
  DateOut,
  Id,
  IdParams,
  oneOf,
  orNull,
  PageQuery,
  PenceOut,
  pageOf,
} from '../../http/schemas.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import {
  finalLines,
  findForStatement,
  latePayIns,
  listEnded,
  openVisits,
  unpaidShares,
} from './final-statements.repo.ts';

const Head = {
  personId: Id,
  reference: Type.String(),
  name: Type.String(),
  state: oneOf(PERSON_STATES),
  lastDay: DateOut,
};

const FinalStatementOut = closed({
  ...Head,
  lastDay: orNull(DateOut),
  lines: Type.Array(
    closed({
      id: Id,
      name: Type.String(),
      funderName: Type.String(),
      startsOn: DateOut,
      endsOn: DateOut,
      spentPence: PenceOut,
      setAsidePence: PenceOut,
      leftPence: PenceOut,
      purseLeftPence: orNull(PenceOut),
      owedPence: PenceOut,
    }),
  ),
  openVisits: Type.Array(
    closed({
      id: Id,
      reference: Type.String(),
      organisationName: Type.String(),
      serviceDate: DateOut,
      state: oneOf(['planned', 'recorded', 'queried', 'confirmed']),
      pence: PenceOut,
    }),
  ),
  unpaid: Type.Array(
    closed({
      invoiceId: Id,
      number: Type.String(),
      organisationName: Type.String(),
      payerName: Type.String(),
      dueDate: DateOut,
      pence: PenceOut,
    }),
  ),
  latePayIns: Type.Array(
    closed({
      lineName: Type.String(),
      fromDate: DateOut,
      toDate: DateOut,
      state: oneOf(['paying', 'paid']),
      amountPence: PenceOut,
    }),
  ),
  unpaidPence: PenceOut,
  owedPence: PenceOut,
});

async function viewFinalStatements(
  context: AppContext,
  viewer: Viewer,
  { selfFunders }: Reach,
  query: { readonly cursor?: string; readonly limit: number },
) {
  const list = listAsked('final-statements');
  const after = readCursor(list, query.cursor, ['date', 'text']);
  const rows = await inTransaction(context.db, viewer.councilId, (tx) =>
    listEnded(tx, viewer.councilId, { selfFunders, after, limit: query.limit }),
  );
  const page = pageFrom(list, rows, query.limit, (row) => [row.lastDay.toString(), row.id]);
  return { nextCursor: page.nextCursor, items: page.items.map(({ id, ...row }) => ({ personId: id, ...row })) };
}

async function viewFinalStatement(context: AppContext, viewer: Viewer, { selfFunders }: Reach, id: string) {
  const { councilId } = viewer;
  return inTransaction(context.db, councilId, async (tx) => {
    const { id: personId, ...person } = found(await findForStatement(tx, councilId, id, selfFunders));
    const lines = await finalLines(tx, councilId, id);
    const unpaid = await unpaidShares(tx, councilId, id);
    const statement = {
      personId,
      ...person,
      lines,
      openVisits: await openVisits(tx, councilId, id),
      unpaid,
      latePayIns: person.lastDay === null ? [] : await latePayIns(tx, councilId, id, person.lastDay),
      unpaidPence: addPence(ZERO_PENCE, ...unpaid.map(({ pence }) => pence)),
      owedPence: addPence(ZERO_PENCE, ...lines.map(({ owedPence }) => owedPence)),
    };
    await recordAudit(tx, context.clock, viewer, {
      event: 'final-statement.viewed',
      noun: 'person',
      recordId: id,
      personId: id,
    });
    return statement;
  });
}

export function registerFinalStatements(app: App, context: AppContext): void {
  app.get(
    '/api/final-statements',
    {
      config: { action: 'final-statement.view', audit: null },
      schema: {
        tags: ['people'],
        operationId: 'listFinalStatements',
        summary: 'People whose time with the council ended, the latest first',
        querystring: closed(PageQuery),
        response: answers({ 200: pageOf(closed(Head)) }),
      },
    },
    (request) => viewFinalStatements(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
  app.get(
    '/api/people/:id/final-statement',
    {
      config: { action: 'final-statement.view', audit: 'final-statement.viewed' },
      schema: {
        tags: ['people'],
        operationId: 'viewFinalStatement',
        summary: 'What is left, set aside and owed when a person’s time with the council ended',
        params: IdParams,
        response: answers({ 200: FinalStatementOut }),
      },
    },
    (request) => viewFinalStatement(context, viewerOf(request), reachFor(request), request.params.id),
  );
}
