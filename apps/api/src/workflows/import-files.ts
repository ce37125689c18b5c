// The council's imports: postcodes, people with their budgets, providers with their prices, and community groups.

import { createHash } from 'node:crypto';
import { inTransaction } from '@support-market/db/transaction';
import { isHeldByOrganisation } from '@support-market/domain/budgets/awards';
import type { Pence } from '@support-market/domain/shared/money';
import { outwardCodeOf } from '@support-market/domain/shared/postcodes';
import { openLines } from '../features/budget-lines/open-lines.service.ts';
import { createBudgets } from '../features/budgets/budgets-import.service.ts';
import type { CatalogueRow } from '../features/imports/catalogue-row.ts';
import { CellError, numberBetween, postcodeOrNull, textOrNull } from '../features/imports/cells.ts';
import { readCommunityRow } from '../features/imports/community-row.ts';
import { type ImportResult, type RejectedRow, rejectedCell, rejectedRow } from '../features/imports/import-result.ts';
import {
  findFunders,
  findHolders,
  type PostcodeWrite,
  upsertAgreements,
  upsertPostcodes,
} from '../features/imports/imports.repo.ts';
import { columnsOf, loadMappings, type Mapping } from '../features/imports/mappings.ts';
import {
  PERSON_COLUMNS,
  PERSON_OPTIONAL_COLUMNS,
  type PersonRow,
  readPersonRow,
} from '../features/imports/person-row.ts';
import { PROVIDER_COLUMNS, PROVIDER_OPTIONAL_COLUMNS, readProviderRow } from '../features/imports/provider-row.ts';
import { refreshFromPrice } from '../features/listings/from-prices.repo.ts';
import { refreshPlaces, upsertListings } from '../features/listings/listing-writes.repo.ts';
import { upsertAgreedRates, upsertOffers } from '../features/listings/offer-writes.repo.ts';
import { upsertOrganisations } from '../features/listings/organisation-writes.repo.ts';
import { proposeAccounts } from '../features/payee-accounts/payee-accounts.service.ts';
import { createPeople } from '../features/people/people-import.service.ts';
import type { Actor } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { stepThose } from '../platform/transitions.repo.ts';
import { checkAccount } from '../ports/bank-files/account-check.ts';
import { readCsv } from '../ports/csv/read-csv.ts';
import { importRows, type RowOutcome } from './import-rows.ts';

type ImportContext = Pick<AppContext, 'db' | 'clock'>;

const POSTCODE_COLUMNS = ['postcode', 'lat', 'lon'] as const;
const POSTCODE_OPTIONAL_COLUMNS = ['ward_code', 'ward_name', 'lsoa_code'] as const;

/** ONS Postcode Directory columns. Postcodes belong to no council. */
export async function importPostcodes(context: ImportContext, file: string): Promise<ImportResult> {
  const result = await importRows<PostcodeWrite & { row: number }>(file, {
    required: POSTCODE_COLUMNS,
    optional: POSTCODE_OPTIONAL_COLUMNS,
    otherColumns: 'ignore',
    read: (row, cells) => {
      const postcode = postcodeOrNull(cells, 'postcode');
      if (postcode === null) throw new CellError('postcode', 'cell.missing');
      return {
        row,
        postcode,
        outward: outwardCodeOf(postcode),
        // The whole of Great Britain and Northern Ireland lies within.
        latitude: numberBetween(cells, 'lat', 49, 61),
        longitude: numberBetween(cells, 'lon', -9, 2),
        ward_code: textOrNull(cells, 'ward_code', 20),
        ward_name: textOrNull(cells, 'ward_name', 100),
        lsoa_code: textOrNull(cells, 'lsoa_code', 20),
      };
    },
    write: async (rows) => {
      const { kept, repeated } = firstOfEach(rows, ({ postcode }) => postcode);
      const changed = await inTransaction(context.db, null, (tx) => upsertPostcodes(tx, kept));
      const isChanged = new Set(changed);
      return {
        done: kept.map(({ row, postcode }) => ({ row, outcome: isChanged.has(postcode) ? 'accepted' : 'unchanged' })),
        rejected: repeated,
      };
    },
  });
  await inTransaction(context.db, null, (tx) => refreshPlaces(tx));
  return result;
}

