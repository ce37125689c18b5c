// An organisation's public page over HTTP: who they are, how to reach them, what they offer.

import { trustMarks } from '@support-market/domain/listings/trust-marks';
import { pence } from '@support-market/domain/shared/money';
import { Type } from 'typebox';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, orNull, PenceOut } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import { found } from '../../platform/problem-error.ts';
import { findOrganisation } from './organisations.repo.ts';

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
      kind: Type.Union([
        Type.Literal('regulated'),
        Type.Literal('charity'),
        Type.Literal('insured'),
        Type.Literal('dbs'),
        Type.Literal('confirmed'),
      ]),
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
    async (request) => {
      const today = context.clock.today();
      const row = found(await findOrganisation(context.reads, request.params.slug, today));
      return {
        slug: row.slug,
        name: row.name,
        kind: row.kind,
        description: row.description,
        size: row.size,
        inHouse: row.in_house,
        acceptsIsf: row.accepts_isf,
        addressShown: row.address_shown,
        addressLine: row.address_line,
        city: row.city,
        postcode: row.postcode,
        email: row.email,
        telephone: row.telephone,
        website: row.website,
        marks: trustMarks(row, today.toString()),
        fromFile: row.from_file,
        lastChecked: row.last_confirmed_on,
        locations: (row.locations ?? []).map((location) => ({
          id: location.id,
          name: location.name,
          addressLine: location.address_line,
          postcode: location.postcode,
          accessNotes: location.access_notes,
          addressShown: location.address_shown,
        })),
        contacts: row.contacts ?? [],
        listings: (row.listings ?? []).map((listing) => ({
          slug: listing.slug,
          title: listing.title,
          summary: listing.summary,
          kind: listing.kind,
          categoryName: listing.category_name,
          free: listing.free,
          hasSpace: listing.has_space,
          fromPrice:
            listing.from_price_pence === null || listing.unit === null
              ? null
              : { pence: pence(listing.from_price_pence), unit: listing.unit },
        })),
      };
    },
  );
}
