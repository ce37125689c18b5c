// Made by "npm run gen" from packages/words/src/en/plain; never edited.
import accounts from '../en/plain/accounts.json' with { type: 'json' };
import auditEntries from '../en/plain/audit-entries.json' with { type: 'json' };
import baskets from '../en/plain/baskets.json' with { type: 'json' };
import budgets from '../en/plain/budgets.json' with { type: 'json' };
import cardPayments from '../en/plain/card-payments.json' with { type: 'json' };
import categories from '../en/plain/categories.json' with { type: 'json' };
import commands from '../en/plain/commands.json' with { type: 'json' };
import councilSettings from '../en/plain/council-settings.json' with { type: 'json' };
import councils from '../en/plain/councils.json' with { type: 'json' };
import csv from '../en/plain/csv.json' with { type: 'json' };
import documents from '../en/plain/documents.json' with { type: 'json' };
import exceptions from '../en/plain/exceptions.json' with { type: 'json' };
import feeds from '../en/plain/feeds.json' with { type: 'json' };
import front from '../en/plain/front.json' with { type: 'json' };
import funders from '../en/plain/funders.json' with { type: 'json' };
import holidays from '../en/plain/holidays.json' with { type: 'json' };
import importColumns from '../en/plain/import-columns.json' with { type: 'json' };
import importRows from '../en/plain/import-rows.json' with { type: 'json' };
import imports from '../en/plain/imports.json' with { type: 'json' };
import insights from '../en/plain/insights.json' with { type: 'json' };
import invoices from '../en/plain/invoices.json' with { type: 'json' };
import keptListings from '../en/plain/kept-listings.json' with { type: 'json' };
import letters from '../en/plain/letters.json' with { type: 'json' };
import listings from '../en/plain/listings.json' with { type: 'json' };
import lists from '../en/plain/lists.json' with { type: 'json' };
import mails from '../en/plain/mails.json' with { type: 'json' };
import messages from '../en/plain/messages.json' with { type: 'json' };
import moneyExceptions from '../en/plain/money-exceptions.json' with { type: 'json' };
import openReferral from '../en/plain/open-referral.json' with { type: 'json' };
import orders from '../en/plain/orders.json' with { type: 'json' };
import payIns from '../en/plain/pay-ins.json' with { type: 'json' };
import payeeAccounts from '../en/plain/payee-accounts.json' with { type: 'json' };
import paymentRuns from '../en/plain/payment-runs.json' with { type: 'json' };
import people from '../en/plain/people.json' with { type: 'json' };
import photos from '../en/plain/photos.json' with { type: 'json' };
import priceRises from '../en/plain/price-rises.json' with { type: 'json' };
import problemTitles from '../en/plain/problem-titles.json' with { type: 'json' };
import problems from '../en/plain/problems.json' with { type: 'json' };
import proofs from '../en/plain/proofs.json' with { type: 'json' };
import questions from '../en/plain/questions.json' with { type: 'json' };
import recorded from '../en/plain/recorded.json' with { type: 'json' };
import shell from '../en/plain/shell.json' with { type: 'json' };
import statements from '../en/plain/statements.json' with { type: 'json' };
import steps from '../en/plain/steps.json' with { type: 'json' };
import times from '../en/plain/times.json' with { type: 'json' };
import traces from '../en/plain/traces.json' with { type: 'json' };
import ui from '../en/plain/ui.json' with { type: 'json' };
import units from '../en/plain/units.json' with { type: 'json' };
import visits from '../en/plain/visits.json' with { type: 'json' };
import workers from '../en/plain/workers.json' with { type: 'json' };

export const EN_PLAIN = {
  accounts,
  'audit-entries': auditEntries,
  baskets,
  budgets,
  'card-payments': cardPayments,
  categories,
  commands,
  'council-settings': councilSettings,
  councils,
  csv,
  documents,
  exceptions,
  feeds,
  front,
  funders,
  holidays,
  'import-columns': importColumns,
  'import-rows': importRows,
  imports,
  insights,
  invoices,
  'kept-listings': keptListings,
  letters,
  listings,
  lists,
  mails,
  messages,
  'money-exceptions': moneyExceptions,
  'open-referral': openReferral,
  orders,
  'pay-ins': payIns,
  'payee-accounts': payeeAccounts,
  'payment-runs': paymentRuns,
  people,
  photos,
  'price-rises': priceRises,
  'problem-titles': problemTitles,
  problems,
  proofs,
  questions,
  recorded,
  shell,
  statements,
  steps,
  times,
  traces,
  ui,
  units,
  visits,
  workers,
};
