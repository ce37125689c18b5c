// Walks every route that writes, with every role and every relationship to the record that the address or the body names:
// who may not is refused as the permission table says, what is hidden is missing, and a refusal leaves no row behind.

import { isPublicAction, PERMISSIONS } from '@support-market/domain/access/permissions';
import type { Role } from '@support-market/domain/access/roles';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AccessWorld,
  type Answer,
  BODIES,
  COUNCIL_RECORDS,
  nounOf,
  recordsOf,
  type Sample,
  startAccessWorld,
  urlOf,
} from '../testing/access-world.ts';
import { changedTables, fingerprintOf } from '../testing/fingerprint.repo.ts';
import { ACCOUNTS, type AccountName, WORLD } from '../testing/world.ts';
import type { GuardedRoute } from './access.ts';

const NOWHERE = '01missing00000000000000000';

/** What a route's body names: a record that Asha's side may use, one that only the stranger's may, and one that is not there. */
interface Named {
  readonly ashas: Sample;
  readonly strangers: Sample;
  readonly selfFunders?: Sample;
  readonly body: (id: string) => object;
  readonly missing: string;
  /** How what is hidden or missing is answered where it is a field's fault: 404 elsewhere. */
  readonly hidden?: 400;
}

const people = { id: '', organisation: null };
const bank = { accountName: 'A', sortCode: '089999', accountNumber: '66374958' };
const PRICE_RISE = {
  ...{ offerId: `off_${NOWHERE}`, kind: 'agreed', pricePence: 3_000, from: '2027-03-01', words: 'Wages go up.' },
};
const asha: Sample = { ...people, id: WORLD.asha, person: WORLD.asha };
const stranger: Sample = { ...people, id: WORLD.stranger, person: WORLD.stranger };
const selfFunder: Sample = { ...people, id: WORLD.selfFunder, person: WORLD.selfFunder, selfMade: true };
const lines = {
  ashas: { ...people, id: WORLD.ashaOwn, person: WORLD.asha },
  strangers: { ...people, id: WORLD.strangerCare, person: WORLD.stranger },
  selfFunders: { ...selfFunder, id: WORLD.selfFunderOwn },
  missing: `line_${NOWHERE}`,
};
const item = (personId: string, lineId: string) => ({
  ...{ personId, offerId: WORLD.clubOffer, kind: 'one-off', firstDate: '2026-11-20' },
  shares: [{ lineId, weight: 1 }],
});
const lineOf = (personId: string): string =>
  new Map<string, string>([
    [WORLD.asha, WORLD.ashaOwn],
    [WORLD.stranger, WORLD.strangerCare],
    [WORLD.selfFunder, WORLD.selfFunderOwn],
  ]).get(personId) ?? lines.missing;

/** Routes whose body names a record. */
const IN_BODY: Readonly<Record<string, Named>> = {
  'POST /api/basket/items': {
    ...{ ashas: asha, strangers: stranger, selfFunders: selfFunder, missing: `per_${NOWHERE}` },
    body: (id) => item(id, lineOf(id)),
  },
  'POST /api/caseloads': {
    ...{ ashas: asha, strangers: stranger, selfFunders: selfFunder, missing: `per_${NOWHERE}` },
    body: (personId) => ({
      accountId: ACCOUNTS.practitioner,
      personId,
      fromDate: '2027-01-01',
      untilDate: '2027-01-31',
    }),
  },
  'POST /api/card-payments': { ...lines, body: (lineId) => ({ lineId, amountPence: 1_000 }) },
  'POST /api/payee-accounts': { ...lines, body: (lineId) => ({ ...bank, lineId }) },
  'POST /api/kept-listings': {
    ...{ ashas: asha, strangers: stranger, selfFunders: selfFunder, missing: `per_${NOWHERE}` },
    body: (personId) => ({ personId, listingId: WORLD.clubListing }),
  },
  'POST /api/questions': {
    ...{ ashas: asha, strangers: stranger, selfFunders: selfFunder, missing: `per_${NOWHERE}` },
    body: (personId) => ({ personId, listingId: WORLD.clubListing, words: 'Is there a lift?' }),
  },
  'POST /api/invitations': {
    ...{ ashas: asha, strangers: stranger, selfFunders: selfFunder, missing: `per_${NOWHERE}` },
    body: (personId) => ({ email: 'new@example.org', role: 'budget-holder', personId }),
    hidden: 400,
  },
};

