// How a price and a rise of it are said: "£20.16 an hour", "5 %".
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { formatPence } from '../../../format/money.ts';
import { useWords } from '../../../words/use-words.ts';

export function usePriceWords() {
  const sayUnit = useWords('units');
  const say = useWords('price-rises');
  return {
    price: (pence: number, unit: string): string => {
      const known = UNIT_NAMES.find((one) => one === unit);
      return `${formatPence(pence)} ${known ? sayUnit(`each.${known}`) : unit}`;
    },
    /** Empty where there was no price to rise from. */
    percent: (basisPoints: number | null): string =>
      basisPoints === null ? '' : say('percent', { percent: basisPoints / 100 }),
  };
}
