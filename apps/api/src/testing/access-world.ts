// A world in which every route can be tried with a record that is there, one that is hidden, and one that is not there.

import { type ProtectedAction, type Reach, reachOf } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { Temporal } from 'temporal-polyfill';
import type { GuardedRoute } from '../http/access.ts';
import { findSessionViewer } from '../platform/viewer.repo.ts';
import { addFeed } from './add-feed.ts';
import { addPriceRise, addPriceRiseOrder } from './add-price-rise.ts';
import { newKey, placeOrder } from './place-order.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, insertSelfFunder, WORLD } from './world.ts';

/** One record as the test knows it: its id, and whose affair it is. */
export interface Sample {
  readonly id: string;
  readonly person: string | null;
  readonly organisation: string | null;
  /** The account it belongs to alone, if it does. */
  readonly account?: AccountName;
  /** It is of somebody who made their own account: hidden from those of the council who do not keep its books. */
  readonly selfMade?: true;
}

/**
 * A record that Asha, her helpers and the agency may reach; one that they may not; one of somebody who made their own
 * account, where there is such; and one that does not exist.
 */
export interface Samples {
  readonly ashas: Sample;
  readonly strangers: Sample;
  readonly selfFunders?: Sample;
  readonly missing: string;
}

/** Bodies that pass the schema, so that a request gets as far as the record. */
export const BODIES: Readonly<Record<string, object>> = {
  'PUT /api/basket/items/:id': {
    personId: WORLD.asha,
    offerId: WORLD.clubOffer,
    kind: 'one-off',
    firstDate: '2026-11-20',
    shares: [{ lineId: WORLD.ashaOwn, weight: 1 }],
  },
  'PUT /api/organisations/:id/record': { version: 'older' },
  'PUT /api/listings/:id/record': { version: 'older' },
  'PUT /api/listings/:id/dates': {
    ...{ eventId: 'evt_nothing000000000000000000', date: '2026-11-20', is: 'moved', reason: '' },
    movedTo: { date: '2026-11-21', startTime: '10:00', endTime: '11:00' },
  },
  'POST /api/organisations/:id/file-values': { field: 'name', take: false },
  'POST /api/listings/:id/file-values': { field: 'title', take: false },
  'POST /api/listings/:id/prices': { offerId: WORLD.careOffer, pricePence: 2_200, from: '2027-06-01' },
  'POST /api/organisations/:id/listings': { title: 'A walk', category: 'clubs-and-groups', free: true },
  'POST /api/listings/:id/offers': {
    ...{ name: 'Care on Sundays', unit: 'hour', days: 'sunday', minimumMinutes: 60, noticeHours: 48 },
    ...{ welfare: true, zeroRated: false, pricePence: 2_600, from: '2027-06-01' },
  },
  'PUT /api/listings/:id/offers': {
    ...{ offerId: 'off_nothing000000000000000000', name: 'Care on Sundays', minimumMinutes: 60, noticeHours: 48 },
    ...{ welfare: true, zeroRated: false },
  },
  'POST /api/listings/:id/prices/remove': { priceId: 'opr_nothing000000000000000000' },
  'PUT /api/organisations/:id/checks': {
    ...{ version: '', insuredUntil: '2027-01-31', dbsCheckedOn: null, cqcLocationId: null },
    ...{ charityNumber: null, taxReference: null },
  },
  'POST /api/listings/:id/approve': { version: '0'.repeat(32) },
  'POST /api/listings/:id/ask-for-changes': { version: '0'.repeat(32), reason: 'Say where you meet.' },
  'POST /api/listings/:id/withhold': { reason: 'It has closed.' },
  'POST /api/listings/:id/show-again': { reason: 'It is open again.' },
  'POST /api/listings/:id/withdraw': { offerId: WORLD.careOffer },
  'POST /api/listings/:id/put-back': { offerId: WORLD.careOffer },
  'PUT /api/orders/:id/shared-needs': { sharedNeeds: [] },
  'PUT /api/people/:id': {
    version: 1,
    called: null,
    email: null,
    language: null,
    contactPreference: null,
    communicationNeeds: '',
    supportNeeds: '',
    addresses: [],
    telephones: [],
  },
  'POST /api/people/:id/end': {
    ending: 'left',
    lastDay: '2026-11-09',
    reason: '',
    seen: { visits: 0, backPence: 0, payIns: 0, mandates: 0 },
  },
  'POST /api/people/:id/mandates': {
    holder: 'representative@harbourside.example',
    mayOrder: true,
    mayConfirm: true,
    mayManageMoney: false,
    lineIds: null,
    orderLimitPence: null,
    monthLimitPence: null,
    fromDate: '2026-11-10',
    untilDate: '2026-11-30',
  },
  'POST /api/people/:id/paper-accounts': { name: 'Nan Helper', role: 'representative' },
  'POST /api/people/:id/paper-codes': { accountId: WORLD.paperAccount },
  'POST /api/caseloads/:id/end': { lastDay: '2026-12-31' },
  'POST /api/mandates/:id/end': { reason: '' },
  'POST /api/people/:id/come-back': { reason: '' },
  'POST /api/budget-lines/:id/change': {
    endsOn: '2027-03-31',
    awardPence: 100_000,
    reason: 'A review',
    seen: { visits: 0, backPence: 0, payIns: 0 },
  },
  'POST /api/price-rises/:id/accept': { raisesOrders: false, answer: '' },
  'POST /api/price-rises/:id/refuse': { answer: 'Too much.' },
  'POST /api/orders/:id/decline': { reason: 'no-space' },
  'POST /api/orders/:id/cancel': {},
  'POST /api/visits/:id/start': {},
  'POST /api/visits/:id/finish': {},
  'POST /api/visits/:id/record': { worker: 'W', start: '2026-11-06 10:00', end: '2026-11-06 11:00' },
  'PUT /api/photos/:id': { altText: 'Two people plant beans' },
  'POST /api/photos/:id/move': { to: 'later' },
  'PUT /api/workers/:id': { name: 'Wendy', reference: 'W1' },
  'POST /api/workers/:id/end': { lastDate: '2026-11-09' },
  'POST /api/orders/:id/put-back': { reason: 'A mistake.' },
  'POST /api/visits/:id/put-back': { reason: 'A mistake.' },
  'POST /api/visits/:id/miss': { reason: 'other' },
  'POST /api/visits/:id/query': { note: 'No one came.' },
  'POST /api/invoices/:id/settle': {},
  'POST /api/invoices/:id/credit-notes': { reason: 'Wrong price.', billAgain: true, lines: [] },
  'POST /api/exceptions/:id/propose': { amountPence: 100, note: 'Two carers came.' },
  'POST /api/exceptions/:id/refuse': { note: 'One was enough.' },
  'POST /api/exceptions/:id/settle': { amountPence: 100, note: 'Settled.' },
  'POST /api/money-exceptions/:id/settle': { decision: 'explained', note: 'Looked into.' },
  'POST /api/question-entries/:id/report': { reason: 'This is rude.' },
  'POST /api/question-reports/:id/settle': { reply: 'We spoke with them.' },
  'POST /api/questions/:id/entries': { words: 'Yes, there is.' },
  'PUT /api/kept-listings/:id': { note: 'Near the bus.' },
  'POST /api/payee-accounts/:id/refuse': { note: 'Not theirs.' },
  'PUT /api/funders/:id': { name: 'Adults', address: null, streams: ['social-care'] },
  'POST /api/funders/:id/accounts': { accountName: 'A', sortCode: '089999', accountNumber: '66374958' },
  'POST /api/funder-accounts/:id/refuse': { note: 'Not ours.' },
  'POST /api/payment-runs/:id/results': { results: [{ endToEndId: 'PAY-1', status: 'paid' }] },
  'POST /api/card-payments/:id/sandbox-card': { card: 'succeeds' },
};

