// Answers the questions of readers of Open Referral UK 1.0 from the same reads as those of 3.0.

import { idOfUuid } from '@support-market/domain/open-referral/uuids';
import type { AppContext } from '../../platform/context.ts';
import { asOlderService, asOlderTaxonomy, asVocabulary, isOurVocabulary, partsIn } from './as-older-open-referral.ts';
import type { Json } from './as-open-referral.ts';
import { type Counted, type FeedPage, findService, listServices, listTerms } from './open-referral.repo.ts';
import {
  filtersOf,
  found,
  NONE,
  type PageAsked,
  pageOf,
  partOf,
  placeOfPage,
  refuse,
} from './open-referral.service.ts';

export interface OlderTaxonomiesAsked extends PageAsked {
  readonly vocabulary?: string;
}

export interface OlderServicesAsked extends OlderTaxonomiesAsked {
  readonly text?: string;
  /** What 3.0 calls a term. */
  readonly taxonomy_id?: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  readonly postcode?: string;
  readonly proximity?: number;
  /** Names of parts with commas between; every part where it is not said. */
  readonly include?: string;
}

/** A page as 1.0 has it: always all of its eight parts. */
function asOlderPage<Row>(counted: Counted<Row>, asked: FeedPage, write: (row: Row) => Json) {
  const { pages, isFirst, isLast, isEmpty } = placeOfPage(counted, asked);
  return {
    totalElements: counted.total,
    totalPages: pages,
    number: asked.page,
    size: counted.rows.length,
    first: isFirst,
    last: isLast,
    empty: isEmpty,
    content: counted.rows.map(write),
  };
}

/** In the words of 3.0, and nothing that 1.0 does not ask. */
function asNewer({ text, taxonomy_id, minimum_age, maximum_age, postcode, proximity }: OlderServicesAsked) {
  return {
    ...(text !== undefined && { search: text }),
    ...(taxonomy_id !== undefined && { taxonomy_term_id: taxonomy_id }),
    ...(minimum_age !== undefined && { minimum_age }),
    ...(maximum_age !== undefined && { maximum_age }),
    ...(postcode !== undefined && { postcode }),
    ...(proximity !== undefined && { proximity }),
  };
}

const isOurs = ({ vocabulary }: OlderTaxonomiesAsked): boolean =>
  vocabulary === undefined || isOurVocabulary(vocabulary);

export function makeOlderFeed(context: AppContext) {
  const { publicUrl } = context.config;
  return {
    services: async (asked: OlderServicesAsked) => {
      const parts = asked.include === undefined ? undefined : partsIn(asked.include);
      if (parts === null) throw refuse('include');
      const filters = await filtersOf(context, asNewer(asked));
      const rows =
        filters && isOurs(asked)
          ? await listServices(context.reads, filters, pageOf(asked), context.clock.today())
          : NONE;
      return asOlderPage(rows, pageOf(asked), (row) => asOlderService(row, publicUrl, parts));
    },
    service: async (uuid: string) => {
      const id = idOfUuid('listing', uuid);
      return found(id === null ? null : await findService(context.reads, id, context.clock.today()), (row) =>
        asOlderService(row, publicUrl),
      );
    },
    vocabularies: async (asked: PageAsked) => asOlderPage(partOf([asVocabulary()], asked), pageOf(asked), (row) => row),
    taxonomies: async (asked: OlderTaxonomiesAsked) => {
      const terms = isOurs(asked) ? await listTerms(context.reads) : [];
      return asOlderPage(partOf(terms, asked), pageOf(asked), asOlderTaxonomy);
    },
  };
}
