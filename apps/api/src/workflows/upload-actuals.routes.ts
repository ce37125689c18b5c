// A file of actuals over HTTP.

import { Type } from 'typebox';
import { reachFor, viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { importActuals, MOST_REJECTED_LISTED } from './upload-actuals.ts';

const RejectedOut = closed({
  row: Type.Integer({ description: 'As a spreadsheet numbers it: the heading is row 1' }),
  code: Type.String(),
  message: Type.String(),
  column: Type.Unsafe<string | null>(Type.Union([Type.String(), Type.Null()])),
  cells: closed({
    reference: Type.String(),
    worker: Type.String(),
    worker_reference: Type.String(),
    start: Type.String(),
    end: Type.String(),
  }),
});

const ActualsOut = closed({
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Array(RejectedOut),
  rejectedInAll: Type.Integer({ description: `The first ${MOST_REJECTED_LISTED} are listed` }),
});

export function registerUploadActuals(app: App, context: AppContext): void {
  app.post(
    '/api/actuals',
    {
      config: { action: 'actuals.upload', audit: 'actuals.uploaded' },
      schema: {
        tags: ['visits'],
        operationId: 'uploadActuals',
        summary:
          'Record many visits from a CSV file; good rows are taken, bad rows explained, a repeat changes nothing',
        description:
          'Send the file as the one part of a multipart form. Columns: worker, start, end, and one of reference, ' +
          'visit_reference, order_reference (an order is looked up by its reference and the day of the start). ' +
          'Moments are YYYY-MM-DD HH:MM or DD/MM/YYYY HH:MM in London; with a date column, times alone will do. ' +
          'A worker_reference tells workers of one name apart; without one, a name that two have is refused. ' +
          'UTF-8, UTF-16 and Windows-1252 are read; commas, semicolons and tabs.',
        consumes: ['multipart/form-data'],
        response: answers({ 200: ActualsOut }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const reach = reachFor(request);
      const part = await request.file();
      if (!part) throw new ProblemError('request.invalid', { errors: [{ pointer: '/file', code: 'field.required' }] });
      const result = await importActuals(context, viewer, {
        organisationIds: reach.council ? null : reach.organisationIds,
        source: part.file,
      });
      return { ...result, rejected: [...result.rejected] };
    },
  );
}
