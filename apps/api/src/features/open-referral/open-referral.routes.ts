// The catalogue for other people's programs, as an open feed in the national standard: anyone may read it from anywhere.
// Source: Open Referral UK (HSDS-UK 3.0), as mission/standards.md has it.

import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { Age, feedRoutes, NEAR, PAGE, Uuid, Whole } from './feed-routes.ts';
import { makeFeed } from './open-referral.service.ts';

const ROOT = '/oruk/v3';
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$', description: 'HH:MM in London' });
const SINCE = {
  modified_after: Type.Optional(
    Type.String({
      ...{ maxLength: 40, pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}(T.*)?$' },
      description: 'a date, or a moment with its offset, of the years 1900 to 2199',
    }),
  ),
};
const SERVICES = {
  ...PAGE,
  ...NEAR,
  search: Type.Optional(Type.String({ maxLength: 200 })),
  taxonomy_term_id: Type.Optional(Uuid),
  taxonomy_id: Type.Optional(Uuid),
  organization_id: Type.Optional(Uuid),
  minimum_age: Type.Optional(Age),
  maximum_age: Type.Optional(Age),
  day: Type.Optional(Type.String({ maxLength: 9, description: 'MO, Mon or Monday' })),
  start_time: Type.Optional(Time),
  end_time: Type.Optional(Time),
  ...SINCE,
  minimal: Type.Optional(Type.Boolean()),
  full: Type.Optional(Type.Boolean()),
};
const TOP = { top_only: Type.Optional(Type.Boolean()), parent_id: Type.Optional(Uuid) };
const List = closed({
  total_items: Type.Integer(),
  total_pages: Type.Integer(),
  page_number: Type.Integer(),
  size: Type.Integer(),
  first_page: Type.Boolean(),
  last_page: Type.Boolean(),
  empty: Type.Boolean(),
  contents: Type.Array(Whole),
});

export function registerOpenReferral(app: App, context: AppContext): void {
  const feed = makeFeed(context);
  const { about, list, one } = feedRoutes(app, ROOT, List);

  for (const url of [ROOT, `${ROOT}/`]) {
    const said = about({
      operationId: url === ROOT ? 'openReferral' : 'openReferralRoot',
      summary: 'What this feed speaks',
    });
    const response = answers({ 200: Whole });
    app.get(url, { ...said, schema: { ...said.schema, response } }, () => feed.about());
  }

  list(
    '/services',
    { operationId: 'openServices', summary: 'Services, each with its organisation' },
    Type.Object(SERVICES),
    feed.services,
  );
  one(
    '/services',
    { operationId: 'openService', summary: 'One service with everything that is public of it' },
    feed.service,
  );
  list(
    '/removed_services',
    {
      operationId: 'openRemovedServices',
      summary: 'Services that were here and are not any more, for those who keep a copy',
    },
    Type.Object({ ...PAGE, ...SINCE }),
    feed.removed,
  );
  list(
    '/service_at_locations',
    { operationId: 'openServicesAtPlaces', summary: 'Services at their places, also near a postcode' },
    Type.Object(SERVICES),
    feed.servicesAtPlaces,
  );
  one(
    '/service_at_locations',
    { operationId: 'openServiceAtPlace', summary: 'One service at one place' },
    feed.serviceAtPlace,
  );
  list(
    '/organizations',
    { operationId: 'openOrganisations', summary: 'Who offers something' },
    Type.Object(PAGE),
    feed.organisations,
  );
  one('/organizations', { operationId: 'openOrganisation', summary: 'One organisation' }, feed.organisation);
  list(
    '/taxonomies',
    { operationId: 'openTaxonomies', summary: 'The lists of kinds' },
    Type.Object(PAGE),
    feed.taxonomies,
  );
  one('/taxonomies', { operationId: 'openTaxonomy', summary: 'One list of kinds' }, feed.taxonomy);
  list(
    '/taxonomy_terms',
    { operationId: 'openTerms', summary: 'The kinds of support' },
    Type.Object({ ...PAGE, ...TOP }),
    feed.terms,
  );
  one('/taxonomy_terms', { operationId: 'openTerm', summary: 'One kind of support' }, feed.term);
}
