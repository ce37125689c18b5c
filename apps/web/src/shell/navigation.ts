// Which pages each role finds in its menu. A page that a role may not use is not in its menu; the API decides anyway.
import type { Role } from '@support-market/domain/access/roles';
import { paths } from '../paths.ts';
import type shell from '../words/en/shell.json';

export type NavKey = keyof typeof shell.nav;
export type NavEntry = { readonly key: NavKey; readonly href: string };

const BY_ROLE: Readonly<Record<Role, readonly NavEntry[]>> = {
  'budget-holder': [
    { key: 'myPlace', href: paths.myPlace() },
    { key: 'confirm', href: paths.confirmVisits() },
    { key: 'orders', href: paths.orders() },
    { key: 'toPay', href: paths.invoices() },
    { key: 'messages', href: paths.messages() },
  ],
  representative: [
    { key: 'myPlace', href: paths.myPlace() },
    { key: 'confirm', href: paths.confirmVisits() },
    { key: 'orders', href: paths.orders() },
    { key: 'toPay', href: paths.invoices() },
    { key: 'messages', href: paths.messages() },
  ],
  broker: [
    { key: 'people', href: paths.people() },
    { key: 'confirm', href: paths.confirmVisits() },
    { key: 'orders', href: paths.orders() },
    { key: 'toPay', href: paths.invoices() },
    { key: 'messages', href: paths.messages() },
  ],
  provider: [
    { key: 'providerWeek', href: paths.providerWeek() },
    { key: 'providerOrders', href: paths.providerOrders() },
    { key: 'actuals', href: paths.providerActuals() },
    { key: 'workers', href: paths.providerWorkers() },
    { key: 'providerMoney', href: paths.providerInvoices() },
    { key: 'bankAccount', href: paths.bankAccount() },
    { key: 'store', href: paths.providerListings() },
    { key: 'messages', href: paths.messages() },
  ],
  'isf-holder': [
    { key: 'budgetLines', href: paths.providerBudgetLines() },
    { key: 'providerWeek', href: paths.providerWeek() },
    { key: 'providerOrders', href: paths.providerOrders() },
    { key: 'actuals', href: paths.providerActuals() },
    { key: 'workers', href: paths.providerWorkers() },
    { key: 'toPay', href: paths.invoices() },
    { key: 'providerMoney', href: paths.providerInvoices() },
    { key: 'bankAccount', href: paths.bankAccount() },
    { key: 'store', href: paths.providerListings() },
    { key: 'messages', href: paths.messages() },
  ],
  'community-group': [{ key: 'communityListings', href: paths.providerListings() }],
  practitioner: [
    { key: 'caseload', href: paths.people() },
    { key: 'buildUp', href: paths.buildUp() },
  ],
  manager: [
    { key: 'buildUp', href: paths.buildUp() },
    { key: 'caseload', href: paths.people() },
    { key: 'caseloads', href: paths.caseloads() },
    { key: 'insights', href: paths.insights() },
    { key: 'finalStatements', href: paths.finalStatements() },
  ],
  finance: [
    { key: 'exceptions', href: paths.financeExceptions() },
    { key: 'paymentRuns', href: paths.paymentRuns() },
    { key: 'funders', href: paths.funders() },
    { key: 'payeeAccounts', href: paths.payeeAccounts() },
    { key: 'payIns', href: paths.payIns() },
    { key: 'invoices', href: paths.invoices() },
    { key: 'finalStatements', href: paths.finalStatements() },
    { key: 'follow', href: paths.auditEntries() },
    { key: 'messages', href: paths.messages() },
  ],
  commissioner: [
    { key: 'insights', href: paths.insights() },
    { key: 'messages', href: paths.messages() },
  ],
  auditor: [
    { key: 'follow', href: paths.auditEntries() },
    { key: 'caseload', href: paths.people() },
    { key: 'exceptions', href: paths.financeExceptions() },
    { key: 'paymentRuns', href: paths.paymentRuns() },
    { key: 'funders', href: paths.funders() },
    { key: 'payeeAccounts', href: paths.payeeAccounts() },
    { key: 'payIns', href: paths.payIns() },
    { key: 'invoices', href: paths.invoices() },
    { key: 'finalStatements', href: paths.finalStatements() },
    { key: 'insights', href: paths.insights() },
  ],
  editor: [
    { key: 'imports', href: paths.imports() },
    { key: 'withheldListings', href: paths.withheldListings() },
  ],
  administrator: [
    { key: 'imports', href: paths.imports() },
    { key: 'accounts', href: paths.accounts() },
    { key: 'letters', href: paths.letters() },
    { key: 'caseload', href: paths.people() },
    { key: 'caseloads', href: paths.caseloads() },
    { key: 'withheldListings', href: paths.withheldListings() },
    { key: 'councilSettings', href: paths.councilSettings() },
  ],
};

/** The menu of everything these roles have, in the order of the roles, each page once. */
export function navigationFor(roles: readonly Role[]): readonly NavEntry[] {
  const entries = roles.flatMap((role) => BY_ROLE[role]);
  return entries.filter((entry, index) => entries.findIndex((other) => other.href === entry.href) === index);
}

/** Where a person lands after signing in: the first page of their first role. */
export function homeFor(roles: readonly Role[]): string {
  return navigationFor(roles)[0]?.href ?? paths.front();
}
