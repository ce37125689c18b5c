// Invoice numbers that a person can read out: the provider's letters and a number that leaves no gap.
// Source: the domain notes, section 9 (numbered without gaps per provider); VAT Regulations 1995, regulation 14 (sequential).

import type { CodeOf } from '../shared/problems.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/** "HHC" and "HAR" make "HHC-HAR": a supplier's prefix and the code of the council that it is billed for in. */
export function seriesPrefix(supplierPrefix: string, councilCode: string): string {
  return `${supplierPrefix}-${councilCode}`;
}

/** "HHC-HAR" and 123 make "HHC-HAR-000123"; the number is 1 to 999,999,999. */
export function formatInvoiceNumber(
  prefix: string,
  sequence: number,
): Result<string, CodeOf<'invoice.number_out_of_range'>> {
  const inRange = Number.isSafeInteger(sequence) && sequence >= 1 && sequence <= 999_999_999;
  if (!inRange || !/^[A-Z0-9]{2,8}-[A-Z0-9]{2,8}$/.test(prefix))
    return refuse('invoice.number_out_of_range', { prefix, sequence });
  return ok(`${prefix}-${sequence.toString().padStart(6, '0')}`);
}

/** A prefix from a name: initials of up to four words, or the first letters of one. "Harbour Home Care" makes "HHC". */
function prefixFrom(name: string): string {
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

/** Prefixes for a supplier in the order in which they are tried until one is free: "HHC", "HHC2", "HHC3" … */
export function prefixCandidates(name: string, most: number): readonly string[] {
  const base = prefixFrom(name);
  return Array.from({ length: most }, (_, index) => (index === 0 ? base : `${base.slice(0, 4)}${index + 1}`));
}
