// Providers with their listings, offers, public prices and the council's agreed rates; community groups; and any other
// list of theirs that a mapping knows.

import type { CatalogueRow } from '../../features/imports/catalogue-row.ts';
import { COMMUNITY_THINGS, readCommunityRow } from '../../features/imports/community-row.ts';
import { furtherKey } from '../../features/imports/further-cells.ts';
import { ownerSaidOtherwise, type RejectedRow, rejectedCell } from '../../features/imports/import-result.ts';
import { findCouncilSlug, upsertAgreements } from '../../features/imports/imports.repo.ts';
import { layoutOf, loadMappings, type Mapping } from '../../features/imports/mappings.ts';
import { PROVIDER_LAYOUT, PROVIDER_THINGS, readProviderRow } from '../../features/imports/provider-row.ts';
import { watchCatalogue, watchContacts } from '../../features/imports/watched.repo.ts';
import { type FactSource, openSource } from '../../features/listings/catalogue-facts.repo.ts';
import type { Written as CatalogueWritten } from '../../features/listings/catalogue-rows.repo.ts';
import { removeContacts } from '../../features/listings/contacts.repo.ts';
import { refreshFromPrice } from '../../features/listings/from-prices.repo.ts';
import { upsertListings } from '../../features/listings/listing-writes.repo.ts';
import { upsertAgreedRates, upsertOffers } from '../../features/listings/offer-writes.repo.ts';
import { upsertOrganisations } from '../../features/listings/organisation-writes.repo.ts';
import { proposeAccounts } from '../../features/payee-accounts/payee-accounts.service.ts';
import { found } from '../../platform/problem-error.ts';
import { stepThose } from '../../platform/transitions.repo.ts';
import { checkAccount } from '../../ports/bank-files/account-check.ts';
import { writeFurther } from './catalogue-further.ts';
import type { ColumnsOfPlan, ImportContext, ImportPlan, ImportWork, Written } from './import-plan.ts';

const mappingOf = (mappings: readonly Mapping[], name: string): Mapping | undefined =>
  mappings.find(({ source }) => source === name);

/**
 * Where rows of a layout come from. The catalogue is shared, but the council is in the source: a row of another council's
 * is never changed, whatever reference a file gives it.
 */
async function sourceOf({ tx, actor, layout }: ImportWork): Promise<string> {
  if (layout.name !== PROVIDER_LAYOUT.name) return `${actor.councilId} ${layout.name}`;
  return `${found(await findCouncilSlug(tx, actor.councilId))}-providers`;
}

/** `own` is the layout of ours that a file of this kind has; every mapped layout is taken too. */
export function cataloguePlan(
  context: ImportContext,
  own: 'providers' | 'community',
): ImportPlan<CatalogueRow> & ColumnsOfPlan {
  const mappings = loadMappings();
  const mapped = mappings.map(layoutOf);
  const today = context.clock.today();
  // One source for the whole file, and each cell that was left out of it is told once.
  let source: FactSource | null = null;
  const seen = new Set<string>();
  // Whom to ask is one list for each listing of which the file names anybody, however many rows it is.
  const contactsSaid = new Map<string, Set<string>>();
  const [community, ...others] = mapped;
  if (community === undefined) throw new Error('there is no layout for community groups');
  return {
    layouts: own === 'providers' ? [PROVIDER_LAYOUT, ...mapped] : [community, ...others],
    things: [...PROVIDER_THINGS, ...COMMUNITY_THINGS],
    read: (row, cells, { places }, layout) => {
      const mapping = mappingOf(mappings, layout.name);
      return mapping ? readCommunityRow(mapping, row, cells, places) : readProviderRow(row, cells, { today, places });
    },
    keyOf: ({ listing, offer, further }) =>
      [
        ...[listing.reference, offer?.reference ?? '', offer?.validFrom ?? '', offer?.validTo ?? ''],
        furtherKey(further),
      ].join('\n'),
    watch: async (work, rows) =>
      watchCatalogue(
        work.tx,
        await sourceOf(work),
        rows.map(({ organisation }) => organisation.reference),
        rows.map(({ listing }) => listing.reference),
      ),
    write: async (work, rows) => {
      source ??= await openSource(work.tx, context.clock, {
        kind: 'import',
        councilId: work.actor.councilId,
        list: work.layout.name,
        fileName: work.fileName,
        saidBy: work.actor.accountId,
      });
      return writeCatalogue(work, rows, source, { source: await sourceOf(work), seen, contactsSaid });
    },
    takeAway: {
      watch: async () => [watchContacts([...contactsSaid.keys()])],
      write: ({ tx, actor, layout }) =>
        removeContacts(tx, { councilId: actor.councilId, list: layout.name }, contactsSaid),
    },
    counts: ({ organisation, listing, offer }) => ({
      [own === 'providers' ? 'providers' : 'groups']: organisation.reference,
      services: listing.reference,
      ...(offer ? { prices: [listing.reference, offer.reference, offer.validFrom].join('\n') } : {}),
    }),
    money: ({ offer }) =>
      offer
        ? { price: offer.pricePence, ...(offer.agreedPence === null ? {} : { agreed_price: offer.agreedPence }) }
        : {},
  };
}

