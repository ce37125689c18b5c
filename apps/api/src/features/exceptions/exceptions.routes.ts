// The exception screen over HTTP; settling one is a workflow, because it moves the visit, the money and the invoice.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { hourlyRateIfTimed } from '@support-market/domain/listings/prices';
import type { CouncilSettings } from '@support-market/domain/settings/council-settings';
import { pence, subtractPence } from '@support-market/domain/shared/money';
import { mostSettledAlone } from '@support-market/domain/visits/settle-rules';
import { mostWithinTolerance, toleranceFrom } from '@support-market/domain/visits/tolerance';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { listAsked, pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { type ExceptionRow, findException, listExceptions } from './exceptions.repo.ts';
import {
  ExceptionOut,
  ExceptionsOut,
  ExceptionsQuery,
  RefuseSettlementIn,
  SettleExceptionIn,
} from './exceptions.schemas.ts';
import { proposeSettlement, refuseSettlement } from './settlements.service.ts';

function shown(
  { lines, proposedPence, proposedBy, proposedByName, proposedNote, ...row }: ExceptionRow,
  settings: CouncilSettings,
  viewer: Viewer,
) {
  const hourlyPence = hourlyRateIfTimed(row.unit, row.unitPricePence);
  const tolerance = toleranceFrom(settings);
  return {
    ...row,
    alonePence: mostSettledAlone({ ...row, overAgreedPence: settings.settleAlonePence }),
    proposal:
      proposedPence === null
        ? null
        : {
            amountPence: proposedPence,
            byName: proposedByName ?? '',
            note: proposedNote ?? '',
            isOwn: proposedBy === viewer.accountId,
          },
    differencePence: subtractPence(row.foundPence, row.expectedPence),
    withinPence: mostWithinTolerance({ plannedPence: row.expectedPence, hourlyPence, ...tolerance }),
    lines: lines.map((line) => ({
      name: line.name,
      leftPence: pence(line.leftPence),
      reservedPence: pence(line.reservedPence),
    })),
  };
}

export function registerExceptions(app: App, context: AppContext): void {
  app.get(
    '/api/exceptions',
    {
      config: { action: 'exception.view', audit: 'exception.listed' },
      schema: {
        tags: ['exceptions'],
        operationId: 'listExceptions',
        summary: 'What waits for a finance officer, longest first, with its cause and both sides',
        querystring: ExceptionsQuery,
        response: answers({ 200: ExceptionsOut }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { cursor, limit = 25, state = 'open', kind } = request.query;
      const list = listAsked('exceptions', { state, kind });
      return inTransaction(context.db, viewer.councilId, async (tx) => {
        const rows = await listExceptions(tx, viewer.councilId, {
          state,
          kind,
          after: readCursor(list, cursor, ['instant', 'text']),
          limit,
        });
        const page = pageFrom(list, rows, limit, ({ raisedAt, settledAt, id }) => [
          (state === 'open' ? raisedAt : (settledAt ?? raisedAt)).toString(),
          id,
        ]);
        const people = new Set(page.items.map(({ personId }) => personId));
        await recordAudit(
          tx,
          context.clock,
          viewer,
          ...[...people].map((personId) => ({
            event: 'exception.listed',
            noun: 'exception',
            recordId: null,
            personId,
            reason: sayRecorded('settling-a-difference'),
          })),
        );
        const settings = await readSettings(tx, viewer.councilId, context.clock.today());
        return { ...page, items: page.items.map((row) => shown(row, settings, viewer)) };
      });
    },
  );

  app.get(
    '/api/exceptions/:id',
    {
      config: { action: 'exception.view', audit: 'exception.viewed' },
      schema: {
        tags: ['exceptions'],
        operationId: 'viewException',
        summary: 'One exception: what was agreed, what was found, and the money there is',
        params: IdParams,
        response: answers({ 200: ExceptionOut }),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      return inTransaction(context.db, viewer.councilId, async (tx) => {
        const row = found(await findException(tx, viewer.councilId, id));
        await recordAudit(tx, context.clock, viewer, {
          event: 'exception.viewed',
          noun: 'exception',
          recordId: id,
          personId: row.personId,
          reason: sayRecorded('settling-a-difference'),
        });
        return shown(row, await readSettings(tx, viewer.councilId, context.clock.today()), viewer);
      });
    },
  );

  app.post(
    '/api/exceptions/:id/propose',
    {
      config: { action: 'exception.settle', audit: 'exception.settlement-proposed' },
      schema: {
        tags: ['exceptions'],
        operationId: 'proposeSettlement',
        summary: 'Ask a second finance officer to agree to more than one may decide alone',
        params: IdParams,
        body: SettleExceptionIn,
        response: answers({ 200: IdParams }),
      },
    },
    async (request) => {
      const { id } = request.params;
      await proposeSettlement(context, viewerOf(request), id, {
        amountPence: pence(request.body.amountPence),
        note: request.body.note,
      });
      return { id };
    },
  );

  app.post(
    '/api/exceptions/:id/refuse',
    {
      config: { action: 'exception.settle', audit: 'exception.settlement-refused' },
      schema: {
        tags: ['exceptions'],
        operationId: 'refuseSettlement',
        summary:
          'Do not agree to the sum that another officer asked for, or take it back; the visit stays to be settled',
        params: IdParams,
        body: RefuseSettlementIn,
        response: answers({ 200: IdParams }),
      },
    },
    async (request) => {
      const { id } = request.params;
      await refuseSettlement(context, viewerOf(request), id, request.body.note);
      return { id };
    },
  );
}
