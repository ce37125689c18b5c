// Services of somebody else's Open Referral feed. One service is one row and all that the feed says of it, so what it no
// longer says of a service goes, and a service that it no longer names is withdrawn.

import type { CatalogueRow } from '../../features/imports/catalogue-row.ts';
import { CellError } from '../../features/imports/cells.ts';
import { feedRow } from '../../features/imports/feed-row.ts';
import { FirstRows } from '../../features/imports/first-rows.ts';
import { watchCatalogue, watchListings } from '../../features/imports/watched.repo.ts';
import { type FactSource, openSource } from '../../features/listings/catalogue-facts.repo.ts';
import { contactKey, removeContacts } from '../../features/listings/contacts.repo.ts';
import { findListingsOfSource } from '../../features/listings/source-listings.repo.ts';
import { listingsChanged } from '../../platform/listing-changes.repo.ts';
import { stepThose } from '../../platform/transitions.repo.ts';
import { readFeedService } from '../../ports/open-referral/read-feed-service.ts';
import { writeCatalogue } from './catalogue-plan.ts';
import type { ImportContext, ImportPlan, ImportWork } from './import-plan.ts';

const sourceOf = ({ actor, layout }: ImportWork): string => `${actor.councilId} ${layout.name}`;

/** `isPart`: not all of the feed came, so what it does not name may still be in it. */
export function openReferralPlan(
  { clock }: ImportContext,
  { isPart }: { readonly isPart: boolean },
): ImportPlan<CatalogueRow, unknown> {
  const today = clock.today();
  let said: FactSource | null = null;
  const seen = new Set<string>();
  const named = new FirstRows();
  let found: readonly string[] | null = null;
  // Once: what is withdrawn is no longer among what could be.
  const gone = async (work: ImportWork): Promise<readonly string[]> => {
    found ??= await unnamed(work, named);
    return found;
  };
  return {
    read: (row, given, faults) => {
      const read = readFeedService(given);
      if (!read.ok) {
        // What cannot be taken as it is now is still in the list.
        named.noted(read.id, row);
        throw new CellError(read.fault.place, read.fault.code);
      }
      for (const { place, code } of read.faults) faults.others.push(new CellError(place, code));
      return feedRow(row, read.service, today);
    },
    keyOf: ({ listing }) => listing.reference,
    watch: async (work, rows) =>
      watchCatalogue(
        work.tx,
        sourceOf(work),
        rows.map(({ organisation }) => organisation.reference),
        rows.map(({ listing }) => listing.reference),
      ),
    write: async (work, rows) => {
      const { tx, actor } = work;
      for (const { row, listing } of rows) named.noted(listing.reference, row);
      said ??= await openSource(tx, clock, {
        kind: 'import',
        councilId: actor.councilId,
        list: work.layout.name,
        fileName: work.fileName,
        saidBy: actor.accountId,
      });
      const written = await writeCatalogue(work, rows, said, { source: sourceOf(work), seen, contactsSaid: new Map() });
      const known = written.listings.flatMap(({ id, isNew }, index) => (isNew ? [] : [{ id, row: rows[index] }]));
      const contacts = known.map(({ id, row }) => [id, new Set(row?.further.contacts.map(contactKey))] as const);
      await removeContacts(tx, { councilId: actor.councilId, list: work.layout.name }, new Map(contacts));
      const { moved } = await stepThose({ tx, clock, actor }, 'listings', 'bringBack', known, { audit: null });
      await listingsChanged(
        tx,
        moved.map(({ row }) => row.id),
      );
      return written;
    },
    ...(!isPart && {
      takeAway: {
        watch: async (work) => [watchListings(await gone(work))],
        write: async (work) => {
          const { tx, actor } = work;
          const { moved } = await stepThose(
            { tx, clock, actor },
            'listings',
            'withdraw',
            (await gone(work)).map((id) => ({ id })),
            { audit: null },
          );
          await listingsChanged(
            tx,
            moved.map(({ row }) => row.id),
          );
        },
      },
    }),
    counts: ({ organisation, listing }) => ({ providers: organisation.reference, services: listing.reference }),
    money: () => ({}),
  };
}

const PAGE = 5_000;

/** What the list brought earlier and does not name any more. */
async function unnamed(work: ImportWork, named: FirstRows): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await findListingsOfSource(work.tx, sourceOf(work), after, PAGE);
    found.push(...page.flatMap(({ id, source_ref }) => (named.has(source_ref) ? [] : [id])));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return found;
    after = last.source_ref;
  }
}
