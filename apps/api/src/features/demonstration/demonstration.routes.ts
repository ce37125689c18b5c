// "Look around as …" over HTTP; none of it exists outside demonstration mode.

import { DEMONSTRATION_PASSWORD } from '@support-market/domain/demonstration/demonstration-accounts';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, InstantOut, RoleName } from '../../http/schemas.ts';
import { giveSession } from '../../http/session-cookies.ts';
import type { AppContext } from '../../platform/context.ts';
import { lookAround, viewDemonstration } from './demonstration.service.ts';

const DemonstrationOut = closed({
  demonstration: Type.Literal(true),
  password: Type.String({ description: 'the one password of every account here' }),
  roles: Type.Array(
    closed({
      role: Type.String({ description: 'what POST /api/demonstration/session wants' }),
      holds: RoleName,
      email: Type.String(),
      title: Type.String(),
      description: Type.String(),
    }),
  ),
});

export function registerDemonstration(app: App, context: AppContext): void {
  app.get(
    '/api/demonstration',
    {
      config: { action: 'demonstration.view', audit: null },
      schema: {
        tags: ['demonstration'],
        operationId: 'viewDemonstration',
        summary: 'Who you can look around as; only in demonstration mode',
        security: [],
        response: answers({ 200: DemonstrationOut }),
      },
    },
    async () => {
      const accounts = await viewDemonstration(context);
      return {
        demonstration: true as const,
        password: DEMONSTRATION_PASSWORD,
        roles: accounts.map(({ key, role, email, title, description }) => ({
          role: key,
          holds: role,
          email,
          title,
          description,
        })),
      };
    },
  );

  app.post(
    '/api/demonstration/session',
    {
      config: { action: 'session.create', audit: 'session.created', cookies: 'ignored' },
      schema: {
        tags: ['demonstration'],
        operationId: 'lookAround',
        summary: 'Look around as one of the made-up people, without a password; only in demonstration mode',
        security: [],
        body: closed({ role: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: answers({
          200: closed({ accessToken: Type.String(), expiresAt: InstantOut, csrfToken: Type.String() }),
        }),
      },
    },
    async (request, reply) => giveSession(reply, context, await lookAround(context, request.body.role)),
  );
}
