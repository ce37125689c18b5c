// The edge where JSON's whole pence become the domain's money, so that one rule says how pounds are written.
import { formatPounds, pence } from '@support-market/domain/shared/money';

/** "£4,624.00" from whole pence. Throws RangeError on a fraction. */
export function formatPence(amount: number | bigint): string {
  return formatPounds(pence(amount));
}
