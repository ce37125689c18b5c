// What a listing says to people, field by field and in words, so that an officer sees what changed since they looked last.

import { createHash } from 'node:crypto';
import { sayRule } from '@support-market/words/event-rule';
import { wordsIn } from '@support-market/words/words-in';
import type { ReviewedPhoto, Said } from './listing-reviews.repo.ts';
import type { ListingPage } from './listings.schemas.ts';

export const SAID_FIELDS = [
  ...(['name', 'title', 'category', 'summary', 'description', 'when', 'place', 'area', 'price', 'for'] as const),
  ...(['telephone', 'email', 'website', 'people', 'photos'] as const),
] as const;
type SaidField = (typeof SAID_FIELDS)[number];

const together = (parts: readonly (string | null)[], between = ', '): string =>
  parts.filter((part) => part !== null && part !== '').join(between);

/** A field that says nothing is left out. */
export function saidInWords(page: ListingPage, photos: readonly ReviewedPhoto[]): Said {
  const words = wordsIn();
  const listings = words.say('listings');
  const units = words.say('units');
  const said: Readonly<Record<SaidField, string>> = {
    name: page.organisation.name,
    title: page.title,
    category: together([page.category.name, ...page.furtherCategories.map(({ name }) => name)]),
    summary: page.summary,
    description: page.description,
    when: together(
      [
        page.whenText,
        ...page.events.map((event) =>
          together([
            event.name,
            sayRule(listings, words.dates, event),
            `${event.startTime}–${event.endTime}`,
            event.firstDate,
            event.lastDate === null ? '' : listings('events.until', { date: words.dates.date(event.lastDate) }),
            event.termTime ? listings('terms.onlySaid') : '',
            event.place,
            ...event.breaks.map(({ from, to, reason }) =>
              together([listings('own.breakOnce', { from: words.dates.date(from), to: words.dates.date(to) }), reason]),
            ),
          ]),
        ),
        page.evenings ? listings('page.eveningsYes') : '',
        page.weekends ? listings('page.weekendsYes') : '',
      ],
      '; ',
    ),
    place: together(
      page.places.map(({ name, addressLine, postcode }) => together([name, addressLine, postcode])),
      '; ',
    ),
    area: page.servesMetres === null ? '' : listings('page.area', { count: milesOf(page.servesMetres) }),
    price: page.free
      ? listings('free')
      : together(
          page.offers.map(({ name, price, days }) =>
            together([
              name,
              listings('price', { amount: words.money(price.pence), unit: units(`each.${price.unit as 'hour'}`) }),
              listings(`days.${days as 'any'}`),
            ]),
          ),
          '; ',
        ),
    for: together([page.whoFor, ...page.languages, ...page.faiths]),
    telephone: page.organisation.telephone ?? '',
    email: page.organisation.email ?? '',
    website: page.website ?? page.organisation.website ?? '',
    people: together(
      page.contacts.map(({ name, role, telephone, email }) => together([name, role, telephone, email])),
      '; ',
    ),
    photos: together(
      photos.map(({ altText }) => altText),
      '; ',
    ),
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''));
}

const milesOf = (metres: number): number => Math.max(1, Math.round(metres / 1609.344));

/** Changes whenever something that people would read or see does, so that no one approves what they did not look at. */
export function versionOf(page: ListingPage, photos: readonly ReviewedPhoto[]): string {
  const seen = { said: saidInWords(page, photos), photos: photos.map(({ files }) => files.map(({ hash }) => hash)) };
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32);
}
