// Undoes an import: what it changed is as before, and what it made is gone, unless something depends on it. Money that it
// awarded goes back by a movement of its own, because the ledger forgets nothing.

import type { Tx } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { takeBackLines } from '../../features/budget-lines/take-back-lines.service.ts';
import { emptyBudgets } from '../../features/budgets/budgets-import.repo.ts';
import { forgetRecords, type ImportRecord, lockImport, recordsOf } from '../../features/imports/import-log.repo.ts';
import {
  bringBackRows,
  changedSince,
  deleteRows,
  forgetEmptyPlaces,
  hangsOn,
  listingsOf,
  ordersAtPrices,
  postcodesInUse,
  restoreRows,
  sellersOf,
  unreferredOrganisations,
} from '../../features/imports/undo.repo.ts';
import type { WatchedTable } from '../../features/imports/watched.repo.ts';
import { refreshFromPrice } from '../../features/listings/from-prices.repo.ts';
import { placeListings } from '../../features/listings/listing-places.repo.ts';
import { refreshPlaces } from '../../features/listings/listing-writes.repo.ts';
import { takeBackPeople } from '../../features/people/people-import.service.ts';
import type { Actor } from '../../platform/audit.repo.ts';
import { forgetListingPages, listingsChanged, organisationsChanged } from '../../platform/listing-changes.repo.ts';
import { makePayInsRight } from '../../platform/payment-moves.repo.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { sayRecorded } from '../../platform/recorded-words.ts';
import { step, stepThose, type Work } from '../../platform/transitions.repo.ts';
import { shortenMandates } from '../end-person.repo.ts';
import type { ImportContext } from './import-plan.ts';

/** PostgreSQL's words for "something refers to it" and "there is less than that". */
const HANGS = new Set(['23503', '23514']);

export interface Undone {
  readonly undone: number;
  /** Providers that stay, without services, because an account was proposed for them. */
  readonly kept: number;
}

