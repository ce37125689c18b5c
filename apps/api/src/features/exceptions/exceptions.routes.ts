// The exception screen over HTTP; settling one is a workflow, because it moves the visit, the money and the invoice.

import { inTransaction } from '@support-market/db/transaction';
import { hourlyRateIfTimed } from '@support-market/domain/listings/prices';
import { pence, subtractPence } from '@support-market/domain/shared/money';
import { mostWithinTolerance, type ToleranceSettings, toleranceFrom } from '@support-market/domain/visits/tolerance';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import { recordAudit } from '../../platform/audit.repo.ts';
import type { AppContext } from '../../platform/context.ts';
import { pageFrom, readCursor } from '../../platform/cursors.ts';
import { found } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { type ExceptionRow, findException, listExceptions } from './exceptions.repo.ts';
import { ExceptionOut, ExceptionsOut, ExceptionsQuery } from './exceptions.schemas.ts';

function shown({ lines, ...row }: ExceptionRow, tolerance: ToleranceSettings) {
  const hourlyPence = hourlyRateIfTimed(row.unit, row.unitPricePence);
  return {
    ...row,
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
      return inTransaction(context.db, viewer.councilId, async (tx) => {
        const rows = await listExceptions(tx, viewer.councilId, {
          state,
          kind,
          after: readCursor(cursor, ['instant', 'text']),
          limit,
        });
        const page = pageFrom(rows, limit, ({ raisedAt, id }) => [raisedAt.toString(), id]);
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
            reason: 'settling what does not match',
          })),
        );
        const tolerance = toleranceFrom(await readSettings(tx, viewer.councilId, context.clock.today()));
        return { ...page, items: page.items.map((row) => shown(row, tolerance)) };
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
          reason: 'settling what does not match',
        });
        return shown(row, toleranceFrom(await readSettings(tx, viewer.councilId, context.clock.today())));
      });
    },
  );
}
