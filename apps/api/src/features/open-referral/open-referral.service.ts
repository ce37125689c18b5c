// Answers a feed's questions: what was asked in its words becomes ours, and a page of what is found becomes its shape.

import { weekdayOf } from '@support-market/domain/open-referral/schedules';
import { idOfUuid, uuidOf } from '@support-market/domain/open-referral/uuids';
import { findPostcode } from '@support-market/domain/shared/postcodes';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { findPlace } from '../../platform/places.repo.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import {
  asOrganisation,
  asService,
  asServiceAtPlace,
  asServiceInList,
  asTaxonomy,
  asTerm,
  isOurTaxonomy,
  type Json,
} from './as-open-referral.ts';
import {
  type Counted,
  type FeedFilters,
  type FeedPage,
  findOpenOrganisation,
  findService,
  findServiceAtPlace,
  listOrganisations,
  listRemoved,
  listServices,
  listServicesAtPlaces,
  listTerms,
} from './open-referral.repo.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** How far from a postcode, where the question does not say. */
const METRES_NEAR = 5_000;

export interface PageAsked {
  readonly page?: number;
  readonly per_page?: number;
}

export interface ServicesAsked extends PageAsked {
  readonly search?: string;
  readonly taxonomy_term_id?: string;
  readonly taxonomy_id?: string;
  readonly organization_id?: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  readonly day?: string;
  readonly start_time?: string;
  readonly end_time?: string;
  readonly modified_after?: string;
  readonly minimal?: boolean;
  readonly full?: boolean;
  readonly postcode?: string;
  readonly proximity?: number;
}

export const PER_PAGE = 50;
export const MOST_PER_PAGE = 100;

export const pageOf = ({ page = 1, per_page = PER_PAGE }: PageAsked): FeedPage => ({ page, size: per_page });

/** How many pages there are, and whether this is the first, the last or an empty one. */
export function placeOfPage({ rows, total }: Counted<unknown>, { page, size }: FeedPage) {
  const pages = Math.max(1, Math.ceil(total / size));
  return { pages, isFirst: page === 1, isLast: page >= pages, isEmpty: rows.length === 0 };
}

/** A page as the standard has it: always all of its eight parts. */
function asPage<Row>(counted: Counted<Row>, asked: FeedPage, write: (row: Row) => Json) {
  const { pages, isFirst, isLast, isEmpty } = placeOfPage(counted, asked);
  return {
    total_items: counted.total,
    total_pages: pages,
    page_number: asked.page,
    size: counted.rows.length,
    first_page: isFirst,
    last_page: isLast,
    empty: isEmpty,
    contents: counted.rows.map(write),
  };
}

export const refuse = (field: string): ProblemError =>
  new ProblemError('request.invalid', { errors: [{ pointer: `/querystring/${field}`, code: 'field.pattern' }] });

function momentOf(text: string): Temporal.Instant {
  try {
    return text.includes('T')
      ? Temporal.Instant.from(text)
      : Temporal.PlainDate.from(text).toZonedDateTime('Europe/London').toInstant();
  } catch {
    throw refuse('modified_after');
  }
}

/** Null where what was asked can find nothing: a kind, an organisation or a place that is not ours. */
export async function filtersOf(context: AppContext, asked: ServicesAsked): Promise<FeedFilters | null> {
  const weekday = asked.day === undefined ? null : weekdayOf(asked.day);
  if (asked.day !== undefined && weekday === null) throw refuse('day');
  const modifiedAfter = asked.modified_after === undefined ? null : momentOf(asked.modified_after);
  const categoryId = asked.taxonomy_term_id === undefined ? null : idOfUuid('category', asked.taxonomy_term_id);
  const organisationId = asked.organization_id === undefined ? null : idOfUuid('organisation', asked.organization_id);
  if (asked.taxonomy_id !== undefined && !isOurTaxonomy(asked.taxonomy_id)) return null;
  if (asked.taxonomy_term_id !== undefined && categoryId === null) return null;
  if (asked.organization_id !== undefined && organisationId === null) return null;
  let near: FeedFilters['near'] = null;
  if (asked.postcode !== undefined) {
    const place = findPostcode(asked.postcode);
    if (!place) throw refuse('postcode');
    const point = await findPlace(context.reads, place);
    if (!point) return null;
    near = { point, metres: asked.proximity ?? METRES_NEAR };
  }
  return {
    search: asked.search?.trim() || null,
    minimumAge: asked.minimum_age ?? null,
    maximumAge: asked.maximum_age ?? null,
    startTime: asked.start_time ?? null,
    endTime: asked.end_time ?? null,
    ...{ categoryId, organisationId, weekday, modifiedAfter, near },
  };
}

