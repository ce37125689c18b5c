// Made by "npm run gen" from packages/words/src/en/plain; never edited.
import type { ResourceLanguage } from 'i18next';

type Load = () => Promise<{ readonly default: ResourceLanguage }>;

/** By language and noun: what brings its words when they are wanted, so that a page loads only its own. */
export const LATER: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  en: {
    'accounts': () => import('../en/plain/accounts.json'),
    'audit-entries': () => import('../en/plain/audit-entries.json'),
    'baskets': () => import('../en/plain/baskets.json'),
    'budgets': () => import('../en/plain/budgets.json'),
    'card-payments': () => import('../en/plain/card-payments.json'),
    'categories': () => import('../en/plain/categories.json'),
    'council-settings': () => import('../en/plain/council-settings.json'),
    'councils': () => import('../en/plain/councils.json'),
    'csv': () => import('../en/plain/csv.json'),
    'documents': () => import('../en/plain/documents.json'),
    'exceptions': () => import('../en/plain/exceptions.json'),
    'front': () => import('../en/plain/front.json'),
    'funders': () => import('../en/plain/funders.json'),
    'import-rows': () => import('../en/plain/import-rows.json'),
    'imports': () => import('../en/plain/imports.json'),
    'insights': () => import('../en/plain/insights.json'),
    'invoices': () => import('../en/plain/invoices.json'),
    'letters': () => import('../en/plain/letters.json'),
    'listings': () => import('../en/plain/listings.json'),
    'mails': () => import('../en/plain/mails.json'),
    'messages': () => import('../en/plain/messages.json'),
    'money-exceptions': () => import('../en/plain/money-exceptions.json'),
    'orders': () => import('../en/plain/orders.json'),
    'pay-ins': () => import('../en/plain/pay-ins.json'),
    'payee-accounts': () => import('../en/plain/payee-accounts.json'),
    'payment-runs': () => import('../en/plain/payment-runs.json'),
    'people': () => import('../en/plain/people.json'),
    'photos': () => import('../en/plain/photos.json'),
    'problem-titles': () => import('../en/plain/problem-titles.json'),
    'problems': () => import('../en/plain/problems.json'),
    'shell': () => import('../en/plain/shell.json'),
    'statements': () => import('../en/plain/statements.json'),
    'steps': () => import('../en/plain/steps.json'),
    'times': () => import('../en/plain/times.json'),
    'traces': () => import('../en/plain/traces.json'),
    'ui': () => import('../en/plain/ui.json'),
    'units': () => import('../en/plain/units.json'),
    'visits': () => import('../en/plain/visits.json'),
    'workers': () => import('../en/plain/workers.json'),
  },
};
