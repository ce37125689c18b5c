// Every field that the routes take, as the API describes itself, and a request that is whole around it: for tests that try each
// field with what it must refuse.

import { BODIES } from './access-world.ts';
import { newKey } from './place-order.ts';
import type { TestApp } from './test-app.ts';
import { ACCOUNTS, type AccountName, WORLD } from './world.ts';

export interface FieldSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly const?: string;
  readonly enum?: readonly string[];
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: FieldSchema }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: FieldSchema }>> };
}
export interface Field {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly part: 'query' | 'body';
  readonly trail: readonly string[];
}
type IsWanted = (name: string, schema: FieldSchema) => boolean;

function trailsIn(
  isWanted: IsWanted,
  schema: FieldSchema | undefined,
  trail: readonly string[],
): (readonly string[])[] {
  if (!schema) return [];
  const within = (one: FieldSchema | undefined, further: readonly string[]) => trailsIn(isWanted, one, further);
  const own = isWanted(trail.at(-1) ?? '', schema) ? [trail] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => within(value, [...trail, key]));
  const items = schema.items ? within(schema.items, [...trail, '0']) : [];
  const either = (schema.anyOf ?? []).flatMap((one) => within(one, trail));
  return [...own, ...below, ...items, ...either];
}

export function fieldsOf(world: TestApp, isWanted: IsWanted): Field[] {
  const { paths } = world.app.swagger() as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const route = { method: method.toUpperCase() as Field['method'], path };
      const query = (operation.parameters ?? []).flatMap((parameter) =>
        parameter.in === 'query' && trailsIn(isWanted, parameter.schema, [parameter.name]).length > 0
          ? [{ ...route, part: 'query' as const, trail: [parameter.name] }]
          : [],
      );
      const body = trailsIn(isWanted, operation.requestBody?.content?.['application/json']?.schema, []).map(
        (trail) => ({
          ...route,
          part: 'body' as const,
          trail,
        }),
      );
      return [...query, ...body];
    }),
  );
}

export const nameOf = ({ method, path, trail }: Field): string => `${method} ${path} ${trail.join('/')}`;

/** How a fault of the field is pointed at. */
export const pointerOf = ({ part, trail }: Field): string =>
  part === 'query' ? `/querystring/${trail[0]}` : `/${trail.join('/')}`;

/** Who there is, each signed in. */
export async function everyone(world: TestApp): Promise<ReadonlyMap<AccountName, { authorization: string }>> {
  const signedIn = Object.entries(ACCOUNTS).map(async ([name, id]) => {
    const council = name === 'elsewhere' ? WORLD.elsewhere : WORLD.council;
    return [name as AccountName, await world.signIn(id, council)] as const;
  });
  return new Map(await Promise.all(signedIn));
}

