// What is set side by side of some listings, as lines of words: where all say the same, that is one line for all of them.
import { sayDay } from '../../../format/dates.ts';
import { formatPence } from '../../../format/money.ts';
import type { Listing } from '../api/view-listing.ts';
import { useListingWords } from './listing-words.ts';
import { useMarkWords } from './trust-marks.tsx';

const FACTS = [
  'by',
  'price',
  'vat',
  'minimum',
  'notice',
  'when',
  'where',
  'languages',
  'workers',
  'checks',
  'space',
] as const;
type FactName = (typeof FACTS)[number];

const DAYS = ['weekday', 'weekend', 'saturday', 'sunday', 'bank-holiday', 'waking-night', 'sleeping-night'] as const;

export type ComparedFact = {
  readonly name: FactName;
  /** For each listing in turn; none where it does not say. */
  readonly lines: readonly (readonly string[])[];
  readonly same: boolean;
};

const once = (lines: readonly string[]): string[] => [...new Set(lines.filter(Boolean))];

export function useComparedFacts(): (listings: readonly Listing[]) => readonly ComparedFact[] {
  const { say, price, workers } = useListingWords();
  const marks = useMarkWords();
  const priceOf = (offer: Listing['offers'][number]): string => {
    const [now, next] = offer.myPrice ? [offer.myPrice, offer.myNextPrice] : [offer.price, offer.nextPrice];
    const later = next
      ? ` ${say('page.laterPrice', { price: price(next), from: sayDay(next.from, 'with-year') })}`
      : '';
    return `${offer.name}: ${price(now)}.${later}`;
  };
  const daysOf = ({ days }: Listing['offers'][number]): string => {
    const known = DAYS.find((one) => one === days);
    return known ? say(`days.${known}`) : '';
  };
  const factsOf = (listing: Listing): Readonly<Record<FactName, readonly string[]>> => {
    const { offers } = listing;
    const miles = listing.servesMetres === null ? 0 : Math.max(1, Math.round(listing.servesMetres / 1609.344));
    return {
      by: [listing.organisation.name],
      price: listing.free
        ? [say('free')]
        : [
            ...offers.map(priceOf),
            ...listing.costs.map(({ option, pence, words }) =>
              [option, [pence === null ? '' : formatPence(pence), words].filter(Boolean).join(' ')]
                .filter(Boolean)
                .join(': '),
            ),
          ],
      vat: once(offers.map(({ vat }) => say(`page.vat.${vat}`))),
      minimum: once(
        offers.map((one) => (one.minimumMinutes > 0 ? say('page.minimum', { count: one.minimumMinutes }) : '')),
      ),
      notice: once(
        offers.map(({ noticeHours }) =>
          noticeHours === null
            ? say('page.noticeOfCouncil')
            : noticeHours > 0
              ? say('page.notice', { count: noticeHours })
              : '',
        ),
      ),
      when: once([
        listing.whenText,
        ...listing.events.map(({ name, nextDates: [next] }) => (next ? `${name}: ${sayDay(next)}` : name)),
        listing.evenings ? say('page.eveningsYes') : '',
        listing.weekends ? say('page.weekendsYes') : '',
        ...offers.map(daysOf),
      ]),
      where: once([
        ...listing.places.map((place) => [place.name, place.addressLine, place.postcode].filter(Boolean).join(', ')),
        miles > 0 ? say('page.area', { count: miles }) : '',
      ]),
      languages: listing.languages,
      workers: once([workers(listing.workerGenders)]),
      checks: listing.marks.map((mark) => [marks.what(mark), marks.when(mark)].filter(Boolean).join('. ')),
      space: listing.hasSpace === null ? [] : [say(listing.hasSpace ? 'hasSpace' : 'full')],
    };
  };
  return (listings) => {
    const all = listings.map(factsOf);
    return FACTS.map((name) => {
      const lines = all.map((facts) => facts[name]);
      return { name, lines, same: new Set(lines.map((of) => JSON.stringify(of))).size < 2 };
    }).filter(({ lines }) => lines.some((of) => of.length > 0));
  };
}