/** Columns of our own layouts that say a field under another name. */
const COLUMN_OF: Readonly<Record<'organisation' | 'listing', Readonly<Record<string, string>>>> = {
  organisation: { name: 'provider', address: 'address' },
  listing: { title: 'listing', place: 'address', when_text: 'when', category_id: 'category' },
};
const COLUMN_OF_GROUP: Readonly<Record<string, string>> = {
  ...{ name: 'name', title: 'name', address: 'address', place: 'address', when_text: 'when', category_id: 'category' },
  summary: 'description',
};

/** A note for each cell that was left out because the provider had said otherwise, each once in a file. */
function leftOutNotes(
  work: ImportWork,
  noun: 'organisation' | 'listing',
  written: readonly CatalogueWritten[],
  rows: readonly CatalogueRow[],
  seen: Set<string>,
): RejectedRow[] {
  const names = work.layout.name === PROVIDER_LAYOUT.name ? COLUMN_OF[noun] : COLUMN_OF_GROUP;
  return written.flatMap(({ id, leftOut = [] }, index) =>
    leftOut.flatMap((field) => {
      const column = names[field] ?? field;
      if (seen.has(`${id} ${column}`)) return [];
      seen.add(`${id} ${column}`);
      return ownerSaidOtherwise(rows[index]?.row ?? 0, { column, code: 'import.owner_said_otherwise' });
    }),
  );
}

/** What a file has said so far, and which list it is. */
export interface SoFar {
  /** By which its records are known. */
  readonly source: string;
  /** Each cell that was left out of the file is told once. */
  readonly seen: Set<string>;
  /** The contacts that the file names, by listing. */
  readonly contactsSaid: Map<string, Set<string>>;
}