export const NONE: Counted<never> = { rows: [], total: 0 };

export function found<Row>(row: Row | null, write: (row: Row) => Json): Json {
  if (row === null) throw new ProblemError('record.not_found');
  return write(row);
}

export function makeFeed(context: AppContext) {
  const { publicUrl } = context.config;
  return {
    about: () => ({
      version: 'HSDS-UK-3.0',
      profile: context.config.openReferralProfile,
      openapi_url: `${publicUrl}/api/openapi.json`,
    }),

    services: async (asked: ServicesAsked) => {
      const filters = await filtersOf(context, asked);
      const rows = filters ? await listServices(context.reads, filters, pageOf(asked), context.clock.today()) : NONE;
      return asPage(rows, pageOf(asked), (row) =>
        asked.full === true
          ? asService(row, publicUrl)
          : asked.minimal === true
            ? minimal(asServiceInList(row, publicUrl))
            : asServiceInList(row, publicUrl),
      );
    },
    service: async (uuid: string) => {
      const id = idOfUuid('listing', uuid);
      return found(id === null ? null : await findService(context.reads, id, context.clock.today()), (row) =>
        asService(row, publicUrl),
      );
    },

    /** An addition of ours: the standard has no way to say that a service has gone. */
    removed: async (asked: PageAsked & { readonly modified_after?: string }) => {
      const after = asked.modified_after === undefined ? null : momentOf(asked.modified_after);
      return asPage(await listRemoved(context.reads, after, pageOf(asked)), pageOf(asked), ({ id, removedAt }) => ({
        ...{ id: uuidOf(id), status: 'defunct', last_modified: removedAt.toString() },
      }));
    },

    servicesAtPlaces: async (asked: ServicesAsked) => {
      const filters = await filtersOf(context, asked);
      const rows = filters
        ? await listServicesAtPlaces(context.reads, filters, pageOf(asked), context.clock.today())
        : NONE;
      return asPage(rows, pageOf(asked), (row) => asServiceAtPlace(row, publicUrl));
    },
    serviceAtPlace: async (uuid: string) =>
      found(UUID.test(uuid) ? await findServiceAtPlace(context.reads, uuid, context.clock.today()) : null, (row) =>
        asServiceAtPlace(row, publicUrl),
      ),

    organisations: async (asked: PageAsked) =>
      asPage(await listOrganisations(context.reads, pageOf(asked)), pageOf(asked), (row) =>
        asOrganisation(row, publicUrl),
      ),
    organisation: async (uuid: string) => {
      const id = idOfUuid('organisation', uuid);
      return found(id === null ? null : await findOpenOrganisation(context.reads, id), (row) =>
        asOrganisation(row, publicUrl),
      );
    },

    taxonomies: async (asked: PageAsked) => asPage(partOf([asTaxonomy()], asked), pageOf(asked), (row) => row),
    taxonomy: async (uuid: string) => found(isOurTaxonomy(uuid) ? asTaxonomy() : null, (row) => row),

    terms: async (asked: PageAsked & { readonly top_only?: boolean; readonly parent_id?: string }) => {
      const terms = (await listTerms(context.reads)).map((term) => ({ term, json: asTerm(term, publicUrl) }));
      const wanted = terms.filter(
        ({ term, json }) =>
          (asked.top_only !== true || term.heading_id === null) &&
          (asked.parent_id === undefined || json['parent_id'] === asked.parent_id.toLowerCase()),
      );
      return asPage(partOf(wanted, asked), pageOf(asked), ({ json }) => json);
    },
    term: async (uuid: string) => {
      const id = idOfUuid('category', uuid);
      return found((await listTerms(context.reads)).find((term) => term.id === id) ?? null, (term) =>
        asTerm(term, publicUrl),
      );
    },
  };
}

function minimal({ id, name, description, status, organization_id, last_modified }: Json): Json {
  return { id, organization_id, name, description, status, last_modified };
}

export function partOf<Row>(all: readonly Row[], asked: PageAsked): Counted<Row> {
  const { page, size } = pageOf(asked);
  return { rows: all.slice((page - 1) * size, page * size), total: all.length };
}
