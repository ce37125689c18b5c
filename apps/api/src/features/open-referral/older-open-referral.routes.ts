// The open feed for readers that still speak Open Referral UK 1.0. That version has no root: a reader that finds none there
// knows by it which version this is.

import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { Age, feedRoutes, NEAR, PAGE, Uuid, Whole } from './feed-routes.ts';
import { makeOlderFeed } from './older-open-referral.service.ts';

const VOCABULARY = { vocabulary: Type.Optional(Type.String({ maxLength: 100, description: 'its name or its id' })) };
const SERVICES = {
  ...PAGE,
  ...NEAR,
  ...VOCABULARY,
  text: Type.Optional(Type.String({ maxLength: 200 })),
  taxonomy_id: Type.Optional(Uuid),
  minimum_age: Type.Optional(Age),
  maximum_age: Type.Optional(Age),
  include: Type.Optional(
    Type.String({ maxLength: 300, description: 'the parts that are wanted, with commas between; without it, all' }),
  ),
};
const List = closed({
  totalElements: Type.Integer(),
  totalPages: Type.Integer(),
  number: Type.Integer({ description: 'of this page, from 1' }),
  size: Type.Integer({ description: 'how many are on this page' }),
  first: Type.Boolean(),
  last: Type.Boolean(),
  empty: Type.Boolean(),
  content: Type.Array(Whole),
});

export function registerOlderOpenReferral(app: App, context: AppContext): void {
  const feed = makeOlderFeed(context);
  const { list, one } = feedRoutes(app, '/oruk/v1', List);

  list(
    '/services',
    { operationId: 'olderOpenServices', summary: 'Services in the shape of Open Referral UK 1.0' },
    Type.Object(SERVICES),
    feed.services,
  );
  one(
    '/services',
    { operationId: 'olderOpenService', summary: 'One service in the shape of Open Referral UK 1.0' },
    feed.service,
  );
  list(
    '/vocabularies',
    { operationId: 'olderOpenVocabularies', summary: 'The lists of kinds, in the shape of Open Referral UK 1.0' },
    Type.Object(PAGE),
    feed.vocabularies,
  );
  list(
    '/taxonomies',
    { operationId: 'olderOpenTaxonomies', summary: 'The kinds of support, in the shape of Open Referral UK 1.0' },
    Type.Object({ ...PAGE, ...VOCABULARY }),
    feed.taxonomies,
  );
}
