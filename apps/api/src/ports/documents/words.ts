// How dates, quantities and prices are said on paper, in the same plain words everywhere.

import { formatQuantity, type InvoiceLine } from '@support-market/domain/invoices/invoice-document';
import { MONTHS } from '@support-market/domain/shared/local-time';
import { formatPounds } from '@support-market/domain/shared/money';
import type { Temporal } from 'temporal-polyfill';

/** "3 November 2026". Spelt here, for the host's own language data would change the bytes from machine to machine. */
export function sayDate(date: Temporal.PlainDate): string {
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** "3 November", where the year is said nearby. */
export function sayDayAndMonth(date: Temporal.PlainDate): string {
  return `${date.day} ${MONTHS[date.month - 1]}`;
}

/** "1 to 30 November 2026", with only as much repeated as is needed. */
export function sayPeriod(period: {
  readonly startDate: Temporal.PlainDate;
  readonly endDate: Temporal.PlainDate;
}): string {
  const { startDate: start, endDate: end } = period;
  if (start.equals(end)) return sayDate(end);
  if (start.year !== end.year) return `${sayDate(start)} to ${sayDate(end)}`;
  if (start.month !== end.month) return `${start.day} ${MONTHS[start.month - 1]} to ${sayDate(end)}`;
  return `${start.day} to ${sayDate(end)}`;
}

/** "08-99-99". */
export function saySortCode(sortCode: string): string {
  return sortCode.replace(/(\d{2})(?=\d)/g, '$1-');
}

const UNITS = {
  HUR: ['hour', 'hours'],
  MIN: ['minute', 'minutes'],
  EA: ['', ''],
  DAY: ['day', 'days'],
  WEE: ['week', 'weeks'],
  KMT: ['kilometre', 'kilometres'],
  SMI: ['mile', 'miles'],
} as const;

function plain(quantityMillionths: number): string {
  const exact = formatQuantity(quantityMillionths);
  return /\.\d{3}/.test(exact) ? `about ${(Math.round(quantityMillionths / 10_000) / 100).toFixed(2)}` : exact;
}

/** "1 hour 34 minutes", "2 days", "about 0.33". */
export function sayQuantity(line: Pick<InvoiceLine, 'quantityMillionths' | 'unitCode'>): string {
  const whole = line.quantityMillionths / 1_000_000;
  if (line.unitCode === 'MIN' && Number.isInteger(whole) && whole >= 60) {
    const hours = Math.floor(whole / 60);
    const minutes = whole % 60;
    const said = `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
    return minutes === 0 ? said : `${said} ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  }
  const [one, many] = UNITS[line.unitCode];
  return `${plain(line.quantityMillionths)} ${whole === 1 ? one : many}`.trim();
}

/** "£19.20 an hour", "£50.00 each". */
export function sayPrice(line: Pick<InvoiceLine, 'pricePence' | 'priceQuantity' | 'unitCode'>): string {
  const price = formatPounds(line.pricePence);
  if (line.unitCode === 'MIN' && line.priceQuantity === 60) return `${price} an hour`;
  if (line.unitCode === 'EA') return line.priceQuantity === 1 ? `${price} each` : `${price} for ${line.priceQuantity}`;
  const [one, many] = UNITS[line.unitCode];
  if (line.priceQuantity !== 1) return `${price} for ${line.priceQuantity} ${many}`;
  return `${price} ${line.unitCode === 'HUR' ? 'an' : 'a'} ${one}`;
}
