// A small, named world that API tests share: two councils, three providers, one family, and someone in every role.

import type { Tx } from '@support-market/db/pool';
import type { TestDatabase } from '@support-market/db/testing/test-database';
import { inTransaction } from '@support-market/db/transaction';
import type { Role } from '@support-market/domain/access/roles';
import { fundingAccount, lineAccount } from '@support-market/domain/ledger/accounts';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import { insertFunders } from '../features/funders/new-funders.repo.ts';
import { listingsChanged } from '../platform/listing-changes.repo.ts';
import { openAccounts, postTransfers } from '../ports/ledger/ledger.repo.ts';
import { insertReleasedAccounts } from './funder-accounts.ts';
import { payeeAccountOf } from './payee-accounts.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

export const YEAR_START = date('2026-04-01');
const WRITTEN_AT = Temporal.Instant.from('2026-04-01T09:00:00Z');
const STAMPS = { created_at: WRITTEN_AT, changed_at: WRITTEN_AT };
export const YEAR_END = date('2027-03-31');

/** Fixed ids, so that a failing test names what it is about. */
export const WORLD = {
  council: 'cncl_harbourside0000000000000',
  elsewhere: 'cncl_nextdoor000000000000000',
  agency: 'org_agency0000000000000000000',
  club: 'org_club000000000000000000000',
  gardener: 'org_gardener00000000000000000',
  brokers: 'org_brokers000000000000000000',
  adults: 'fun_adults000000000000000000',
  children: 'fun_children0000000000000000',
  health: 'fun_health000000000000000000',
  ownMoney: 'fun_ownmoney0000000000000000',
  careOffer: 'off_care00000000000000000000',
  clubOffer: 'off_club00000000000000000000',
  gardenOffer: 'off_garden00000000000000000',
  careListing: 'lst_care00000000000000000000',
  clubListing: 'lst_club00000000000000000000',
  gardenListing: 'lst_garden00000000000000000',
  asha: 'per_asha000000000000000000000',
  ashaCare: 'line_ashacare0000000000000000',
  ashaOwn: 'line_ashaown00000000000000000',
  mother: 'per_mother0000000000000000000',
  motherCare: 'line_mothercare00000000000000',
  sonOne: 'per_sonone0000000000000000000',
  sonOneBreaks: 'line_sonone000000000000000000',
  sonTwo: 'per_sontwo0000000000000000000',
  sonTwoBreaks: 'line_sontwo000000000000000000',
  stranger: 'per_stranger00000000000000000',
  strangerCare: 'line_stranger0000000000000000',
  paperAccount: 'acc_paper00000000000000000000',
  selfFunder: 'per_selffunder000000000000000',
  selfFunderOwn: 'line_selffunder00000000000000',
} as const;

/** Accounts, one a role in Harbourside, and a budget holder of the other council. */
export const ACCOUNTS = {
  asha: 'acc_asha000000000000000000000',
  representative: 'acc_representative00000000000',
  broker: 'acc_broker0000000000000000000',
  provider: 'acc_provider00000000000000000',
  clubProvider: 'acc_clubprovider0000000000000',
  isfHolder: 'acc_isfholder0000000000000000',
  communityGroup: 'acc_communitygroup00000000000',
  practitioner: 'acc_practitioner0000000000000',
  manager: 'acc_manager000000000000000000',
  finance: 'acc_finance000000000000000000',
  financeSecond: 'acc_financesecond000000000000',
  commissioner: 'acc_commissioner0000000000000',
  auditor: 'acc_auditor000000000000000000',
  editor: 'acc_editor0000000000000000000',
  administrator: 'acc_administrator000000000000',
  stranger: 'acc_stranger00000000000000000',
  selfFunder: 'acc_selffunder000000000000000',
  elsewhere: 'acc_elsewhere0000000000000000',
} as const;

export type AccountName = keyof typeof ACCOUNTS;

/** The funder that each kind of money of the world comes from. */
const FUNDER_OF = { 'social-care': WORLD.adults, 'short-breaks': WORLD.children, 'own-money': WORLD.ownMoney } as const;

