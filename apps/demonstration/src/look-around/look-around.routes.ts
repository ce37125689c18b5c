// "Look around as …" over HTTP. The demonstration's own server alone has it.

import type { App } from '@support-market/api/http/app-instance';
import { answers, closed, InstantOut, RoleName } from '@support-market/api/http/schemas';
import { giveSession } from '@support-market/api/http/session-cookies';
import type { AppContext } from '@support-market/api/platform/context';
import { Type } from 'typebox';
import { DEMONSTRATION_PASSWORD } from '../accounts.ts';
import { lookAround, viewDemonstration } from './look-around.service.ts';

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

/** Throws outside demonstration mode, so that no server opens with it. */
export function registerLookAround(app: App, context: AppContext): void {
  if (!context.config.demonstration) throw new Error('looking around is for demonstration mode alone');
  app.get(
    '/api/demonstration',
    {
      config: { action: 'demonstration.view', audit: null },
      schema: {
        tags: ['demonstration'],
        operationId: 'viewDemonstration',
        summary: 'Who you can look around as; only in the demonstration',
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
        summary: 'Look around as one of the made-up people, without a password; only in the demonstration',
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
