// The audit trail over HTTP: the auditor searches it, the person reads their own.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { readDate } from '../../platform/dates.ts';
import { AuditEntriesOut, AuditEntriesQuery, LooksOut, LooksQuery, PersonParams } from './audit-entries.schemas.ts';
import { searchEntries, viewLooks } from './audit-entries.service.ts';

export function registerAuditEntries(app: App, context: AppContext): void {
  app.get(
    '/api/audit-entries',
    {
      config: { action: 'audit-entry.view', audit: 'audit-entry.searched' },
      schema: {
        tags: ['audit-entries'],
        operationId: 'searchAuditEntries',
        summary: 'Who did or looked at what, newest first; this look is an entry too',
        querystring: AuditEntriesQuery,
        response: answers({ 200: AuditEntriesOut }),
      },
    },
    (request) => {
      const { from, to, limit = 25, ...asked } = request.query;
      return searchEntries(context, viewerOf(request), {
        ...asked,
        from: readDate(from, '/querystring/from'),
        to: readDate(to, '/querystring/to'),
        limit,
      });
    },
  );
  app.get(
    '/api/people/:id/audit-entries',
    {
      config: { action: 'audit-entry.view-own', audit: 'audit-entry.listed' },
      schema: {
        tags: ['audit-entries'],
        operationId: 'listLooks',
        summary: 'Who looked at or changed my records, when, as what and why',
        params: PersonParams,
        querystring: LooksQuery,
        response: answers({ 200: LooksOut }),
      },
    },
    (request) => {
      const { who = 'others', limit = 25, cursor } = request.query;
      return viewLooks(context, viewerOf(request), reachFor(request), request.params.id, { who, cursor, limit });
    },
  );
}
