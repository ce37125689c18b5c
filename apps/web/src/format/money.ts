// The edge where JSON's whole pence become pounds on a page, as the words say how they are written.
import { sayMoney } from '@support-market/words/money';
import { spokenTag } from './spoken.ts';

/** "£4,624.00" from whole pence. Throws RangeError on a fraction. */
export function formatPence(amount: number | bigint): string {
  return sayMoney(amount, spokenTag());
}
