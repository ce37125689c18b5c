// What everybody may know of an organisation: who they are, what was checked, how to reach them, what they offer.

import { pageMarks } from '@support-market/domain/listings/trust-marks';
import type { AppContext } from '../../platform/context.ts';
import { lowestPrice } from '../../platform/offer-prices.ts';
import { found } from '../../platform/problem-error.ts';
import { findOrganisation } from './organisations.repo.ts';

/** The public page of an organisation by its address; 404 for none, and for one that offers nothing that is shown. */
export async function viewOrganisation(context: AppContext, slug: string) {
  const today = context.clock.today();
  const row = found(await findOrganisation(context.reads, slug, today));
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    description: row.description,
    size: row.size,
    inHouse: row.in_house,
    acceptsIsf: row.accepts_isf,
    addressShown: row.address_shown,
    addressLine: row.address_line,
    city: row.city,
    postcode: row.postcode,
    email: row.email,
    telephone: row.telephone,
    website: row.website,
    marks: pageMarks(row, today.toString()),
    fromFile: row.from_file,
    lastChecked: row.last_confirmed_on,
    locations: (row.locations ?? []).map((location) => ({
      id: location.id,
      name: location.name,
      addressLine: location.address_line,
      postcode: location.postcode,
      accessNotes: location.access_notes,
      addressShown: location.address_shown,
    })),
    contacts: row.contacts ?? [],
    listings: (row.listings ?? []).map((listing) => {
      const open = lowestPrice(listing.offers ?? [], row, today);
      return {
        slug: listing.slug,
        title: listing.title,
        summary: listing.summary,
        kind: listing.kind,
        categoryName: listing.category_name,
        free: listing.free,
        hasSpace: listing.has_space,
        stale: listing.stale,
        fromPrice: open && { pence: open.unitPence, unit: open.unit },
      };
    }),
  };
}
