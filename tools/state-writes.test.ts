// Holds every source to the one door: a state, or a row of history, that is written anywhere else fails here.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MACHINES } from '../packages/domain/src/shared/machines.ts';
import { PROBLEMS } from '../packages/domain/src/shared/problems.ts';
import { toMermaid } from '../packages/domain/src/shared/state-machine.ts';
import { ROOT } from './lib/root.mjs';
import { faultsOfSql, stateWrites, type Watched } from './state-writes/state-writes.ts';
import { stepsTaken } from './state-writes/steps-taken.ts';

const WATCHED: Watched = {
  stateful: new Set(Object.keys(MACHINES)),
  history: new Set(['state_changes', 'listing_histories']),
  doorOnly: new Set(['recordNow', 'recordSharedChanges', 'recordPast']),
};

const DOOR = [
  'apps/api/src/platform/transitions.repo.ts',
  'apps/api/src/platform/told-steps.repo.ts',
  'apps/api/src/platform/audit.repo.ts',
];

/** Writers that learn the table while the program runs, with how many statements: each takes states out of what it changes. */
const NAMED_WHILE_RUNNING: Readonly<Record<string, number>> = {
  'apps/api/src/features/imports/undo.repo.ts': 2,
  'apps/api/src/features/listings/catalogue-rows.repo.ts': 2,
};
const NOT_NAMED = 'writes a table that is not named';

/** Makes rows for tests and measurements, in any state that they need; nothing of it is shipped. */
const NOT_SHIPPED = /\.test\.ts$|^apps\/api\/src\/(testing|bench|failure)\//;

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/api/src', 'packages/db/src', 'migrations'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(ts|sql)$/.test(file) && !NOT_SHIPPED.test(file));

function faultsIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (file.endsWith('.sql')) return faultsOfSql(text, [], WATCHED).map((fault) => `${file}: ${fault}`);
  return stateWrites(text, WATCHED).map(({ line, fault }) => `${file}:${line} ${fault}`);
}

test('nothing that is shipped writes a state or its history, except the one door', () => {
  expect(sources.length).toBeGreaterThan(200);
  const rest = sources.filter((file) => !DOOR.includes(file) && !(file in NAMED_WHILE_RUNNING));
  expect(rest.flatMap(faultsIn)).toEqual([]);
});

test('a writer that learns its table while the program runs changes no state', () => {
  for (const [file, statements] of Object.entries(NAMED_WHILE_RUNNING)) {
    const faults = faultsIn(file);
    expect(faults.filter((fault) => !fault.endsWith(NOT_NAMED))).toEqual([]);
    expect(faults).toHaveLength(statements);
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text.match(/ set \(/g)).toHaveLength(1);
    expect(text).toContain('withoutState(');
  }
});

test('every step and start that is drawn is taken by the product, not by a made-up council alone', () => {
  const rules = execFileSync('git', ['ls-files', 'packages/domain/src'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !/(-states|\.test|machines)\.ts$/.test(file));
  const real = [...sources.filter((file) => !file.includes('/demonstration/') && file.endsWith('.ts')), ...rules];
  const taken = stepsTaken(real.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') })));
  const drawn = Object.entries(MACHINES).flatMap(([table, { edges, starts }]) => [
    ...Object.keys(edges).map((event) => `${table} ${event}`),
    ...Object.keys(starts).map((start) => `${table} ${start}`),
  ]);
  expect(drawn.length).toBeGreaterThan(90);
  expect(drawn.filter((step) => !taken.has(step))).toEqual([]);
});

test('a step counts as taken only where its table and its name stand in one call', () => {
  const taken = (text: string) => [...stepsTaken([{ file: 'a.ts', text }])].sort();
  expect(taken("step(work, 'orders', 'accept', rows, {})")).toEqual(['orders accept']);
  expect(taken("await stepThose(work, 'invoices', due ? 'settle' : 'close', rows, {})")).toEqual([
    'invoices close',
    'invoices settle',
  ]);
  expect(taken("const event = 'accept'; log('orders', event)")).toEqual([]);
  expect(taken("interface C { event: 'accept' }\nstep(work, 'orders', change.event, rows, {})")).toContain(
    'orders accept',
  );
  expect(taken("insert(startState('visits', 'plan'))")).toEqual(['visits plan']);
});

test('what is drawn of states is what the door runs: one list for both', () => {
  const drawn = readFileSync(join(ROOT, 'docs/generated/states.md'), 'utf8');
  for (const machine of Object.values(MACHINES)) expect(drawn).toContain(toMermaid<string, string>(machine));
  const list = /import \{[^}]*\b(MACHINES|machineOf)\b[^}]*\} from '[^']*shared\/machines(\.ts)?'/;
  for (const user of [...DOOR.slice(0, 2), 'tools/gen-docs.ts'])
    expect(readFileSync(join(ROOT, user), 'utf8')).toMatch(list);
});

