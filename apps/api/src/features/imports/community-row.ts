// Reads a row of a mapped file (community groups, clubs, charities, care homes) into our own terms.

import { CATEGORY_SLUGS, categoriseByWords, findCategory } from '@support-market/domain/listings/categories';
import type { CatalogueRow } from './catalogue-row.ts';
import {
  CellError,
  type Cells,
  dateOrNull,
  notAChoice,
  type PlaceFaults,
  placeOrNull,
  textOrNull,
  yesOrNoOrNull,
} from './cells.ts';
import { FURTHER_OF_LISTING, NOTHING_FURTHER, readFurther } from './further-cells.ts';
import { columnOf, fieldText, type Mapping, withoutFillers } from './mappings.ts';
import type { Thing } from './things.ts';

/** What every row of one group says alike: a further row is for another contact or another event. */
export const COMMUNITY_THINGS: readonly Thing[] = [
  {
    key: ['reference'],
    columns: [
      ...[
        'name',
        'description',
        'category',
        'when',
        'place',
        'address',
        'postcode',
        'show_address',
        'telephone',
        'email',
      ],
      ...['website', 'has_space', ...FURTHER_OF_LISTING],
    ],
  },
];

/** Where a group goes when its words say nothing about what it does. */
const UNSORTED = 'clubs-and-groups';

function address(value: string | null): { line: string; city: string | null } {
  if (value === null) return { line: '', city: null };
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return { line: parts.join(', '), city: parts.at(-1) ?? null };
}

function coordinate(cells: Cells, column: string, limit: number, places: PlaceFaults): number | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  const number = Number(value);
  if (Number.isFinite(number) && Math.abs(number) <= limit) return number;
  places.push(new CellError(column, 'cell.not_a_number'));
  return null;
}

/** Throws CellError with the column that is wrong. */
export function readCommunityRow(mapping: Mapping, row: number, raw: Cells, places: PlaceFaults): CatalogueRow {
  const cells = withoutFillers(mapping, raw);
  const { listing, organisation } = mapping;
  const column = (name: string): string => columnOf(listing[name], name);
  const title = fieldText(listing.title, cells);
  if (title === '') throw new CellError(column('title'), 'cell.missing');
  if (title.length > 200) throw new CellError(column('title'), 'cell.too_long');
  const name = fieldText(organisation.name, cells) || title;
  const reference = mapping.reference
    .map((one) => cells[one] ?? '')
    .join('|')
    .toLowerCase();
  const organisationColumns = organisation.reference;
  const organisationReference = Array.isArray(organisationColumns)
    ? organisationColumns
        .map((one) => cells[one] || name)
        .join('|')
        .toLowerCase()
    : reference;

  const chosen = fieldText(listing.category, cells);
  const words = (Array.isArray(listing.category_words) ? listing.category_words : []).map(
    (field) => fieldText(field, cells) || (field.includes('{') ? '' : field),
  );
  const category = (chosen && findCategory(chosen)?.category.slug) || categoriseByWords(...words)?.category || UNSORTED;
  // In our own layout a category is a word of ours, or one that we understand.
  if (mapping.required && chosen && !findCategory(chosen) && !categoriseByWords(chosen))
    throw notAChoice(column('category'), CATEGORY_SLUGS);

  const postcode = placeOrNull(cells, column('postcode'), places);
  const latitude = listing.latitude ? coordinate(cells, column('latitude'), 90, places) : null;
  const longitude = listing.longitude ? coordinate(cells, column('longitude'), 180, places) : null;
  const place = address(textOrNull(cells, column('address'), 400));
  const website = textOrNull(cells, column('website'), 300);
  const summary = fieldText(listing.summary, cells);
  const kept = (field: string): string | null => (listing[field] ? textOrNull(cells, column(field), 300) : null);
  const venue = kept('place')?.slice(0, 200) ?? '';
  return {
    row,
    organisation: {
      reference: organisationReference,
      name: name.slice(0, 200),
      kind: organisation.kind,
      addressLine: place.line || null,
      city: place.city,
      postcode,
      telephone: kept('telephone'),
      email: kept('email'),
      website,
      cqcLocationId: kept('cqc_location_id'),
      cqcRating: null,
      insuredUntil: null,
      dbsCheckedOn: null,
      confirmedOn: null,
      cqcCheckedOn: listing.checked_on ? dateOrNull(cells, column('checked_on')) : null,
      charityNumber: organisation.charity_number
        ? textOrNull(cells, columnOf(organisation.charity_number, 'charity_number'))
        : null,
      vatNumber: null,
      taxReference: null,
      acceptsIsf: null,
      showAddress: listing.show_address ? yesOrNoOrNull(cells, column('show_address')) : null,
    },
    payee: null,
    billingPeriod: null,
    selfBillingAgreedOn: null,
    listing: {
      reference,
      kind: mapping.kind,
      title,
      summary: summary.slice(0, 400),
      description: summary,
      categorySlug: category,
      whenText: fieldText(listing.when, cells),
      addressLine: place.line,
      postcode,
      latitude,
      longitude,
      website,
      languages: [],
      free: mapping.kind === 'community' ? true : null,
      hasSpace: listing.has_space ? yesOrNoOrNull(cells, column('has_space')) : null,
      venue,
      showAddress: listing.show_address ? yesOrNoOrNull(cells, column('show_address')) : null,
    },
    // Only a layout of our own has columns for them.
    further: mapping.required ? readFurther(cells, venue) : NOTHING_FURTHER,
    offer: null,
  };
}