/** Routes that name no record: they write what is the viewer's own or the council's, so the role alone decides. */
const NO_RECORD: Readonly<Record<string, object>> = {
  'POST /api/actuals': {},
  'POST /api/basket/place': {},
  'POST /api/council-settings': { key: 'nothing', value: 1, fromDate: '2026-12-01' },
  'PUT /api/school-terms': { items: [{ name: 'Autumn', from: '2026-09-02', to: '2026-09-01' }] },
  'POST /api/imports/caseloads': {},
  'POST /api/imports/caseloads/preview': {},
  'POST /api/imports/open-referral': {},
  'POST /api/imports/open-referral/preview': {},
  'POST /api/imports/community': {},
  'POST /api/imports/community/preview': {},
  'POST /api/imports/mandates': {},
  'POST /api/imports/mandates/preview': {},
  'POST /api/imports/people': {},
  'POST /api/imports/people/preview': {},
  'POST /api/imports/postcodes': {},
  'POST /api/imports/postcodes/preview': {},
  'POST /api/imports/providers': {},
  'POST /api/imports/providers/preview': {},
  // an import that is not there: what is there, and whose, is in workflows/import-files.test.ts
  'POST /api/imports/:importId/take': {},
  'POST /api/imports/:importId/undo': {},
  'POST /api/invoices/bill': {},
  // whose it will be
  'POST /api/organisations': { kind: 'alone', name: 'A new store' },
  'POST /api/pay-ins/schedule': {},
  // of the organisation that the viewer belongs to
  'POST /api/payee-accounts/own': bank,
  // any account of the council that has no address; none here has this id
  'POST /api/paper-codes': { accountId: `acc_${NOWHERE}` },
  // each answers for every id of its list, and writes those within reach: see the test of lists below
  'POST /api/payee-accounts/release': { ids: [`pacc_${NOWHERE}`] },
  'POST /api/visits/confirm': { ids: [`vis_${NOWHERE}`] },
  // its organisation or listing is a part of the form: tried in features/photos/photos.test.ts
  'POST /api/photos': {},
  'POST /api/workers': { name: 'Somebody new', reference: null },
  // of an offer, which is of all councils; the rates of another are tried in features/listings/agreed-rates.test.ts
  'POST /api/agreed-rates': { offerId: `off_${NOWHERE}`, pricePence: 100, from: '2027-06-01', until: null },
  'POST /api/agreed-rates/end': { rateId: `rate_${NOWHERE}`, lastDay: '2027-06-01' },
  'POST /api/agreed-rates/remove': { rateId: `rate_${NOWHERE}` },
  // of an offer, which is of all councils: another organisation's is tried in features/price-rises/price-rises.test.ts
  'POST /api/price-rises': PRICE_RISE,
  'POST /api/payment-runs': { funderId: `fun_${NOWHERE}` },
  'POST /api/funders': { code: 'NEW', kind: 'school', name: 'A school', address: null, streams: [] },
  'POST /api/feeds': { name: 'Neighbours', address: 'https://other.example.org/oruk' },
};

/** The table of each record that is a whole council's. */
const TABLES: Readonly<Record<string, string>> = {
  'payment-runs': 'payment_runs',
  funders: 'funders',
  'funder-accounts': 'funder_accounts',
  'payee-accounts': 'payee_accounts',
  memberships: 'memberships',
  invitations: 'invitations',
  letters: 'letters',
  caseloads: 'caseloads',
  'question-reports': 'question_reports',
  feeds: 'feeds',
};

/** What time alone writes: when a session was last seen. */
const BESIDE = ['sessions'];

/** Roles that somebody of another council has there, with the same organisations where they have one. */
const ELSEWHERE_ROLES: readonly { readonly role: Role; readonly organisation?: string }[] = [
  { role: 'finance' },
  { role: 'administrator' },
  { role: 'manager' },
  { role: 'practitioner' },
  { role: 'representative' },
  { role: 'provider', organisation: WORLD.agency },
  { role: 'isf-holder', organisation: WORLD.agency },
  { role: 'broker', organisation: WORLD.brokers },
];