/** Questions that a reading route cannot do without. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /api/people/:id/ending': '?ending=left&lastDay=2026-11-09',
  'GET /api/budget-lines/:id/change': '?endsOn=2027-03-31&awardPence=520000',
};

/** Routes whose `:id` is not a person's or organisation's record; each has tests of its own. */
export const COUNCIL_RECORDS = [
  'payment-runs',
  'funders',
  'funder-accounts',
  'money-exceptions',
  'payment-files',
  'payee-accounts',
  'exceptions',
  'memberships',
  'invitations',
  'letters',
  'caseloads',
  'question-reports',
  'feeds',
];

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface AccessWorld {
  readonly world: TestApp;
  readonly samples: Readonly<Record<string, Samples>>;
  readonly viewers: ReadonlyMap<AccountName, Viewer>;
  readonly inject: (method: string, url: string, account: AccountName | null, body?: object) => Promise<Answer>;
  /** Routes that show or change one person's or organisation's record. */
  readonly recordRoutes: () => GuardedRoute[];
  /** What the permission table and the world's mandates and caseload say: may this account reach that record with this action? */
  readonly mayReach: (account: AccountName, action: ProtectedAction, record: Sample) => boolean;
}

/** The records of a noun that are there. */
export function recordsOf({ ashas, strangers, selfFunders }: Omit<Samples, 'missing'>): readonly Sample[] {
  return [ashas, strangers, ...(selfFunders ? [selfFunders] : [])];
}

