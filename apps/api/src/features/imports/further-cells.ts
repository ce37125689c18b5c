// The columns that our own catalogue files have beyond one place, one kind and one price: further places and kinds, whom to
// ask, what is on, and the days on which it is not.

import { CATEGORY_SLUGS, findCategory } from '@support-market/domain/listings/categories';
import { parseDate } from '@support-market/domain/shared/local-time';
import { normalisePostcode } from '@support-market/domain/shared/postcodes';
import { Temporal } from 'temporal-polyfill';
import {
  CellError,
  type Cells,
  date,
  dateOrNull,
  notAChoice,
  oneOfRequired,
  text,
  textOrNull,
  wholeOrNull,
} from './cells.ts';
import type { Column } from './layouts.ts';

const FREQUENCIES = ['once', 'weekly', 'monthly', 'monthly-last'] as const;

export const FURTHER_COLUMNS: readonly Column[] = [
  { name: 'further_categories' },
  {
    name: 'further_places',
  },
  {
    name: 'place_reference',
  },
  { name: 'contact' },
  { name: 'contact_role' },
  { name: 'contact_telephone' },
  { name: 'contact_email' },
  { name: 'contact_languages' },
  { name: 'event' },
  {
    name: 'event_frequency',
    words: FREQUENCIES,
  },
  { name: 'event_first_date' },
  { name: 'event_last_date' },
  { name: 'event_starts' },
  { name: 'event_ends' },
  { name: 'event_every' },
  { name: 'event_place' },
  {
    name: 'event_breaks',
  },
];

/** Every row of one service or group says these alike. */
export const FURTHER_OF_LISTING: readonly string[] = ['further_categories', 'further_places', 'place_reference'];

export interface FurtherPlace {
  /** The file's own. */
  readonly reference: string | null;
  readonly name: string;
  readonly addressLine: string;
  readonly postcode: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly accessNotes?: string;
  /** Left out: as it was. */
  readonly showAddress?: boolean | null;
}

export interface FurtherContact {
  readonly name: string;
  readonly role: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly languages: readonly string[];
}

export interface FurtherEvent {
  readonly name: string;
  readonly frequency: 'once' | 'weekly' | 'monthly';
  readonly weekOfMonth: number | null;
  readonly firstDate: Temporal.PlainDate;
  readonly lastDate: Temporal.PlainDate | null;
  readonly startTime: string;
  readonly endTime: string;
  readonly interval: number;
  /** The name of a further place; null: the main one. */
  readonly placeName: string | null;
  readonly breaks: readonly {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
    readonly everyYear: boolean;
    readonly reason: string;
  }[];
}

export interface FurtherCost {
  readonly option: string;
  /** With any VAT; null: only words say it. */
  readonly amountPence: bigint | null;
  readonly words: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What is null, the row does not say. */
export interface Further {
  readonly categorySlugs: readonly string[] | null;
  readonly places: readonly FurtherPlace[] | null;
  /** The file's own reference of the main place. */
  readonly placeReference: string | null;
  readonly contacts: readonly FurtherContact[];
  readonly events: readonly FurtherEvent[];
  /** The row names everything that is on: what it does not name is over. Of a row of a CSV file this is false. */
  readonly eventsAreAll: boolean;
  /** What it costs, told and not sold; null: not said. */
  readonly costs: readonly FurtherCost[] | null;
}

export const NOTHING_FURTHER: Further = {
  categorySlugs: null,
  places: null,
  placeReference: null,
  contacts: [],
  events: [],
  eventsAreAll: false,
  costs: null,
};

const parts = (value: string | null, between: RegExp): string[] =>
  (value ?? '')
    .split(between)
    .map((one) => one.trim())
    .filter(Boolean);

function readCategories(cells: Cells): string[] | null {
  const named = parts(textOrNull(cells, 'further_categories', 1_000), /[;|]/);
  const slugs = named.map((name) => {
    const slug = findCategory(name)?.category.slug;
    if (slug === undefined) throw notAChoice('further_categories', CATEGORY_SLUGS);
    return slug;
  });
  return slugs.length === 0 ? null : slugs;
}

function readPlaces(cells: Cells): FurtherPlace[] | null {
  const named = parts(textOrNull(cells, 'further_places', 4_000), /[;|]/);
  const places = named.map((one) => {
    const [, bracketed, whole = ''] = /^(?:\[([^\]]*)\])?\s*(.*)$/.exec(one) ?? [];
    const reference = bracketed?.trim() || null;
    const [name = '', ...rest] = parts(whole, /,/);
    const last = rest.at(-1) ?? '';
    const postcode = normalisePostcode(last);
    if (name.length > 200 || rest.join(', ').length > 300) throw new CellError('further_places', 'cell.too_long');
    if ((reference?.length ?? 0) > 60) throw new CellError('further_places', 'cell.too_long');
    return {
      reference,
      name,
      addressLine: (postcode.ok ? rest.slice(0, -1) : rest).join(', '),
      postcode: postcode.ok ? postcode.value : null,
    };
  });
  return places.length === 0 ? null : places;
}