/** Rows whose key came before in the same batch are explained rather than silently merged. */
function firstOfEach<Row extends { readonly row: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { kept: Row[]; repeated: RejectedRow[] } {
  const first = new Map<string, Row>();
  const repeated: RejectedRow[] = [];
  for (const row of rows) {
    const before = first.get(keyOf(row));
    if (before)
      repeated.push(
        rejectedRow(row.row, 'import.repeated_row', `This is the same as row ${before.row}. We kept that one.`),
      );
    else first.set(keyOf(row), row);
  }
  return { kept: [...first.values()], repeated };
}

/** The mapping whose columns a file has; refuses with the columns of our own layout when none fits. */
async function mappingFor(file: string): Promise<Mapping> {
  const mappings = loadMappings();
  let refusal: ProblemError | undefined;
  for (const mapping of mappings) {
    const opened = await readCsv(file, { required: [...mapping.recognise], otherColumns: 'ignore' });
    if (opened.ok) {
      await opened.value.return(undefined);
      return mapping;
    }
    const problem = new ProblemError(opened.code, opened.details ? { details: opened.details } : {});
    if (opened.code !== 'import.columns_wrong') throw problem;
    if (mapping.source === 'community' || refusal === undefined) refusal = problem;
  }
  throw refusal ?? new ProblemError('import.columns_wrong');
}

/**
 * Community groups, and any other list that a mapping knows. The catalogue is shared, but the council is noted in the
 * source: a row of another council's is never changed, whatever reference a file gives it.
 */
export async function importCommunity(context: ImportContext, actor: Actor, file: string): Promise<ImportResult> {
  const mapping = await mappingFor(file);
  const columns = columnsOf(mapping);
  const seen = new Map<string, number>();
  return importRows<CatalogueRow>(file, {
    required: mapping.recognise,
    optional: columns.filter((column) => !mapping.recognise.includes(column)),
    otherColumns: 'ignore',
    read: (row, cells) => {
      const read = readCommunityRow(mapping, row, cells);
      const before = seen.get(read.listing.reference);
      if (before !== undefined) throw new RepeatedRow(row, before);
      seen.set(read.listing.reference, row);
      return read;
    },
    write: (rows) => writeCatalogue(context, actor, `${actor.councilId} ${mapping.source}`, rows),
  });
}

/** A row that says again what an earlier one said. */
class RepeatedRow extends CellError {
  constructor(_row: number, before: number) {
    super(`same as row ${before}`, 'import.repeated_row');
  }
}

/** Providers with their listings, offers, public prices and this council's agreed rates. Files in a mapped layout are taken as they are. */
export async function importProviders(
  context: ImportContext,
  actor: Actor,
  councilSlug: string,
  file: string,
): Promise<ImportResult> {
  const own = await readCsv(file, {
    required: [...PROVIDER_COLUMNS],
    optional: [...PROVIDER_OPTIONAL_COLUMNS],
    otherColumns: 'ignore',
  });
  if (!own.ok) {
    if (own.code !== 'import.columns_wrong')
      throw new ProblemError(own.code, own.details ? { details: own.details } : {});
    try {
      return await importCommunity(context, actor, file);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'import.columns_wrong')
        throw new ProblemError(own.code, own.details ? { details: own.details } : {});
      throw error;
    }
  }
  await own.value.return(undefined);
  const today = context.clock.today();
  return importRows<CatalogueRow>(file, {
    required: PROVIDER_COLUMNS,
    optional: PROVIDER_OPTIONAL_COLUMNS,
    otherColumns: 'refuse',
    read: (row, cells) => readProviderRow(row, cells, today),
    write: (rows) => writeCatalogue(context, actor, `${councilSlug}-providers`, rows),
  });
}

