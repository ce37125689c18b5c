// The menu: each page with the action it needs, so that who finds it is what the one permission table says.
import { type ProtectedAction, type Scope, scopeOf } from '@support-market/domain/access/permissions';
import type { Role } from '@support-market/domain/access/roles';
import type shell from '@support-market/words/en/plain/shell.json';
import { paths } from '../paths.ts';

export type NavKey = keyof typeof shell.nav;
export type NavEntry = { readonly key: NavKey; readonly href: string };

/** In this order for everyone. An entry with scopes is for those only whose role reaches one of them with the action. */
const MENU: readonly (NavEntry & { readonly action: ProtectedAction; readonly scopes?: readonly Scope[] })[] = [
  // people, and those who act for them
  { key: 'myPlace', href: paths.myPlace(), action: 'audit-entry.view-own' },
  { key: 'people', href: paths.people(), action: 'person.view', scopes: ['mandate'] },
  { key: 'confirm', href: paths.confirmVisits(), action: 'visit.confirm' },
  { key: 'orders', href: paths.orders(), action: 'order.view', scopes: ['self', 'mandate'] },
  // providers, and holders of individual service funds
  { key: 'budgetLines', href: paths.providerBudgetLines(), action: 'budget-line.view' },
  { key: 'providerWeek', href: paths.providerWeek(), action: 'visit.record' },
  { key: 'providerOrders', href: paths.providerOrders(), action: 'order.decide' },
  { key: 'actuals', href: paths.providerActuals(), action: 'actuals.upload' },
  { key: 'workers', href: paths.providerWorkers(), action: 'worker.view' },
  { key: 'toPay', href: paths.invoices(), action: 'invoice.pay' },
  { key: 'providerMoney', href: paths.providerInvoices(), action: 'remittance.view', scopes: ['organisation'] },
  { key: 'bankAccount', href: paths.bankAccount(), action: 'payee-account.change' },
  { key: 'store', href: paths.providerListings(), action: 'listing.edit' },
  // officers: what each role works with most comes first, and is where it lands after signing in
  { key: 'follow', href: paths.auditEntries(), action: 'audit-entry.view' },
  { key: 'imports', href: paths.imports(), action: 'import.people' },
  { key: 'caseload', href: paths.people(), action: 'person.view', scopes: ['caseload', 'council'] },
  { key: 'exceptions', href: paths.financeExceptions(), action: 'exception.view' },
  { key: 'paymentRuns', href: paths.paymentRuns(), action: 'payment-run.view' },
  { key: 'funders', href: paths.funders(), action: 'funder.view' },
  { key: 'payeeAccounts', href: paths.payeeAccounts(), action: 'payee-account.view' },
  { key: 'payIns', href: paths.payIns(), action: 'pay-in.view' },
  { key: 'invoices', href: paths.invoices(), action: 'invoice.view', scopes: ['council'] },
  { key: 'buildUp', href: paths.buildUp(), action: 'build-up.view' },
  { key: 'finalStatements', href: paths.finalStatements(), action: 'final-statement.view' },
  { key: 'caseloads', href: paths.caseloads(), action: 'caseload.view' },
  { key: 'insights', href: paths.insights(), action: 'insight.view' },
  { key: 'imports', href: paths.imports(), action: 'import.view' },
  { key: 'feeds', href: paths.feeds(), action: 'feed.view' },
  { key: 'listingReviews', href: paths.listingReviews(), action: 'listing.review' },
  { key: 'withheldListings', href: paths.withheldListings(), action: 'listing.withhold' },
  { key: 'schoolTerms', href: paths.schoolTerms(), action: 'school-term.edit' },
  { key: 'questionReports', href: paths.questionReports(), action: 'question-report.settle' },
  { key: 'accounts', href: paths.accounts(), action: 'account.view' },
  { key: 'letters', href: paths.letters(), action: 'letter.view' },
  { key: 'follow', href: paths.auditEntries(), action: 'ledger.trace' },
  { key: 'councilSettings', href: paths.councilSettings(), action: 'council-setting.view' },
  { key: 'questions', href: paths.questions(), action: 'question.view' },
  { key: 'messages', href: paths.messages(), action: 'message.read' },
  { key: 'agreedRates', href: paths.agreedRates(), action: 'agreed-rate.view' },
  { key: 'priceRises', href: paths.priceRises(), action: 'price-rise.view' },
];

/** The menu of everything these roles may do, each page once. */
export function navigationFor(roles: readonly Role[]): readonly NavEntry[] {
  const entries = MENU.filter(({ action, scopes }) =>
    roles.some((role) => {
      const scope = scopeOf(role, action);
      return scope !== undefined && (scopes?.includes(scope) ?? true);
    }),
  );
  return entries.filter((entry, index) => entries.findIndex((other) => other.href === entry.href) === index);
}

/** Where a person lands after signing in: the first page of their menu. */
export function homeFor(roles: readonly Role[]): string {
  return navigationFor(roles)[0]?.href ?? paths.front();
}

/** Only our own pages: an address that someone else wrote into a link must not lead away from here. */
export function ownPage(next: string | null): string | null {
  // a browser drops control characters before it reads an address, so they could hide a second slash
  return next && /^\/(?![/\\])[^\p{Cc}]*$/u.test(next) ? next : null;
}