/** Writes rows of any file of the catalogue; `said` is the file. */
export async function writeCatalogue(
  work: ImportWork,
  given: readonly CatalogueRow[],
  said: FactSource,
  { source, seen, contactsSaid }: SoFar,
): Promise<Written & { readonly listings: readonly CatalogueWritten[] }> {
  const { tx, context, actor } = work;
  const rejected: RejectedRow[] = [];
  const rows = given.filter((row) => {
    if (row.payee === null || checkAccount(row.payee.sortCode, row.payee.accountNumber) !== 'invalid') return true;
    rejected.push(rejectedCell(row.row, { column: 'account_number', code: 'account.number_does_not_fit' }));
    return false;
  });
  const accepted = new Set<number>();
  const { clock } = context;
  const today = clock.today();
  const note = (written: readonly { readonly outcome: string }[], of: readonly CatalogueRow[]): void =>
    written.forEach(({ outcome }, index) => {
      const row = of[index];
      if (row && outcome === 'accepted') accepted.add(row.row);
    });
  const organisations = await upsertOrganisations(
    tx,
    clock,
    sellersOf(rows).map(({ reference, ...facts }) => ({ ...facts, source, sourceRef: reference })),
    said,
  );
  note(organisations, rows);
  const organisationOf = (index: number): string => organisations[index]?.id ?? '';
  const listings = await upsertListings(
    tx,
    clock,
    rows.map(({ listing: { reference, latitude, longitude, ...facts }, further: { placeReference } }, index) => ({
      ...facts,
      placeReference,
      ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
      organisationId: organisationOf(index),
      source,
      sourceRef: reference,
    })),
    { source: said, actor },
  );
  note(listings, rows);
  // A listing with several rows in a file is new to the first of them alone.
  const firstOf = new Map(listings.map(({ id }, index) => [id, index] as const).reverse());
  const further = await writeFurther(
    work,
    rows.map((row, index) => ({
      ...{ row: row.row, further: row.further, listingId: listings[index]?.id ?? '' },
      isNew: firstOf.get(listings[index]?.id ?? '') === index && (listings[index]?.isNew ?? false),
      organisationId: organisationOf(index),
    })),
    said,
    { seen, contactsSaid },
  );
  for (const row of further.accepted) accepted.add(row);
  const notes = [
    ...further.notes,
    ...leftOutNotes(work, 'organisation', organisations, rows, seen),
    ...leftOutNotes(work, 'listing', listings, rows, seen),
  ];
  // A file that says something new about a listing confirms that it is still there; one that it has only just made is.
  const told = listings.filter(({ outcome, isNew }) => outcome === 'accepted' && !isNew);
  const confirmed = [...new Map(told.map((one) => [one.id, one])).values()];
  await stepThose({ tx, clock, actor }, 'listings', 'confirm', confirmed, { audit: null });
  await stepThose({ tx, clock, actor }, 'listings', 'show', confirmed, { audit: null });

  const priced = rows.flatMap((row, index) =>
    row.offer ? [{ row, offer: row.offer, listingId: listings[index]?.id ?? '' }] : [],
  );
  // Offers stand in the order in which the file first names them; several prices of one are one place.
  const places = new Map<string, string[]>();
  const placeOf = (listingId: string, reference: string): number => {
    const named = places.get(listingId) ?? [];
    places.set(listingId, named);
    return named.includes(reference) ? named.indexOf(reference) : named.push(reference) - 1;
  };
  const offers = await upsertOffers(
    tx,
    clock,
    priced.map(({ offer: { reference, agreedPence: _agreed, ...facts }, listingId }) => ({
      ...facts,
      listingId,
      sourceRef: reference,
      position: placeOf(listingId, reference),
    })),
  );
  note(
    offers,
    priced.map(({ row }) => row),
  );
  offers.forEach(({ id, outcome, staysWithdrawn }, index) => {
    const row = priced[index]?.row.row;
    if (row !== undefined && staysWithdrawn && !seen.has(`offer:${id}`)) {
      seen.add(`offer:${id}`);
      notes.push(ownerSaidOtherwise(row, { column: 'offer', code: 'import.owner_said_otherwise' }));
    }
    if (row !== undefined && outcome === 'provider-price-stays')
      rejected.push(rejectedCell(row, { column: 'price', code: 'import.provider_price_stays' }));
  });
  const agreed = priced.flatMap(({ row, offer }, index) =>
    offer.agreedPence === null
      ? []
      : [
          {
            row,
            rate: {
              offerId: offers[index]?.id ?? '',
              pricePence: offer.agreedPence,
              validFrom: offer.validFrom,
              validTo: offer.validTo,
            },
          },
        ],
  );
  note(
    await upsertAgreedRates(
      tx,
      clock,
      actor.councilId,
      agreed.map(({ rate }) => rate),
    ),
    agreed.map(({ row }) => row),
  );

  const paid = rows.flatMap((row, index) =>
    row.payee ? [{ row, account: { organisationId: organisationOf(index), lineId: null, ...row.payee } }] : [],
  );
  // An import may propose where money goes, never make it so: an officer releases it.
  const accounts = await proposeAccounts(
    tx,
    context,
    actor,
    'import',
    paid.map(({ account }) => account),
  );
  accounts.forEach(({ outcome }, index) => {
    const row = paid[index]?.row;
    if (row && outcome === 'accepted') accepted.add(row.row);
  });
  const terms = rows.flatMap((row, index) =>
    row.billingPeriod || row.selfBillingAgreedOn
      ? [
          {
            ...{ row, organisationId: organisationOf(index) },
            ...{ billingPeriod: row.billingPeriod, selfBillingAgreedOn: row.selfBillingAgreedOn },
          },
        ]
      : [],
  );
  const changedTerms = await upsertAgreements(tx, clock, actor.councilId, today, terms);
  for (const { row, organisationId } of terms) if (changedTerms.has(organisationId)) accepted.add(row.row);
  if (priced.length > 0)
    await refreshFromPrice(tx, today, { listingIds: [...new Set(priced.map(({ listingId }) => listingId))] });
  const refused = new Set(rejected.map(({ row }) => row));
  return {
    done: rows.flatMap(({ row }) =>
      refused.has(row) ? [] : [{ row, outcome: accepted.has(row) ? ('accepted' as const) : ('unchanged' as const) }],
    ),
    rejected,
    notes,
    listings,
  };
}

/**
 * The provider of each row. One with services in several places is at the first that the file names, whichever row comes
 * last.
 */
function sellersOf(rows: readonly CatalogueRow[]): CatalogueRow['organisation'][] {
  const first = new Map<string, CatalogueRow['organisation']>();
  for (const { organisation } of rows)
    if (!first.has(organisation.reference)) first.set(organisation.reference, organisation);
  return rows.map(({ organisation }) => first.get(organisation.reference) ?? organisation);
}
