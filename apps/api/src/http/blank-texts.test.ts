// Every text that a route cannot do without, tried with signs that are not seen: where an empty text is refused, so is each of
// these, by the name of its field.

import { afterAll, beforeAll, expect, test } from 'vitest';
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
/** Each text that is on one line, with somebody who gets as far as its fault. */
const lines: { readonly field: Field; readonly header: { authorization: string } }[] = [];
/** Each field that refuses an empty text, with somebody who gets as far as its fault. */
const needed: { readonly field: Field; readonly header: { authorization: string } }[] = [];

/** A password and the token of a link are compared and never read, and a word of a list is no text. */
const isText = (name: string, schema: FieldSchema): boolean =>
  schema.type === 'string' &&
  schema.const === undefined &&
  schema.enum === undefined &&
  !/(password|token)$/i.test(name);

async function isRefused(field: Field, header: { authorization: string }, value: string): Promise<boolean> {
  const { status, pointers } = await sendField(world, header, field, value);
  return status === 400 && pointers.includes(pointerOf(field));
}

beforeAll(async () => {
  world = await startTestApp({ config: { demonstration: true } });
  await buildWorld(world);
  const headers = [...(await everyone(world)).values()];
  for (const field of fieldsOf(world, isText).filter(({ part }) => part === 'body')) {
    for (const header of headers) {
      if (!(await isRefused(field, header, 'Tea\nand talk')) || (await isRefused(field, header, 'Tea and talk')))
        continue;
      lines.push({ field, header });
      break;
    }
    for (const header of headers) {
      if (!(await isRefused(field, header, ''))) continue;
      needed.push({ field, header });
      break;
    }
  }
});
afterAll(() => world.close());

test('no text of which the description says that it has letters is left out', () => {
  const names = new Set(needed.map(({ field }) => nameOf(field)));
  const described = fieldsOf(world, (name, schema) => isText(name, schema) && (schema.minLength ?? 0) > 0)
    .filter(({ part }) => part === 'body')
    .map(nameOf);
  expect(described.filter((name) => !names.has(name))).toEqual([]);
  expect(described.length).toBeGreaterThan(40);
});

test.each([
  ['a zero-width space', '\u200B'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\uFEFF'],
  ['a soft hyphen', '\u00AD'],
  ['a Hangul filler', '\u3164'],
  ['an empty braille cell', '\u2800'],
  ['a joiner', '\u200D'],
  ['a variation selector', '\uFE0F'],
  ['marks of direction', '\u200E\u200F\u061C\u202E\u2066\u2069'],
  ['tags', '\u{E0041}\u{E007F}'],
  ['the blanks of hieroglyphs', '\u{13441}\u{13442}'],
  ['what stands for no letter', '\u0378\uFFFE\uFDD0'],
  ['an accent without its letter', '\u0301'],
  ['spaces of many kinds', ' \t\u00A0\u2003\u3000'],
  ['all of these', ' \u200B\u2060\uFEFF\u00AD\u3164\u2800\u200D\uFE0F\u200F '],
])('a needed text of nothing but %s is refused by its field', async (_, signs) => {
  const taken: string[] = [];
  for (const { field, header } of needed) {
    // Long enough for those that want a few letters.
    if (!(await isRefused(field, header, signs.repeat(6)))) taken.push(nameOf(field));
  }
  expect(taken).toEqual([]);
});

test('a text on one line is refused with signs that turn the direction of others, by its field', async () => {
  expect(lines.map(({ field }) => nameOf(field))).toEqual(
    expect.arrayContaining([
      'PUT /api/listings/{id}/record facts/title',
      'PUT /api/organisations/{id}/record facts/name',
      'PUT /api/people/{id} record/fullName',
      'POST /api/accounts name',
      'POST /api/workers name',
    ]),
  );
  const taken: string[] = [];
  for (const { field, header } of lines) {
    for (const sign of ['\u202A', '\u202E', '\u2066', '\u2069', '\u2028']) {
      if (!(await isRefused(field, header, `Tea ${sign}klat dna`))) taken.push(`${nameOf(field)} ${sign}`);
    }
  }
  expect(taken).toEqual([]);
});

test('a text on one line may be written from the right, with the joiners of its script', async () => {
  const refused: string[] = [];
  for (const { field, header } of lines) {
    for (const text of ['שלום\u200F', 'می\u200Cخواهم']) {
      if (await isRefused(field, header, text)) refused.push(nameOf(field));
    }
  }
  expect(refused).toEqual([]);
});
