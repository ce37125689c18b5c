// Money as people write it: whole pence in, pounds with their sign out, always with both decimals.
import { localeOf } from './languages.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(tag: string): Intl.NumberFormat {
  const locale = localeOf(tag);
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' });
    formats.set(locale, format);
  }
  return format;
}

/**
 * "£4,624.00"; "−£0.05" below zero, with a true minus sign. Amounts stay below 10^11 pence, which a number holds exactly.
 * Throws RangeError on a fraction of a penny: that is a programming fault.
 */
export function sayMoney(amount: bigint | number, tag = 'en'): string {
  const whole = BigInt(amount);
  const magnitude = whole < 0n ? -whole : whole;
  return `${whole < 0n ? '−' : ''}${formatOf(tag).format(Number(magnitude) / 100)}`;
}
