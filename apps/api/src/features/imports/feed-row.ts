// A service of somebody else's Open Referral feed in our own terms.

import { CATEGORY_SLUGS, categoriseByWords, findCategory } from '@support-market/domain/listings/categories';
import { foldText } from '@support-market/domain/shared/text';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';
import { Temporal } from 'temporal-polyfill';
import type {
  FeedOpening,
  FeedOrganisation,
  FeedPlace,
  FeedService,
  FeedTerm,
} from '../../ports/open-referral/feed-service.ts';
import { cut } from '../../ports/open-referral/feed-value.ts';
import type { CatalogueRow, OrganisationKind } from './catalogue-row.ts';
import { CellError } from './cells.ts';
import { NOTHING_FURTHER } from './further-cells.ts';

/** Where a service goes when neither its kinds nor its words say what it is. */
const UNSORTED = 'clubs-and-groups';
const MOST_SUMMARY = 400;
const A_MONDAY = Temporal.PlainDate.from('2026-11-02');

/** Throws CellError for a service that is closed. `today` is the day after which something must still be on or hold. */
export function feedRow(row: number, service: FeedService, today: Temporal.PlainDate): CatalogueRow {
  if (!service.isActive) throw new CellError('status', 'feed.not_active');
  const kind = kindOf(service.organisation);
  const [main, ...others] = service.places;
  const { category, further } = categoriesOf(service);
  const description = descriptionOf(service);
  const holds = (last: string | null): boolean => last === null || last >= today.toString();
  return {
    row,
    organisation: organisationOf(service, kind, main),
    payee: null,
    billingPeriod: null,
    selfBillingAgreedOn: null,
    listing: {
      reference: service.id,
      kind: kind === 'community-group' || kind === 'charity' ? 'community' : 'service',
      title: service.name,
      summary: cut(description.replaceAll('\n', ' '), MOST_SUMMARY),
      description,
      categorySlug: category,
      whenText: [...service.whenTexts, ...service.openings.map(sayOpening)].join('; ').slice(0, 1_000),
      addressLine: main?.addressLine ?? '',
      postcode: main?.postcode ?? null,
      latitude: main?.latitude ?? null,
      longitude: main?.longitude ?? null,
      website: service.website,
      languages: service.languages,
      free: service.isFree,
      hasSpace: null,
      venue: main?.name ?? '',
      showAddress: main?.isHidden ? false : null,
      whoFor: service.whoFor.join(' ').slice(0, 1_000),
      minimumAge: service.minimumAge,
      maximumAge: service.maximumAge,
      servesMetres: service.servesMetres,
      ...(main === undefined ? {} : { accessNotes: main.accessNotes }),
      lastConfirmedOn:
        service.assuredOn !== null && service.assuredOn <= today.toString()
          ? Temporal.PlainDate.from(service.assuredOn)
          : null,
    },
    further: {
      ...NOTHING_FURTHER,
      categorySlugs: further,
      places: others.map((place) => ({
        reference: place.id,
        name: place.name,
        addressLine: place.addressLine,
        postcode: place.postcode,
        latitude: place.latitude,
        longitude: place.longitude,
        accessNotes: place.accessNotes,
        showAddress: place.isHidden ? false : null,
      })),
      placeReference: main?.id ?? null,
      contacts: service.contacts.map((contact) => ({ ...contact, languages: [] })),
      events: service.events
        .filter(({ lastDate }) => holds(lastDate))
        .map(({ placeId, firstDate, lastDate, weekday: _weekday, ...event }) => ({
          ...event,
          firstDate: Temporal.PlainDate.from(firstDate),
          lastDate: lastDate === null ? null : Temporal.PlainDate.from(lastDate),
          placeName: others.find(({ id }) => id === placeId)?.name || null,
          breaks: [],
        })),
      eventsAreAll: true,
      costs: costsOf(service).filter(({ validTo }) => holds(validTo)),
    },
    offer: null,
  };
}

