// Imports, from file to row: real open data where it lies beside the project, and every kind of bad input that people send.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTransaction } from '@support-market/db/transaction';
import type { ImportKind } from '@support-market/domain/imports/import-states';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furtherInWords, takeFurther } from '../features/listings/further-values.repo.ts';
import { ageListings } from '../features/listings/listing-ages.service.ts';
import { schedulePayIns } from '../features/pay-ins/pay-ins.service.ts';
import { sealRecords } from '../features/seals/sealing.service.ts';
import { type Actor, systemActor } from '../platform/audit.repo.ts';
import { step } from '../platform/transitions.repo.ts';
import { openSealKeys } from '../ports/seal-keys/seal-keys.ts';
import { keepAllPages, outOfDate } from '../testing/catalogue-check.repo.ts';
import { slugOf } from '../testing/slug-of.repo.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, buildWorld, WORLD } from '../testing/world.ts';
import { type ImportAnswer, previewImport, takeImport, takePreviewed } from './imports/import-file.ts';
import { undoImport } from './imports/undo-import.ts';
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

const take = (kind: ImportKind, file: string, more: { layout?: string; actor?: Actor } = {}): Promise<ImportAnswer> =>
  takeImport(world.context, more.actor ?? actor, { kind, file, fileName: 'test.csv', layout: more.layout });
const reasons = ({ rejected }: ImportAnswer) => rejected.map(({ row, code }) => [row, code]);

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
    expect(await take('people', path)).toMatchObject({ accepted: 3, unchanged: 0, rejected: [] });
    expect(await take('people', path)).toMatchObject({ accepted: 0, unchanged: 3, rejected: [] });
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
        person('M-7', 'care', { arrangement: 'individual-service-fund', holder: 'Unheard Ltd' }),
        person('M-8', 'care', { stream: 'pocket-money' }),
        person('M-1', 'care'),
      ].join('\r\n'),
    );
    const result = await take('people', path);
    expect(result).toMatchObject({ accepted: 2, unchanged: 0 });
    expect(reasons(result)).toEqual([
      [3, 'money.too_many_decimals'],
      [4, 'money.negative'],
      [5, 'money.too_large'],
      [6, 'date.does_not_exist'],
      [8, 'budget_line.holder_unknown'],
      [9, 'cell.not_a_choice'],
      [10, 'import.repeated_row'],
    ]);
    expect(result.rejected[0]?.message).toBe('Column "amount": An amount has at most two digits after the point.');
    expect(result.rejected.find(({ row }) => row === 9)?.message).toContain('Write one of: social-care, health,');
    expect(result.notes).toEqual([
      {
        row: 7,
        code: 'import.without_place',
        message: 'Column "postcode": That is not a postcode. The row was taken without its place.',
      },
    ]);
  });

  test('a smaller amount in a later file is explained and cuts nothing', async () => {
    await take('people', file('cut-before.csv', [PEOPLE_HEAD, person('C-1', 'care')].join('\n')));
    const result = await take(
      'people',
      file('cut-after.csv', [PEOPLE_HEAD, person('C-1', 'care', { amount: '10.00' })].join('\n')),
    );
    expect(result.rejected).toMatchObject([{ row: 2, code: 'budget_line.award_lowered' }]);
  });
});

