// The outbox of the demonstration: every mail that would have gone out, for anyone to read.

import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, InstantOut, orNull, PageQuery, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { viewOutbox } from './mails.service.ts';

const MailOut = closed({
  id: Type.String(),
  recipient: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  createdAt: InstantOut,
  sentAt: orNull(InstantOut),
});

export function registerMails(app: App, context: AppContext): void {
  app.get(
    '/api/demonstration/outbox',
    {
      config: { action: 'demonstration.view', audit: null },
      schema: {
        tags: ['demonstration'],
        operationId: 'viewOutbox',
        summary: 'The mails of the demonstration, newest first; only in demonstration mode',
        security: [],
        querystring: closed(PageQuery),
        response: answers({ 200: pageOf(MailOut) }),
      },
    },
    async (request) => {
      if (!context.config.demonstration) throw new ProblemError('record.not_found');
      const page = await viewOutbox(context, request.query);
      return {
        items: page.items.map(({ html: _html, ...mail }) => mail),
        nextCursor: page.nextCursor,
      };
    },
  );
}