export function nounOf(url: string): string {
  if (url.startsWith('/api/basket/items/')) return 'basket-items';
  // the open feed's records are listings in another shape
  if (url.startsWith('/oruk/')) return 'listings';
  return url.split('/')[2] ?? '';
}
export const urlOf = (route: GuardedRoute, id: string): string =>
  route.url.replace(/:id/, id) + (QUERIES[`${route.method} ${route.url}`] ?? '');

/** Asha can sign in without an e-mail address, too. */
async function insertPaperAccount({ database: { ownerDb }, clock }: TestApp): Promise<void> {
  const account_id = WORLD.paperAccount;
  await ownerDb
    .insertInto('accounts')
    .values({ id: account_id, sign_in_name: 'asha.example', name: 'Asha Example', created_at: clock.now() })
    .execute();
  await ownerDb.insertInto('account_councils').values({ account_id, council_id: WORLD.council }).execute();
  await ownerDb
    .insertInto('memberships')
    .values({
      ...{ council_id: WORLD.council, id: 'mem_paper0000000000000000000', account_id },
      ...{ role: 'budget-holder', person_id: WORLD.asha },
    })
    .execute();
}

export async function startAccessWorld(): Promise<AccessWorld> {
  const headers = new Map<AccountName, { authorization: string }>();
  const viewers = new Map<AccountName, Viewer>();
  // demonstration mode, so that its routes are walked too and the card sandbox answers
  const world = await startTestApp({ config: { demonstration: true } });
  async function inject(method: string, url: string, account: AccountName | null, body?: object): Promise<Answer> {
    const answer = await world.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(account ? headers.get(account) : {}), 'idempotency-key': newKey() },
      ...(body && method !== 'GET' ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.body };
  }

  async function step(method: string, url: string, account: AccountName, body?: object): Promise<void> {
    const answer = await inject(method, url, account, body);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.body}`);
  }

  async function idOf(
    table: 'visits' | 'invoices' | 'messages' | 'workers',
    column: 'order_id' | 'organisation_id' | 'person_id',
    value: string,
  ): Promise<string> {
    const row = await world.database.ownerDb
      .selectFrom(table as 'visits')
      .select('id')
      .where(column as 'order_id', '=', value)
      .orderBy('id')
      .executeTakeFirst();
    if (!row) throw new Error(`no row of ${table} for ${value}`);
    return row.id;
  }

  await buildWorld(world);
  await insertSelfFunder(world);
  for (const [name, id] of Object.entries(ACCOUNTS) as [AccountName, string][]) {
    const council = name === 'elsewhere' ? WORLD.elsewhere : WORLD.council;
    const header = await world.signIn(id, council);
    headers.set(name, header);
    const token = world.app.jwt.verify<{ sid: string }>(header.authorization.slice(7));
    const viewer = await findSessionViewer(world.database.db, token.sid, world.clock.now());
    if (!viewer) throw new Error(`${name} has no session`);
    viewers.set(name, viewer);
  }
  await insertPaperAccount(world);
  await addFeed(world);
  const ashas = await placeOrder(world, {
    account: ACCOUNTS.asha,
    accept: ACCOUNTS.provider,
    person: WORLD.asha,
    offer: WORLD.careOffer,
    lines: [WORLD.ashaCare],
    oneOff: { date: '2026-11-03', startTime: '10:00', minutes: 90 },
  });
  const strangers = await placeOrder(world, {
    account: ACCOUNTS.stranger,
    accept: ACCOUNTS.clubProvider,
    person: WORLD.stranger,
    offer: WORLD.clubOffer,
    lines: [WORLD.strangerCare],
    oneOff: { date: '2026-11-03' },
  });
  const selfFunders = await placeOrder(world, {
    account: ACCOUNTS.selfFunder,
    accept: ACCOUNTS.clubProvider,
    person: WORLD.selfFunder,
    offer: WORLD.clubOffer,
    lines: [WORLD.selfFunderOwn],
    oneOff: { date: '2026-11-20' },
  });
  const visits = {
    selfFunders: await idOf('visits', 'order_id', selfFunders.id),
    ashas: await idOf('visits', 'order_id', ashas.id),
    strangers: await idOf('visits', 'order_id', strangers.id),
  };
  world.clock.set(Temporal.Instant.from('2026-11-04T09:00:00Z'));
  await step('POST', `/api/visits/${visits.ashas}/record`, 'provider', {
    worker: 'Wendy',
    start: '2026-11-03 10:00',
    end: '2026-11-03 11:30',
  });
  await step('POST', `/api/visits/${visits.ashas}/confirm`, 'asha');
  await step('POST', `/api/visits/${visits.strangers}/record`, 'clubProvider', {});
  await step('POST', `/api/visits/${visits.strangers}/confirm`, 'stranger');
  await step('POST', '/api/workers', 'clubProvider', { name: 'Steward', reference: null });
  world.clock.set(Temporal.Instant.from('2026-11-10T09:00:00Z'));
  await step('POST', '/api/invoices/bill', 'finance', {});
  const basketItem = await inject('POST', '/api/basket/items', 'asha', BODIES['PUT /api/basket/items/:id']);
  const card = await inject('POST', '/api/card-payments', 'asha', { lineId: WORLD.ashaOwn, amountPence: 1_000 });

  const ownCard = await inject('POST', '/api/card-payments', 'selfFunder', {
    lineId: WORLD.selfFunderOwn,
    amountPence: 1_000,
  });
  if (card.status >= 300 || ownCard.status >= 300) throw new Error(card.body + ownCard.body);
  const proposed = await inject('POST', '/api/payment-runs', 'finance', { funderId: WORLD.adults });
  const runId = (JSON.parse(proposed.body) as { id: string }).id;
  await step('POST', `/api/payment-runs/${runId}/authorise`, 'financeSecond');
  await step('POST', `/api/payment-runs/${runId}/emit`, 'finance');
  const paid = await world.database.ownerDb
    .selectFrom('payments')
    .select('end_to_end_id')
    .where('run_id', '=', runId)
    .execute();
  await step('POST', `/api/payment-runs/${runId}/results`, 'finance', {
    results: paid.map(({ end_to_end_id }) => ({ endToEndId: end_to_end_id, status: 'paid' })),
  });
  const remittanceOf = async (organisation: string): Promise<string> => {
    const row = await world.database.ownerDb
      .selectFrom('remittances')
      .innerJoin('payments', 'payments.id', 'remittances.payment_id')
      .select('remittances.id')
      .where('payments.payee_organisation_id', '=', organisation)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const basketOf = async (orderId: string): Promise<string> => {
    const row = await world.database.ownerDb
      .selectFrom('orders')
      .select('basket_id')
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow();
    return row.basket_id ?? '';
  };
  const photoOf = async (organisation: string): Promise<string> => {
    const id = `pho_${organisation.slice(4)}`;
    await world.database.ownerDb
      .insertInto('photos')
      .values({
        id,
        organisation_id: organisation,
        alt_text: 'A door',
        position: 0,
        added_by: ACCOUNTS.provider,
        added_at: world.clock.now(),
      })
      .execute();
    return id;
  };
  const askedFor = async (account: AccountName, personId: string, listingId: string): Promise<string> => {
    const asked = await inject('POST', '/api/questions', account, { personId, listingId, words: 'Is there a lift?' });
    return (JSON.parse(asked.body) as { id: string }).id;
  };
  const questions = {
    ashas: await askedFor('asha', WORLD.asha, WORLD.careListing),
    strangers: await askedFor('stranger', WORLD.stranger, WORLD.clubListing),
    selfFunders: await askedFor('selfFunder', WORLD.selfFunder, WORLD.clubListing),
  };
  const entryOf = async (question: string): Promise<string> => {
    const { ownerDb } = world.database;
    const query = ownerDb.selectFrom('question_entries').select('id').where('question_id', '=', question);
    return (await query.executeTakeFirstOrThrow()).id;
  };
  await step('POST', `/api/question-entries/${await entryOf(questions.ashas)}/report`, 'provider', { reason: 'Rude.' });
  const keptFor = async (account: AccountName, personId: string): Promise<string> => {
    const kept = await inject('POST', '/api/kept-listings', account, { personId, listingId: WORLD.gardenListing });
    return (JSON.parse(kept.body) as { id: string }).id;
  };
  const asha = { person: WORLD.asha, organisation: WORLD.agency };
  const stranger = { person: WORLD.stranger, organisation: WORLD.club };
  const selfFunder = { person: WORLD.selfFunder, organisation: null, selfMade: true } as const;
  const ofClub = { ...selfFunder, organisation: WORLD.club };
  const missing = (prefix: string): string => `${prefix}_01missing00000000000000000`;
  const rises = {
    ashas: await addPriceRise(world, WORLD.agency, WORLD.careOffer),
    strangers: await addPriceRise(world, WORLD.club, WORLD.clubOffer),
  };
  const samples: Readonly<Record<string, Samples>> = {
    orders: {
      ashas: { id: ashas.id, ...asha },
      strangers: { id: strangers.id, ...stranger },
      selfFunders: { id: selfFunders.id, ...ofClub },
      missing: missing('ord'),
    },
    visits: {
      ashas: { id: visits.ashas, ...asha },
      strangers: { id: visits.strangers, ...stranger },
      selfFunders: { id: visits.selfFunders, ...ofClub },
      missing: missing('vis'),
    },
    invoices: {
      // an invoice to the council is about many people, so none of them is given it
      ashas: { id: await idOf('invoices', 'organisation_id', WORLD.agency), person: null, organisation: WORLD.agency },
      strangers: { id: await idOf('invoices', 'organisation_id', WORLD.club), person: null, organisation: WORLD.club },
      missing: missing('inv'),
    },
    photos: {
      ashas: { id: await photoOf(WORLD.agency), person: null, organisation: WORLD.agency },
      strangers: { id: await photoOf(WORLD.club), person: null, organisation: WORLD.club },
      missing: missing('pho'),
    },
    workers: {
      ashas: { id: await idOf('workers', 'organisation_id', WORLD.agency), person: null, organisation: WORLD.agency },
      strangers: { id: await idOf('workers', 'organisation_id', WORLD.club), person: null, organisation: WORLD.club },
      missing: missing('wkr'),
    },
    receipts: {
      ashas: { id: await basketOf(ashas.id), person: WORLD.asha, organisation: null },
      strangers: { id: await basketOf(strangers.id), person: WORLD.stranger, organisation: null },
      selfFunders: { id: await basketOf(selfFunders.id), ...selfFunder },
      missing: missing('bsk'),
    },
    remittances: {
      ashas: { id: await remittanceOf(WORLD.agency), person: null, organisation: WORLD.agency },
      strangers: { id: await remittanceOf(WORLD.club), person: null, organisation: WORLD.club },
      missing: missing('rem'),
    },
    organisations: {
      ashas: { id: WORLD.agency, person: null, organisation: WORLD.agency },
      strangers: { id: WORLD.club, person: null, organisation: WORLD.club },
      missing: missing('org'),
    },
    listings: {
      ashas: { id: WORLD.careListing, person: null, organisation: WORLD.agency },
      strangers: { id: WORLD.clubListing, person: null, organisation: WORLD.club },
      missing: missing('lst'),
    },
    people: {
      ashas: { id: WORLD.asha, person: WORLD.asha, organisation: null },
      strangers: { id: WORLD.stranger, person: WORLD.stranger, organisation: null },
      selfFunders: { id: WORLD.selfFunder, ...selfFunder },
      missing: missing('per'),
    },
    questions: {
      ashas: { id: questions.ashas, ...asha },
      strangers: { id: questions.strangers, ...stranger },
      selfFunders: { id: questions.selfFunders, ...ofClub },
      missing: missing('que'),
    },
    'question-entries': {
      ashas: { id: await entryOf(questions.ashas), ...asha },
      strangers: { id: await entryOf(questions.strangers), ...stranger },
      selfFunders: { id: await entryOf(questions.selfFunders), ...ofClub },
      missing: missing('quen'),
    },
    'kept-listings': {
      ashas: { id: await keptFor('asha', WORLD.asha), person: WORLD.asha, organisation: null },
      strangers: { id: await keptFor('stranger', WORLD.stranger), person: WORLD.stranger, organisation: null },
      selfFunders: { id: await keptFor('selfFunder', WORLD.selfFunder), ...selfFunder },
      missing: missing('kept'),
    },
    'budget-lines': {
      ashas: { id: WORLD.ashaCare, person: WORLD.asha, organisation: null },
      strangers: { id: WORLD.strangerCare, person: WORLD.stranger, organisation: null },
      selfFunders: { id: WORLD.selfFunderOwn, ...selfFunder },
      missing: missing('line'),
    },
    mandates: {
      ashas: { id: 'man_world0000000000000000001', person: WORLD.asha, organisation: null },
      strangers: { id: missing('man'), person: null, organisation: null },
      missing: missing('man'),
    },
    'basket-items': {
      ashas: {
        id: (JSON.parse(basketItem.body) as { itemId: string }).itemId,
        person: null,
        organisation: null,
        account: 'asha',
      },
      strangers: { id: missing('bki'), person: null, organisation: null },
      missing: missing('bki'),
    },
    'card-payments': {
      ashas: { id: (JSON.parse(card.body) as { id: string }).id, person: WORLD.asha, organisation: null },
      strangers: { id: missing('card'), person: null, organisation: null },
      selfFunders: { id: (JSON.parse(ownCard.body) as { id: string }).id, ...selfFunder },
      missing: missing('card'),
    },
    messages: {
      ashas: { id: await idOf('messages', 'person_id', WORLD.asha), person: WORLD.asha, organisation: null },
      strangers: {
        id: await idOf('messages', 'person_id', WORLD.stranger),
        person: WORLD.stranger,
        organisation: null,
      },
      selfFunders: { id: await idOf('messages', 'person_id', WORLD.selfFunder), ...selfFunder },
      missing: missing('msg'),
    },
    'price-rises': {
      ashas: { id: rises.ashas, person: null, organisation: WORLD.agency },
      strangers: { id: rises.strangers, person: null, organisation: WORLD.club },
      missing: missing('pri'),
    },
    'price-rise-orders': {
      ashas: {
        id: await addPriceRiseOrder(world, rises.ashas, ashas.id),
        person: WORLD.asha,
        organisation: WORLD.agency,
      },
      strangers: {
        id: await addPriceRiseOrder(world, rises.strangers, strangers.id),
        person: WORLD.stranger,
        organisation: WORLD.club,
      },
      selfFunders: {
        id: await addPriceRiseOrder(world, rises.strangers, selfFunders.id),
        person: WORLD.selfFunder,
        organisation: WORLD.club,
      },
      missing: missing('prio'),
    },
  };

  function mayReach(account: AccountName, action: ProtectedAction, record: Sample): boolean {
    const viewer = viewers.get(account);
    const reach: Reach | null = viewer ? reachOf(viewer, action) : null;
    if (!reach || account === 'elsewhere') return false;
    if (record.account) return record.account === account;
    if (reach.council && (reach.selfFunders || !record.selfMade)) return true;
    if (record.organisation && reach.organisationIds.includes(record.organisation)) return true;
    if (!record.person) return false;
    const family: readonly string[] = [WORLD.mother, WORLD.sonOne, WORLD.sonTwo];
    return (
      reach.personIds.includes(record.person) ||
      (reach.byAccountMandate && account === 'representative' && record.person === WORLD.asha) ||
      (reach.byCaseload && record.person === WORLD.asha) ||
      (reach.mandateOrganisationIds.includes(WORLD.brokers) && family.includes(record.person))
    );
  }

  const recordRoutes = (): GuardedRoute[] =>
    world.app.routeTable.filter(({ url }) => url.includes(':id') && !COUNCIL_RECORDS.includes(nounOf(url)));
  return { world, samples, viewers, inject, recordRoutes, mayReach };
}