/** Throws record.not_found, import.not_running, import.changed_since, import.too_old and import.something_hangs; then nothing is undone. */
export async function undoImport(context: ImportContext, actor: Actor, importId: string): Promise<Undone> {
  try {
    return await inTransaction(context.db, actor.councilId, (tx) => undo(tx, context, actor, importId), {
      work: 'job',
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && HANGS.has(String(error.code)))
      throw new ProblemError('import.something_hangs', {
        details: { things: 'table' in error && error.table ? [String(error.table)] : ['ledger_transfers'] },
      });
    throw error;
  }
}

async function undo(tx: Tx, context: ImportContext, actor: Actor, importId: string): Promise<Undone> {
  const { councilId } = actor;
  const work: Work = { tx, clock: context.clock, actor };
  const { kind, forgotten_at: forgottenAt } = found(await lockImport(tx, councilId, importId));
  if (forgottenAt !== null) throw new ProblemError('import.too_old');
  await step(work, 'imports', 'undo', [{ id: importId }], {
    set: { undone_by: actor.accountId, undone_at: context.clock.now() },
    otherwise: 'import.not_running',
    audit: () => ({ details: { kind } }),
  });
  const records = await recordsOf(tx, councilId, importId);
  const of = (table: WatchedTable) => records.filter((record) => record.table === table);
  const made = (table: WatchedTable) => of(table).flatMap(({ id, before }) => (before === null ? [id] : []));

  const since = (await changedSince(tx, councilId, records)).filter(({ table }) => table !== 'payee_accounts');
  if (since.length > 0)
    throw new ProblemError('import.changed_since', {
      details: { things: [...new Set(since.map(({ table }) => table))] },
    });
  const hanging = [...(await hangsOn(tx, councilId, records))];
  if (await ordersAtPrices(tx, records, councilId)) hanging.push('orders');
  if (await postcodesInUse(tx, councilId, made('postcodes'))) hanging.push('addresses');
  if (hanging.length > 0) throw new ProblemError('import.something_hangs', { details: { things: hanging } });

  await undoPayees(work, made('payee_accounts'));
  await putBack(work, 'caseloads', of('caseloads'));
  await step(
    work,
    'mandates',
    'end',
    made('mandates').map((id) => ({ id })),
    {
      set: {
        ended_at: context.clock.now(),
        ended_by: actor.accountId,
        ended_because: sayRecorded('import-undone'),
      },
      audit: () => ({}),
    },
  );
  await restoreRows(tx, councilId, 'mandates', of('mandates'));
  // Since the file came, it may have been said that the person leaves.
  await shortenMandates(
    tx,
    councilId,
    of('mandates').map(({ id }) => id),
  );
  const kept = await undoCatalogue(work, records);
  await undoPeople(work, importId, records);
  await putBack(work, 'postcodes', of('postcodes'));
  if (of('postcodes').length > 0) await refreshPlaces(tx);
  await forgetRecords(tx, councilId, importId);
  return { undone: records.length - kept, kept };
}

/** New rows go, and changed ones are as before. */
async function putBack({ tx, actor }: Work, table: WatchedTable, records: readonly ImportRecord[]): Promise<void> {
  const made = records.flatMap(({ id, before }) => (before === null ? [id] : []));
  await deleteRows(tx, actor.councilId, table, made);
  await restoreRows(tx, actor.councilId, table, records);
}

/** A proposal not yet decided is withdrawn. One that was decided holds the import. */
async function undoPayees(work: Work, ids: readonly string[]): Promise<void> {
  const { left } = await stepThose(
    work,
    'payee_accounts',
    'supersede',
    ids.map((id) => ({ id })),
    {
      set: { ended_at: work.clock.now(), note: sayRecorded('import-undone-account') },
      audit: () => ({}),
    },
  );
  if (left.some(({ state }) => state !== 'refused'))
    throw new ProblemError('import.something_hangs', { details: { things: ['payee_accounts'] } });
}

/** Of the id of a part, whose part it is. */
const firstOf = (id: string): string => id.split(' ')[0] ?? '';

async function undoCatalogue(work: Work, records: readonly ImportRecord[]): Promise<number> {
  const { tx, actor, clock } = work;
  const of = (table: WatchedTable) => records.filter((record) => record.table === table);
  const made = (table: WatchedTable) => of(table).flatMap(({ id, before }) => (before === null ? [id] : []));
  const ids = (table: WatchedTable) => of(table).map(({ id }) => id);
  const listings = await listingsOf(tx, {
    listings: ids('listings'),
    offers: ids('offers'),
    prices: ids('offer_prices'),
    locations: ids('locations'),
    contacts: ids('contacts'),
    events: [...ids('events'), ...ids('event_breaks').map(firstOf)],
    parted: [
      ...[...ids('listing_locations'), ...ids('listing_categories'), ...ids('listing_costs')].map(firstOf),
      ...records.flatMap(({ before }) => (typeof before?.listing_id === 'string' ? [before.listing_id] : [])),
    ],
  });
  // Those who read our own feed hear that they have gone.
  await stepThose(
    work,
    'listings',
    'withdraw',
    made('listings').map((id) => ({ id })),
    { audit: null },
  );
  // A page that goes is emptied while its listing still says which one it is.
  await forgetListingPages(tx, made('listings'));
  const sellers = await sellersOf(tx, made('listings'));
  // What depends on something goes before it, and comes back after it.
  const parts = [
    ...(['locations', 'listing_categories', 'listing_costs', 'contacts', 'events', 'event_breaks'] as const),
    ...(['listing_locations'] as const),
  ];
  for (const table of [...parts].reverse()) await deleteRows(tx, actor.councilId, table, made(table));
  for (const table of parts) {
    await bringBackRows(tx, table, of(table));
    await restoreRows(tx, actor.councilId, table, of(table));
  }
  for (const table of ['agreed_rates', 'offer_prices', 'offers', 'listings', 'agreements', 'catalogue_facts'] as const)
    await putBack(work, table, of(table));
  await forgetEmptyPlaces(tx, sellers);
  // What the list no longer named, and what it named again, is in view or out of it as before.
  const stateBefore = new Map(
    of('listings').flatMap(({ id, before }) => (before === null ? [] : [[id, String(before.state)]])),
  );
  const inState = (...states: readonly string[]) =>
    [...stateBefore].flatMap(([id, state]) => (states.includes(state) ? [{ id }] : []));
  await stepThose(work, 'listings', 'bringBack', inState('published', 'stale', 'hidden'), { audit: null });
  await stepThose(work, 'listings', 'show', inState('published', 'stale'), { audit: null });
  await stepThose(work, 'listings', 'miss', inState('hidden'), { audit: null });
  await stepThose(work, 'listings', 'withdraw', inState('withdrawn'), { audit: null });
  // Their own address is as before, so their main place is too.
  const changed = of('listings').flatMap(({ id, before }) => (before === null ? [] : [{ listingId: id }]));
  await placeListings(tx, clock, changed);
  await restoreRows(tx, actor.councilId, 'organisations', of('organisations'));
  const organisations = made('organisations');
  const free = organisations.length === 0 ? [] : await unreferredOrganisations(tx, actor.councilId, organisations);
  await deleteRows(tx, actor.councilId, 'organisations', free);
  if (listings.length > 0) await refreshFromPrice(tx, clock.today(), { listingIds: listings });
  // Whether it charges VAT is the organisation's.
  await refreshFromPrice(tx, clock.today(), { organisationIds: ids('organisations') });
  await organisationsChanged(tx, ids('organisations'));
  await listingsChanged(tx, listings);
  return organisations.length - free.length;
}

async function undoPeople(work: Work, importId: string, records: readonly ImportRecord[]): Promise<void> {
  const { tx, actor } = work;
  const of = (table: WatchedTable) => records.filter((record) => record.table === table);
  const made = (table: WatchedTable) => of(table).flatMap(({ id, before }) => (before === null ? [id] : []));
  await takeBackLines(
    work,
    importId,
    of('budget_lines').map(({ id, before }) => ({
      id,
      awardBefore: before === null ? null : BigInt(String(before.award_pence)),
    })),
  );
  for (const table of ['budget_lines', 'budgets'] as const) await restoreRows(tx, actor.councilId, table, of(table));
  await makePayInsRight(work, { lineIds: of('budget_lines').map(({ id }) => id) });
  await emptyBudgets(tx, actor.councilId, made('budgets'));
  for (const table of ['person_addresses', 'person_telephones'] as const) await putBack(work, table, of(table));
  await restoreRows(tx, actor.councilId, 'people', of('people'));
  await takeBackPeople(work, made('people'));
}
