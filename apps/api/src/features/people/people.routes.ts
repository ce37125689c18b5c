// Looking up people, and keeping what is known of them right.

import { reachFor, viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, IdParams, pageOf } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { PeopleQuery, PersonIn, PersonOut, PersonSummaryOut } from './people.schemas.ts';
import { editPerson, viewPeople, viewPerson } from './people.service.ts';

export function registerPeople(app: App, context: AppContext): void {
  app.get(
    '/api/people',
    {
      config: { action: 'person.view', audit: null },
      schema: {
        tags: ['people'],
        operationId: 'listPeople',
        summary: 'The people whom the viewer may see, by name',
        querystring: PeopleQuery,
        response: answers({ 200: pageOf(PersonSummaryOut) }),
      },
    },
    (request) => viewPeople(context, viewerOf(request), reachFor(request), { limit: 25, ...request.query }),
  );
  app.get(
    '/api/people/:id',
    {
      config: { action: 'person.view', audit: 'person.viewed' },
      schema: {
        tags: ['people'],
        operationId: 'viewPerson',
        summary: 'One person',
        params: IdParams,
        response: answers({ 200: PersonOut }),
      },
    },
    (request) => viewPerson(context, viewerOf(request), reachFor(request), request.params.id),
  );
  app.put(
    '/api/people/:id',
    {
      config: { action: 'person.edit', audit: 'person.changed' },
      schema: {
        tags: ['people'],
        operationId: 'editPerson',
        summary: 'Write what is known of a person: how to reach them, how to get in, what they need',
        params: IdParams,
        body: PersonIn,
        response: answers({ 200: PersonOut }),
      },
    },
    (request) => editPerson(context, viewerOf(request), reachFor(request), request.params.id, request.body),
  );
}
