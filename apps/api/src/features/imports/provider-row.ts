// Reads a row of our own provider layout: one row an offer, with its public price and what the council agreed to pay.

import { normaliseVatNumber } from '@support-market/domain/invoices/vat';
import { findCategory } from '@support-market/domain/listings/categories';
import { OFFER_DAYS } from '@support-market/domain/orders/item-plan';
import { Temporal } from 'temporal-polyfill';
import { type CatalogueRow, ORGANISATION_KINDS } from './catalogue-row.ts';
import {
  CellError,
  type Cells,
  dateOrNull,
  digitsOrNull,
  oneOf,
  penceOf,
  penceOrNull,
  postcodeOrNull,
  text,
  textOrNull,
  unit,
  wholeOrNull,
  yesOrNo,
} from './cells.ts';

export const PROVIDER_COLUMNS = [
  'provider_reference',
  'provider',
  'kind',
  'listing_reference',
  'listing',
  'category',
  'offer',
  'unit',
  'price',
] as const;

export const PROVIDER_OPTIONAL_COLUMNS = [
  'agreed_price',
  'address',
  'city',
  'postcode',
  'telephone',
  'email',
  'website',
  'cqc_location_id',
  'charity_number',
  'vat_number',
  'tax_reference',
  'accepts_isf',
  'account_name',
  'sort_code',
  'account_number',
  'billing_period',
  'summary',
  'description',
  'when',
  'languages',
  'offer_reference',
  'welfare',
  'zero_rated',
  'from',
  'until',
  'days',
  'minimum_minutes',
  'notice_hours',
  'cqc_rating',
  'cqc_checked_on',
  'insured_until',
  'dbs_checked_on',
  'self_billing_agreed_on',
  'confirmed_on',
] as const;

/** How long before a visit it can be cancelled for nothing, where a file does not say. */
const DEFAULT_NOTICE_HOURS = 48;

const BILLING_PERIODS = ['weekly', 'four-weekly', 'calendar-month'] as const;

function payee(cells: Cells): CatalogueRow['payee'] {
  const accountName = textOrNull(cells, 'account_name', 100);
  const sortCode = digitsOrNull(cells, 'sort_code', 6);
  const accountNumber = digitsOrNull(cells, 'account_number', 8);
  if (accountName === null && sortCode === null && accountNumber === null) return null;
  if (accountName === null) throw new CellError('account_name', 'cell.missing');
  if (sortCode === null) throw new CellError('sort_code', 'cell.missing');
  if (accountNumber === null) throw new CellError('account_number', 'cell.missing');
  return { accountName, sortCode, accountNumber };
}

function vatNumber(cells: Cells): string | null {
  const value = textOrNull(cells, 'vat_number', 30);
  if (value === null) return null;
  const read = normaliseVatNumber(value);
  if (!read.ok) throw new CellError('vat_number', 'cell.not_a_vat_number');
  return read.value;
}

/** `today` is when a price without a first day starts to apply. Throws CellError with the column that is wrong. */
export function readProviderRow(row: number, cells: Cells, today: Temporal.PlainDate): CatalogueRow {
  const category = text(cells, 'category');
  const shelf = findCategory(category)?.category.slug;
  if (shelf === undefined) throw new CellError('category', 'cell.not_a_choice');
  const kind = oneOf(cells, 'kind', ORGANISATION_KINDS);
  if (kind === null) throw new CellError('kind', 'cell.missing');
  const providerReference = text(cells, 'provider_reference', 60);
  const listingReference = text(cells, 'listing_reference', 60);
  const name = text(cells, 'offer');
  const offerUnit = unit(cells, 'unit');
  const days = oneOf(cells, 'days', OFFER_DAYS) ?? 'any';
  const validFrom = dateOrNull(cells, 'from') ?? today.with({ day: 1 });
  const validTo = dateOrNull(cells, 'until');
  if (validTo !== null && Temporal.PlainDate.compare(validTo, validFrom) < 0)
    throw new CellError('until', 'schedule.ends_before_start');
  const postcode = postcodeOrNull(cells, 'postcode');
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
      selfBillingAgreedOn: dateOrNull(cells, 'self_billing_agreed_on'),
      confirmedOn: dateOrNull(cells, 'confirmed_on'),
      charityNumber: textOrNull(cells, 'charity_number', 20),
      vatNumber: vatNumber(cells),
      taxReference: textOrNull(cells, 'tax_reference', 20),
      acceptsIsf: yesOrNo(cells, 'accepts_isf'),
    },
    payee: payee(cells),
    billingPeriod: oneOf(cells, 'billing_period', BILLING_PERIODS),
    listing: {
      reference: `${providerReference}/${listingReference}`,
      kind: 'service',
      title: text(cells, 'listing'),
      summary: textOrNull(cells, 'summary', 400) ?? '',
      description: textOrNull(cells, 'description', 5_000) ?? '',
      categorySlug: shelf,
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
      free: false,
    },
    offer: {
      // What is charged by another unit or on other days is another offer, also where it has the same name.
      reference: textOrNull(cells, 'offer_reference', 60) ?? [name.toLowerCase(), offerUnit, days].join('|'),
      name,
      unit: offerUnit,
      days,
      minimumMinutes: wholeOrNull(cells, 'minimum_minutes', 1440) ?? 0,
      noticeHours: wholeOrNull(cells, 'notice_hours', 720) ?? DEFAULT_NOTICE_HOURS,
      pricePence: penceOf(cells, 'price'),
      agreedPence: penceOrNull(cells, 'agreed_price'),
      welfare: textOrNull(cells, 'welfare') === null ? true : yesOrNo(cells, 'welfare'),
      zeroRated: yesOrNo(cells, 'zero_rated'),
      validFrom,
      validTo,
    },
  };
}