/** Where each funder of the world pays from. */
const FUNDER_ACCOUNTS = {
  ASC: { sortCode: '089999', accountNumber: '66374958' },
  CHS: { sortCode: '202959', accountNumber: '63748472' },
  NHS: { sortCode: '871427', accountNumber: '46238510' },
  OWN: { sortCode: '107999', accountNumber: '88837491' },
} as const;

interface LineSeed {
  readonly id: string;
  readonly person: string;
  readonly stream: 'social-care' | 'short-breaks' | 'own-money';
  readonly arrangement: 'council-managed' | 'own';
  readonly name: string;
  readonly pence: number;
}

const LINES: readonly LineSeed[] = [
  {
    id: WORLD.ashaCare,
    person: WORLD.asha,
    stream: 'social-care',
    arrangement: 'council-managed',
    name: 'Social care',
    pence: 520_000,
  },
  {
    id: WORLD.ashaOwn,
    person: WORLD.asha,
    stream: 'own-money',
    arrangement: 'own',
    name: 'My own money',
    pence: 5_000,
  },
  {
    id: WORLD.motherCare,
    person: WORLD.mother,
    stream: 'social-care',
    arrangement: 'council-managed',
    name: 'Social care',
    pence: 100_000,
  },
  {
    id: WORLD.sonOneBreaks,
    person: WORLD.sonOne,
    stream: 'short-breaks',
    arrangement: 'council-managed',
    name: 'Short breaks',
    pence: 100_000,
  },
  {
    id: WORLD.sonTwoBreaks,
    person: WORLD.sonTwo,
    stream: 'short-breaks',
    arrangement: 'council-managed',
    name: 'Short breaks',
    pence: 100_000,
  },
  {
    id: WORLD.strangerCare,
    person: WORLD.stranger,
    stream: 'social-care',
    arrangement: 'council-managed',
    name: 'Social care',
    pence: 100_000,
  },
];

const SELF_FUNDER_LINE: LineSeed = {
  id: WORLD.selfFunderOwn,
  person: WORLD.selfFunder,
  stream: 'own-money',
  arrangement: 'own',
  name: 'My own money',
  pence: 10_000,
};

const ROLE_OF: Readonly<
  Record<Exclude<AccountName, 'elsewhere' | 'selfFunder'>, { role: Role; person?: string; organisation?: string }>
> = {
  asha: { role: 'budget-holder', person: WORLD.asha },
  representative: { role: 'representative' },
  broker: { role: 'broker', organisation: WORLD.brokers },
  provider: { role: 'provider', organisation: WORLD.agency },
  clubProvider: { role: 'provider', organisation: WORLD.club },
  isfHolder: { role: 'isf-holder', organisation: WORLD.agency },
  communityGroup: { role: 'community-group', organisation: WORLD.club },
  practitioner: { role: 'practitioner' },
  manager: { role: 'manager' },
  finance: { role: 'finance' },
  financeSecond: { role: 'finance' },
  commissioner: { role: 'commissioner' },
  auditor: { role: 'auditor' },
  editor: { role: 'editor' },
  administrator: { role: 'administrator' },
  stranger: { role: 'budget-holder', person: WORLD.stranger },
};

