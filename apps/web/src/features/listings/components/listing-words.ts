// The catalogue's small sentences that several components share: distances, units, prices.
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { formatPence } from '../../../format/money.ts';
import { useWords } from '../../../words/use-words.ts';

const METRES_PER_MILE = 1609.344;

export function useListingWords() {
  const say = useWords('listings');
  const sayUnit = useWords('units');
  const unit = (name: string): string => {
    const known = UNIT_NAMES.find((one) => one === name);
    return known ? sayUnit(`each.${known}`) : name;
  };
  return {
    say,
    unit,
    /** "£19.20 an hour"; nothing to pay is "Free". */
    price: (price: { readonly pence: number; readonly unit: string }): string =>
      price.pence === 0 ? say('free') : say('price', { amount: formatPence(price.pence), unit: unit(price.unit) }),
    /** "18 and over"; empty where no age is said. */
    ages: (of: { readonly minimumAge: number | null; readonly maximumAge: number | null }): string => {
      const { minimumAge: from, maximumAge: to } = of;
      if (from !== null) return to === null ? say('page.agesFrom', { from }) : say('page.agesFromTo', { from, to });
      return to === null ? '' : say('page.agesTo', { to });
    },
    /** Who can come, as far as it is said. */
    workers: (genders: readonly string[]): string =>
      [genders.includes('female') && say('page.women'), genders.includes('male') && say('page.men')]
        .filter(Boolean)
        .join(', '),
    /** "About 0.7 miles away"; people in England think in miles. */
    distance: (metres: number): string => {
      const miles = metres / METRES_PER_MILE;
      if (miles < 0.2) return say('distance.here');
      return say('distance.miles', { count: Number(miles < 10 ? miles.toFixed(1) : miles.toFixed(0)) });
    },
  };
}