async function writeCatalogue(
  context: ImportContext,
  actor: Actor,
  source: string,
  given: readonly CatalogueRow[],
): Promise<{ done: readonly RowOutcome[]; rejected: readonly RejectedRow[] }> {
  const rejected: RejectedRow[] = [];
  const rows = given.filter((row) => {
    if (row.payee === null || checkAccount(row.payee.sortCode, row.payee.accountNumber) !== 'invalid') return true;
    rejected.push(rejectedCell(row.row, { column: 'account_number', code: 'account.number_does_not_fit' }));
    return false;
  });
  const badAccounts = rejected.length;
  const accepted = new Set<number>();
  const { clock } = context;
  const today = clock.today();
  const note = (written: readonly { readonly outcome: string }[], of: readonly CatalogueRow[]): void =>
    written.forEach(({ outcome }, index) => {
      const row = of[index];
      if (row && outcome === 'accepted') accepted.add(row.row);
    });
  await inTransaction(context.db, actor.councilId, async (tx) => {
    accepted.clear();
    rejected.splice(badAccounts);
    const organisations = await upsertOrganisations(
      tx,
      clock,
      rows.map(({ organisation: { reference, acceptsIsf, ...facts } }) => ({
        ...facts,
        acceptsIsf,
        source,
        sourceRef: reference,
      })),
    );
    note(organisations, rows);
    const organisationOf = (index: number): string => organisations[index]?.id ?? '';
    const listings = await upsertListings(
      tx,
      clock,
      rows.map(({ listing: { reference, latitude, longitude, ...facts } }, index) => ({
        ...facts,
        ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
        organisationId: organisationOf(index),
        source,
        sourceRef: reference,
      })),
    );
    note(listings, rows);
    // A file that says something new about a listing confirms that it is still there.
    const told = listings.filter(({ outcome }) => outcome === 'accepted');
    await stepThose(
      { tx, clock, actor },
      'listings',
      'confirm',
      [...new Map(told.map((one) => [one.id, one])).values()],
      {
        audit: null,
      },
    );

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
    offers.forEach(({ outcome }, index) => {
      const row = priced[index]?.row.row;
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
      row.billingPeriod ? [{ row, organisationId: organisationOf(index), billingPeriod: row.billingPeriod }] : [],
    );
    const changedTerms = await upsertAgreements(tx, clock, actor.councilId, today, terms);
    for (const { row, organisationId } of terms) if (changedTerms.has(organisationId)) accepted.add(row.row);
    if (priced.length > 0)
      await refreshFromPrice(tx, today, { listingIds: [...new Set(priced.map(({ listingId }) => listingId))] });
  });
  const refused = new Set(rejected.map(({ row }) => row));
  return {
    done: rows.flatMap(({ row }) =>
      refused.has(row) ? [] : [{ row, outcome: accepted.has(row) ? ('accepted' as const) : ('unchanged' as const) }],
    ),
    rejected,
  };
}

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part)))
    .digest('hex');

/** People with their budgets: one row a line of money. Awards reach the ledger in the same transaction as their line. */
export function importPeople(context: ImportContext, actor: Actor, file: string): Promise<ImportResult> {
  const seen = new Map<string, number>();
  return importRows<PersonRow>(file, {
    required: PERSON_COLUMNS,
    optional: PERSON_OPTIONAL_COLUMNS,
    otherColumns: 'refuse',
    read: (row, cells) => {
      const read = readPersonRow(row, cells);
      const key = `${read.person.reference}\n${read.budget.startsOn}\n${read.line.reference}`;
      const before = seen.get(key);
      if (before !== undefined) throw new RepeatedRow(row, before);
      seen.set(key, row);
      return read;
    },
    write: (rows) => writePeople(context, actor, rows),
  });
}

