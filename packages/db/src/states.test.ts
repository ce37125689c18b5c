// Proves that the states a rule knows and the states a table accepts are the same.

import { BUDGET_LINE_STATES } from '@support-market/domain/budgets/budget-line-states';
import { INVOICE_STATES } from '@support-market/domain/invoices/invoice-states';
import { LISTING_STATES } from '@support-market/domain/listings/listing-states';
import { ORDER_STATES } from '@support-market/domain/orders/order-states';
import { PAYMENT_RUN_STATES } from '@support-market/domain/payments/payment-run-states';
import { PAYMENT_STATES } from '@support-market/domain/payments/payment-states';
import { VISIT_STATES } from '@support-market/domain/visits/visit-states';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test.each([
  ['budget_lines', BUDGET_LINE_STATES],
  ['invoices', INVOICE_STATES],
  ['listings', LISTING_STATES],
  ['orders', ORDER_STATES],
  ['payment_runs', PAYMENT_RUN_STATES],
  ['payments', PAYMENT_STATES],
  ['visits', VISIT_STATES],
] as const)('%s accept exactly the states of their machine', async (table, states) => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = ${table}::regclass and contype = 'c' and conname = ${`${table}_state_check`}`.execute(
    database.ownerDb,
  );
  const accepted = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map(([, state]) => state);
  expect([...accepted].sort()).toEqual([...states].sort());
});
