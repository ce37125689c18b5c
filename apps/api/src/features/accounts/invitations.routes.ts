// Invitations over HTTP: an administrator sends and withdraws them, the reader of the link accepts.

import { Type } from 'typebox';
import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, IdParams, PageQuery, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  AcceptBody,
  AcceptedOut,
  InvitationOut,
  InvitationSeen,
  InviteBody,
  OrganisationsOut,
  OrganisationsQuery,
  TokenBody,
} from './accounts.schemas.ts';
import {
  acceptInvitation,
  invite,
  searchOrganisations,
  seeInvitation,
  viewInvitations,
  withdraw,
} from './invitations.service.ts';

export function registerInvitations(app: App, context: AppContext): void {
  app.get(
    '/api/invitations',
    {
      config: { action: 'account.view', audit: null },
      schema: {
        tags: ['invitations'],
        operationId: 'listInvitations',
        summary: 'The council’s invitations, newest first',
        querystring: closed(PageQuery),
        response: answers({ 200: pageOf(InvitationOut) }),
      },
    },
    (request) => viewInvitations(context, viewerOf(request), request.query),
  );

  app.post(
    '/api/invitations',
    {
      config: { action: 'account.invite', audit: 'invitation.sent' },
      schema: {
        tags: ['invitations'],
        operationId: 'invite',
        summary: 'Invite someone to a role by mail',
        body: InviteBody,
        response: answers({ 201: InvitationOut }),
      },
    },
    async (request, reply) => reply.status(201).send(await invite(context, viewerOf(request), request.body)),
  );

  app.delete(
    '/api/invitations/:id',
    {
      config: { action: 'account.invite', audit: 'invitation.withdrawn' },
      schema: {
        tags: ['invitations'],
        operationId: 'withdrawInvitation',
        summary: 'Take an invitation back: its link no longer works',
        params: IdParams,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      await withdraw(context, viewerOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/api/invitations/organisations',
    {
      config: { action: 'account.invite', audit: null },
      schema: {
        tags: ['invitations'],
        operationId: 'findOrganisationsToInvite',
        summary: 'Organisations by a part of their name, to invite someone for',
        querystring: OrganisationsQuery,
        response: answers({ 200: OrganisationsOut }),
      },
    },
    async (request) => ({ items: await searchOrganisations(context, request.query.name) }),
  );

  app.post(
    '/api/invitations/view',
    {
      config: { action: 'account.accept-invitation', audit: null, cookies: 'ignored' },
      schema: {
        tags: ['invitations'],
        operationId: 'seeInvitation',
        summary: 'What the link in a mail invites to',
        security: [],
        body: TokenBody,
        response: answers({ 200: InvitationSeen }),
      },
    },
    (request) => seeInvitation(context, request.body.token),
  );

  app.post(
    '/api/invitations/accept',
    {
      config: { action: 'account.accept-invitation', audit: 'invitation.accepted', cookies: 'ignored' },
      schema: {
        tags: ['invitations'],
        operationId: 'acceptInvitation',
        summary: 'Accept an invitation by its link; someone new chooses a name and a password',
        security: [],
        body: AcceptBody,
        response: answers({ 200: AcceptedOut }),
      },
    },
    (request) => acceptInvitation(context, request.body),
  );
}
