// Every date and moment that any route takes, tried with days that no calendar of ours or of the database has: each is
// refused by its name, and none becomes a fault of the server.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  everyone,
  type Field,
  type FieldSchema,
  fieldsOf,
  nameOf,
  pointerOf,
  sendField,
} from '../testing/request-fields.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { buildWorld } from '../testing/world.ts';

let world: TestApp;
let headers: Awaited<ReturnType<typeof everyone>>;

beforeAll(async () => {
  world = await startTestApp({ config: { demonstration: true } });
  await buildWorld(world);
  headers = await everyone(world);
});
afterAll(() => world.close());

/** Whether a field holds a day or a moment, by what it says of itself or by its name. */
function holdsTime(name: string, schema: FieldSchema): boolean {
  if (schema.type !== 'string') return false;
  if (/YYYY-MM/.test(schema.description ?? '') || /\{4\}-|\[0-9\]\{2\}-/.test(schema.pattern ?? '')) return true;
  return (
    /(date|day|month|at|on|from|until|since|to)$/i.test(name) &&
    /^(from|to|since|until|date|.*(Date|At|On|From|Until))$/.test(name)
  );
}

/** Questions that are whole without the date at hand. */
const BESIDE: Readonly<Record<string, string>> = {
  'GET /api/people/{id}/ending': '&ending=left',
  'GET /api/budget-lines/{id}/change': '&awardPence=520000',
};

const fields = () => fieldsOf(world, holdsTime);

const answersOf = (field: Field, value: string) =>
  Promise.all(
    [...headers.values()].map((header) =>
      sendField(world, header, field, value, BESIDE[`${field.method} ${field.path}`]),
    ),
  );

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
    const found = fields().map(nameOf);
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
        const name = nameOf(field);
        const answers = await answersOf(field, value);
        const statuses = answers.map(({ status }) => status);
        if (statuses.some((status) => status >= 500 || status < 400)) wrong.push(`${name}: ${statuses.join(' ')}`);
        const pointer = pointerOf(field);
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
