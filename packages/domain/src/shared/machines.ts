// Every machine by the table whose rows it moves: what is drawn in docs/generated/states, what the tables accept and what
// the one door (apps/api/src/platform/transitions.repo.ts) runs is this list.

import { budgetLineMachine } from '../budgets/budget-line-states.ts';
import { cardPaymentMachine } from '../budgets/card-payment-states.ts';
import { payInMachine } from '../budgets/pay-in-states.ts';
import { feedMachine } from '../feeds/feed-states.ts';
import { funderAccountMachine } from '../funders/funder-account-states.ts';
import { importMachine } from '../imports/import-states.ts';
import { invoiceMachine } from '../invoices/invoice-states.ts';
import { listingMachine } from '../listings/listing-states.ts';
import { mandateMachine } from '../mandates/mandate-states.ts';
import { basketMachine } from '../orders/basket-states.ts';
import { orderMachine } from '../orders/order-states.ts';
import { cardReturnMachine } from '../payments/card-return-states.ts';
import { payeeAccountMachine } from '../payments/payee-account-states.ts';
import { paymentRunMachine } from '../payments/payment-run-states.ts';
import { paymentMachine } from '../payments/payment-states.ts';
import { personMachine } from '../people/person-states.ts';
import { priceRiseOrderMachine } from '../price-rises/price-rise-order-states.ts';
import { priceRiseMachine } from '../price-rises/price-rise-states.ts';
import { exceptionMachine } from '../visits/exception-states.ts';
import { visitMachine } from '../visits/visit-states.ts';
import { workerMachine } from '../workers/worker-states.ts';
import type { Machine } from './state-machine.ts';

export const MACHINES = {
  budget_lines: budgetLineMachine,
  listings: listingMachine,
  baskets: basketMachine,
  orders: orderMachine,
  visits: visitMachine,
  exceptions: exceptionMachine,
  invoices: invoiceMachine,
  pay_ins: payInMachine,
  payee_accounts: payeeAccountMachine,
  funder_accounts: funderAccountMachine,
  payment_runs: paymentRunMachine,
  payments: paymentMachine,
  card_payments: cardPaymentMachine,
  card_returns: cardReturnMachine,
  people: personMachine,
  mandates: mandateMachine,
  imports: importMachine,
  workers: workerMachine,
  price_rises: priceRiseMachine,
  price_rise_orders: priceRiseOrderMachine,
  feeds: feedMachine,
} as const;

export type StatefulTable = keyof typeof MACHINES;
export type EventOf<Table extends StatefulTable> = keyof (typeof MACHINES)[Table]['edges'] & string;
export type StartOf<Table extends StatefulTable> = keyof (typeof MACHINES)[Table]['starts'] & string;
export type StateOf<Table extends StatefulTable> = (typeof MACHINES)[Table]['states'][number];

/** The same machine for a caller that knows only at run time which one it is. */
export function machineOf(table: StatefulTable): Machine<string, string> {
  return MACHINES[table] as unknown as Machine<string, string>;
}

/** The state in which a new one begins. */
export function startState<Table extends StatefulTable>(table: Table, start: StartOf<Table>): StateOf<Table> {
  const made = machineOf(table).starts[start];
  if (made === undefined) throw new Error(`${table} have no start ${start}`);
  return made.to as StateOf<Table>;
}