const of = (prefix: string): string[] =>
  FURTHER_COLUMNS.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}_`) || name === prefix);
const isBlank = (cells: Cells, prefix: string): boolean =>
  of(prefix).every((column) => textOrNull(cells, column, 4_000) === null);

function readContact(cells: Cells): FurtherContact | null {
  if (isBlank(cells, 'contact')) return null;
  const contact = {
    name: textOrNull(cells, 'contact', 120) ?? '',
    role: textOrNull(cells, 'contact_role', 120) ?? '',
    telephone: textOrNull(cells, 'contact_telephone', 40),
    email: textOrNull(cells, 'contact_email'),
    languages: parts(textOrNull(cells, 'contact_languages', 300), /[;|]/),
  };
  if (contact.name === '' && contact.role === '') throw new CellError('contact', 'cell.missing');
  if (contact.telephone === null && contact.email === null) throw new CellError('contact_telephone', 'cell.missing');
  return contact;
}

function timeOf(cells: Cells, column: string): string {
  const [, hour = '', minute = ''] = /^([01]?[0-9]|2[0-3])[:.]([0-5][0-9])$/.exec(text(cells, column, 10)) ?? [];
  if (hour === '') throw new CellError(column, 'time.not_a_time');
  return `${hour.padStart(2, '0')}:${minute}`;
}

const BREAK = /^([0-9/-]+)(?:\s+to\s+([0-9/-]+))?(\s+each year)?(?:\s*\((.*)\))?$/i;

function readBreaks(cells: Cells): FurtherEvent['breaks'] {
  const column = 'event_breaks';
  const day = (value: string): Temporal.PlainDate => {
    const read = parseDate(value);
    if (!read.ok) throw new CellError(column, read.code);
    return read.value;
  };
  return parts(textOrNull(cells, column, 4_000), /;/).map((one) => {
    const match = BREAK.exec(one);
    if (!match) throw new CellError(column, 'date.not_a_date');
    const [, first = '', last = first, eachYear, reason = ''] = match;
    const [from, to] = [day(first), day(last)];
    const days = to.since(from).days;
    if (days < 0) throw new CellError(column, 'schedule.ends_before_start');
    if (days > (eachYear ? 364 : 366)) throw new CellError(column, 'cell.too_long');
    if (reason.length > 200) throw new CellError(column, 'cell.too_long');
    return { from, to, everyYear: eachYear !== undefined, reason: reason.trim() };
  });
}

function readEvent(cells: Cells, places: readonly FurtherPlace[], venue: string): FurtherEvent | null {
  if (isBlank(cells, 'event')) return null;
  const name = text(cells, 'event');
  const frequency = oneOfRequired(cells, 'event_frequency', FREQUENCIES);
  const firstDate = date(cells, 'event_first_date');
  const lastDate = dateOrNull(cells, 'event_last_date');
  if (lastDate !== null && Temporal.PlainDate.compare(lastDate, firstDate) < 0)
    throw new CellError('event_last_date', 'schedule.ends_before_start');
  const isLast = firstDate.add({ days: 7 }).month !== firstDate.month;
  if (frequency === 'monthly-last' && !isLast) throw notAChoice('event_frequency', ['once', 'weekly', 'monthly']);
  const [startTime, endTime] = [timeOf(cells, 'event_starts'), timeOf(cells, 'event_ends')];
  if (endTime <= startTime) throw new CellError('event_ends', 'schedule.ends_before_start');
  const interval = wholeOrNull(cells, 'event_every', 52) ?? 1;
  if (interval === 0) throw new CellError('event_every', 'cell.not_a_number');
  const names = [venue, ...places.map((place) => place.name)].filter(Boolean);
  const named = oneOfNames(textOrNull(cells, 'event_place'), names);
  return {
    name,
    frequency: frequency === 'monthly-last' ? 'monthly' : frequency,
    weekOfMonth: frequency === 'monthly-last' ? 5 : null,
    ...{ firstDate, lastDate, startTime, endTime },
    interval: frequency === 'once' ? 1 : interval,
    placeName: named === venue ? null : named,
    breaks: readBreaks(cells),
  };
}

function oneOfNames(name: string | null, names: readonly string[]): string | null {
  if (name === null) return null;
  const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) throw notAChoice('event_place', names);
  return known;
}

/** `venue` is the name of the main place. Throws CellError with the column that is wrong. */
export function readFurther(cells: Cells, venue: string): Further {
  const places = readPlaces(cells);
  const contact = readContact(cells);
  const event = readEvent(cells, places ?? [], venue);
  return {
    ...NOTHING_FURTHER,
    categorySlugs: readCategories(cells),
    places,
    placeReference: textOrNull(cells, 'place_reference', 60),
    contacts: contact === null ? [] : [contact],
    events: event === null ? [] : [event],
  };
}

/** What tells a row of several contacts or events of one service or group from another. */
export function furtherKey({ contacts: [contact], events: [event] }: Further): string {
  return [contact?.name, contact?.role, event?.name, event?.firstDate.toString(), event?.startTime].join('\n');
}
