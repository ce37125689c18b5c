// Services of somebody else's Open Referral feed. One service is one row and all that the feed says of it, so what it no
// longer says of a service goes, and a service that it no longer names is withdrawn.

import { withdrawnSince } from '@support-market/domain/feeds/absences';
import { awaySince, forgetAway, noteAway } from '../../features/feeds/feed-absences.repo.ts';
import type { CatalogueRow } from '../../features/imports/catalogue-row.ts';
import { CellError } from '../../features/imports/cells.ts';
import { feedRow } from '../../features/imports/feed-row.ts';
import { FirstRows } from '../../features/imports/first-rows.ts';
import { watchCatalogue, watchListings } from '../../features/imports/watched.repo.ts';
import { type FactSource, openSource } from '../../features/listings/catalogue-facts.repo.ts';
import { contactKey, removeContacts } from '../../features/listings/contacts.repo.ts';
import { findListingsOfSource, type SourceListing } from '../../features/listings/source-listings.repo.ts';
import { stepThose } from '../../platform/transitions.repo.ts';
import { readFeedService } from '../../ports/open-referral/read-feed-service.ts';
import { writeCatalogue } from './catalogue-plan.ts';
import type { ImportContext, ImportPlan, ImportWork } from './import-plan.ts';

const sourceOf = ({ actor, layout }: ImportWork): string => `${actor.councilId} ${layout.name}`;

/** A feed that the council keeps. */
export interface KeptFeed {
  readonly id: string;
  /** Told when it is taken: how many services went out of view, and how many were away for so long that they are withdrawn. */
  readonly absent: { hidden: number; withdrawn: number };
}

/** `isPart`: not all of the feed came, so what it does not name may still be in it. */
export function openReferralPlan(
  { clock }: ImportContext,
  { isPart, feed }: { readonly isPart: boolean; readonly feed?: KeptFeed | undefined },
): ImportPlan<CatalogueRow, unknown> {
  const today = clock.today();
  let said: FactSource | null = null;
  const seen = new Set<string>();
  const named = new FirstRows();
  // A service that could not be read may be any of those that were there.
  let isPartlyRead = false;
  let found: readonly SourceListing[] | null = null;
  // Once: what is withdrawn is no longer among what could be.
  const gone = async (work: ImportWork): Promise<readonly SourceListing[]> => {
    found ??= isPartlyRead ? [] : await unnamed(work, named);
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
    partlyRead: () => {
      isPartlyRead = true;
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
      await stepThose({ tx, clock, actor }, 'listings', 'bringBack', known, { audit: null });
      const back =
        feed === undefined
          ? []
          : await forgetAway(
              tx,
              actor.councilId,
              known.map(({ id }) => id),
            );
      await stepThose({ tx, clock, actor }, 'listings', 'show', asRows(back), { audit: null });
      return written;
    },
    ...(!isPart && {
      takeAway: {
        watch: async (work) => [watchListings((await gone(work)).map(({ id }) => id))],
        write: async (work) => {
          const { tx, actor } = work;
          const away = await gone(work);
          if (feed === undefined) await stepThose({ tx, clock, actor }, 'listings', 'withdraw', away, { audit: null });
          else await missThose(work, feed, away);
        },
      },
    }),
    counts: ({ organisation, listing }) => ({ providers: organisation.reference, services: listing.reference }),
    money: () => ({}),
  };
}

const asRows = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** Takes out of view what a kept feed no longer names, and withdraws what it has not named for long. */
async function missThose(work: ImportWork, feed: KeptFeed, away: readonly SourceListing[]): Promise<void> {
  const { tx, actor } = work;
  const { clock } = work.context;
  const { councilId } = actor;
  const today = clock.today();
  const hidden = away.flatMap(({ id, state }) => (state === 'hidden' ? [id] : []));
  const long = await awaySince(tx, councilId, hidden, withdrawnSince(today));
  const left = away.flatMap(({ id, state }) => (state === 'hidden' ? [] : [id]));
  await stepThose({ tx, clock, actor }, 'listings', 'withdraw', asRows([...long]), { audit: null });
  await stepThose({ tx, clock, actor }, 'listings', 'miss', asRows(left), { audit: null });
  await noteAway(tx, councilId, feed.id, today, { left, stayed: hidden.filter((id) => !long.has(id)) });
  await forgetAway(tx, councilId, [...long]);
  feed.absent.hidden = left.length;
  feed.absent.withdrawn = long.size;
}

const PAGE = 5_000;

/** What the list brought earlier and does not name any more. */
async function unnamed(work: ImportWork, named: FirstRows): Promise<SourceListing[]> {
  const found: SourceListing[] = [];
  for (let after = ''; ; ) {
    const page = await findListingsOfSource(work.tx, sourceOf(work), after, PAGE);
    found.push(...page.filter(({ source_ref }) => !named.has(source_ref)));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return found;
    after = last.source_ref;
  }
}
