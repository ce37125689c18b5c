// An organisation's public page over HTTP: who they are, how to reach them, what they offer.

import { TRUST_MARK_KINDS } from '@support-market/domain/listings/trust-marks';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, oneOf, orNull, PenceOut } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { viewOrganisation } from './organisations.service.ts';

const OrganisationAnswer = closed({
  slug: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  description: Type.String(),
  size: Type.String(),
  inHouse: Type.Boolean(),
  acceptsIsf: Type.Boolean(),
  /** False: only the town and the district are told. */
  addressShown: Type.Boolean(),
  addressLine: orNull(Type.String()),
  city: orNull(Type.String()),
  postcode: orNull(Type.String()),
  email: orNull(Type.String()),
  telephone: orNull(Type.String()),
  website: orNull(Type.String()),
  marks: Type.Array(
    closed({
      kind: oneOf(TRUST_MARK_KINDS),
      detail: orNull(Type.String()),
      date: orNull(Type.String()),
    }),
  ),
  /** The newest file that says something of this; null where none does. */
  fromFile: orNull(closed({ councilName: orNull(Type.String()), on: Type.String({ description: 'YYYY-MM-DD' }) })),
  /** The day on which the organisation last said that all of it is right. */
  lastChecked: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  /** Where its listings are offered. */
  locations: Type.Array(
    closed({
      id: Type.String(),
      name: Type.String(),
      addressLine: Type.String(),
      postcode: orNull(Type.String()),
      accessNotes: Type.String(),
      addressShown: Type.Boolean(),
    }),
  ),
  contacts: Type.Array(
    closed({
      id: Type.String(),
      name: Type.String(),
      role: Type.String(),
      telephone: orNull(Type.String()),
      email: orNull(Type.String()),
      languages: Type.Array(Type.String()),
    }),
  ),
  listings: Type.Array(
    closed({
      slug: Type.String(),
      title: Type.String(),
      summary: Type.String(),
      kind: Type.Union([Type.Literal('service'), Type.Literal('community')]),
      categoryName: Type.String(),
      free: Type.Boolean(),
      /** Null: they have not said. */
      hasSpace: orNull(Type.Boolean()),
      /** Not confirmed for long. */
      stale: Type.Boolean(),
      /** The public price of one unit, VAT included. */
      fromPrice: orNull(closed({ pence: PenceOut, unit: Type.String() })),
    }),
  ),
});

export function registerOrganisations(app: App, context: AppContext): void {
  app.get(
    '/api/organisations/:slug',
    {
      config: { action: 'organisation.view', audit: null },
      schema: {
        tags: ['organisations'],
        operationId: 'viewOrganisation',
        summary: 'Show an organisation with its trust marks and its listings',
        params: closed({ slug: Type.String({ pattern: '^[a-z0-9-]{1,100}$' }) }),
        response: answers({ 200: OrganisationAnswer }),
      },
    },
    (request) => viewOrganisation(context, request.params.slug),
  );
}