const ITEM = {
  personId: WORLD.asha,
  offerId: WORLD.clubOffer,
  kind: 'one-off',
  firstDate: '2026-11-20',
  shares: [],
};
const PLAIN_DAYS = { fromDate: null, untilDate: null };
const NO_TOKEN = 'a token that no one was sent';
const BANK = { accountName: 'A', sortCode: '089999', accountNumber: '66374958' };
const FUNDER = {
  name: 'A school',
  address: { line: '1 High Street', city: 'Harbour', postcode: 'SW1A 1AA' },
  streams: [],
};
const CONTACT = { name: '', role: '', telephone: null, email: null, languages: [] };
const ORGANISATION = {
  ...{ name: 'Care', description: '', addressLine: null, city: null, postcode: null, showAddress: null },
  ...{ email: null, telephone: null, website: null, acceptsIsf: false },
};
const LISTING = {
  ...{ title: 'A walk', summary: '', description: '', whenText: '', whoFor: '', languages: [], faiths: [] },
  ...{ workerGenders: [], minimumAge: null, maximumAge: null, evenings: false, weekends: false },
  ...{ hasSpace: null, accessible: true, website: null },
};
/** Bodies that are whole without the field at hand: of several faults only the first is told. */
const WHOLE: Readonly<Record<string, object>> = {
  ...Object.fromEntries(Object.entries(BODIES).map(([route, body]) => [route.replaceAll(/:(\w+)/g, '{$1}'), body])),
  'POST /api/basket/items': ITEM,
  'PUT /api/basket/items/{id}': ITEM,
  'PUT /api/school-terms': { items: [{ name: 'Autumn', from: '2026-09-02', to: '2026-10-23' }] },
  'POST /api/council-settings': { key: 'autoConfirmDays', value: 3, reason: '' },
  'POST /api/payment-runs': { funderId: 'fun_0000000000000000000000001' },
  'POST /api/feeds': { name: 'Neighbours', address: 'https://third.example.org/oruk' },
  'POST /api/caseloads': {
    accountId: ACCOUNTS.practitioner,
    personId: WORLD.asha,
    fromDate: '2026-11-10',
    untilDate: null,
  },
  'POST /api/people/{id}/end': {
    ending: 'left',
    reason: '',
    seen: { visits: 0, backPence: 0, payIns: 0, mandates: 0 },
  },
  'POST /api/listings/{id}/prices': { offerId: 'off_nothing000000000000000000', pricePence: 100, from: '2027-06-01' },
  'PUT /api/listings/{id}/record': {
    version: 'older',
    facts: LISTING,
    contacts: [CONTACT],
    events: [
      {
        ...{ name: 'Lunch', frequency: 'weekly', firstDate: '2026-11-03', lastDate: null, startTime: '10:00' },
        ...{ endTime: '11:00', interval: 1, lastOfMonth: false, locationId: null },
        breaks: [{ from: '2026-12-24', to: '2026-12-31', everyYear: false, reason: '' }],
      },
    ],
  },
  'PUT /api/people/{id}': {
    version: 1,
    called: null,
    email: null,
    language: null,
    contactPreference: null,
    communicationNeeds: '',
    supportNeeds: '',
    addresses: [{ kind: 'home', line: '1 High Street', postcode: null, accessNotes: '', ...PLAIN_DAYS }],
    telephones: [{ kind: 'home', number: '01234 567890', note: '', ...PLAIN_DAYS }],
    record: { fullName: 'Asha Example', dateOfBirth: null, careGroups: [] },
  },
  'POST /api/card-payments': { lineId: WORLD.ashaOwn, amountPence: 1_000 },
  'POST /api/questions': { personId: WORLD.asha, listingId: WORLD.clubListing },
  'POST /api/payee-accounts': { ...BANK, lineId: WORLD.ashaOwn },
  'POST /api/payee-accounts/own': BANK,
  'POST /api/invitations': { email: 'new@example.org', role: 'finance' },
  'POST /api/price-rises': {
    ...{ offerId: WORLD.careOffer, kind: 'agreed', pricePence: 3_000, from: '2027-06-01', words: 'Wages go up.' },
  },
  'POST /api/agreed-rates': { offerId: WORLD.careOffer, pricePence: 100, from: '2027-06-01', until: null },
  'POST /api/agreed-rates/end': { rateId: 'rate_care000000000000000000000', lastDay: '2027-06-01' },
  'POST /api/workers': { name: 'Somebody new', reference: null },
  'POST /api/funders': { ...FUNDER, code: 'NEW', kind: 'school' },
  'PUT /api/funders/{id}': FUNDER,
  'POST /api/session': { email: 'asha@harbourside.example', password: 'wrong' },
  'POST /api/accounts': {
    ...{ name: 'Ann', email: 'new@example.org', password: 'a long new password' },
    store: { kind: 'alone', name: 'Ann' },
  },
  'POST /api/organisations': { kind: 'alone', name: 'Ann' },
  'POST /api/invitations/accept': { token: NO_TOKEN },
  'POST /api/paper-codes/use': { signInName: 'asha.example', code: 'none', password: 'a long new password' },
  'PUT /api/organisations/{id}/record': { version: 'older', facts: ORGANISATION, contacts: [CONTACT] },
};

/** The value at the end of the trail, in everything that stands beside it. */
function placed(within: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value;
  if (key === '0') return [placed(Array.isArray(within) ? within[0] : undefined, rest, value)];
  const held = (within ?? {}) as Readonly<Record<string, unknown>>;
  return { ...held, [key]: placed(held[key], rest, value) };
}

/** What is answered where the field is sent with that value; of a body everything else is whole. `beside` goes with a question. */
export async function sendField(
  world: TestApp,
  headers: Readonly<Record<string, string>>,
  field: Field,
  value: string,
  beside = '',
): Promise<{ readonly status: number; readonly pointers: readonly string[] }> {
  const { method, path, part, trail } = field;
  const url = path.replace('{slug}', 'missing').replace(/\{[^}]+\}/g, 'ord_01missing00000000000000000');
  const answer = await world.app.inject({
    method,
    url: part === 'query' ? `${url}?${trail[0]}=${encodeURIComponent(value)}${beside}` : url,
    headers: { ...headers, 'idempotency-key': newKey() },
    ...(part === 'body' ? { payload: placed(WHOLE[`${method} ${path}`], trail, value) as object } : {}),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  const errors: { pointer: string }[] = (isJson ? answer.json().errors : undefined) ?? [];
  return { status: answer.statusCode, pointers: errors.map(({ pointer }) => pointer) };
}