describe('providers with services and prices', () => {
  test('are taken with both prices, their bank account and their terms; again changes nothing', async () => {
    const path = file(
      'providers.csv',
      [
        PROVIDER_HEAD,
        'X1,Cove Care,agency,home,Care at home in the Cove,personal-care,Weekday hour,hour,23.50,20.10,Cove Care,089999,66374958,four-weekly',
        'X1,Cove Care,agency,home,Care at home in the Cove,personal-care,Sunday hour,hour,27.00,,Cove Care,089999,66374958,four-weekly',
      ].join('\n'),
    );
    expect(await take('providers', path)).toMatchObject({
      accepted: 2,
      unchanged: 0,
      rejected: [],
    });
    expect(await take('providers', path)).toMatchObject({
      accepted: 0,
      unchanged: 2,
      rejected: [],
    });
  });

  test('an import only proposes where a provider is paid; each proposal is in the audit trail', async () => {
    const row = (account: string) =>
      `X9,Quay Care,agency,home,Care by the quay,personal-care,Hour,hour,20.00,,Quay Care,${account},four-weekly`;
    for (const account of ['089999,66374958', '089999,66374958', '107999,88837491']) {
      const path = file('payee.csv', [PROVIDER_HEAD, row(account)].join('\n'));
      await take('providers', path);
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

  test('a wrong bank account, an unknown unit and a price with three decimals are each explained', async () => {
    const path = file(
      'bad-providers.csv',
      [
        PROVIDER_HEAD,
        'X2,A,agency,l,L,personal-care,O,hour,20,,A,089999,66374959,weekly',
        'X3,B,agency,l,L,personal-care,O,fortnight,20,,,,,weekly',
        'X4,C,agency,l,L,personal-care,O,hour,20.001,,,,,weekly',
      ].join('\n'),
    );
    const result = await take('providers', path);
    expect(reasons(result)).toEqual([
      [2, 'account.number_does_not_fit'],
      [3, 'cell.not_a_choice'],
      [4, 'money.too_many_decimals'],
    ]);
  });

  test('a file with the wrong columns names what is missing and takes nothing', async () => {
    await expect(take('providers', file('wrong.csv', 'colour,size\nred,1\n'))).rejects.toMatchObject({
      code: 'import.columns_wrong',
      details: { found: ['colour', 'size'] },
    });
  });
});

describe('community groups', () => {
  test('a file saved by Excel with a mark, or in Windows-1252, reads the same', async () => {
    const text = 'reference,name,description\nG1,Café Society,A cosy café for company\n';
    expect(await take('community', file('bom.csv', `\uFEFF${text}`))).toMatchObject({
      accepted: 1,
    });
    expect(await take('community', file('latin.csv', Buffer.from(text, 'latin1')))).toMatchObject({
      accepted: 0,
      unchanged: 1,
    });
  });

  test('a file of one council never changes what another council put in the catalogue', async () => {
    const head = 'reference,name,description,website\n';
    await take('community', file('ours.csv', `${head}G9,Tide Singers,Songs,https://tide.example\n`));
    const theirs = file('theirs.csv', `${head}G9,Tide Singers,Songs,https://thief.example\n`);
    await take('community', theirs, { actor: systemActor(WORLD.elsewhere, 'import') });
    const listings = await world.database.db
      .selectFrom('listings')
      .select('website')
      .where('title', '=', 'Tide Singers')
      .orderBy('id')
      .execute();
    expect(listings.map(({ website }) => website).sort()).toEqual(['https://thief.example', 'https://tide.example']);
  });

  test('a cell that a spreadsheet would run is kept as the text it is', async () => {
    await take(
      'community',
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

describe('the layout of a file', () => {
  const OWN = 'reference,name,description,address,postcode,telephone,website,email,category';

  test('is our own also where another has more columns in common with it', async () => {
    const path = file('own.csv', `${OWN}\nL1,Quay Walkers,We walk,The quay,HB1 1AB,0123,,,clubs-and-groups\n`);
    expect(await take('community', path)).toMatchObject({ accepted: 1, layout: 'community' });
  });

  test('that lacks a column of ours is refused with its name, and is not read as another', async () => {
    const path = file(
      'lacks.csv',
      `${OWN.replace('reference,', '')}\nQuay Walkers,We walk,The quay,HB1 1AB,0123,,,clubs-and-groups\n`,
    );
    await expect(take('community', path)).rejects.toMatchObject({
      code: 'import.columns_wrong',
      details: { layout: 'community', missing: ['reference'] },
    });
    await expect(take('community', path, { layout: 'no-such-layout' })).rejects.toMatchObject({
      code: 'import.layout_unknown',
    });
  });

  test('can be named, and then further columns do no harm', async () => {
    const path = file('named.csv', 'name,category,address,postcode,colour\nTide Rowers,Rowing,The quay,HB1 1AB,blue\n');
    await expect(take('community', path)).rejects.toMatchObject({ code: 'import.columns_wrong' });
    expect(await take('community', path, { layout: 'trafford-sports-clubs' })).toMatchObject({ accepted: 1 });
  });
});

describe('what several rows say of one thing', () => {
  test('a blank cell in a further row, or in a later file, takes nothing away', async () => {
    const head = `${PEOPLE_HEAD},email,telephone`;
    const first = `${person('B-1', 'care')},noor@b1.example,0161 496 0000`;
    const further = 'B-1,,,,,2026-04-01,,,,short,Breaks,short-breaks,council-managed,,200.00,,,';
    expect(await take('people', file('blank.csv', [head, first, further].join('\n')))).toMatchObject({
      accepted: 2,
      rejected: [],
    });
    await take(
      'people',
      file('later.csv', [head, `${person('B-1', 'care', { postcode: '', given: 'Noora' })},,`].join('\n')),
    );
    const found = await world.database.ownerDb
      .selectFrom('people')
      .innerJoin('person_telephones as telephone', 'telephone.person_id', 'people.id')
      .innerJoin('person_addresses as address', 'address.person_id', 'people.id')
      .select(['full_name', 'email', 'number', 'address.postcode'])
      .where('reference', '=', 'B-1')
      .execute();
    expect(found).toEqual([
      { full_name: 'Noora Iqbal', email: 'noor@b1.example', number: '0161 496 0000', postcode: 'HB1 1AB' },
    ]);
  });

  test('a row that says otherwise than an earlier one is refused with that row and the column', async () => {
    const rows = [PEOPLE_HEAD, person('B-2', 'care'), person('B-2', 'more', { given: 'Nora' })];
    const result = await take('people', file('otherwise.csv', rows.join('\n')));
    expect(reasons(result)).toEqual([[3, 'import.says_otherwise']]);
    expect(result.rejected[0]?.message).toContain('Column "given_name"');
    expect(result.rejected[0]?.message).toContain('See row 2.');
  });

  test('of a provider: what a later file leaves blank stays, and space is unknown until it is said', async () => {
    const head =
      'provider_reference,provider,kind,listing_reference,listing,category,offer,unit,price,telephone,website,notice_hours,has_space';
    const row = (more: string) => `K1,Kelp Care,agency,l1,Kelp care at home,personal-care,Hour,hour,20.00,${more}`;
    const kept = () =>
      world.database.db
        .selectFrom('listings')
        .innerJoin('organisations', 'organisations.id', 'listings.organisation_id')
        .innerJoin('offers', 'offers.listing_id', 'listings.id')
        .select(['telephone', 'listings.website', 'has_space', 'notice_hours'])
        .where('title', '=', 'Kelp care at home')
        .execute();
    await take('providers', file('kelp.csv', `${head}\n${row('0161 496 0001,https://kelp.example,24,')}\n`));
    expect(await kept()).toMatchObject([{ has_space: null }]);
    await take('providers', file('kelp.csv', `${head}\n${row(',,,yes')}\n`));
    await take('providers', file('kelp.csv', `${head}\n${row(',,,')}\n`));
    expect(await kept()).toEqual([
      { telephone: '0161 496 0001', website: 'https://kelp.example', has_space: true, notice_hours: 24 },
    ]);
  });
});

test('a line above the cost, a birth to come and half an account are refused with the column', async () => {
  const head = `${PEOPLE_HEAD},date_of_birth,account_name,sort_code,account_number`;
  const rows = [
    `${person('R-1', 'care', { amount: '9000.01' })},,,,`,
    `${person('R-2', 'care')},2030-01-01,,,`,
    `${person('R-3', 'care')},,,089999,`,
    `${person('R-4', 'own', { stream: 'own-money', arrangement: 'own', amount: '20000' })},,,,`,
    `${person('R-5', 'own', { stream: 'own-money', arrangement: 'own' })},,R Five,089999,66374958`,
  ];
  const result = await take('people', file('refused.csv', [head, ...rows].join('\n')));
  expect(result.accepted).toBe(1);
  expect(result.rejected.map(({ row, code, message }) => [row, code, /"(\w+)"/.exec(message)?.[1]])).toEqual([
    [2, 'budget_line.more_than_cost', 'amount'],
    [3, 'person.born_in_the_future', 'date_of_birth'],
    [4, 'account.half', 'account_name'],
    [6, 'payee_account.line_not_paid', 'account_number'],
  ]);
});

test('postcodes are taken as the Office for National Statistics publishes them, also those without a place', async () => {
  const path = file(
    'onspd.csv',
    [
      'pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,osward,lsoa21,lat,long',
      'BF1 0AA,BF1  0AA,BF1 0AA,201203,,,,,,99.999999,0.000000',
      'HB777AA,HB77 7AA,HB77 7AA,198001,,377777,455555,E05099999,E01099999,53.500000,-2.300000',
      'HB777AB,HB77 7AB,HB77 7AB,198001,199606,,,,,,',
      'GY1 1AA,GY1  1AA,GY1 1AA,198001,,,,,,91.000000,0.000000',
    ].join('\n'),
  );
  const result = await take('postcodes', path);
  expect(result).toMatchObject({ accepted: 3, layout: 'ons-postcodes' });
  expect(result.rejected).toEqual([
    { row: 5, code: 'cell.not_a_number', message: 'Column "lat": That is not a number we can take here.' },
  ]);
  const kept = await world.database.db
    .selectFrom('postcodes')
    .select(['postcode', 'latitude', 'ward_code'])
    .where('postcode', 'in', ['BF1 0AA', 'HB77 7AA', 'HB77 7AB'])
    .orderBy('postcode')
    .execute();
  expect(kept).toEqual([
    { postcode: 'BF1 0AA', latitude: null, ward_code: null },
    { postcode: 'HB77 7AA', latitude: 53.5, ward_code: 'E05099999' },
    { postcode: 'HB77 7AB', latitude: null, ward_code: null },
  ]);
  const near = await world.app.inject('/api/listings?words=care%20near%20BF1%200AA');
  expect(near.statusCode).toBe(200);
});

describe('the two presses', () => {
  const look = (kind: ImportKind, path: string) =>
    previewImport(world.context, actor, { kind, file: path, fileName: 'people.csv' });
  const takeSeen = (importId: string | null, path: string) =>
    takePreviewed(world.context, actor, importId ?? '', { file: path, fileName: 'people.csv' });
  const counted = async () =>
    (
      await sql<object>`select (select count(*)::int from people) as people, (select count(*)::int from ledger_transfers) as transfers,
        (select count(*)::int from payee_accounts) as accounts, (select count(*)::int from audit_entries where event = 'person.created') as audits`.execute(
        world.database.ownerDb,
      )
    ).rows[0];

  test('a preview changes nothing; the same bytes are taken, others or a second time are refused', async () => {
    const path = file(
      'two.csv',
      [PEOPLE_HEAD, person('T-1', 'care'), person('T-1', 'b', { amount: '12.50' })].join('\n'),
    );
    const before = await counted();
    const seen = await look('people', path);
    expect(await counted()).toEqual(before);
    expect(seen.totals).toEqual({
      ...{ accepted: 2, unchanged: 0, rejected: 0, withoutPlace: 0, keptBack: 0 },
      counts: [
        { name: 'people', count: 1 },
        { name: 'budgets', count: 1 },
        { name: 'lines', count: 2 },
      ],
      sums: [{ name: 'amount', pence: 801_250 }],
      changes: [
        { noun: 'budget_lines', created: 2, changed: 0 },
        { noun: 'budgets', created: 1, changed: 0 },
        { noun: 'people', created: 1, changed: 0 },
        { noun: 'person_addresses', created: 1, changed: 0 },
      ],
    });
    const other = file('other.csv', [PEOPLE_HEAD, person('T-1', 'care', { amount: '1' })].join('\n'));
    await expect(takeSeen(seen.importId, other)).rejects.toMatchObject({ code: 'import.not_previewed' });
    expect(await takeSeen(seen.importId, path)).toMatchObject({ accepted: 2 });
    await expect(takeSeen(seen.importId, path)).rejects.toMatchObject({ code: 'import.not_running' });
  });

  test('a file that would do something else than was shown is not taken', async () => {
    const path = file('moved.csv', [PEOPLE_HEAD, person('T-2', 'care')].join('\n'));
    const seen = await look('people', path);
    await take('people', path);
    await expect(takeSeen(seen.importId, path)).rejects.toMatchObject({ code: 'import.other_totals' });
  });

  test('an undone import of people gives money back by a movement, removes names, and can come again', async () => {
    await take('people', file('u0.csv', [PEOPLE_HEAD, person('U-1', 'care', { amount: '5000' })].join('\n')));
    const rows = [PEOPLE_HEAD, person('U-1', 'care', { amount: '6000', given: 'Nur' }), person('U-2', 'care')];
    const path = file('u1.csv', rows.join('\n'));
    const taken = await take('people', path);
    const facts = async () =>
      (
        await sql<object>`select person.full_name, person.state, line.award_pence::int as award, line.state as line, account.available::int as left
          from people as person join budget_lines as line on line.person_id = person.id
          join ledger_accounts as account on account.id = 'line:' || line.id where person.reference in ('U-1', 'U-2') order by person.reference`.execute(
          world.database.ownerDb,
        )
      ).rows;
    const after = await facts();
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(await facts()).toEqual([
      { full_name: 'Noor Iqbal', state: 'active', award: 500_000, line: 'open', left: 500_000 },
      { full_name: 'Taken back', state: 'taken-back', award: 0, line: 'closed', left: 0 },
    ]);
    await expect(undoImport(world.context, actor, taken.importId ?? '')).rejects.toMatchObject({
      code: 'import.not_running',
    });
    await take('people', path);
    expect(await facts()).toEqual(after);
    await sealRecords(world.context);
    expect((await verifyBooks(world.database.ownerDb, openSealKeys(world.context.config))).balanced).toBe(true);
  });

  test('money in advance follows a line that a file shortens, and goes back with the import', async () => {
    const fund = (until: string) =>
      person('F-1', 'isf', {
        ...{ arrangement: 'individual-service-fund', holder: 'Bright Care', weekly: '350.00' },
        ...{ from: '2026-11-02', until },
      });
    const send = (until: string) => take('people', file(`fund-${until}.csv`, [PEOPLE_HEAD, fund(until)].join('\n')));
    const payIns = async () =>
      (
        await sql<object>`select pay_in.to_date::text as until, pay_in.amount_pence::int as pence, pay_in.state from pay_ins as pay_in
          join budget_lines as line on line.id = pay_in.line_id join people as person on person.id = line.person_id
         where person.reference = 'F-1'`.execute(world.database.ownerDb)
      ).rows;
    const first = await send('2027-03-31');
    await inTransaction(world.database.db, WORLD.council, (tx) => schedulePayIns(tx, world.clock, actor));
    const whole = [{ until: '2026-11-15', pence: 70_000, state: 'due' }];
    expect(await payIns()).toEqual(whole);
    const shorter = await send('2026-11-08');
    expect(await payIns()).toEqual([{ until: '2026-11-08', pence: 35_000, state: 'due' }]);
    await undoImport(world.context, actor, shorter.importId ?? '');
    expect(await payIns()).toEqual(whole);
    await expect(undoImport(world.context, actor, first.importId ?? '')).rejects.toMatchObject({
      code: 'import.something_hangs',
      details: { things: ['pay_ins'] },
    });
  });

  test('an import of another council, or of a kind that a role may not bring in, is as if it were not there', async () => {
    const path = file('hidden.csv', [PEOPLE_HEAD, person('U-9', 'care')].join('\n'));
    const { importId } = await take('people', path);
    const undo = async (account: string, council: string, id: string) => {
      const headers = await world.signIn(account, council);
      const answer = await world.app.inject({ method: 'POST', url: `/api/imports/${id}/undo`, headers });
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        ...{ council_id: WORLD.elsewhere, id: 'mem_elsewhereadministrator000', account_id: ACCOUNTS.elsewhere },
        ...{ role: 'administrator', person_id: null, organisation_id: null },
      })
      .execute();
    const missing = await undo(ACCOUNTS.administrator, WORLD.council, 'imp_01missing00000000000000000');
    expect(missing).toEqual([404, 'record.not_found']);
    expect(await undo(ACCOUNTS.elsewhere, WORLD.elsewhere, importId ?? '')).toEqual(missing);
    expect(await undo(ACCOUNTS.editor, WORLD.council, importId ?? '')).toEqual(missing);
    expect((await undo(ACCOUNTS.administrator, WORLD.council, importId ?? ''))[0]).toBe(200);
  });

  test('an import on which something hangs, or that was changed since, is not undone and says why', async () => {
    const path = file('h.csv', [PEOPLE_HEAD, person('H-1', 'care')].join('\n'));
    const taken = await take('people', path);
    const { id } = await world.database.ownerDb
      .selectFrom('people')
      .select('id')
      .where('reference', '=', 'H-1')
      .executeTakeFirstOrThrow();
    const undo = () => undoImport(world.context, actor, taken.importId ?? '');
    const change = (name: string) =>
      world.database.ownerDb.updateTable('people').set({ full_name: name }).where('id', '=', id).execute();
    await change('Somebody Else');
    await expect(undo()).rejects.toMatchObject({ code: 'import.changed_since', details: { things: ['people'] } });
    await change('Noor Iqbal');
    await world.database.ownerDb
      .insertInto('caseloads')
      .values({
        council_id: WORLD.council,
        id: 'case_h1',
        account_id: ACCOUNTS.practitioner,
        person_id: id,
        from_date: world.clock.today(),
      })
      .execute();
    await expect(undo()).rejects.toMatchObject({ code: 'import.something_hangs', details: { things: ['caseloads'] } });
    await world.database.ownerDb.deleteFrom('caseloads').where('id', '=', 'case_h1').execute();
    await expect(undo()).resolves.toMatchObject({ kept: 0 });
  });

  test('an import of providers is undone: services and prices go, and prices that it replaced hold again', async () => {
    const row = (reference: string, price: string) =>
      `${reference},${reference} Care,agency,home,${reference} at home,personal-care,Hour,hour,${price},,,,,weekly`;
    await take('providers', file('z0.csv', [PROVIDER_HEAD, row('Z1', '20.00')].join('\n')));
    const path = file('z1.csv', [PROVIDER_HEAD, row('Z1', '22.00'), row('Z2', '30.00')].join('\n'));
    await keepAllPages(world);
    const taken = await take('providers', path);
    expect(await outOfDate(world)).toEqual([]);
    const prices = async () =>
      (
        await world.database.db
          .selectFrom('offer_prices')
          .innerJoin('offers', 'offers.id', 'offer_prices.offer_id')
          .innerJoin('listings', 'listings.id', 'offers.listing_id')
          .select(['title', 'price_pence'])
          .where('replaced_at', 'is', null)
          .where('title', 'in', ['Z1 at home', 'Z2 at home'])
          .orderBy('title')
          .execute()
      ).map(({ title, price_pence }) => `${title} ${price_pence}`);
    expect(await prices()).toEqual(['Z1 at home 2200', 'Z2 at home 3000']);
    await keepAllPages(world);
    expect(await undoImport(world.context, actor, taken.importId ?? '')).toMatchObject({ kept: 0 });
    expect(await prices()).toEqual(['Z1 at home 2000']);
    expect(await outOfDate(world)).toEqual([]);
  });
});

describe('whose word stands', () => {
  const HEAD = 'reference,name,description,telephone,postcode';
  const group = (name: string, telephone: string, description = 'Games for everyone') =>
    file('w.csv', [HEAD, `W1,${name},${description},${telephone},HB1 1AB`].join('\n'));
  const idOf = async (table: 'organisations' | 'listings'): Promise<string> =>
    (
      await world.database.ownerDb
        .selectFrom(table as 'listings')
        .select('id')
        .where('source', '=', `${WORLD.council} community`)
        .where('source_ref', '=', 'w1')
        .executeTakeFirstOrThrow()
    ).id;
  const ask = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
    const headers = await world.signIn(ACCOUNTS.communityGroup, WORLD.council);
    const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const save = async (change: object) => {
    const url = `/api/organisations/${await idOf('organisations')}/record`;
    const { body } = await ask('GET', url);
    const keys = [
      ...['name', 'description', 'addressLine', 'city', 'postcode'],
      ...['showAddress', 'email', 'telephone', 'website', 'acceptsIsf'],
    ];
    const facts = { ...Object.fromEntries(keys.map((key) => [key, body[key]])), ...change };
    return ask('PUT', url, { version: body.version, facts });
  };
  const record = async () => (await ask('GET', `/api/organisations/${await idOf('organisations')}/record`)).body;

  test('what an import said is changed by its next file, and each fact says which file it came from', async () => {
    await take('community', group('Old Games', '0161 496 0001'));
    await world.database.ownerDb
      .insertInto('memberships')
      .values({
        ...{ council_id: WORLD.council, id: 'mem_whoseword00000000000000000', account_id: ACCOUNTS.communityGroup },
        ...{ role: 'community-group', organisation_id: await idOf('organisations') },
      })
      .execute();
    expect((await take('community', group('Old Games', '0161 496 0002'))).totals.accepted).toBe(1);
    const { telephone, origins } = await record();
    expect(telephone).toBe('0161 496 0002');
    expect(origins).toContainEqual({
      ...{ field: 'telephone', by: 'import', councilName: 'Harbourside Council', list: 'community' },
      ...{ fileName: 'test.csv', reference: 'w1', saidAt: world.clock.now().toString() },
    });
  });

  test('what the owner said stays against every file, and preview and result say which cell was left out', async () => {
    expect((await save({ telephone: '0161 496 7777' })).status).toBe(200);
    const path = group('Newer Games', '0161 496 0003');
    const left = [{ row: 2, code: 'import.owner_said_otherwise' }];
    const preview = await previewImport(world.context, actor, { kind: 'community', file: path, fileName: 'w.csv' });
    expect(preview.notes).toMatchObject(left);
    await keepAllPages(world);
    const taken = await take('community', path);
    expect(taken.notes).toMatchObject(left);
    expect(taken.notes[0]?.message).toContain('Column "telephone"');
    const after = await record();
    expect([after.name, after.telephone]).toEqual(['Newer Games', '0161 496 7777']);
    expect(after.origins).toContainEqual(expect.objectContaining({ field: 'telephone', by: 'provider' }));
    expect(after.fileValues).toMatchObject([{ field: 'telephone', value: '0161 496 0003' }]);
    expect(await outOfDate(world)).toEqual([]);
    // The same file again says the same, and changes nothing.
    const again = await take('community', path);
    expect([again.unchanged, again.notes.length]).toEqual([1, 1]);
  });

  test('the owner keeps its own word and hears no more of it, or takes what the file said', async () => {
    const url = `/api/organisations/${await idOf('organisations')}/file-values`;
    expect((await ask('POST', url, { field: 'telephone', take: false })).status).toBe(200);
    await take('community', group('Newer Games', '0161 496 0003'));
    expect((await record()).fileValues).toEqual([]);
    await take('community', group('Newer Games', '0161 496 0004'));
    expect((await record()).fileValues).toMatchObject([{ value: '0161 496 0004' }]);
    expect((await ask('POST', url, { field: 'telephone', take: true })).body).toEqual({ taken: true });
    const after = await record();
    expect([after.telephone, after.fileValues]).toEqual(['0161 496 0004', []]);
    await take('community', group('Newer Games', '0161 496 0005'));
    expect((await record()).telephone).toBe('0161 496 0005');
    expect((await ask('POST', url, { field: 'name', take: true })).status).toBe(409);
  });

  test('an import that is undone leaves every fact with the file that it came from before', async () => {
    const before = await record();
    const taken = await take('community', group('Undone Games', '0161 496 0006'));
    expect((await record()).name).toBe('Undone Games');
    await keepAllPages(world);
    await undoImport(world.context, actor, taken.importId ?? '');
    const after = await record();
    expect([after.name, after.telephone, after.origins]).toEqual([before.name, before.telephone, before.origins]);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('a file says whether an address is shown, the name of the place and the size; one person’s is hidden', async () => {
    const head = `${PROVIDER_HEAD},size,place,address,postcode,show_address`;
    const row = (reference: string, more: string) =>
      `${reference},${reference} Care,business,home,${reference} at home,personal-care,Hour,hour,20.00,,,,,weekly,${more}`;
    const rows = [row('S1', 'one-person,,1 Own Row,HB1 1AB,'), row('S2', 'one-person,Quay Hall,1 Quay,HB1 1AB,yes')];
    const wrong = row('S3', 'huge,,,,');
    const taken = await take('providers', file('shown.csv', [head, ...rows, wrong].join('\n')));
    expect(taken.rejected).toMatchObject([{ row: 4, code: 'cell.not_a_choice' }]);
    expect(taken.rejected[0]?.message).toContain('one-person, small, medium, large');
    const pageOf = async (words: string) =>
      (await world.app.inject(`/api/listings/${await slugOf(world, 'listings', words)}`)).json();
    expect(await pageOf('s1-at-home')).toMatchObject({ addressShown: false, addressLine: '', postcode: 'HB1' });
    expect(await pageOf('s2-at-home')).toMatchObject({ addressShown: true, venue: 'Quay Hall', postcode: 'HB1 1AB' });
    await undoImport(world.context, actor, taken.importId ?? '');
    expect((await pageOf('s1-at-home')).code).toBe('record.not_found');
  });

  test('a provider agrees to self-billing with the council of the file, until the file is undone', async () => {
    const head = `${PROVIDER_HEAD},self_billing_agreed_on`;
    const row = 'SB1,Billed Care,business,l,L,personal-care,O,hour,20.00,,,,,,2026-05-01';
    const taken = await take('providers', file('self-billing.csv', [head, row].join('\n')));
    const agreed = async () =>
      (
        await world.database.ownerDb
          .selectFrom('agreements')
          .innerJoin('organisations', 'organisations.id', 'agreements.organisation_id')
          .select(['council_id', 'billing_period', 'self_billing_agreed_on'])
          .where('name', '=', 'Billed Care')
          .execute()
      ).map((one) => ({ ...one, self_billing_agreed_on: one.self_billing_agreed_on?.toString() }));
    const said = { council_id: WORLD.council, self_billing_agreed_on: '2026-05-01' };
    expect(await agreed()).toEqual([{ ...said, billing_period: 'calendar-month' }]);
    // Another file that says only how often it is paid leaves the agreement.
    const later = 'SB1,Billed Care,business,l,L,personal-care,O,hour,20.00,,,,,weekly,';
    const again = await take('providers', file('self-billing.csv', [head, later].join('\n')));
    expect(await agreed()).toEqual([{ ...said, billing_period: 'weekly' }]);
    await undoImport(world.context, actor, again.importId ?? '');
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(await agreed()).toEqual([]);
  });

  test('who saves a form that is no longer what is stored is told, and another council reaches none of it', async () => {
    const id = await idOf('organisations');
    const old = { version: 'older', contacts: [] };
    expect((await ask('PUT', `/api/organisations/${id}/record`, old)).status).toBe(409);
    await world.database.ownerDb
      .updateTable('organisations')
      .set({ listed_by: WORLD.elsewhere })
      .where('id', '=', id)
      .execute();
    expect((await ask('GET', `/api/organisations/${id}/record`)).status).toBe(404);
    await world.database.ownerDb
      .updateTable('organisations')
      .set({ listed_by: WORLD.council })
      .where('id', '=', id)
      .execute();
  });

  test('a listing’s beginning and changes are read by its owner and by the auditor of its council', async () => {
    const id = await idOf('listings');
    const owned = (await ask('GET', `/api/listings/${id}/history`)).body;
    expect(owned.items.at(-1)).toMatchObject({ event: 'listing.imported', fromState: null, toState: 'published' });
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      step({ tx, clock: world.clock, actor }, 'listings', 'markStale', [{ id }], { audit: null }),
    );
    expect((await ask('POST', `/api/listings/${id}/confirm`)).status).toBe(200);
    const headers = await world.signIn(ACCOUNTS.auditor, WORLD.council);
    const audited = (await world.app.inject({ url: `/api/listings/${id}/history`, headers })).json();
    const steps = audited.items.map((one: { event: string; role: string }) => [one.event, one.role]);
    expect(steps).toContainEqual(['listing.confirmed', expect.stringContaining('community-group')]);
    expect(steps).toContainEqual(['listing.marked-stale', 'import']);
    const { slug } = (await ask('GET', `/api/listings/${id}/record`)).body;
    const page = (await world.app.inject(`/api/listings/${slug}`)).json();
    expect([page.lastChecked, page.fromFile?.councilName, page.stale]).toEqual([
      world.clock.today().toString(),
      'Harbourside Council',
      false,
    ]);
  });

  test('a listing left unconfirmed is marked after half a year, hidden after a year, each time told of', async () => {
    const id = await idOf('listings');
    const { slug } = (await ask('GET', `/api/listings/${id}/record`)).body;
    const start = world.clock.now();
    const onDay = async (days: number) => {
      world.clock.set(start.add({ hours: 24 * days }));
      await ageListings(world.context);
      const page = await world.app.inject(`/api/listings/${slug}`);
      const { rows } = await sql<{ kind: string }>`
        select kind from messages where details ->> 'listingId' = ${id} order by created_at`.execute(
        world.database.ownerDb,
      );
      return [page.statusCode === 200 ? page.json().stale : page.statusCode, rows.map(({ kind }) => kind)];
    };
    expect((await ask('POST', `/api/listings/${id}/confirm`)).status).toBe(200);
    expect(await onDay(180)).toEqual([false, []]);
    expect(await onDay(185)).toEqual([true, ['listing.marked-stale']]);
    expect(await onDay(360)).toEqual([true, ['listing.marked-stale']]);
    expect(await onDay(370)).toEqual([404, ['listing.marked-stale', 'listing.hidden']]);
    expect((await ask('POST', `/api/listings/${id}/confirm`)).status).toBe(200);
    expect(await onDay(371)).toEqual([false, ['listing.marked-stale', 'listing.hidden']]);
    expect(await outOfDate(world)).toEqual([]);
    world.clock.set(start);
  });
});

describe('further places, kinds, contacts and events', () => {
  const MORE =
    'place,further_categories,further_places,contact,contact_role,contact_telephone,contact_languages,event,event_frequency,event_first_date,event_starts,event_ends,event_place,event_breaks';
  const row = (more: string) => `F1,Further Care,business,l,Further care,personal-care,O,hour,20.00,,,,,,${more}`;
  const first = [
    `Quay Hall,housework,"Mill, 2 Mill Lane, HB1 1AB; Barn",Jo,,0161 496 0000,Urdu;Polish,Lunch,weekly,2026-11-05,12:00,13:30,Mill,2026-12-24 to 2027-01-02 each year (closed); 2026-11-12`,
    ',,,,Manager,0161 496 0001,,Choir,monthly-last,2026-11-26,18:00,19.30,,',
    ',,,,,,,Late,weekly,2026-11-05,12:00,11:00,,',
    ',,,,,,,Far,weekly,2026-11-05,12:00,13:00,Moon,',
    ',,,Sam,,,,,,,,,,',
    ',,,,,,,Odd,weekly,2026-11-05,12:00,13:00,,2026-12-24 until Easter',
  ];
  const write = (name: string, rows: readonly string[]) =>
    file(name, [`${PROVIDER_HEAD},${MORE}`, ...rows.map(row)].join('\n'));
  const page = async () =>
    (await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'further-care')}`)).json();
  const stored = async () => {
    const { ownerDb } = world.database;
    const { id } = await ownerDb
      .selectFrom('listings')
      .select('id')
      .where('title', '=', 'Further care')
      .executeTakeFirstOrThrow();
    const links = await ownerDb
      .selectFrom('listing_locations')
      .innerJoin('locations', 'locations.id', 'location_id')
      .select(['locations.id', 'name', 'address_line', 'postcode', 'position'])
      .where('listing_id', '=', id)
      .orderBy('position')
      .execute();
    const kinds = await ownerDb.selectFrom('listing_categories').selectAll().where('listing_id', '=', id).execute();
    const contacts = await ownerDb
      .selectFrom('contacts')
      .select(['id', 'name', 'role', 'telephone', 'languages'])
      .where('listing_id', '=', id)
      .orderBy('telephone')
      .execute();
    const events = await ownerDb
      .selectFrom('events')
      .select(['id', 'name', 'location_id', 'week_of_month', 'start_time', 'end_time'])
      .where('listing_id', '=', id)
      .orderBy('name')
      .execute();
    const breaks = await ownerDb
      .selectFrom('event_breaks')
      .innerJoin('events', 'events.id', 'event_id')
      .select(['from_date', 'to_date', 'every_year', 'reason'])
      .where('listing_id', '=', id)
      .orderBy('from_date')
      .execute();
    return { id, links, kinds, contacts, events, breaks };
  };
  let importId = '';

  test('are shown in the preview, taken with the rest, and explained by their column where they are wrong', async () => {
    const path = write('further.csv', first);
    const preview = await previewImport(world.context, actor, { kind: 'providers', file: path, fileName: 'f.csv' });
    const counted = new Map(preview.totals.changes.map(({ noun, created }) => [noun, created]));
    expect([...counted].filter(([noun]) => /location|categor|contact|event/.test(noun))).toEqual([
      ...[
        ['contacts', 2],
        ['event_breaks', 2],
        ['events', 2],
        ['listing_categories', 1],
      ],
      ...[
        ['listing_locations', 3],
        ['locations', 3],
      ],
    ]);
    const names = preview.shown.map(({ noun, name }) => `${noun} ${name}`);
    for (const name of ['locations Mill', 'contacts Jo', 'contacts Manager', 'events Choir'])
      expect(names).toContain(name);
    const taken = await take('providers', path);
    importId = taken.importId ?? '';
    expect(reasons(taken)).toEqual([
      [4, 'schedule.ends_before_start'],
      [5, 'cell.not_a_choice'],
      [6, 'cell.missing'],
      [7, 'date.not_a_date'],
    ]);
    expect(taken.rejected[1]?.message).toContain('Quay Hall, Mill, Barn');
    const { links, kinds, contacts, events, breaks } = await stored();
    expect(links.map((one) => [one.name, one.address_line, one.postcode])).toEqual([
      ['Quay Hall', '', null],
      ['Mill', '2 Mill Lane', 'HB1 1AB'],
      ['Barn', '', null],
    ]);
    expect(kinds).toHaveLength(1);
    expect(contacts).toMatchObject([
      { name: 'Jo', role: '', languages: ['Urdu', 'Polish'] },
      { name: '', role: 'Manager' },
    ]);
    expect(events).toMatchObject([
      { name: 'Choir', location_id: null, week_of_month: 5, start_time: '18:00:00', end_time: '19:30:00' },
      { name: 'Lunch', location_id: links[1]?.id },
    ]);
    expect(breaks.map((one) => [one.from_date.toString(), one.to_date.toString(), one.every_year, one.reason])).toEqual(
      [
        ['2026-11-12', '2026-11-12', false, ''],
        ['2026-12-24', '2027-01-02', true, 'closed'],
      ],
    );
    const again = await take('providers', path);
    expect([again.accepted, again.unchanged]).toEqual([0, 2]);
  });

  test('that a later file replaces come back as they were when it is undone', async () => {
    const before = await stored();
    await keepAllPages(world);
    const later = write('later.csv', [
      'Old Quay Hall,personal-assistants,"Mill, 2 Mill Lane, HB1 1AB",Jo,,0161 496 0009,,Lunch,weekly,2026-11-05,12:00,14:00,,2026-11-19',
    ]);
    const taken = await take('providers', later);
    const changed = await stored();
    expect(changed.links.map(({ name }) => name)).toEqual(['Old Quay Hall', 'Mill']);
    expect(changed.events.map(({ name, end_time }) => [name, end_time])).toEqual([
      ['Choir', '19:30:00'],
      ['Lunch', '14:00:00'],
    ]);
    expect(changed.breaks).toHaveLength(3);
    expect(await outOfDate(world)).toEqual([]);
    await keepAllPages(world);
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(await stored()).toEqual(before);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('a place with another address is the same place, by its name or the file’s reference, until undone', async () => {
    const before = await stored();
    const [hall, mill, barn] = before.links;
    const steps = [
      ['"Mill, 9 Mill Street, HB1 1AB; Barn"', [hall?.id, mill?.id, barn?.id], 'Mill', '9 Mill Street'],
      ['"[M] Mill, 9 Mill Street, HB1 1AB; Barn"', [hall?.id, mill?.id, barn?.id], 'Mill', '9 Mill Street'],
      ['"[M] Old Mill, 10 Mill Street, HB1 1AB; Barn"', [hall?.id, mill?.id, barn?.id], 'Old Mill', '10 Mill Street'],
    ] as const;
    const taken: string[] = [];
    for (const [places, ids, name, address] of steps) {
      const one = await take('providers', write('places.csv', [`Quay Hall,,${places},,,,,,,,,,,`]));
      taken.push(one.importId ?? '');
      const { links, events } = await stored();
      expect(links.map(({ id }) => id)).toEqual(ids);
      expect([links[1]?.name, links[1]?.address_line]).toEqual([name, address]);
      expect(events).toEqual(before.events);
    }
    for (const id of taken.reverse()) await undoImport(world.context, actor, id);
    expect(await stored()).toEqual(before);
    expect(await outOfDate(world)).toEqual([]);
  });

  test('whom a later file of the list no longer names goes, and comes back when it is undone', async () => {
    const before = await stored();
    const one = await take('providers', write('people.csv', [',,,Jo,,0161 496 0000,Urdu;Polish,,,,,,,']));
    expect((await stored()).contacts.map(({ name }) => name)).toEqual(['Jo']);
    const none = await take('providers', write('none.csv', [',,,,,,,,,,,,,']));
    expect((await stored()).contacts).toHaveLength(1);
    for (const id of [none.importId, one.importId]) await undoImport(world.context, actor, id ?? '');
    expect(await stored()).toEqual(before);
  });

  test('that the owner keeps stay the owner’s, and the file’s word is kept for the owner to take', async () => {
    const { id } = await stored();
    await world.database.ownerDb
      .insertInto('catalogue_facts')
      .values({ record_id: id, said: JSON.stringify({ events: { by: 'provider', in: 'fsrc_page' } }), left_out: '{}' })
      .onConflict((conflict) =>
        conflict
          .column('record_id')
          .doUpdateSet({ said: JSON.stringify({ events: { by: 'provider', in: 'fsrc_page' } }) }),
      )
      .execute();
    const before = await stored();
    const taken = await take('providers', write('owners.csv', [',,,,,,,Lunch,weekly,2026-11-05,12:00,15:00,,']));
    expect(taken.notes.map(({ code, message }) => [code, /Column "event"/.test(message)])).toEqual([
      ['import.owner_said_otherwise', true],
    ]);
    expect((await stored()).events).toEqual(before.events);
    expect(taken).toMatchObject({ totals: { withoutPlace: 0, keptBack: 1 } });
    const { left_out } = await world.database.ownerDb
      .selectFrom('catalogue_facts')
      .select('left_out')
      .where('record_id', '=', id)
      .executeTakeFirstOrThrow();
    const said = (left_out as Record<string, { in: string; values: { events: Record<string, unknown>[] } }>)['events'];
    expect(said?.values.events).toMatchObject([{ name: 'Lunch', firstDate: '2026-11-05', endTime: '15:00' }]);
    const keep = JSON.stringify({ events: { ...said, kept: true } });
    await world.database.ownerDb
      .updateTable('catalogue_facts')
      .set({ left_out: keep })
      .where('record_id', '=', id)
      .execute();
    await take('providers', write('owners.csv', [',,,,,,,Lunch,weekly,2026-11-05,12:00,15:00,,']));
    const { left_out: still } = await world.database.ownerDb
      .selectFrom('catalogue_facts')
      .select('left_out')
      .where('record_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(still).toMatchObject({ events: { kept: true } });
    const words = furtherInWords('events', said?.values ?? {});
    expect(words).toBe('Lunch, every week, 5 November 2026, midday to 3pm');
    await inTransaction(world.database.db, WORLD.council, (tx) =>
      takeFurther(tx, world.clock, { id, organisation_id: '' }, 'events', said?.values ?? {}, {
        ...{ id: said?.in ?? '', kind: 'import', councilId: WORLD.council },
      }),
    );
    expect((await stored()).events.map(({ name, end_time }) => [name, end_time])).toContainEqual(['Lunch', '15:00:00']);
  });

  test('of a group are rows of the same reference, and all of it goes when the first import is undone', async () => {
    const head =
      'reference,name,description,place,further_places,contact,contact_email,event,event_frequency,event_first_date,event_starts,event_ends,event_place';
    const rows = [
      'fg-1,Further Games,Board games for all,Hall,"Mill, HB1 1AB",Kit,kit@games.example,Games,weekly,2026-11-05,18:00,20:00,Mill',
      'fg-1,,,,,,,Open day,once,2026-12-05,10:00,16:00,',
    ];
    const taken = await take('community', file('further-groups.csv', [head, ...rows].join('\n')));
    expect([taken.accepted, taken.rejected]).toEqual([2, []]);
    const games = (await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'further-games')}`)).json();
    expect(games.places.map(({ name }: { name: string }) => name)).toEqual(['Hall', 'Mill']);
    await undoImport(world.context, actor, taken.importId ?? '');
    expect(
      (await world.app.inject(`/api/listings/${await slugOf(world, 'listings', 'further-games')}`)).json().code,
    ).toBe('record.not_found');
    await world.database.ownerDb
      .updateTable('catalogue_facts')
      .set({ said: '{}' })
      .where('record_id', '=', (await stored()).id)
      .execute();
    await expect(undoImport(world.context, actor, importId)).rejects.toMatchObject({ code: 'import.changed_since' });
    expect((await page()).title).toBe('Further care');
  });
});

describe('who may act for whom, and who works with whom', () => {
  const mails = async () =>
    new Map(
      (await world.database.ownerDb.selectFrom('accounts').select(['id', 'email']).execute()).map(({ id, email }) => [
        id,
        email ?? '',
      ]),
    );

  test('mandates are taken with lines, limits and days, changed by a later file, and undone', async () => {
    const holder = (await mails()).get(ACCOUNTS.representative) ?? '';
    await take(
      'people',
      file('man-people.csv', [PEOPLE_HEAD, person('MA-1', 'care'), person('MA-1', 'b', { amount: '10' })].join('\n')),
    );
    const head =
      'person_reference,kind,holder,may_order,may_confirm,may_manage_money,from,until,lines,order_limit,month_limit';
    const row = (until: string, lines: string, limit: string) =>
      `MA-1,representative,${holder},yes,yes,no,2026-04-01,${until},${lines},${limit},`;
    const bad = [
      'NOT-1,representative,a@b.example,yes,yes,no,2026-04-01,2027-03-31,,,',
      'MA-1,representative,no-account@b.example,yes,yes,no,2026-04-01,2027-03-31,,,',
      'MA-1,cousin,a@b.example,yes,yes,no,2026-04-01,2027-03-31,,,',
      `MA-1,representative,${holder},yes,yes,no,2026-05-01,2027-03-31,no-such-line,,`,
    ];
    const first = await take(
      'mandates',
      file('man.csv', [head, row('2027-03-31', 'care', '50.00'), ...bad].join('\n')),
    );
    expect(first.rejected.map(({ row: number, message }) => [number, message.slice(0, 30)])).toEqual([
      [3, 'Column "person_reference": Not'],
      [4, 'Column "holder": Not found.'],
      [5, 'Column "kind": That is not one'],
      [6, 'Column "lines": Not found.'],
    ]);
    const kept = async () =>
      (
        await sql<object>`select mandate.state, mandate.until_date::text as until, mandate.order_limit_pence::int as limit, line.reference
          from mandates as mandate join people as person on person.id = mandate.person_id join mandate_lines as has on has.mandate_id = mandate.id
          join budget_lines as line on line.id = has.line_id where person.reference = 'MA-1'`.execute(
          world.database.ownerDb,
        )
      ).rows;
    expect(await kept()).toEqual([{ state: 'running', until: '2027-03-31', limit: 5_000, reference: 'care' }]);
    const path = file('man2.csv', [head, row('2026-12-31', '', '')].join('\n'));
    const second = await take('mandates', path);
    expect(second).toMatchObject({ accepted: 1 });
    expect(await take('mandates', path)).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await kept()).toEqual([{ state: 'running', until: '2026-12-31', limit: 5_000, reference: 'care' }]);
    await undoImport(world.context, actor, second.importId ?? '');
    expect(await kept()).toMatchObject([{ state: 'running', until: '2027-03-31' }]);
    await undoImport(world.context, actor, first.importId ?? '');
    expect(await kept()).toMatchObject([{ state: 'ended' }]);
  });

  test('a helper on paper is not let act by a file of the officer who had its code, and is by another’s', async () => {
    const { ownerDb } = world.database;
    const holder = (await mails()).get(ACCOUNTS.representative) ?? '';
    await take('people', file('paper-people.csv', [PEOPLE_HEAD, person('PA-1', 'care')].join('\n')));
    const hands = (codes: readonly string[]) =>
      sql`update account_councils set codes_printed_by = ${[...codes]}::text[] where council_id = ${WORLD.council}
        and account_id = ${ACCOUNTS.representative}`.execute(ownerDb);
    const head = 'person_reference,kind,holder,may_order,may_confirm,may_manage_money,from,until';
    const path = file('paper.csv', `${head}\nPA-1,representative,${holder},yes,yes,no,2026-04-01,2027-03-31`);
    const by = (account: string) =>
      take('mandates', path, { actor: { accountId: account, councilId: WORLD.council, memberships: [] } });
    await hands([ACCOUNTS.manager]);
    const own = await by(ACCOUNTS.manager);
    expect(own).toMatchObject({ accepted: 0, rejected: [{ row: 2, code: 'mandate.same_person' }] });
    expect(own.rejected[0]?.message).toContain('Column "holder"');
    expect(await by(ACCOUNTS.administrator)).toMatchObject({ accepted: 1, rejected: [] });
    // Who changes by a file what they may do is noted, for they print no code for them either.
    const longer = file('paper2.csv', `${head}\nPA-1,representative,${holder},yes,yes,yes,2026-04-01,2027-03-31`);
    await take('mandates', longer, {
      actor: { accountId: ACCOUNTS.financeSecond, councilId: WORLD.council, memberships: [] },
    });
    const { rows } =
      await sql`select made_by, changed_by from mandates join people on people.id = person_id where reference = 'PA-1'`.execute(
        ownerDb,
      );
    expect(rows).toEqual([{ made_by: ACCOUNTS.administrator, changed_by: [ACCOUNTS.financeSecond] }]);
    await hands([]);
  });

  test('caseloads are taken from a day on, ended by a later file, and never laid over each other', async () => {
    const email = (await mails()).get(ACCOUNTS.practitioner) ?? '';
    await take('people', file('case-people.csv', [PEOPLE_HEAD, person('CL-1', 'care')].join('\n')));
    const head = 'email,person_reference,from,until';
    const send = (...rows: string[]) => take('caseloads', file('case.csv', [head, ...rows].join('\n')));
    const first = await send(
      `${email},CL-1,2026-04-01,`,
      `${email},CL-1,2026-06-01,`,
      `no-account@b.example,CL-1,2026-04-01,`,
    );
    expect(first).toMatchObject({ accepted: 1 });
    expect(reasons(first)).toEqual([
      [3, 'import.repeated_row'],
      [4, 'record.not_found'],
    ]);
    expect(await send(`${email},CL-1,2026-04-01,2026-05-31`, `${email},CL-1,2026-06-01,`)).toMatchObject({
      accepted: 2,
    });
    expect(await send(`${email},CL-1,2026-04-01,`)).toMatchObject({ accepted: 0, unchanged: 1 });
  });

  test('who leaves on a later day is taken up to it, and a row beyond it is refused with that day', async () => {
    const mail = await mails();
    const holder = mail.get(ACCOUNTS.representative) ?? '';
    const email = mail.get(ACCOUNTS.practitioner) ?? '';
    await take('people', file('leave.csv', [PEOPLE_HEAD, person('LV-1', 'care'), person('LV-2', 'care')].join('\n')));
    const mandate = (reference: string, from: string, until: string) =>
      `${reference},representative,${holder},yes,yes,no,${from},${until}`;
    const mandates = (...rows: string[]) => {
      const head = 'person_reference,kind,holder,may_order,may_confirm,may_manage_money,from,until';
      return take('mandates', file('leave-mandates.csv', [head, ...rows].join('\n')));
    };
    const caseloads = (...rows: string[]) =>
      take('caseloads', file('leave-cases.csv', ['email,person_reference,from,until', ...rows].join('\n')));
    const until = async () =>
      (
        await sql<{ day: string }>`select until_date::text as day from mandates join people on people.id = person_id
          where people.reference = 'LV-1' and mandates.state = 'running' order by 1`.execute(world.database.ownerDb)
      ).rows.map(({ day }) => day);
    await mandates(mandate('LV-1', '2026-04-01', '2027-03-31'));
    const shorter = await mandates(mandate('LV-1', '2026-04-01', '2026-12-31'));
    const today = world.clock.today();
    const leave = (reference: string, lastDay: Temporal.PlainDate) =>
      inTransaction(world.database.db, WORLD.council, async (tx) => {
        const { id } = await tx
          .selectFrom('people')
          .select('id')
          .where('reference', '=', reference)
          .executeTakeFirstOrThrow();
        const work = { tx, clock: world.clock, actor };
        await step(work, 'people', 'leave', [{ id }], { set: { last_day: lastDay }, audit: null });
      });
    const lastDay = Temporal.PlainDate.from('2027-01-31');
    await leave('LV-1', lastDay);
    await leave('LV-2', today.subtract({ days: 1 }));

    const sent = await mandates(
      mandate('LV-1', '2026-05-01', '2027-01-31'),
      mandate('LV-1', '2026-06-01', '2027-02-01'),
      mandate('LV-2', '2026-06-01', '2026-12-31'),
    );
    expect(sent).toMatchObject({ accepted: 1 });
    expect(sent.rejected.map(({ row, message }) => [row, message])).toEqual([
      [3, 'Column "until": These days are after the last day of this person with the council. It is 31 January 2027.'],
      [4, 'Column "person_reference": This person is no longer with the council.'],
    ]);
    // A caseload may run on, for there is work to finish; it does not begin after the day.
    const cases = await caseloads(`${email},LV-1,2026-04-01,2027-01-31`, `${email},LV-1,2027-02-01,`);
    expect(cases).toMatchObject({ accepted: 1 });
    expect(reasons(cases)).toEqual([[3, 'person.leaves_before']]);
    // What is undone comes back no longer than the person stays.
    await undoImport(world.context, actor, shorter.importId ?? '');
    expect(await until()).toEqual(['2027-01-31', '2027-01-31']);
  });
});

const TRAFFORD = fileURLToPath(new URL('../../../../../shared/data/trafford/', import.meta.url));

describe.runIf(existsSync(TRAFFORD))('the open data of Trafford, as it is', () => {
  test('postcodes are all taken', async () => {
    const result = await take('postcodes', `${TRAFFORD}postcodes.csv`);
    expect(result).toMatchObject({ accepted: 11_264, unchanged: 0, rejected: [] });
    expect(await take('postcodes', `${TRAFFORD}postcodes.csv`)).toMatchObject({
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
    const result = await take('community', `${TRAFFORD}${name}.csv`);
    expect(result.accepted + result.unchanged + result.rejected.length).toBe(rows);
    expect(result.accepted).toBeGreaterThan(rows * 0.9);
    const again = await take('community', `${TRAFFORD}${name}.csv`);
    expect(again).toMatchObject({ accepted: 0, unchanged: result.accepted, rejected: result.rejected });
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
