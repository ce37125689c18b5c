// How dates, quantities and prices are said on paper, in the same plain words everywhere.

import { formatQuantity, type InvoiceLine } from '@support-market/domain/invoices/invoice-document';
import type { ExemptionReason } from '@support-market/domain/invoices/vat';
import { type WordsIn, wordsIn } from '@support-market/words/words-in';

/** "08-99-99". */
export function saySortCode(sortCode: string): string {
  return sortCode.replace(/(\d{2})(?=\d)/g, '$1-');
}

function plain(quantityMillionths: number, words: WordsIn): string {
  const exact = formatQuantity(quantityMillionths);
  return /\.\d{3}/.test(exact)
    ? words.say('documents')('quantity.about', { number: (Math.round(quantityMillionths / 10_000) / 100).toFixed(2) })
    : exact;
}

/** "1 hour 34 minutes", "2 days", "about 0.33". */
export function sayQuantity(
  line: Pick<InvoiceLine, 'quantityMillionths' | 'unitCode'>,
  words: WordsIn = wordsIn(),
): string {
  const say = words.say('documents');
  const whole = line.quantityMillionths / 1_000_000;
  if (line.unitCode === 'MIN' && Number.isInteger(whole) && whole >= 60) {
    const [count, rest] = [Math.floor(whole / 60), whole % 60];
    const hours = say('quantity.HUR', { count, quantity: count });
    const minutes = say('quantity.MIN', { count: rest, quantity: rest });
    return rest === 0 ? hours : say('quantity.hoursAndMinutes', { hours, minutes });
  }
  return say(`quantity.${line.unitCode}`, { count: whole, quantity: plain(line.quantityMillionths, words) });
}

/** "£19.20 an hour", "£50.00 each". */
export function sayPrice(
  { pricePence, priceQuantity, unitCode }: Pick<InvoiceLine, 'pricePence' | 'priceQuantity' | 'unitCode'>,
  words: WordsIn = wordsIn(),
): string {
  const say = words.say('documents');
  if (unitCode === 'MIN' && priceQuantity === 60) return say('price.hour', { pricePence });
  if (unitCode === 'EA')
    return priceQuantity === 1
      ? say('price.each', { pricePence })
      : say('price.for', { pricePence, quantity: priceQuantity });
  if (priceQuantity === 1) return say(`price.one.${unitCode}`, { pricePence });
  const quantity = say(`quantity.${unitCode}`, { count: priceQuantity, quantity: priceQuantity });
  return say('price.for', { pricePence, quantity });
}

/** Why there is no VAT, as a document must say it; several reasons of one kind of VAT stand together. */
export function sayExemption(reasons: readonly ExemptionReason[], words: WordsIn = wordsIn()): string {
  return reasons.map((reason) => words.say('documents')(`vat.${reason}`)).join('; ');
}