test('whatever a caller says instead of "it moved meanwhile" is answered with 409 too', () => {
  const codes = sources.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\botherwise: ([^,\n]+)/g)].flatMap(([, said = '']) =>
      [...said.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, code = '']) => code),
    ),
  );
  expect(codes.length).toBeGreaterThan(5);
  const answered = [...codes, 'record.changed'].map((code) => [code, PROBLEMS[code as keyof typeof PROBLEMS]]);
  expect(answered.filter(([, status]) => status !== 409)).toEqual([]);
});

describe('the reading of sources', () => {
  // The samples spell what is put into a template with a per cent sign, so that they stay samples.
  const faults = (sample: string) =>
    stateWrites(sample.replaceAll('%{', '$'.concat('{')), WATCHED).map(({ fault }) => fault);

  test.each([
    ["tx.updateTable('orders').set({ state: 'accepted' }).where('id', '=', id)", 'changes the state of orders'],
    ["tx.updateTable('orders as mine').set('state', to)", 'changes the state of orders'],
    ["const row = { state: to };\ntx.updateTable('visits').set({ ...row, worker })", 'changes the state of visits'],
    ["tx.updateTable('visits').set(changes)", 'writes columns that cannot be told from the file: visits'],
    [
      "tx.insertInto('visits').values(rows.map((row) => ({ id: row.id, state: 'planned' })))",
      "begins visits in a state that is not startState's",
    ],
    [
      "tx.insertInto('visits').values({ id, state: startState('orders', 'place') })",
      "begins visits in a state that is not startState's",
    ],
    ["tx.insertInto('visits').values({ id })", 'does not say in which state new visits begin'],
    [
      "tx.insertInto('pay_ins').values({ state: startState('pay_ins', 'schedule') }).onConflict((c) => c.column('id').doUpdateSet({ state: 'due' }))",
      'changes the state of pay_ins',
    ],
    ["tx.insertInto('state_changes').values(rows)", 'writes state_changes'],
    ['tx.updateTable(table).set({ state: to })', 'writes a table that is not named'],
    ['sql`update orders set decided_at = %{at}, "state" = %{to} where id = %{id}`', 'changes the state of orders'],
    ['sql`UPDATE ONLY orders AS o SET (decided_at, state) = (%{at}, %{to})`', 'changes the state of orders'],
    ['sql`update orders set %{columns}`', 'writes columns that cannot be told from the file: orders'],
    ['sql`update %{sql.table(table)} as moving set worker = 1`', 'writes a table that is not named'],
    ["client.query('with x as (update visits v set state = $1 returning id) select 1')", 'changes the state of visits'],
    [
      "sql`insert into baskets (id, state) select id, 'open' from made`",
      "begins baskets in a state that is not startState's",
    ],
    [
      "sql`insert into baskets (id, state) select made.*, %{startState('baskets', 'open')} from made`",
      "begins baskets in a state that is not startState's",
    ],
    ['sql`insert into baskets (id) values (%{id})`', 'does not say in which state new baskets begin'],
    [
      "sql`insert into listings (id, state) values (%{id}, %{startState('listings', 'import')}) on conflict (id) do update set title = excluded.title, state = excluded.state`",
      'changes the state of listings on conflict',
    ],
    [
      'sql`merge into orders using made on true when matched then update set state = 1`',
      'writes columns that cannot be told from the file: orders',
    ],
    ["import { recordNow as note } from './audit.repo.ts'", 'calls recordNow'],
  ])('finds %s', (source, fault) => {
    expect(faults(source)).toEqual([fault]);
  });

  test.each([
    "tx.updateTable('visits').set({ worker: 'Mary', worked: state }).where('state', '=', 'planned')",
    "tx.insertInto('visits').values(rows.map(({ id }) => ({ id, state: startState('visits', 'plan') })))",
    "function rowOf(row) { return { worker: row.worker }; }\ntx.updateTable('visits').set(rowOf(row))",
    "tx.insertInto('effects').values({ key, state: 'started' })",
    "sql`insert into visits (council_id, state, id) select %{council}, %{startState('visits', 'plan')}, made.* from made`",
    "sql`update visits set worker = case when state = 'planned' then %{name} end from made where visits.state = 'planned'`",
    'sql`select id from orders where state = %{open} for update of orders`',
    "'Update the state of orders in the morning'",
  ])('leaves alone %s', (source) => {
    expect(faults(source)).toEqual([]);
  });
});
