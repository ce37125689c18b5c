// Fills a made-up council's catalogue: listings, what happens at them, offers, and the rates that were agreed.

import type { FactSource } from '@support-market/api/features/listings/catalogue-facts.repo';
import { writeContacts } from '@support-market/api/features/listings/contacts.repo';
import { upsertEvents } from '@support-market/api/features/listings/event-writes.repo';
import { upsertListings } from '@support-market/api/features/listings/listing-writes.repo';
import { upsertAgreedRates, upsertOffers } from '@support-market/api/features/listings/offer-writes.repo';
import { systemActor } from '@support-market/api/platform/audit.repo';
import { step } from '@support-market/api/platform/transitions.repo';
import { DEFAULT_SETTINGS } from '@support-market/domain/settings/council-settings';
import { pence } from '@support-market/domain/shared/money';
import { contactsOf } from '../fixtures/contacts.ts';
import { accessNotes, furtherPlaces, furtherSubcategories } from '../fixtures/further.ts';
import type { Founding, LoadedOffer } from './council-shapes.ts';

/** The offers by listing and offer, as `LoadedCouncil` has them. */
export async function writeCatalogue(
  founding: Founding,
  councilId: string,
  organisationIds: ReadonlyMap<string, string>,
  from: FactSource,
): Promise<Map<string, LoadedOffer>> {
  const { tx, clock, fixture, source, timeline } = founding;
  const listings = await upsertListings(
    tx,
    clock,
    [
      ...fixture.listings.map((listing) => ({
        source,
        sourceRef: listing.key,
        organisationId: organisationIds.get(listing.providerKey) ?? '',
        categorySlug: listing.subcategory,
        furtherCategorySlugs: furtherSubcategories(listing.key, listing.subcategory),
        accessNotes: accessNotes(listing.key, listing.venue),
        furtherPlaces: furtherPlaces(listing.key, listing.venue, fixture.places),
        kind: 'service' as const,
        title: listing.title,
        summary: listing.summary,
        description: listing.description,
        whenText: listing.whenText,
        whoFor: listing.whoFor,
        languages: listing.languages,
        faiths: listing.faiths,
        workerGenders: listing.workerGenders,
        evenings: listing.evenings,
        weekends: listing.weekends,
        hasSpace: listing.hasSpace,
        accessible: listing.accessible,
        minimumAge: listing.minimumAge,
        maximumAge: listing.maximumAge,
        venue: listing.venue,
        // What happens at a place with a name is not at somebody's home.
        showAddress: listing.venue === '' ? null : true,
        addressLine: listing.addressLine,
        postcode: listing.postcode,
        servesMetres: listing.servesMetres,
        lastConfirmedOn: listing.lastConfirmedOn,
      })),
      ...fixture.groups.map((group) => ({
        source,
        sourceRef: `group/${group.key}`,
        organisationId: organisationIds.get(`group/${group.key}`) ?? '',
        categorySlug: group.subcategory,
        furtherCategorySlugs: furtherSubcategories(`group/${group.key}`, group.subcategory),
        accessNotes: accessNotes(group.key, group.venue),
        furtherPlaces: furtherPlaces(`group/${group.key}`, group.venue, fixture.places),
        kind: 'community' as const,
        title: group.title,
        summary: group.summary,
        description: group.description,
        whenText: group.whenText,
        whoFor: group.whoFor,
        languages: group.languages,
        faiths: group.faiths,
        evenings: group.evenings,
        weekends: group.weekends,
        accessible: group.accessible,
        free: true,
        venue: group.venue,
        addressLine: group.addressLine,
        postcode: group.postcode,
        lastConfirmedOn: group.lastConfirmedOn,
      })),
    ],
    { source: from, actor: systemActor(councilId, 'import') },
  );
  const stale = [...fixture.listings, ...fixture.groups].flatMap((one, index) =>
    one.stale ? (listings[index] ?? []) : [],
  );
  await step({ tx, clock, actor: systemActor(councilId, 'import') }, 'listings', 'markStale', stale, { audit: null });
  // A large provider has somebody of its own for some of its listings.
  const large = new Set(fixture.providers.filter(({ size }) => size === 'large').map(({ key }) => key));
  await writeContacts(
    tx,
    clock,
    fixture.listings.flatMap((listing, index) =>
      large.has(listing.providerKey) && index % 3 === 0
        ? {
            organisationId: organisationIds.get(listing.providerKey) ?? '',
            listingId: listings[index]?.id ?? '',
            contacts: contactsOf(listing.key, 'Coordinator', `${listing.providerKey}.example`, false),
          }
        : [],
    ),
  );
  await upsertEvents(
    tx,
    clock,
    fixture.groups.map((group, index) => ({
      listingId: listings[fixture.listings.length + index]?.id ?? '',
      ...group.event,
    })),
  );
  const validFrom = timeline.firstDay.subtract({ days: 60 });
  const flat = fixture.listings.flatMap((listing, index) =>
    listing.offers.map((offer) => ({ listing, offer, listingId: listings[index]?.id ?? '' })),
  );
  const offers = await upsertOffers(
    tx,
    clock,
    flat.map(({ offer, listingId }, index) => ({
      listingId,
      sourceRef: offer.key,
      name: offer.name,
      unit: offer.unit,
      pricePence: BigInt(offer.pricePence),
      days: offer.days,
      minimumMinutes: offer.minimumMinutes,
      noticeHours: offer.noticeHours,
      welfare: offer.welfare,
      zeroRated: offer.zeroRated,
      validFrom,
      position: index,
    })),
  );
  const agreed = flat.flatMap(({ offer }, index) =>
    offer.agreedPence === null
      ? []
      : [{ offerId: offers[index]?.id ?? '', pricePence: BigInt(offer.agreedPence), validFrom }],
  );
  await upsertAgreedRates(tx, clock, councilId, agreed);
  const providers = new Map(fixture.providers.map((provider) => [provider.key, provider]));
  return new Map(
    flat.map(({ listing, offer }, index): [string, LoadedOffer] => {
      const provider = providers.get(listing.providerKey);
      const offerId = offers[index]?.id ?? '';
      return [
        `${listing.key}:${offer.key}`,
        {
          listingId: flat[index]?.listingId ?? '',
          organisationKey: listing.providerKey,
          description: `${listing.title}: ${offer.name}`,
          noticeHours: offer.noticeHours ?? DEFAULT_SETTINGS.cancellationNoticeHours,
          rates:
            offer.agreedPence === null
              ? []
              : [{ id: '', offerId, councilId, unitPence: pence(offer.agreedPence), validFrom, validTo: null }],
          facts: {
            offerId,
            unit: offer.unit,
            prices: [{ unitPence: pence(offer.pricePence), validFrom, validTo: null }],
            days: offer.days,
            minimumMinutes: offer.minimumMinutes,
            withdrawn: false,
            published: true,
            welfare: offer.welfare,
            zeroRated: offer.zeroRated,
            provider: {
              isCharity: provider?.charity === true,
              isPublicBody: provider?.kind === 'public-body',
              isRegulated: provider?.cqcRating !== undefined,
              isVatRegistered: provider?.vat === true,
              hasTaxIdentity: provider?.untaxed !== true,
            },
          },
        },
      ];
    }),
  );
}
