// Invoice numbers that a person can read out: the provider's letters and a number that leaves no gap.
// Source: domain.md section 9 (numbered without gaps per provider); VAT Regulations 1995, regulation 14 (sequential).

import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/** "HAR" and 123 make "HAR-000123"; the prefix is 2 to 8 capitals or digits; the number 1 to 999,999,999. */
export function formatInvoiceNumber(
  prefix: string,
  sequence: number,
): Result<string, CodeOf<'invoice.number_out_of_range'>> {
  const inRange = Number.isSafeInteger(sequence) && sequence >= 1 && sequence <= 999_999_999;
  if (!inRange || !/^[A-Z0-9]{2,8}$/.test(prefix)) return refuse('invoice.number_out_of_range', { prefix, sequence });
  return ok(`${prefix}-${sequence.toString().padStart(6, '0')}`);
}

/** A prefix from a name: initials of up to four words, or the first letters of one. "Harbour Home Care" makes "HHC". */
export function invoicePrefixFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9\s]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !['THE', 'OF', 'AND', 'LTD', 'LIMITED'].includes(word));
  const initials = words
    .slice(0, 4)
    .map((word) => word[0] ?? '')
    .join('');
  const prefix = initials.length >= 2 ? initials : (words[0] ?? '').slice(0, 4);
  return prefix.length >= 2 ? prefix : `${prefix}INV`.slice(0, 4);
}
