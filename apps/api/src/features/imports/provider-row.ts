// Reads a row of our own provider layout: one row an offer, with its public price and what the council agreed to pay.

import { normaliseVatNumber } from '@support-market/domain/invoices/vat';
import { CATEGORY_SLUGS, findCategory } from '@support-market/domain/listings/categories';
import { offerReference, UNIT_NAMES } from '@support-market/domain/listings/prices';
import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { Temporal } from 'temporal-polyfill';
import { type CatalogueRow, ORGANISATION_KINDS, ORGANISATION_SIZES } from './catalogue-row.ts';
import {
  accountOrNull,
  CellError,
  type Cells,
  dateOrNull,
  notAChoice,
  oneOf,
  oneOfRequired,
  type PlaceFaults,
  penceOf,
  penceOrNull,
  placeOrNull,
  text,
  textOrNull,
  wholeOrNull,
  YES_OR_NO,
  yesOrNoOrNull,
} from './cells.ts';
import { FURTHER_COLUMNS, FURTHER_OF_LISTING, readFurther } from './further-cells.ts';
import type { Layout } from './layouts.ts';
import type { Thing } from './things.ts';

const BILLING_PERIODS = ['weekly', 'four-weekly', 'calendar-month'] as const;

export const PROVIDER_LAYOUT: Layout = {
  name: 'providers',
  fits: 'own',
  columns: [
    { name: 'provider_reference', required: true },
    { name: 'provider', required: true },
    { name: 'kind', required: true, words: ORGANISATION_KINDS },
    { name: 'listing_reference', required: true },
    { name: 'listing', required: true },
    { name: 'category', required: true, words: CATEGORY_SLUGS },
    { name: 'offer', required: true },
    { name: 'unit', required: true, words: UNIT_NAMES },
    { name: 'price', required: true },
    { name: 'agreed_price' },
    { name: 'from' },
    { name: 'until' },
    { name: 'offer_reference' },
    { name: 'days', words: OFFER_DAYS },
    { name: 'minimum_minutes' },
    {
      name: 'notice_hours',
    },
    { name: 'welfare', words: YES_OR_NO },
    { name: 'zero_rated', words: YES_OR_NO },
    { name: 'summary' },
    { name: 'description' },
    { name: 'when' },
    { name: 'languages' },
    { name: 'has_space', words: YES_OR_NO },
    { name: 'size', words: ORGANISATION_SIZES },
    { name: 'place' },
    { name: 'address' },
    { name: 'city' },
    { name: 'postcode' },
    {
      name: 'show_address',
      words: YES_OR_NO,
    },
    { name: 'telephone' },
    { name: 'email' },
    { name: 'website' },
    { name: 'accepts_isf', words: YES_OR_NO },
    { name: 'billing_period', words: BILLING_PERIODS },
    { name: 'account_name' },
    { name: 'sort_code' },
    { name: 'account_number' },
    { name: 'charity_number' },
    { name: 'vat_number' },
    { name: 'tax_reference' },
    { name: 'self_billing_agreed_on' },
    { name: 'cqc_location_id' },
    { name: 'cqc_rating' },
    { name: 'cqc_checked_on' },
    { name: 'insured_until' },
    { name: 'dbs_checked_on' },
    { name: 'confirmed_on' },
    ...FURTHER_COLUMNS,
  ],
};

/** What every row of one provider says alike, and what every row of one service does. A provider may have services in several places. */
export const PROVIDER_THINGS: readonly Thing[] = [
  {
    key: ['provider_reference'],
    columns: [
      'provider',
      'kind',
      'size',
      'telephone',
      'email',
      'accepts_isf',
      'billing_period',
      'account_name',
      'sort_code',
      'account_number',
      'charity_number',
      'vat_number',
      'tax_reference',
      'self_billing_agreed_on',
      'cqc_rating',
      'cqc_checked_on',
      'insured_until',
      'dbs_checked_on',
      'confirmed_on',
    ],
  },
  {
    key: ['provider_reference', 'listing_reference'],
    columns: [
      'listing',
      'category',
      'summary',
      'description',
      'when',
      'languages',
      'has_space',
      'place',
      'show_address',
      'address',
      'city',
      'postcode',
      'website',
      'cqc_location_id',
      ...FURTHER_OF_LISTING,
    ],
  },
];

function vatNumber(cells: Cells): string | null {
  const value = textOrNull(cells, 'vat_number', 30);
  if (value === null) return null;
  const read = normaliseVatNumber(value);
  if (!read.ok) throw new CellError('vat_number', 'cell.not_a_vat_number');
  return read.value;
}

