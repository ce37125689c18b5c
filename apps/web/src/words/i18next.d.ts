// Makes every key a checked one: add a line here for each new file in words/en.
import type accounts from './en/accounts.json';
import type auditEntries from './en/audit-entries.json';
import type baskets from './en/baskets.json';
import type budgets from './en/budgets.json';
import type cardPayments from './en/card-payments.json';
import type categories from './en/categories.json';
import type councilSettings from './en/council-settings.json';
import type councils from './en/councils.json';
import type exceptions from './en/exceptions.json';
import type front from './en/front.json';
import type funders from './en/funders.json';
import type imports from './en/imports.json';
import type insights from './en/insights.json';
import type invoices from './en/invoices.json';
import type letters from './en/letters.json';
import type listings from './en/listings.json';
import type messages from './en/messages.json';
import type moneyExceptions from './en/money-exceptions.json';
import type orders from './en/orders.json';
import type payIns from './en/pay-ins.json';
import type payeeAccounts from './en/payee-accounts.json';
import type paymentRuns from './en/payment-runs.json';
import type people from './en/people.json';
import type photos from './en/photos.json';
import type problems from './en/problems.json';
import type shell from './en/shell.json';
import type statements from './en/statements.json';
import type steps from './en/steps.json';
import type traces from './en/traces.json';
import type ui from './en/ui.json';
import type visits from './en/visits.json';
import type workers from './en/workers.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
    resources: {
      accounts: typeof accounts;
      'audit-entries': typeof auditEntries;
      baskets: typeof baskets;
      categories: typeof categories;
      'council-settings': typeof councilSettings;
      councils: typeof councils;
      exceptions: typeof exceptions;
      invoices: typeof invoices;
      'money-exceptions': typeof moneyExceptions;
      'payee-accounts': typeof payeeAccounts;
      'pay-ins': typeof payIns;
      'payment-runs': typeof paymentRuns;
      front: typeof front;
      funders: typeof funders;
      imports: typeof imports;
      letters: typeof letters;
      listings: typeof listings;
      insights: typeof insights;
      orders: typeof orders;
      'card-payments': typeof cardPayments;
      messages: typeof messages;
      budgets: typeof budgets;
      people: typeof people;
      photos: typeof photos;
      statements: typeof statements;
      problems: typeof problems;
      shell: typeof shell;
      steps: typeof steps;
      traces: typeof traces;
      ui: typeof ui;
      visits: typeof visits;
      workers: typeof workers;
    };
  }
}
