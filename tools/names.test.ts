// One noun, one name: reads folders, tables, addresses, permissions, audit and words, and fails where one of them calls a
// thing by a name that no feature has. The names and why: docs/decisions/0020-one-noun-one-name.md.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PERMISSIONS } from '../packages/domain/src/access/permissions.ts';
import { MACHINES } from '../packages/domain/src/shared/machines.ts';
import { ROOT } from './lib/root.mjs';
import { singularOf } from './new-feature/nouns.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const folders = (path: string): string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** A noun is a folder of the API's features: plural, as in an address. The demonstration is an app of its own. */
const nouns = new Set([...folders('apps/api/src/features'), 'demonstration']);

const singulars = new Map([...nouns].map((noun) => [singularOf(noun), noun]));

/** What belongs to a noun without bearing its name: parts of it, and pages about one of it alone. */
const PARTS: Readonly<Record<string, string>> = {
  // an account's ways in
  invitation: 'accounts',
  membership: 'accounts',
  'password-reset': 'accounts',
  'paper-code': 'accounts',
  'one-time-link': 'accounts',
  'sign-in-failure': 'accounts',
  // who looks after whom
  caseload: 'people',
  'visitor-note': 'visits',
  actual: 'visits',
  'imported-actual': 'visits',
  'final-statement': 'statements',
  'build-up': 'budgets',
  'paying-line': 'budget-lines',
  receipt: 'baskets',
  // money on its way
  agreement: 'organisations',
  contact: 'organisations',
  location: 'organisations',
  'agreed-rate': 'listings',
  'catalogue-fact': 'listings',
  'fact-source': 'listings',
  offer: 'listings',
  'kept-listing': 'listings',
  'withheld-listing': 'listings',
  'listing-review': 'listings',
  'bank-entry': 'bank-results',
  'bank-account': 'payee-accounts',
  payment: 'payment-runs',
  'payment-item': 'payment-runs',
  'direct-settlement': 'invoices',
  payer: 'invoices',
  'invoice-party': 'invoices',
  'number-sery': 'invoices',
  'number-prefix': 'organisations',
  'card-return': 'card-payments',
  verification: 'ledger',
  'ledger-account': 'ledger',
  'ledger-transfer': 'ledger',
  'ledger-entry': 'ledger',
  // the search behind the catalogue
  'search-word': 'searches',
  'search-idea': 'searches',
  'unsealed-record': 'seals',
  'months-left': 'retention',
  'mandate-line': 'people',
  outbox: 'mails',
};

/** Tables and folders of what is no noun: the machinery under all of them. */
const MACHINERY = new Set([
  ...['access', 'shared', 'payments', 'settings'],
  ...['audit', 'counter', 'effect', 'idempotency-key', 'state-change', 'webhook-event', 'bank-holiday', 'postcode'],
  'outward',
]);

const used = new Set<string>();
/** The noun that a name, in either number, stands for; null where none does. */
function nounOf(name: string): string | null {
  const one = singularOf(name);
  if (nouns.has(name)) return name;
  const whole = singulars.get(one);
  if (whole !== undefined) return whole;
  const part = [name, one].find((key) => Object.hasOwn(PARTS, key));
  if (part !== undefined) {
    used.add(part);
    return PARTS[part] ?? null;
  }
  if (MACHINERY.has(one) || MACHINERY.has(name)) return 'machinery';
  // `order_line_shares` belongs to orders.
  const cut = one.lastIndexOf('-');
  return cut < 0 ? null : nounOf(one.slice(0, cut));
}

const unnamed = (names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => nounOf(name) === null).sort();

test('every folder of rules, of pages and of words is called after a noun', () => {
  expect(unnamed(folders('packages/domain/src'))).toEqual([]);
  expect(unnamed(folders('apps/web/src/features'))).toEqual([]);
  // What every page says, and the pages that are about no noun.
  const everywhere = new Set([
    ...['front', 'lists', 'problems', 'problem-titles', 'shell', 'commands', 'steps', 'times', 'ui'],
    ...['mails', 'documents', 'csv', 'import-columns', 'import-rows', 'units', 'proofs', 'recorded', 'holidays'],
  ]);
  const words = readdirSync(join(ROOT, 'packages/words/src/en/plain')).map((name) => name.replace('.json', ''));
  expect(unnamed(words.filter((name) => !everywhere.has(name)))).toEqual([]);
});

test('every table is called after a noun or a part of one', () => {
  const list = read('packages/db/src/schema.ts').split('export interface Schema {')[1] ?? '';
  const tables = [...list.matchAll(/^ {2}([a-z_]+):/gm)].map(([, name = '']) => name);
  expect(tables.length).toBeGreaterThan(60);
  expect(unnamed(tables.map((name) => name.replaceAll('_', '-').replace(/-other$/, '')))).toEqual([]);
});

test('every address of the API begins with a noun', () => {
  const { paths } = JSON.parse(read('packages/api-client/openapi.json')) as { paths: Record<string, unknown> };
  const first = Object.keys(paths).flatMap((path) => /^\/api\/([a-z-]+)/.exec(path)?.[1] ?? []);
  expect(first.length).toBeGreaterThan(80);
  expect(unnamed(first)).toEqual([]);
});

test('every address of a page begins with a noun, but for those that are about none', () => {
  const plain = new Set([
    ...[
      'about',
      'accessibility',
      'complaints',
      'contact',
      'privacy',
      'search',
      'look-around',
      'my-place',
      'my-account',
    ],
    ...['sign-in', 'sign-up', 'list-what-you-do', 'forgotten-password', 'confirm-email'],
    // a provider's week of visits
    'week',
  ]);
  const pages = [...read('apps/web/src/routes.tsx').matchAll(/path: '\/(?:provider\/|finance\/)?([a-z-]+)/g)];
  expect(pages.length).toBeGreaterThan(50);
  expect(
    unnamed(
      pages.flatMap(([, name = '']) => (plain.has(name) ? [] : [name.replace('reset-password', 'password-resets')])),
    ),
  ).toEqual([]);
});

test('every permission and every noun and event of the audit trail is called after a noun', () => {
  expect(unnamed(Object.keys(PERMISSIONS).map((action) => action.split('.')[0] ?? ''))).toEqual([]);
  const sources = execFileSync(
    'git',
    ['grep', '-hoE', "(noun|audit|event): '[a-z][a-z -]*(\\.[a-z-]+)?'", '--', 'apps/api/src', ':!*.test.ts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const said = [...sources.matchAll(/(noun|audit|event): '([^']+)'/g)].flatMap(([, kind, name = '']) =>
    kind === 'noun' ? [name] : name.includes('.') ? [name.split('.')[0] ?? ''] : [],
  );
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(unnamed(said)).toEqual([]);
});

test('every machine is called after the table whose rows it moves', () => {
  const named = Object.entries(MACHINES).map(([table, { noun }]) => [singularOf(table.replaceAll('_', '-')), noun]);
  expect(named.filter(([table, noun]) => table !== noun)).toEqual([]);
});

test('names beside a noun would be found: users, trends, funds, top-ups, a payment run with a space', () => {
  const before = ['funds', 'payment run', 'top-up', 'trends', 'users'];
  expect(unnamed(before)).toEqual(before);
});

test('a part that nothing is called by any more is taken off the list', () => {
  expect(Object.keys(PARTS).filter((part) => !used.has(part))).toEqual([]);
  expect([...new Set(Object.values(PARTS))].filter((noun) => !nouns.has(noun))).toEqual([]);
});