function kindOf({ name, charityNumber, companyNumber, cqcLocationId }: FeedOrganisation): OrganisationKind {
  if (/\b(?:council|nhs|borough|county)\b/i.test(name)) return 'public-body';
  if (charityNumber !== null) return 'charity';
  if (cqcLocationId !== null) return 'agency';
  return companyNumber === null ? 'community-group' : 'business';
}

function organisationOf(
  { organisation }: FeedService,
  kind: OrganisationKind,
  main: FeedPlace | undefined,
): CatalogueRow['organisation'] {
  return {
    reference: organisation.id,
    name: organisation.name,
    description: organisation.description,
    kind,
    addressLine: null,
    city: main?.city ?? null,
    postcode: null,
    telephone: organisation.telephone,
    email: organisation.email,
    website: organisation.website,
    cqcLocationId: organisation.cqcLocationId,
    cqcRating: null,
    cqcCheckedOn: null,
    insuredUntil: null,
    dbsCheckedOn: null,
    confirmedOn: null,
    charityNumber: organisation.charityNumber,
    companyNumber: organisation.companyNumber,
    vatNumber: null,
    taxReference: null,
    acceptsIsf: null,
    showAddress: null,
  };
}

let slugs: ReadonlyMap<string, string> | null = null;

/** Our own kinds by their names, as a feed without names for programs sends them. */
function slugsByName(): ReadonlyMap<string, string> {
  const say = wordsIn().say('categories') as unknown as SayRecorded;
  slugs ??= new Map(CATEGORY_SLUGS.map((slug) => [foldText(say(`names.${slug}`, {})), slug]));
  return slugs;
}

const ourSlugOf = ({ term, name }: FeedTerm): string | undefined =>
  findCategory(term)?.category.slug ?? slugsByName().get(foldText(name));

/** A kind of support by our own name for it, or else by what its words say. */
const slugOf = (term: FeedTerm): string | undefined => ourSlugOf(term) ?? categoriseByWords(term.name)?.category;

function categoriesOf(service: FeedService): { readonly category: string; readonly further: readonly string[] } {
  const ours = service.terms.filter((term) => ourSlugOf(term) !== undefined);
  const said = [...new Set((ours.length > 0 ? ours : service.terms).flatMap((term) => slugOf(term) ?? []))];
  const byWords = ours.length > 0 ? undefined : categoriseByWords(service.name)?.category;
  const category = byWords ?? said[0] ?? categoriseByWords(service.description)?.category ?? UNSORTED;
  return { category, further: said.filter((slug) => slug !== category) };
}

function sayOpening({ weekday, startTime, endTime }: FeedOpening): string {
  const { say: sayAll, dates } = wordsIn();
  const say = sayAll('open-referral');
  const clock = (time: string): string => dates.clock(Temporal.PlainTime.from(time));
  const times = { from: clock(startTime), to: clock(endTime) };
  return weekday === null
    ? say('openingAnyDay', times)
    : say('opening', { day: dates.weekday(A_MONDAY.add({ days: weekday - 1 })), ...times });
}

/** Where it goes is not kept apart; in words it is part of what the service says of itself. */
function descriptionOf({ description, areas, servesMetres }: FeedService): string {
  if (areas.length === 0 || servesMetres !== null) return description;
  const offeredIn = wordsIn().say('open-referral')('offeredIn', { areas: areas.join(', ') });
  return [description, offeredIn].filter(Boolean).join('\n\n');
}

function costsOf({ costs, fees, isFree }: FeedService): NonNullable<CatalogueRow['further']['costs']> {
  if (costs.length === 0 && fees !== '' && !isFree)
    return [{ option: '', amountPence: null, words: cut(fees, 200), validFrom: null, validTo: null }];
  return costs.map(({ pence, ...cost }) => ({ ...cost, amountPence: pence }));
}
