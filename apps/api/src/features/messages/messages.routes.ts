// Messages to the viewer. The words are made on the page, from the kind and its details.

import { Type } from 'typebox';
import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, Id, IdParams, InstantOut, orNull, PageQuery } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { readMessage, viewMessages } from './messages.service.ts';

const MessageOut = closed({
  id: Id,
  kind: Type.String(),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  personId: orNull(Id),
  personName: orNull(Type.String()),
  createdAt: InstantOut,
  readAt: orNull(InstantOut),
});

export function registerMessages(app: App, context: AppContext): void {
  app.get(
    '/api/messages',
    {
      config: { action: 'message.read', audit: null },
      schema: {
        tags: ['messages'],
        operationId: 'listMessages',
        summary: "The viewer's messages, newest first",
        querystring: closed({ person: Type.Optional(Id), ...PageQuery }),
        response: answers({
          200: closed({ items: Type.Array(MessageOut), nextCursor: orNull(Type.String()), unread: Type.Integer() }),
        }),
      },
    },
    (request) => viewMessages(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
  app.post(
    '/api/messages/:id/read',
    {
      config: { action: 'message.read', audit: 'message.read' },
      schema: {
        tags: ['messages'],
        operationId: 'readMessage',
        summary: 'Mark a message as read',
        params: IdParams,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await readMessage(context, viewerOf(request), reachFor(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}
