// Shows each rule of a distributed engine to refuse a statement that breaks it, and to let its like through that does not.

import { beforeAll, describe, expect, test } from 'vitest';
import { type Fault, faultsOf, faultsOfFunction, loadParser, type RuleName } from './statement-rules.ts';

const PLACED = { council: new Set(['orders', 'visits', 'exceptions']), local: new Set(['sessions']) };
beforeAll(() => loadParser());

const said = (faults: readonly Fault[]) => faults.map(({ rule, what }) => `${rule}: ${what}`);

const REFUSED: readonly [RuleName, string][] = [
  ['council by value', `select from orders`],
  ['council by value', `select from orders o join visits v on v.council_id = o.council_id where o.council_id = $1`],
  [
    'council by value',
    `select from orders o where o.council_id = $1 and exists (select from visits v where v.council_id = o.council_id)`,
  ],
  [
    'council by value',
    `select from orders o, lateral (select v.id from visits v where v.order_id = o.id) x where o.council_id = $1`,
  ],
  ['council by value', `select from orders o where o.council_id = $1 or o.id = $2`],
  ['council by value', `select 1 from visits where council_id = $1 union all select 1 from orders`],
  [
    'council by value',
    `update orders as o set total = 1 from visits v where v.council_id = $1 and o.council_id = v.council_id`,
  ],
  ['council by value', `delete from orders where id = $1`],
  [
    'council by value',
    `insert into orders (council_id, id) select v.council_id, v.id from visits v where v.council_id = $1 returning id`,
  ],
  [
    'one part that writes',
    `with a as (update orders set total = 1 where council_id = $1 returning id) delete from visits where council_id = $1 and id in (select id from a)`,
  ],
  ['no insert inside WITH', `with a as (insert into events (id) values ($1) returning id) select id from a`],
  ['insert … select answers or minds conflicts', `insert into events (id) select id from listings`],
  ['no subquery inside VALUES', `insert into events (id, n) values ($1, (select max(n) from events))`],
  [
    'no insert where not exists',
    `insert into events (id) select $1 where not exists (select from events where id = $1) returning id`,
  ],
  [
    'a key with a condition is written out',
    `insert into events (id, state) values ($1, 'open') on conflict (id) where state = $2 do nothing`,
  ],
  ['subqueries read from something', `select (select o.total + 1) from orders o where o.council_id = $1`],
  ['council by SET LOCAL', `select set_config('app.council_id', $1, true)`],
  ['partitions name their columns', `create table orders_2026 partition of orders for values from (1) to (2)`],
  ['partitions name their columns', `create table orders_2026 (like orders)`],
  [
    'sign-in apart from councils',
    `select from orders o join sessions s on s.id = o.session_id where o.council_id = $1`,
  ],
];

const TAKEN = [
  `insert into events (id, state) values ($1, 'open') on conflict (id) where state = 'open' do nothing`,
  `select from listings`,
  `select from orders where council_id = $1`,
  `select from orders o left join visits v on v.council_id = $2 and v.order_id = o.id where ($1, $3) = (o.council_id, o.id)`,
  `with v as (select id from visits where council_id = $1::text) select from orders o join v on v.id = o.id where o.council_id = 'c'`,
  `insert into orders (council_id, id) values ($1, $2), ($3, $4)`,
  `insert into orders (council_id, id) select $1, v.id from visits v where v.council_id = $1 on conflict do nothing`,
  `update orders set total = n.total from jsonb_to_recordset($1) as n (id text, total int) where orders.council_id = $2 and orders.id = n.id`,
  `select from orders where council_id = $1 and id in (select v.order_id from visits v where v.council_id = $2 for update)`,
  `create table orders_2026 (council_id text not null)`,
  `set local app.council_id = 'c'; select 1`,
];

describe('a statement', () => {
  test.each(REFUSED)('is refused by the rule "%s": %s', (rule, text) => {
    expect([...new Set(faultsOf(text, PLACED).map((fault) => fault.rule))]).toEqual([rule]);
  });

  test.each(TAKEN)('that the engine takes is let through: %s', (text) => {
    expect(said(faultsOf(text, PLACED))).toEqual([]);
  });

  test('about every council may join on the council, and no other way', () => {
    const every = { ...PLACED, every: true };
    expect(said(faultsOf('select from orders o join visits v on v.council_id = o.council_id', every))).toEqual([]);
    expect(said(faultsOf('select from orders o join visits v on v.order_id = o.id', every))).toEqual([
      'council by value: visits as v',
    ]);
  });
});

describe('a function', () => {
  const made = (returns: string, body: string) =>
    `create function f(${returns === 'trigger' ? '' : 'in_council text'}) returns ${returns} language plpgsql as $$ ${body} $$`;

  test('is read statement by statement, its arguments and the row of its trigger being values', () => {
    const right = `declare n integer; begin select count(*) into n from orders where council_id = in_council;
      for n in select 1 from visits where council_id = NEW.council_id loop n := n + 1; end loop; return n; end`;
    expect(said(faultsOfFunction(made('integer', right), PLACED))).toEqual([]);
    expect(said(faultsOfFunction(made('integer', 'begin perform 1 from orders; return 1; end'), PLACED))).toEqual([
      'council by value: orders',
    ]);
  });

  test('of a trigger neither writes a table nor asks for its own', () => {
    const writes = 'begin insert into events (id) values (NEW.id); return NEW; end';
    expect(said(faultsOfFunction(made('trigger', writes), PLACED))).toEqual(['no trigger writes a table: events']);
    for (const way of [
      'update only a set b = 1',
      'delete from a',
      'truncate a',
      'copy a from program $x$y$x$',
      "execute 'x'",
      'perform written(1)',
    ])
      expect([way, faultsOfFunction(made('trigger', `begin ${way}; return NEW; end`), PLACED).length]).toEqual([
        way,
        1,
      ]);
    const asks = "begin if TG_TABLE_NAME = 'orders' then return OLD; end if; return NEW; end";
    expect(said(faultsOfFunction(made('trigger', asks), PLACED))).toEqual([
      'no trigger asks for its table: TG_TABLE_NAME',
    ]);
  });

  test('in plain SQL is read the same way', () => {
    const text = `create function f() returns bigint language sql as $$ select count(*) from orders $$`;
    expect(said(faultsOfFunction(text, PLACED))).toEqual(['council by value: orders']);
  });
});
