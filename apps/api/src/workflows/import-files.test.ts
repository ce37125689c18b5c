// Imports, from file to row: real open data where it lies beside the project, and every kind of bad input that people send.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTransaction } from '@support-market/db/transaction';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../platform/audit.repo.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld, WORLD } from '../testing/world.ts';
import { importCommunity, importPeople, importPostcodes, importProviders } from './import-files.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { verifyBooks } from './verify-books.ts';

let world: TestApp;
let folder: string;
const actor = systemActor(WORLD.council, 'import');

beforeAll(async () => {
  world = await startTestApp();
  await buildWorld(world);
  await loadReferenceData(world.database.db, world.clock);
  folder = mkdtempSync(join(tmpdir(), 'support-market-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PEOPLE_HEAD =
  'reference,given_name,family_name,care_group,postcode,budget_from,budget_until,cost,contribution,line_reference,line,stream,arrangement,holder,amount,weekly';
const person = (reference: string, line: string, more: Partial<Record<string, string>> = {}): string =>
  [
    reference,
    more.given ?? 'Noor',
    'Iqbal',
    'older-people',
    more.postcode ?? 'HB1 1AB',
    more.from ?? '2026-04-01',
    more.until ?? '2027-03-31',
    '9000.00',
    '1000.00',
    line,
    'Social care',
    more.stream ?? 'social-care',
    more.arrangement ?? 'council-managed',
    more.holder ?? '',
    more.amount ?? '8000.00',
    more.weekly ?? '',
  ].join(',');

const PROVIDER_HEAD =
  'provider_reference,provider,kind,listing_reference,listing,category,offer,unit,price,agreed_price,account_name,sort_code,account_number,billing_period';

describe('people with budgets', () => {
  test('are taken with their award in the ledger, and sending the same file again changes nothing', async () => {
    const path = file(
      'people.csv',
      [
        PEOPLE_HEAD,
        person('N-1', 'care'),
        person('N-1', 'own', { stream: 'own-money', arrangement: 'own', amount: '50' }),
        person('N-2', 'isf', { arrangement: 'individual-service-fund', holder: 'Bright Care', weekly: '350.00' }),
      ].join('\n'),
    );
    expect(await importPeople(world.context, actor, path)).toEqual({ accepted: 3, unchanged: 0, rejected: [] });
    expect(await importPeople(world.context, actor, path)).toEqual({ accepted: 0, unchanged: 3, rejected: [] });
    const awards = await inTransaction(world.database.db, WORLD.council, (tx) =>
      tx
        .selectFrom('ledger_transfers')
        .innerJoin('budget_lines', (join) =>
          join
            .onRef('budget_lines.council_id', '=', 'ledger_transfers.council_id')
            .onRef('budget_lines.id', '=', 'ledger_transfers.line_id'),
        )
        .innerJoin('people', (join) =>
          join
            .onRef('people.council_id', '=', 'budget_lines.council_id')
            .onRef('people.id', '=', 'budget_lines.person_id'),
        )
        .select(['ledger_transfers.amount_pence'])
        .where('people.reference', 'in', ['N-1', 'N-2'])
        .orderBy('amount_pence')
        .execute(),
    );
    expect(awards.map(({ amount_pence }) => amount_pence)).toEqual([5_000n, 800_000n, 800_000n]);
    expect((await verifyBooks(world.database.ownerDb, openSealKeys(world.context.config))).balanced).toBe(true);
  });

  test('with bad rows: the good ones are taken and each bad one says its row, its column and what is wrong', async () => {
    const path = file(
      'mixed.csv',
      [
        PEOPLE_HEAD,
        person('M-1', 'care'),
        person('M-2', 'care', { amount: '12.345' }),
        person('M-3', 'care', { amount: '-5' }),
        person('M-4', 'care', { amount: '99999999999999' }),
        person('M-5', 'care', { from: '2026-02-30' }),
        person('M-6', 'care', { postcode: 'NOT ONE' }),
        person('M-7', 'care', { arrangement: 'individual-service-fund', holder: 'Nobody Ltd' }),
        person('M-8', 'care', { stream: 'pocket-money' }),
        person('M-1', 'care'),
      ].join('\r\n'),
    );
    const result = await importPeople(world.context, actor, path);
    expect(result).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(result.rejected.map(({ row, code }) => [row, code])).toEqual([
      [3, 'money.too_many_decimals'],
      [4, 'money.negative'],
      [5, 'money.too_large'],
      [6, 'date.does_not_exist'],
      [7, 'postcode.not_a_postcode'],
      [8, 'budget_line.holder_unknown'],
      [9, 'cell.not_a_choice'],
      [10, 'import.repeated_row'],
    ]);
    expect(result.rejected[0]?.message).toBe('Column "amount": An amount has at most two digits after the point.');
  });

  test('a smaller amount in a later file is explained and cuts nothing', async () => {
    await importPeople(world.context, actor, file('cut-before.csv', [PEOPLE_HEAD, person('C-1', 'care')].join('\n')));
    const result = await importPeople(
      world.context,
      actor,
      file('cut-after.csv', [PEOPLE_HEAD, person('C-1', 'care', { amount: '10.00' })].join('\n')),
    );
    expect(result.rejected).toMatchObject([{ row: 2, code: 'budget_line.award_lowered' }]);
  });
});

describe('providers with services and prices', () => {
  test('are taken with the public and the agreed price, their bank account and their terms; again changes nothing', async () => {
    const path = file(
      'providers.csv',
      [
        PROVIDER_HEAD,
        'X1,Cove Care,agency,home,Care at home in the Cove,personal-care,Weekday hour,hour,23.50,20.10,Cove Care,089999,66374958,four-weekly',
        'X1,Cove Care,agency,home,Care at home in the Cove,personal-care,Sunday hour,hour,27.00,,Cove Care,089999,66374958,four-weekly',
      ].join('\n'),
    );
    expect(await importProviders(world.context, actor, 'harbourside', path)).toEqual({
      accepted: 2,
      unchanged: 0,
      rejected: [],
    });
    expect(await importProviders(world.context, actor, 'harbourside', path)).toEqual({
      accepted: 0,
      unchanged: 2,
      rejected: [],
    });
  });

  test('an import proposes where a provider is paid and never makes it so; each proposal is in the audit trail', async () => {
    const row = (account: string) =>
      `X9,Quay Care,agency,home,Care by the quay,personal-care,Hour,hour,20.00,,Quay Care,${account},four-weekly`;
    for (const account of ['089999,66374958', '089999,66374958', '107999,88837491']) {
      const path = file('payee.csv', [PROVIDER_HEAD, row(account)].join('\n'));
      await importProviders(world.context, actor, 'harbourside', path);
    }
    const { accounts, entries } = await inTransaction(world.database.db, WORLD.council, async (tx) => ({
      accounts: await tx
        .selectFrom('payee_accounts')
        .select(['state', 'origin', 'account_number', 'proposed_by'])
        .where('account_name', '=', 'Quay Care')
        .orderBy('account_number')
        .execute(),
      entries: await tx
        .selectFrom('audit_entries')
        .innerJoin('payee_accounts', 'payee_accounts.id', 'audit_entries.record_id')
        .select(['audit_entries.account_id', 'audit_entries.details'])
        .where('event', '=', 'payee-account.proposed')
        .where('payee_accounts.account_name', '=', 'Quay Care')
        .execute(),
    }));
    const common = { origin: 'import', proposed_by: 'system' };
    expect(accounts).toEqual([
      { ...common, state: 'refused', account_number: '66374958' },
      { ...common, state: 'proposed', account_number: '88837491' },
    ]);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/66374958|88837491/);
  });

  test("an account that fails the bank's own check, an unknown unit and a price with three decimals are each explained", async () => {
    const path = file(
      'bad-providers.csv',
      [
        PROVIDER_HEAD,
        'X2,A,agency,l,L,personal-care,O,hour,20,,A,089999,66374959,weekly',
        'X3,B,agency,l,L,personal-care,O,fortnight,20,,,,,weekly',
        'X4,C,agency,l,L,personal-care,O,hour,20.001,,,,,weekly',
      ].join('\n'),
    );
    const result = await importProviders(world.context, actor, 'harbourside', path);
    expect(result.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'account.number_does_not_fit'],
      [3, 'cell.not_a_choice'],
      [4, 'money.too_many_decimals'],
    ]);
  });

  test('a file with the wrong columns names what is missing and takes nothing', async () => {
    await expect(
      importProviders(world.context, actor, 'harbourside', file('wrong.csv', 'colour,size\nred,1\n')),
    ).rejects.toMatchObject({ code: 'import.columns_wrong', details: { found: ['colour', 'size'] } });
  });
});

describe('community groups', () => {
  test('a file saved by Excel with a mark, or in Windows-1252, reads the same', async () => {
    const text = 'reference,name,description\nG1,Café Society,A cosy café for company\n';
    expect(await importCommunity(world.context, actor, file('bom.csv', `\uFEFF${text}`))).toMatchObject({
      accepted: 1,
    });
    expect(await importCommunity(world.context, actor, file('latin.csv', Buffer.from(text, 'latin1')))).toMatchObject({
      accepted: 0,
      unchanged: 1,
    });
  });

  test('a file of one council never changes what another council put in the catalogue', async () => {
    const head = 'reference,name,description,website\n';
    await importCommunity(
      world.context,
      actor,
      file('ours.csv', `${head}G9,Tide Singers,Songs,https://tide.example\n`),
    );
    const theirs = file('theirs.csv', `${head}G9,Tide Singers,Songs,https://thief.example\n`);
    await importCommunity(world.context, systemActor(WORLD.elsewhere, 'import'), theirs);
    const listings = await world.database.db
      .selectFrom('listings')
      .select('website')
      .where('title', '=', 'Tide Singers')
      .orderBy('id')
      .execute();
    expect(listings.map(({ website }) => website).sort()).toEqual(['https://thief.example', 'https://tide.example']);
  });

  test('a cell that a spreadsheet would run is kept as the text it is', async () => {
    await importCommunity(
      world.context,
      actor,
      file('formula.csv', 'reference,name,description\nG2,"=cmd|\' /C calc\'!A0",Chess for all\n'),
    );
    const found = await world.database.db
      .selectFrom('listings')
      .select('title')
      .where('title', 'like', '=cmd%')
      .execute();
    expect(found).toEqual([{ title: "=cmd|' /C calc'!A0" }]);
  });
});

const TRAFFORD = fileURLToPath(new URL('../../../../../shared/data/trafford/', import.meta.url));

describe.runIf(existsSync(TRAFFORD))('the open data of Trafford, as it is', () => {
  test('postcodes are all taken', async () => {
    const result = await importPostcodes(world.context, `${TRAFFORD}postcodes.csv`);
    expect(result).toEqual({ accepted: 11_264, unchanged: 0, rejected: [] });
    expect(await importPostcodes(world.context, `${TRAFFORD}postcodes.csv`)).toEqual({
      accepted: 0,
      unchanged: 11_264,
      rejected: [],
    });
  });

  test.each([
    ['care-homes', 56],
    ['charities', 736],
    ['sports-clubs', 140],
    ['libraries', 13],
    ['food-banks', 7],
    ['mental-health-services', 60],
  ])('%s: every row is taken or explained', async (name, rows) => {
    const result = await importCommunity(world.context, actor, `${TRAFFORD}${name}.csv`);
    expect(result.accepted + result.unchanged + result.rejected.length).toBe(rows);
    expect(result.accepted).toBeGreaterThan(rows * 0.9);
    const again = await importCommunity(world.context, actor, `${TRAFFORD}${name}.csv`);
    expect(again).toEqual({ accepted: 0, unchanged: result.accepted, rejected: result.rejected });
  });

  test.each([
    // the row itself is misspelt: "Larkhill Demetia Cafe", WA15 7AZ
    ['dementia cafe near WA15', /Larkhill Demetia Cafe/],
    ['badminton near M31', /ABC Partington Badminton/],
    ['counselling for a teenager', /42nd Street|Young|Youth|Kooth|Teen/i],
  ])('"%s" finds the right thing among the first three', async (words, wanted) => {
    const answer = await world.app.inject(`/api/listings?words=${encodeURIComponent(words)}`);
    const titles = answer
      .json<{ items: { title: string; organisation?: { name: string } }[] }>()
      .items.map(({ title }) => title);
    expect(titles.slice(0, 3).join(' | ')).toMatch(wanted);
  });
});
