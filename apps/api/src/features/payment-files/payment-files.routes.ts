// The file for the bank over HTTP.

import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { downloadFile } from './payment-files.service.ts';

/** A document as bytes. */
const FileOut = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });

export function registerPaymentFiles(app: App, context: AppContext): void {
  app.get(
    '/api/payment-files/:id',
    {
      config: { action: 'payment-run.view', audit: 'payment-file.downloaded' },
      schema: {
        tags: ['payment-files'],
        operationId: 'downloadPaymentFile',
        summary: 'A file for the bank (ISO 20022 pain.001), always the same bytes',
        params: IdParams,
        response: answers({ 200: FileOut }),
      },
    },
    async (request, reply) => {
      const file = await downloadFile(context, viewerOf(request), request.params.id);
      return reply
        .type('application/xml; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('etag', `"${file.sha256}"`)
        .send(Buffer.from(file.bytes));
    },
  );
}