/** Builds the world in a test's database. Everything is dated 1 April 2026. */
export async function buildWorld(test: { readonly database: Pick<TestDatabase, 'db' | 'ownerDb'> }): Promise<void> {
  const { ownerDb, db } = test.database;
  const at = Temporal.Instant.from('2026-04-01T08:00:00Z');
  const council = (id: string, slug: string, name: string, code: string) => ({
    id,
    slug,
    name,
    code,
    address_line: '1 Harbour Street',
    city: 'Harbourside',
    postcode: 'HB1 1AA',
    email: `finance@${slug}.example`,
  });
  await ownerDb
    .insertInto('councils')
    .values([
      council(WORLD.council, 'harbourside', 'Harbourside Council', 'HAR'),
      council(WORLD.elsewhere, 'elsewhere', 'Elsewhere Council', 'ELS'),
    ])
    .execute();
  await ownerDb
    .insertInto('categories')
    .values([
      { id: 'cat_help000000000000000000000', slug: 'help-at-home', name: 'Help at home', position: 1 },
      { id: 'cat_days000000000000000000000', slug: 'day-activities', name: 'Day activities', position: 2 },
    ])
    .execute();
  const organisation = (id: string, slug: string, name: string, kind: string) => ({
    id,
    slug,
    name,
    kind,
    address_line: '2 Quay Road',
    city: 'Harbourside',
    postcode: 'HB1 2AB',
    email: `office@${slug}.example`,
    listed_by: WORLD.council,
    accepts_isf: true,
    ...STAMPS,
  });
  await ownerDb
    .insertInto('organisations')
    .values([
      {
        ...organisation(WORLD.agency, 'bright-care', 'Bright Care', 'agency'),
        cqc_location_id: '1-1000000001',
        tax_reference: '1234567890',
      },
      {
        ...organisation(WORLD.club, 'quayside-club', 'Quayside Club', 'charity'),
        charity_number: '1100001',
        tax_reference: '1234567891',
      },
      { ...organisation(WORLD.gardener, 'green-gardens', 'Green Gardens', 'business'), vat_number: 'GB123456789' },
      organisation(WORLD.brokers, 'harbour-brokers', 'Harbour Brokers', 'broker'),
    ])
    .execute();
  await ownerDb
    .insertInto('payee_accounts')
    .values([
      payeeAccountOf(WORLD.council, { organisationId: WORLD.agency, accountName: 'Bright Care' }),
      payeeAccountOf(WORLD.council, {
        organisationId: WORLD.club,
        accountName: 'Quayside Club',
        sortCode: '107999',
        accountNumber: '88837491',
      }),
      payeeAccountOf(WORLD.council, {
        organisationId: WORLD.gardener,
        accountName: 'Green Gardens',
        sortCode: '202959',
        accountNumber: '63748472',
      }),
    ])
    .execute();
  const listing = (
    id: string,
    slug: string,
    organisationId: string,
    title: string,
    category: string,
    fromPence: bigint,
  ) => ({
    id,
    slug,
    organisation_id: organisationId,
    category_id: category,
    kind: 'service',
    title,
    summary: title,
    from_price_pence: fromPence,
    ...STAMPS,
  });
  await ownerDb
    .insertInto('listings')
    .values([
      listing(WORLD.careListing, 'care-at-home', WORLD.agency, 'Care at home', 'cat_help000000000000000000000', 2200n),
      listing(WORLD.clubListing, 'friday-club', WORLD.club, 'Friday club', 'cat_days000000000000000000000', 1250n),
      listing(WORLD.gardenListing, 'gardening', WORLD.gardener, 'Gardening', 'cat_help000000000000000000000', 4800n),
    ])
    .execute();
  await ownerDb
    .insertInto('offers')
    .values([
      {
        id: WORLD.careOffer,
        listing_id: WORLD.careListing,
        name: 'Care, by the hour',
        unit: 'hour',
      },
      {
        id: WORLD.clubOffer,
        listing_id: WORLD.clubListing,
        name: 'A session',
        unit: 'session',
      },
      {
        id: WORLD.gardenOffer,
        listing_id: WORLD.gardenListing,
        name: 'Gardening, by the hour',
        unit: 'hour',
        welfare: false,
      },
    ])
    .execute();
  await ownerDb
    .insertInto('offer_prices')
    .values(
      [
        { offer: WORLD.careOffer, price: 2200n },
        { offer: WORLD.clubOffer, price: 1250n },
        { offer: WORLD.gardenOffer, price: 4000n },
      ].map(({ offer, price }) => ({
        id: `opr_${offer}`,
        offer_id: offer,
        price_pence: price,
        valid_from: YEAR_START,
        set_by: 'import',
        recorded_at: at,
      })),
    )
    .execute();
  await ownerDb
    .transaction()
    .execute((tx) => listingsChanged(tx, [WORLD.careListing, WORLD.clubListing, WORLD.gardenListing]));
  await ownerDb
    .insertInto('agreed_rates')
    .values({
      council_id: WORLD.council,
      id: 'rate_care000000000000000000000',
      offer_id: WORLD.careOffer,
      price_pence: 1920n,
      valid_from: YEAR_START,
      recorded_at: at,
    })
    .execute();
  await ownerDb
    .insertInto('agreements')
    .values(
      [WORLD.agency, WORLD.club, WORLD.gardener].map((organisationId, index) => ({
        council_id: WORLD.council,
        id: `agr_world0000000000000000000${index}`,
        organisation_id: organisationId,
        billing_period: 'weekly',
        self_billing_agreed_on: YEAR_START,
        from_date: YEAR_START,
      })),
    )
    .execute();

  const person = (id: string, reference: string, given: string, careGroup: string, family: string | null) => ({
    council_id: WORLD.council,
    id,
    reference,
    full_name: `${given} ${family ?? 'Example'}`,
    family_ref: family,
    care_groups: [careGroup],
  });
  await ownerDb
    .insertInto('people')
    .values([
      person(WORLD.asha, 'P-1', 'Asha', 'physical-disability', null),
      person(WORLD.mother, 'P-2', 'Maryam', 'learning-disability', 'Hassan'),
      person(WORLD.sonOne, 'P-3', 'Bilal', 'children', 'Hassan'),
      person(WORLD.sonTwo, 'P-4', 'Omar', 'children', 'Hassan'),
      person(WORLD.stranger, 'P-5', 'Stan', 'older-people', null),
    ])
    .execute();
  await ownerDb
    .insertInto('person_addresses')
    .values(
      [WORLD.asha, WORLD.mother, WORLD.sonOne, WORLD.sonTwo, WORLD.stranger].map((personId, index) => ({
        council_id: WORLD.council,
        id: `adr_world000000000000000000${index}`,
        person_id: personId,
        position: 0,
        kind: 'home',
        address_line: `${index + 1} Quay Street`,
        postcode: 'HB1 1AB',
        access_notes: 'Key safe 4411, ring twice',
      })),
    )
    .execute();
  await ownerDb
    .insertInto('accounts')
    .values(
      Object.entries(ACCOUNTS).map(([name, id]) => ({
        id,
        email: `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}@harbourside.example`,
        name,
        created_at: at,
      })),
    )
    .execute();
  await ownerDb
    .insertInto('memberships')
    .values(
      Object.entries(ROLE_OF).map(([name, { role, person: personId, organisation: organisationId }], index) => ({
        council_id: WORLD.council,
        id: `mem_world000000000000000000${String(index).padStart(2, '0')}`,
        account_id: ACCOUNTS[name as AccountName],
        role,
        person_id: personId ?? null,
        organisation_id: organisationId ?? null,
      })),
    )
    .execute();
  await ownerDb
    .insertInto('people')
    .values({
      council_id: WORLD.elsewhere,
      id: 'per_elsewhere0000000000000000',
      reference: 'E-1',
      full_name: 'Ed Elsewhere',
      care_groups: ['older-people'],
    })
    .execute();
  await ownerDb
    .insertInto('memberships')
    .values({
      council_id: WORLD.elsewhere,
      id: 'mem_elsewhere0000000000000000',
      account_id: ACCOUNTS.elsewhere,
      role: 'budget-holder',
      person_id: 'per_elsewhere0000000000000000',
    })
    .execute();
  await ownerDb
    .insertInto('account_councils')
    .values(
      Object.entries(ACCOUNTS).map(([name, id]) => ({
        account_id: id,
        council_id: name === 'elsewhere' ? WORLD.elsewhere : WORLD.council,
      })),
    )
    .execute();
  const mandate = (index: number, personId: string, holder: { account_id: string } | { organisation_id: string }) => ({
    council_id: WORLD.council,
    id: `man_world00000000000000000${String(index).padStart(2, '0')}`,
    person_id: personId,
    account_id: 'account_id' in holder ? holder.account_id : null,
    organisation_id: 'organisation_id' in holder ? holder.organisation_id : null,
    kind: 'account_id' in holder ? 'representative' : 'broker',
    may_order: true,
    may_confirm: true,
    may_manage_money: true,
    from_date: YEAR_START,
    until_date: YEAR_END,
  });
  await ownerDb
    .insertInto('mandates')
    .values([
      mandate(1, WORLD.asha, { account_id: ACCOUNTS.representative }),
      mandate(2, WORLD.mother, { organisation_id: WORLD.brokers }),
      mandate(3, WORLD.sonOne, { organisation_id: WORLD.brokers }),
      mandate(4, WORLD.sonTwo, { organisation_id: WORLD.brokers }),
    ])
    .execute();
  await ownerDb
    .insertInto('caseloads')
    .values({
      council_id: WORLD.council,
      id: 'cas_world0000000000000000001',
      account_id: ACCOUNTS.practitioner,
      person_id: WORLD.asha,
      from_date: YEAR_START,
    })
    .execute();

  await inTransaction(db, WORLD.council, async (tx) => {
    const own = { address: null };
    const funders = [
      {
        ...own,
        id: WORLD.adults,
        code: 'ASC',
        name: 'Adults’ social care',
        kind: 'directorate',
        streams: ['social-care'],
      },
      {
        ...own,
        id: WORLD.children,
        code: 'CHS',
        name: 'Children’s services',
        kind: 'directorate',
        streams: ['short-breaks', 'education'],
      },
      {
        id: WORLD.health,
        code: 'NHS',
        name: 'Coast Integrated Care Board',
        kind: 'nhs',
        address: { line: '9 Infirmary Road', city: 'Coast', postcode: 'HB2 4QT' },
        streams: ['health'],
      },
      {
        ...own,
        id: WORLD.ownMoney,
        code: 'OWN',
        name: 'People’s own money',
        kind: 'people',
        streams: ['own-money', 'family'],
      },
    ] as const;
    await insertFunders(tx, WORLD.council, at, funders);
    await insertReleasedAccounts(
      tx,
      WORLD.council,
      { proposedBy: ACCOUNTS.finance, releasedBy: ACCOUNTS.financeSecond, at },
      funders.map(({ id, name, code }) => ({
        id: `fac_${id.slice(4)}`,
        funderId: id,
        accountName: name,
        ...FUNDER_ACCOUNTS[code],
      })),
    );
    for (const line of LINES) await insertLine(tx, at, line);
  });
}

