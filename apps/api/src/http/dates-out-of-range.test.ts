// Every date and moment that any route takes, tried with days that no calendar of ours or of the database has: each is
// refused by its name, and none becomes a fault of the server.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/place-order.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { ACCOUNTS, type AccountName, buildWorld, WORLD } from '../testing/world.ts';

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface Field {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly part: 'query' | 'body';
  readonly trail: readonly string[];
}

let world: TestApp;
const headers = new Map<AccountName, { authorization: string }>();

beforeAll(async () => {
  world = await startTestApp({ config: { demonstration: true } });
  await buildWorld(world);
  for (const [name, id] of Object.entries(ACCOUNTS) as [AccountName, string][])
    headers.set(name, await world.signIn(id, name === 'elsewhere' ? WORLD.elsewhere : WORLD.council));
});
afterAll(() => world.close());

/** Whether a field holds a day or a moment, by what it says of itself or by its name. */
function holdsTime(name: string, schema: Schema): boolean {
  if (schema.type !== 'string') return false;
  if (/YYYY-MM/.test(schema.description ?? '') || /\{4\}-|\[0-9\]\{2\}-/.test(schema.pattern ?? '')) return true;
  return (
    /(date|day|month|at|on|from|until|since|to)$/i.test(name) &&
    /^(from|to|since|until|date|.*(Date|At|On|From|Until))$/.test(name)
  );
}

function fieldsIn(schema: Schema | undefined, trail: readonly string[]): (readonly string[])[] {
  if (!schema) return [];
  const name = trail.at(-1) ?? '';
  const own = holdsTime(name, schema) ? [trail] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => fieldsIn(value, [...trail, key]));
  const items = schema.items ? fieldsIn(schema.items, [...trail, '0']) : [];
  const either = (schema.anyOf ?? []).flatMap((one) => fieldsIn(one, trail));
  return [...own, ...below, ...items, ...either];
}

function fields(): Field[] {
  const { paths } = world.app.swagger() as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const route = { method: method.toUpperCase() as Field['method'], path };
      const query = (operation.parameters ?? []).flatMap((parameter) =>
        parameter.in === 'query' && fieldsIn(parameter.schema, [parameter.name]).length > 0
          ? [{ ...route, part: 'query' as const, trail: [parameter.name] }]
          : [],
      );
      const body = fieldsIn(operation.requestBody?.content?.['application/json']?.schema, []).map((trail) => ({
        ...route,
        part: 'body' as const,
        trail,
      }));
      return [...query, ...body];
    }),
  );
}

const ITEM = {
  personId: WORLD.asha,
  offerId: WORLD.clubOffer,
  kind: 'one-off',
  firstDate: '2026-11-20',
  shares: [],
};
const PLAIN_DAYS = { fromDate: null, untilDate: null };
/** Bodies that are whole without the date at hand: of several faults only the first is told. */
const WHOLE: Readonly<Record<string, object>> = {
  'POST /api/basket/items': ITEM,
  'PUT /api/basket/items/{id}': ITEM,
  'POST /api/council-settings': { key: 'autoConfirmDays', value: 3, reason: '' },
  'POST /api/payment-runs': { funderId: 'fun_0000000000000000000000001' },
  'POST /api/payment-runs/{id}/results': { results: [{ endToEndId: 'PAY-1', status: 'paid' }] },
  'POST /api/people/{id}/mandates': {
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
  'POST /api/budget-lines/{id}/change': {
    awardPence: 100_000,
    reason: 'A review',
    seen: { visits: 0, backPence: 0, payIns: 0 },
  },
  'POST /api/listings/{id}/prices': { offerId: 'off_nothing000000000000000000', pricePence: 100, from: '2027-06-01' },
  'POST /api/listings/{id}/offers': {
    ...{ name: 'Care on Sundays', unit: 'hour', days: 'sunday', minimumMinutes: 60, noticeHours: 48 },
    ...{ welfare: true, zeroRated: false, pricePence: 2_600 },
  },
  'PUT /api/listings/{id}/record': {
    version: 'older',
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
};

/** Questions that are whole without the date at hand. */
const BESIDE: Readonly<Record<string, string>> = {
  'GET /api/people/{id}/ending': '&ending=left',
  'GET /api/budget-lines/{id}/change': '&awardPence=520000',
};

/** The value at the end of the trail, in everything that stands beside it. */
function placed(within: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value;
  if (key === '0') return [placed(Array.isArray(within) ? within[0] : undefined, rest, value)];
  const held = (within ?? {}) as Readonly<Record<string, unknown>>;
  return { ...held, [key]: placed(held[key], rest, value) };
}

function bodyWith(field: Field, value: string): object {
  return placed(WHOLE[`${field.method} ${field.path}`], field.trail, value) as object;
}

async function answersOf(field: Field, value: string): Promise<{ status: number; pointers: string[] }[]> {
  const url = field.path.replace('{slug}', 'missing').replace(/\{[^}]+\}/g, 'ord_01missing00000000000000000');
  const answers = [];
  for (const header of headers.values()) {
    const answer = await world.app.inject({
      method: field.method,
      url:
        field.part === 'query'
          ? `${url}?${field.trail[0]}=${encodeURIComponent(value)}${BESIDE[`${field.method} ${field.path}`] ?? ''}`
          : url,
      headers: { ...header, 'idempotency-key': newKey() },
      ...(field.part === 'body' ? { payload: bodyWith(field, value) } : {}),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const errors: { pointer: string }[] = (isJson ? answer.json().errors : undefined) ?? [];
    answers.push({ status: answer.statusCode, pointers: errors.map(({ pointer }) => pointer) });
  }
  return answers;
}

const OUT_OF_RANGE = [
  '0000-01-01',
  '0001-01-01',
  '10000-01-01',
  '99999-12-31',
  '-271821-04-20',
  '+275760-09-13',
  '1582-10-10',
  '2200-01-01',
  '294277-01-01T00:00:00Z',
  '-4714-11-24T00:00:00Z',
  'infinity',
  'now',
];

describe('a day or moment out of range', () => {
  test('is looked for in every field of every route that holds one', () => {
    const found = fields().map(({ method, path, trail }) => `${method} ${path} ${trail.join('/')}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'GET /api/audit-entries from',
        'GET /api/visits to',
        'GET /api/events from',
        'POST /api/basket/items firstDate',
        'POST /api/visits/{id}/record start',
      ]),
    );
  });

  test.each(OUT_OF_RANGE)(
    'is refused by its name wherever it is sent: %s',
    async (value) => {
      const wrong: string[] = [];
      for (const field of fields()) {
        const name = `${field.method} ${field.path} ${field.trail.join('/')}`;
        const answers = await answersOf(field, value);
        const statuses = answers.map(({ status }) => status);
        if (statuses.some((status) => status >= 500 || status < 400)) wrong.push(`${name}: ${statuses.join(' ')}`);
        const pointer = field.part === 'query' ? `/querystring/${field.trail[0]}` : `/${field.trail.join('/')}`;
        const refused = answers.filter(({ status, pointers }) => status === 400 && pointers.includes(pointer));
        if (refused.length === 0) wrong.push(`${name}: no request was refused by ${pointer}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test('a day that no calendar has is refused, and breaks nothing', async () => {
    for (const value of ['2026-02-30', '2026-13-01', '2027-02-29']) {
      for (const field of fields()) {
        const statuses = (await answersOf(field, value)).map(({ status }) => status);
        expect(
          statuses.filter((status) => status < 400 || status >= 500),
          `${field.path} ${value}`,
        ).toEqual([]);
      }
    }
  }, 60_000);
});
