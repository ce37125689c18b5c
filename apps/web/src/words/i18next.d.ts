// Makes every key a checked one: add a line here for each new file in words/en.
import type accounts from './en/accounts.json';
import type baskets from './en/baskets.json';
import type categories from './en/categories.json';
import type front from './en/front.json';
import type imports from './en/imports.json';
import type orders from './en/orders.json';
import type problems from './en/problems.json';
import type shell from './en/shell.json';
import type steps from './en/steps.json';
import type ui from './en/ui.json';
import type visits from './en/visits.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    returnNull: false;
    resources: {
      accounts: typeof accounts;
      baskets: typeof baskets;
      categories: typeof categories;
      front: typeof front;
      imports: typeof imports;
      orders: typeof orders;
      problems: typeof problems;
      shell: typeof shell;
      steps: typeof steps;
      ui: typeof ui;
      visits: typeof visits;
    };
  }
}
