// A council's public pages over HTTP.

import { PUBLIC_PAGE_NAMES } from '@support-market/domain/settings/council-settings';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, DateIn, DateOut, oneOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { viewCouncil } from './councils.service.ts';

const Text = Type.String({ description: 'empty: the council has not said it' });

const CouncilOut = closed({
  slug: Type.String(),
  name: Type.String(),
  on: DateOut,
  contact: closed({ telephone: Text, email: Text, address: Text, hours: Text }),
  safety: closed({ emergencyTelephone: Text, telephone: Text, email: Text, hours: Text }),
  privacy: closed({ notice: Text, email: Text }),
  complaints: closed({
    process: Text,
    telephone: Text,
    email: Text,
    answerDays: Type.Integer({ description: 'working days; 0: the council has not said it' }),
  }),
  accessibility: closed({
    status: oneOf(['', 'full', 'partial', 'none']),
    problems: Text,
    burden: Text,
    exempt: Text,
    testedOn: Text,
    testedBy: Text,
    answerDays: Type.Integer(),
  }),
  versions: Type.Array(closed({ page: oneOf(PUBLIC_PAGE_NAMES), dates: Type.Array(DateOut) }), {
    description: 'for each page the days on which it changed, the latest first',
  }),
});

export const CouncilPageQuery = {
  params: closed({ slug: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }) }),
  querystring: closed({ on: Type.Optional(DateIn) }),
};

export function registerCouncils(app: App, context: AppContext): void {
  app.get(
    '/api/councils/:slug',
    {
      config: { action: 'council.view', audit: null },
      schema: {
        tags: ['councils'],
        operationId: 'viewCouncil',
        summary: 'How a council is reached, and its pages on privacy, complaints and accessibility',
        security: [],
        ...CouncilPageQuery,
        response: answers({ 200: CouncilOut }),
      },
    },
    (request) => viewCouncil(context, request.params.slug, request.query.on),
  );
}