/** `today` is when a price without a first day starts to apply. Throws CellError with the column that is wrong. */
export function readProviderRow(
  row: number,
  cells: Cells,
  { today, places }: { readonly today: Temporal.PlainDate; readonly places: PlaceFaults },
): CatalogueRow {
  const category = text(cells, 'category');
  const categorySlug = findCategory(category)?.category.slug;
  if (categorySlug === undefined) throw notAChoice('category', CATEGORY_SLUGS);
  const kind = oneOfRequired(cells, 'kind', ORGANISATION_KINDS);
  const providerReference = text(cells, 'provider_reference', 60);
  const listingReference = text(cells, 'listing_reference', 60);
  const name = text(cells, 'offer');
  const offerUnit = oneOfRequired(cells, 'unit', UNIT_NAMES);
  const days = oneOf(cells, 'days', OFFER_DAYS) ?? 'any';
  const validFrom = dateOrNull(cells, 'from') ?? today.with({ day: 1 });
  const validTo = dateOrNull(cells, 'until');
  if (validTo !== null && Temporal.PlainDate.compare(validTo, validFrom) < 0)
    throw new CellError('until', 'schedule.ends_before_start');
  const postcode = placeOrNull(cells, 'postcode', places);
  const size = oneOf(cells, 'size', ORGANISATION_SIZES);
  return {
    row,
    organisation: {
      reference: providerReference,
      name: text(cells, 'provider'),
      kind,
      addressLine: textOrNull(cells, 'address', 300),
      city: textOrNull(cells, 'city', 100),
      postcode,
      telephone: textOrNull(cells, 'telephone', 40),
      email: textOrNull(cells, 'email'),
      website: textOrNull(cells, 'website', 300),
      cqcLocationId: textOrNull(cells, 'cqc_location_id', 40),
      cqcRating: textOrNull(cells, 'cqc_rating', 40),
      cqcCheckedOn: dateOrNull(cells, 'cqc_checked_on'),
      insuredUntil: dateOrNull(cells, 'insured_until'),
      dbsCheckedOn: dateOrNull(cells, 'dbs_checked_on'),
      confirmedOn: dateOrNull(cells, 'confirmed_on'),
      charityNumber: textOrNull(cells, 'charity_number', 20),
      vatNumber: vatNumber(cells),
      taxReference: textOrNull(cells, 'tax_reference', 20),
      acceptsIsf: yesOrNoOrNull(cells, 'accepts_isf'),
      ...(size === null ? {} : { size }),
      showAddress: yesOrNoOrNull(cells, 'show_address'),
    },
    payee: accountOrNull(cells),
    billingPeriod: oneOf(cells, 'billing_period', BILLING_PERIODS),
    selfBillingAgreedOn: dateOrNull(cells, 'self_billing_agreed_on'),
    listing: {
      reference: `${providerReference}/${listingReference}`,
      kind: 'service',
      title: text(cells, 'listing'),
      summary: textOrNull(cells, 'summary', 400) ?? '',
      description: textOrNull(cells, 'description', 5_000) ?? '',
      categorySlug,
      whenText: textOrNull(cells, 'when', 300) ?? '',
      addressLine: textOrNull(cells, 'address', 300) ?? '',
      postcode,
      latitude: null,
      longitude: null,
      website: textOrNull(cells, 'website', 300),
      languages: (textOrNull(cells, 'languages', 300) ?? '')
        .split(/[;|]/)
        .map((one) => one.trim())
        .filter(Boolean),
      free: null,
      hasSpace: yesOrNoOrNull(cells, 'has_space'),
      venue: textOrNull(cells, 'place') ?? '',
      showAddress: yesOrNoOrNull(cells, 'show_address'),
    },
    further: readFurther(cells, textOrNull(cells, 'place') ?? ''),
    offer: {
      // What is charged by another unit or on other days is another offer, also where it has the same name.
      reference: textOrNull(cells, 'offer_reference', 60) ?? offerReference(name, offerUnit, days),
      name,
      unit: offerUnit,
      days,
      minimumMinutes: wholeOrNull(cells, 'minimum_minutes', 1440),
      noticeHours: wholeOrNull(cells, 'notice_hours', 720),
      pricePence: penceOf(cells, 'price'),
      agreedPence: penceOrNull(cells, 'agreed_price'),
      welfare: yesOrNoOrNull(cells, 'welfare'),
      zeroRated: yesOrNoOrNull(cells, 'zero_rated'),
      validFrom,
      validTo,
    },
  };
}