let access: AccessWorld;
const councilIds = new Map<string, string>();
beforeAll(async () => {
  access = await startAccessWorld();
  const { ownerDb } = access.world.database;
  await ownerDb
    .insertInto('memberships')
    .values(
      ELSEWHERE_ROLES.map(({ role, organisation }, index) => ({
        ...{ council_id: WORLD.elsewhere, account_id: ACCOUNTS.elsewhere, role, person_id: null },
        id: `mem_elsewhererole0000000000${index}`,
        organisation_id: organisation ?? null,
      })),
    )
    .execute();
  await access.inject('POST', '/api/invitations', 'administrator', {
    ...{ email: 'kept@example.org', role: 'finance' },
  });
  const { rows } = await sql<{
    id: string;
  }>`select id from visits where order_id in (select id from orders where organisation_id = ${WORLD.agency})`.execute(
    ownerDb,
  );
  await sql`insert into exceptions (council_id, id, kind, visit_id, expected_pence, found_pence, state, raised_at)
    values (${WORLD.council}, 'exc_visit00000000000000000000', 'queried', ${rows[0]?.id ?? ''}, 100, 200, 'open', ${access.world.clock.now()})`.execute(
    ownerDb,
  );
  await sql`insert into exceptions (council_id, id, kind, subject, expected_pence, found_pence, state, raised_at)
    values (${WORLD.council}, 'exc_money00000000000000000000', 'card-difference', 'a day', 100, 200, 'open', ${access.world.clock.now()})`.execute(
    ownerDb,
  );
  await sql`insert into letters (council_id, id, recipient_name, subject, body_text, created_at)
    values (${WORLD.council}, 'let_one00000000000000000000000', 'Ann', 'A word', 'Hello Ann.', ${access.world.clock.now()})`.execute(
    ownerDb,
  );
  for (const [noun, table] of Object.entries(TABLES)) {
    const { rows: found } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where council_id = ${WORLD.council} order by id limit 1`.execute(ownerDb);
    if (found[0]) councilIds.set(noun, found[0].id);
  }
  councilIds
    .set('exceptions', 'exc_visit00000000000000000000')
    .set('money-exceptions', 'exc_money00000000000000000000');
});
afterAll(() => access.world.close());

const keyOf = ({ method, url }: GuardedRoute): string => `${method} ${url}`;
const writeRoutes = (): GuardedRoute[] =>
  access.world.app.routeTable.filter(
    ({ method, action }) => method !== 'GET' && method !== 'HEAD' && !isPublicAction(action),
  );

/** One request of the walk, and what it has to be answered with. */
interface Try {
  readonly account: AccountName;
  readonly url: string;
  readonly body: object | undefined;
  readonly expected: 403 | 'missing' | 'within reach';
  /** The same request for a record that is not there. */
  readonly none: { readonly url: string; readonly body: object | undefined };
}

function triesOf(route: GuardedRoute): Try[] {
  const { action } = route;
  if (isPublicAction(action)) return [];
  const named = IN_BODY[keyOf(route)];
  const noun = nounOf(route.url);
  const inUrl = route.url.includes(':id') ? access.samples[noun] : undefined;
  const councilId = route.url.includes(':id') ? councilIds.get(noun) : undefined;
  const body = BODIES[keyOf(route)] ?? NO_RECORD[keyOf(route)];
  return [...access.viewers].flatMap(([account, viewer]): Try[] => {
    // Of another council, somebody has every role: they may do the same there, and nothing here.
    const roles = [
      ...viewer.memberships.map(({ role }) => role),
      ...(account === 'elsewhere' ? ELSEWHERE_ROLES.map(({ role }) => role) : []),
    ];
    const granted = roles.some((role) => role in PERMISSIONS[action]);
    const expected = (within: boolean): Try['expected'] => (!granted ? 403 : within ? 'within reach' : 'missing');
    const records = named ?? inUrl;
    if (records) {
      const request = (id: string) =>
        named ? { url: route.url, body: named.body(id) } : { url: urlOf(route, id), body };
      return recordsOf(records)
        .filter(({ id }) => id !== records.missing)
        .map((record) => ({
          ...{ account, ...request(record.id), none: request(records.missing) },
          expected: expected(access.mayReach(account, action, record)),
        }));
    }
    if (route.url.includes(':id')) {
      const request = (id: string) => ({ url: urlOf(route, id), body });
      const none = request(`xxx_${NOWHERE}`);
      return [{ ...{ account, ...request(councilId ?? ''), none }, expected: expected(account !== 'elsewhere') }];
    }
    const own = { url: route.url, body };
    return [{ account, ...own, none: own, expected: expected(true) }];
  });
}

/** What was answered, without the request's own id. */
const withoutId = ({ body }: Answer): string => body.replace(/,"requestId":"[^"]*"/, '');

test('every route that writes is tried: its record is in its address, in its body, or there is none', () => {
  const unknown = writeRoutes().filter(
    (route) =>
      !(keyOf(route) in NO_RECORD) &&
      !(keyOf(route) in IN_BODY) &&
      !(route.url.includes(':id') && (nounOf(route.url) in access.samples || councilIds.has(nounOf(route.url)))),
  );
  expect(unknown.map(keyOf)).toEqual([]);
  expect(COUNCIL_RECORDS.filter((noun) => noun !== 'payment-files' && !councilIds.has(noun))).toEqual([]);
  expect(writeRoutes().length).toBeGreaterThan(45);
});

test('who may not is refused as the table says, what is hidden is missing, and nothing was written', async () => {
  const wrong: string[] = [];
  const tried = { denied: 0, hidden: 0 };
  const { ownerDb } = access.world.database;
  let before = await fingerprintOf(ownerDb, BESIDE);
  for (const route of writeRoutes()) {
    const missing = new Map<string, Answer>();
    for (const one of triesOf(route).filter(({ expected }) => expected !== 'within reach')) {
      const answer = await access.inject(route.method, one.url, one.account, one.body);
      const said = `${one.account} ${keyOf(route)}: ${answer.status} ${answer.body.slice(0, 120)}`;
      if (one.expected === 403) {
        tried.denied += 1;
        if (answer.status !== 403) wrong.push(`not denied, ${said}`);
        continue;
      }
      tried.hidden += 1;
      const none =
        missing.get(one.account) ?? (await access.inject(route.method, one.none.url, one.account, one.none.body));
      missing.set(one.account, none);
      const status = IN_BODY[keyOf(route)]?.hidden ?? 404;
      if (answer.status !== status || none.status !== status || withoutId(answer) !== withoutId(none))
        wrong.push(`hidden is not as missing (${none.status} ${none.body.slice(0, 120)}), ${said}`);
    }
    const after = await fingerprintOf(ownerDb, BESIDE);
    for (const table of changedTables(before, after)) wrong.push(`a refused ${keyOf(route)} wrote ${table}`);
    before = after;
  }
  expect(wrong).toEqual([]);
  expect(tried.denied).toBeGreaterThan(500);
  expect(tried.hidden).toBeGreaterThan(60);
});

test('a list of ids writes what is within reach and leaves the rest, hidden or missing, alike', async () => {
  const { ownerDb } = access.world.database;
  const before = await fingerprintOf(ownerDb, BESIDE);
  const hidden = { visits: access.samples.visits?.ashas.id ?? '', accounts: councilIds.get('payee-accounts') ?? '' };
  const ask = async (url: string, account: AccountName, id: string) => {
    const { status, body } = await access.inject('POST', url, account, { ids: [id] });
    return `${status} ${body.replaceAll(id, 'ID')}`;
  };
  for (const account of ['stranger', 'elsewhere'] as const)
    expect(await ask('/api/visits/confirm', account, hidden.visits)).toBe(
      await ask('/api/visits/confirm', account, `vis_${NOWHERE}`),
    );
  expect(await ask('/api/payee-accounts/release', 'elsewhere', hidden.accounts)).toBe(
    await ask('/api/payee-accounts/release', 'elsewhere', `pacc_${NOWHERE}`),
  );
  const run = (funderId: string) => access.inject('POST', '/api/payment-runs', 'elsewhere', { funderId });
  expect(await run(WORLD.adults)).toEqual(await run(`fun_${NOWHERE}`));
  expect(changedTables(before, await fingerprintOf(ownerDb, BESIDE))).toEqual([]);
});

/** Where a rule of the noun's own is narrower than the table, each with its tests there. */
const NARROWER: readonly RegExp[] = [
  // a mandate to order is none to put in money
  /^representative POST \/api\/card-payments$/,
  // these invoices are the council's to pay, not the holder's
  /^isfHolder POST \/api\/invoices\/:id\/settle$/,
  // a message is read by whom it was written to
  /^(finance|financeSecond|commissioner|manager|administrator) POST \/api\/messages\/:id\/read$/,
  // a code is for an account of that person, and this one is Asha's: tried for her by the practitioner
  /^administrator POST \/api\/people\/:id\/paper-codes$/,
  // a photo is taken away once: the provider did it before them
  /^(isfHolder|communityGroup) POST \/api\/photos\/:id\/remove$/,
  // lists, an account, an offer and a funder that are not there: what is there is tried above
  / POST \/api\/(paper-codes|agreed-rates(\/(end|remove))?|price-rises|visits\/confirm|payee-accounts\/release|payment-runs|imports\/:importId\/(take|undo))$/,
];

test('who may is let through to the record, whatever its state then answers', async () => {
  const wrong: string[] = [];
  let tried = 0;
  // What takes a listing from others' sight comes late, and what takes somebody's role away last.
  const last = ({ url }: GuardedRoute): number =>
    url.startsWith('/api/memberships/') ? 2 : url.endsWith('/take-down') ? 1 : 0;
  for (const route of writeRoutes().sort((a, b) => last(a) - last(b))) {
    for (const one of triesOf(route).filter(
      ({ expected, account }) => expected === 'within reach' && account !== 'elsewhere',
    )) {
      tried += 1;
      const { status, body } = await access.inject(route.method, one.url, one.account, one.body);
      const isRefused = status === 401 || status === 403 || status === 404 || status >= 500;
      const said = `${one.account} ${keyOf(route)}`;
      if (isRefused && !NARROWER.some((rule) => rule.test(said)))
        wrong.push(`${said}: ${status} ${body.slice(0, 160)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(80);
});