async function writePeople(
  context: ImportContext,
  actor: Actor,
  given: readonly PersonRow[],
): Promise<{ done: readonly RowOutcome[]; rejected: readonly RejectedRow[] }> {
  return inTransaction(context.db, actor.councilId, async (tx) => {
    const rejected: RejectedRow[] = [];
    const accepted = new Set<number>();
    const holders = await findHolders(tx, [
      ...new Set(
        given.flatMap(({ line }) => (line.holder && isHeldByOrganisation(line.arrangement) ? [line.holder] : [])),
      ),
    ]);
    const funders = await findFunders(tx, actor.councilId);
    const rows = given.filter((row) => {
      if (row.line.funder !== null && !funders.has(row.line.funder)) {
        rejected.push(rejectedCell(row.row, { column: 'funder', code: 'budget_line.funder_unknown' }));
        return false;
      }
      if (isHeldByOrganisation(row.line.arrangement) && !holders.has(row.line.holder ?? '')) {
        rejected.push(rejectedCell(row.row, { column: 'holder', code: 'budget_line.holder_unknown' }));
        return false;
      }
      if (row.line.account && checkAccount(row.line.account.sortCode, row.line.account.accountNumber) === 'invalid') {
        rejected.push(rejectedCell(row.row, { column: 'account_number', code: 'account.number_does_not_fit' }));
        return false;
      }
      return true;
    });

    const firstOf = new Map<string, PersonRow>();
    for (const row of rows) if (!firstOf.has(row.person.reference)) firstOf.set(row.person.reference, row);
    const people = await createPeople(
      tx,
      context.clock,
      actor,
      [...firstOf.values()].map(({ person }) => ({ ...person, sourceHash: digest(person) })),
    );
    const personIdOf = new Map(people.map(({ reference, personId }) => [reference, personId]));
    for (const { reference, outcome } of people) {
      const row = firstOf.get(reference);
      if (row && outcome !== 'unchanged') accepted.add(row.row);
    }

    const budgetKey = (row: PersonRow): string => `${personIdOf.get(row.person.reference)} ${row.budget.startsOn}`;
    const firstBudget = new Map<string, PersonRow>();
    for (const row of rows) if (!firstBudget.has(budgetKey(row))) firstBudget.set(budgetKey(row), row);
    const budgets = await createBudgets(
      tx,
      context.clock,
      actor,
      [...firstBudget.values()].map(({ person, budget }) => ({
        personId: personIdOf.get(person.reference) ?? '',
        startsOn: budget.startsOn,
        endsOn: budget.endsOn,
        costPence: budget.costPence as Pence,
        contributionPence: budget.contributionPence as Pence,
        councilPence: (budget.costPence - budget.contributionPence) as Pence,
      })),
    );
    const budgetIdOf = new Map(
      budgets.map(({ personId, startsOn, budgetId }) => [`${personId} ${startsOn}`, budgetId]),
    );
    for (const { personId, startsOn, outcome } of budgets) {
      const row = firstBudget.get(`${personId} ${startsOn}`);
      if (row && outcome !== 'unchanged') accepted.add(row.row);
    }

    const lines = await openLines(
      tx,
      context.clock,
      actor,
      rows.map((row) => ({
        budgetId: budgetIdOf.get(budgetKey(row)) ?? '',
        personId: personIdOf.get(row.person.reference) ?? '',
        funderId: row.line.funder === null ? undefined : funders.get(row.line.funder),
        reference: row.line.reference,
        name: row.line.name,
        stream: row.line.stream,
        arrangement: row.line.arrangement,
        holderOrganisationId: isHeldByOrganisation(row.line.arrangement)
          ? (holders.get(row.line.holder ?? '') ?? null)
          : null,
        holderName: row.line.arrangement === 'representative' ? row.line.holder : null,
        startsOn: row.budget.startsOn,
        endsOn: row.budget.endsOn,
        awardPence: row.line.awardPence as Pence,
        weeklyPence: row.line.weeklyPence as Pence | null,
        sourceHash: digest({ ...row.line, ...row.budget }),
      })),
    );
    await proposeAccounts(
      tx,
      context,
      actor,
      'import',
      lines.flatMap((line, index) => {
        const account = rows[index]?.line.account;
        const changed = line.outcome === 'created' || line.outcome === 'changed';
        return account && changed ? [{ organisationId: null, lineId: line.lineId, ...account }] : [];
      }),
    );
    const refused = new Set<number>();
    lines.forEach((line, index) => {
      const row = rows[index];
      if (!row) return;
      if (line.outcome === 'refused') {
        refused.add(row.row);
        rejected.push(rejectedRow(row.row, line.code));
      } else if (line.outcome !== 'unchanged') accepted.add(row.row);
    });
    return {
      done: rows
        .filter(({ row }) => !refused.has(row))
        .map(({ row }) => ({ row, outcome: accepted.has(row) ? 'accepted' : 'unchanged' })),
      rejected,
    };
  });
}