async function insertLine(tx: Tx, at: Temporal.Instant, line: LineSeed): Promise<void> {
  const budgetId = `bud_${line.person.slice(4)}`;
  await tx
    .insertInto('budgets')
    .values({
      council_id: WORLD.council,
      id: budgetId,
      person_id: line.person,
      starts_on: YEAR_START,
      ends_on: YEAR_END,
      cost_pence: 520_000n,
      contribution_pence: 0n,
      council_pence: 520_000n,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('budget_lines')
    .values({
      council_id: WORLD.council,
      id: line.id,
      budget_id: budgetId,
      person_id: line.person,
      reference: line.id,
      name: line.name,
      funder_id: FUNDER_OF[line.stream],
      stream: line.stream,
      arrangement: line.arrangement,
      starts_on: YEAR_START,
      ends_on: YEAR_END,
      award_pence: BigInt(line.pence),
    })
    .execute();
  await openAccounts(tx, WORLD.council, [fundingAccount(FUNDER_OF[line.stream]), lineAccount(line.id)]);
  await postTransfers(tx, { councilId: WORLD.council, effectiveAt: at, recordedAt: at, recordedBy: 'system' }, [
    {
      kind: 'single',
      id: `tr_award:${line.id}`,
      code: 'award',
      debit: fundingAccount(FUNDER_OF[line.stream]).id,
      credit: lineAccount(line.id).id,
      amountPence: pence(line.pence),
      lineId: line.id,
    },
  ]);
}

/** Somebody who made their own account, with £100.00 of their own money. Apart from the world, whose rows tests count. */
export async function insertSelfFunder(test: {
  readonly database: Pick<TestDatabase, 'db' | 'ownerDb'>;
}): Promise<void> {
  const { ownerDb, db } = test.database;
  await ownerDb
    .insertInto('people')
    .values({
      ...{ council_id: WORLD.council, id: WORLD.selfFunder, reference: 'OWN-1', full_name: 'Sal Example' },
      origin: 'self-made',
    })
    .execute();
  await ownerDb
    .insertInto('memberships')
    .values({
      ...{ council_id: WORLD.council, id: 'mem_selffunder000000000000000', account_id: ACCOUNTS.selfFunder },
      ...{ role: 'budget-holder', person_id: WORLD.selfFunder },
    })
    .execute();
  const at = Temporal.Instant.from('2026-04-01T08:00:00Z');
  await inTransaction(db, WORLD.council, (tx) => insertLine(tx, at, SELF_FUNDER_LINE));
}
