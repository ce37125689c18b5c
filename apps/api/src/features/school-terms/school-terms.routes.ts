// The school terms of a council over HTTP: its officers say them, and what groups put on goes by them.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { SchoolTermsIn, SchoolTermsOut } from './school-terms.schemas.ts';
import { setSchoolTerms, viewSchoolTerms } from './school-terms.service.ts';

export function registerSchoolTerms(app: App, context: AppContext): void {
  app.get(
    '/api/school-terms',
    {
      config: { action: 'school-term.edit', audit: null },
      schema: {
        tags: ['school terms'],
        operationId: 'listSchoolTerms',
        summary: 'When the schools of your council are open',
        response: answers({ 200: SchoolTermsOut }),
      },
    },
    (request) => viewSchoolTerms(context, viewerOf(request)),
  );
  app.put(
    '/api/school-terms',
    {
      config: { action: 'school-term.edit', audit: 'school-term.changed' },
      schema: {
        tags: ['school terms'],
        operationId: 'setSchoolTerms',
        summary: 'Say when the schools of your council are open, all terms at once',
        body: SchoolTermsIn,
        response: answers({ 200: SchoolTermsOut }),
      },
    },
    (request) => setSchoolTerms(context, viewerOf(request), request.body),
  );
}
