// Which page lives at which address. Each page is a chunk of its own, fetched together with its words.
import { type ComponentType, lazy, type ReactNode } from 'react';
import { generatePath, Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { NotFound } from './shell/not-found.tsx';
import { loadWords } from './words/words.ts';

/** A page fetched when it is first visited; `nouns` are the files of words that it speaks. */
function page(load: () => Promise<{ readonly Page: ComponentType }>, ...nouns: readonly string[]): ReactNode {
  const Lazy = lazy(async () => {
    const [module] = await Promise.all([load(), loadWords(...nouns)]);
    return { default: module.Page };
  });
  return <Lazy />;
}

/** Every address that has a page. */
export const PAGES: readonly { readonly path: string; readonly element: ReactNode }[] = [
  { path: '/', element: page(() => import('./pages/councils/front.tsx'), 'front', 'categories', 'steps') },
  { path: '/sign-in', element: page(() => import('./pages/accounts/sign-in.tsx'), 'accounts') },
  { path: '/sign-up', element: page(() => import('./pages/accounts/sign-up.tsx'), 'accounts') },
  {
    path: '/list-what-you-do',
    element: page(() => import('./pages/accounts/list-what-you-do.tsx'), 'accounts'),
  },
  { path: '/paper-codes', element: page(() => import('./pages/accounts/paper-code.tsx'), 'accounts') },
  { path: '/forgotten-password', element: page(() => import('./pages/accounts/forgotten-password.tsx'), 'accounts') },
  { path: '/reset-password/:token', element: page(() => import('./pages/accounts/reset-password.tsx'), 'accounts') },
  { path: '/invitations/:token', element: page(() => import('./pages/accounts/accept-invitation.tsx'), 'accounts') },
  { path: '/imports', element: page(() => import('./pages/imports/imports.tsx'), 'imports') },
  { path: '/confirm-email/:token', element: page(() => import('./pages/accounts/confirm-email.tsx'), 'accounts') },
  { path: '/my-account', element: page(() => import('./pages/accounts/my-account.tsx'), 'accounts') },
  { path: '/look-around', element: page(() => import('./pages/accounts/look-around.tsx'), 'accounts') },
  { path: '/outbox', element: page(() => import('./pages/mails/outbox.tsx'), 'accounts') },
  { path: '/accounts', element: page(() => import('./pages/accounts/accounts.tsx'), 'accounts') },
  { path: '/letters', element: page(() => import('./pages/letters/letters.tsx'), 'letters') },
  { path: '/letters/:id', element: page(() => import('./pages/letters/letter.tsx'), 'letters') },
  { path: '/accounts/invite', element: page(() => import('./pages/accounts/invite.tsx'), 'accounts') },
  { path: '/search', element: page(() => import('./pages/listings/search.tsx'), 'listings', 'kept-listings', 'units') },
  {
    path: '/listings/:slug',
    element: page(
      () => import('./pages/listings/listing.tsx'),
      'listings',
      'kept-listings',
      'questions',
      'units',
      'photos',
    ),
  },
  {
    path: '/organisations/:slug',
    element: page(() => import('./pages/organisations/organisation.tsx'), 'listings', 'units', 'photos'),
  },
  { path: '/events', element: page(() => import('./pages/events/events.tsx'), 'listings', 'units') },
  { path: '/about', element: page(() => import('./pages/councils/about.tsx'), 'steps') },
  { path: '/accessibility', element: page(() => import('./pages/councils/accessibility.tsx'), 'councils') },
  { path: '/contact', element: page(() => import('./pages/councils/contact.tsx'), 'councils') },
  { path: '/complaints', element: page(() => import('./pages/councils/complaints.tsx'), 'councils') },
  { path: '/privacy', element: page(() => import('./pages/councils/privacy.tsx'), 'councils') },
  {
    path: '/council-settings',
    element: page(() => import('./pages/council-settings/council-settings.tsx'), 'council-settings'),
  },
  {
    path: '/council-settings/:key',
    element: page(() => import('./pages/council-settings/council-setting.tsx'), 'council-settings'),
  },
  { path: '/basket', element: page(() => import('./pages/baskets/basket.tsx'), 'baskets', 'units') },
  {
    path: '/basket/add/:offerId',
    element: page(() => import('./pages/baskets/add-to-basket.tsx'), 'baskets', 'orders', 'units'),
  },
  {
    path: '/basket/items/:itemId',
    element: page(() => import('./pages/baskets/add-to-basket.tsx'), 'baskets', 'orders', 'units'),
  },
  {
    path: '/basket/checkout',
    element: page(() => import('./pages/baskets/checkout.tsx'), 'baskets', 'units', 'people'),
  },
  {
    path: '/basket/receipts/:placementId',
    element: page(() => import('./pages/baskets/receipt.tsx'), 'baskets', 'units'),
  },
  { path: '/orders', element: page(() => import('./pages/orders/orders.tsx'), 'orders', 'units') },
  {
    path: '/orders/:id',
    element: page(() => import('./pages/orders/order.tsx'), 'orders', 'price-rises', 'questions', 'units', 'people'),
  },
  {
    path: '/my-place',
    element: page(
      () => import('./pages/people/my-place.tsx'),
      'budgets',
      'kept-listings',
      'visits',
      'messages',
      'people',
    ),
  },
  { path: '/questions', element: page(() => import('./pages/questions/questions.tsx'), 'questions') },
  { path: '/question-reports', element: page(() => import('./pages/questions/question-reports.tsx'), 'questions') },
  { path: '/questions/:id', element: page(() => import('./pages/questions/question.tsx'), 'questions') },
  { path: '/people', element: page(() => import('./pages/people/people.tsx'), 'people', 'lists') },
  {
    path: '/people/:personId',
    element: page(
      () => import('./pages/people/person.tsx'),
      'budgets',
      'kept-listings',
      'visits',
      'messages',
      'people',
    ),
  },
  { path: '/caseloads', element: page(() => import('./pages/people/caseloads.tsx'), 'people') },
  { path: '/people/:personId/record', element: page(() => import('./pages/people/person-record.tsx'), 'people') },
  { path: '/people/:personId/mandates', element: page(() => import('./pages/mandates/person-mandates.tsx'), 'people') },
  {
    path: '/people/:personId/paper-accounts',
    element: page(() => import('./pages/accounts/paper-accounts.tsx'), 'accounts'),
  },
  { path: '/people/:personId/ending', element: page(() => import('./pages/people/person-ending.tsx'), 'people') },
  {
    path: '/people/:personId/final-statement',
    element: page(() => import('./pages/people/final-statement.tsx'), 'people'),
  },
  { path: '/final-statements', element: page(() => import('./pages/people/final-statements.tsx'), 'people') },
  {
    path: '/people/:personId/money/:lineId/change',
    element: page(() => import('./pages/budgets/change-line.tsx'), 'people', 'budgets'),
  },
  {
    path: '/people/:personId/money',
    element: page(() => import('./pages/budgets/person-money.tsx'), 'budgets', 'people'),
  },
  {
    path: '/people/:personId/money/:lineId',
    element: page(() => import('./pages/statements/statement.tsx'), 'statements', 'units'),
  },
  {
    path: '/card-payments/new/:lineId',
    element: page(() => import('./pages/card-payments/card-payment.tsx'), 'card-payments'),
  },
  { path: '/messages', element: page(() => import('./pages/messages/messages.tsx'), 'messages') },
  { path: '/build-up', element: page(() => import('./pages/budgets/build-up.tsx'), 'budgets') },
  {
    path: '/provider/budget-lines',
    element: page(() => import('./pages/budgets/provider-budget-lines.tsx'), 'budgets'),
  },
  { path: '/people/:personId/orders', element: page(() => import('./pages/orders/orders.tsx'), 'orders', 'units') },
  { path: '/provider/orders', element: page(() => import('./pages/orders/provider-orders.tsx'), 'orders', 'units') },
  {
    path: '/provider/orders/:id',
    element: page(() => import('./pages/orders/provider-order.tsx'), 'orders', 'price-rises', 'questions', 'units'),
  },
  { path: '/visits/to-confirm', element: page(() => import('./pages/visits/confirm-visits.tsx'), 'visits') },
  { path: '/visits/:id', element: page(() => import('./pages/visits/visit.tsx'), 'visits') },
  { path: '/people/:personId/week', element: page(() => import('./pages/visits/person-week.tsx'), 'visits') },
  {
    path: '/provider/listings',
    element: page(() => import('./pages/listings/provider-listings.tsx'), 'listings', 'units'),
  },
  { path: '/provider/photos', element: page(() => import('./pages/photos/provider-photos.tsx'), 'photos') },
  {
    path: '/provider/listings/:id',
    element: page(() => import('./pages/listings/provider-listing.tsx'), 'listings', 'units'),
  },
  {
    path: '/provider/listings/:id/new-offer',
    element: page(() => import('./pages/listings/provider-new-offer.tsx'), 'listings', 'units'),
  },
  {
    path: '/provider/organisations/:id/new-listing',
    element: page(() => import('./pages/listings/provider-new-listing.tsx'), 'listings', 'units'),
  },
  {
    path: '/provider/organisations/new',
    element: page(() => import('./pages/accounts/open-store.tsx'), 'accounts'),
  },
  ...['/provider/listings/:id/steps', '/provider/listings/:id/steps/:step'].map((path) => ({
    path,
    element: page(() => import('./pages/listings/provider-listing-steps.tsx'), 'listings', 'units', 'photos'),
  })),
  {
    path: '/school-terms',
    element: page(() => import('./pages/school-terms/school-terms.tsx'), 'listings'),
  },
  {
    path: '/provider/listings/:id/dates',
    element: page(() => import('./pages/listings/provider-dates.tsx'), 'listings'),
  },
  {
    path: '/provider/listings/:id/dates/:event/:date',
    element: page(() => import('./pages/listings/provider-date.tsx'), 'listings'),
  },
  {
    path: '/provider/listings/:id/preview',
    element: page(() => import('./pages/listings/provider-preview.tsx'), 'listings', 'units', 'photos'),
  },
  {
    path: '/listing-reviews',
    element: page(() => import('./pages/listings/listing-reviews.tsx'), 'listings', 'units'),
  },
  {
    path: '/listing-reviews/:id',
    element: page(() => import('./pages/listings/listing-review.tsx'), 'listings', 'units', 'photos'),
  },
  {
    path: '/withheld-listings',
    element: page(() => import('./pages/listings/withheld-listings.tsx'), 'listings', 'units'),
  },
  {
    path: '/withheld-listings/:id',
    element: page(() => import('./pages/listings/withheld-listing.tsx'), 'listings', 'units'),
  },
  {
    path: '/provider/organisations/:id/checks',
    element: page(() => import('./pages/organisations/provider-checks.tsx'), 'listings'),
  },
  {
    path: '/provider/organisations/:id',
    element: page(() => import('./pages/organisations/provider-organisation.tsx'), 'listings', 'units'),
  },
  { path: '/provider/week', element: page(() => import('./pages/visits/provider-week.tsx'), 'visits', 'listings') },
  {
    path: '/provider/visits/:id',
    element: page(() => import('./pages/visits/provider-visit.tsx'), 'visits', 'workers'),
  },
  { path: '/provider/workers', element: page(() => import('./pages/workers/provider-workers.tsx'), 'workers') },
  { path: '/provider/workers/:id', element: page(() => import('./pages/workers/provider-worker.tsx'), 'workers') },
  { path: '/provider/actuals', element: page(() => import('./pages/visits/provider-actuals.tsx'), 'visits') },
  {
    path: '/finance/exceptions',
    element: page(() => import('./pages/exceptions/exceptions.tsx'), 'exceptions', 'money-exceptions'),
  },
  { path: '/finance/exceptions/:id', element: page(() => import('./pages/exceptions/exception.tsx'), 'exceptions') },
  { path: '/finance/pay-ins', element: page(() => import('./pages/pay-ins/pay-ins.tsx'), 'pay-ins') },
  { path: '/funders', element: page(() => import('./pages/funders/funders.tsx'), 'funders') },
  { path: '/funders/add', element: page(() => import('./pages/funders/add-funder.tsx'), 'funders') },
  { path: '/funders/:id', element: page(() => import('./pages/funders/funder.tsx'), 'funders', 'payee-accounts') },
  { path: '/funders/:id/statement', element: page(() => import('./pages/funders/funder-statement.tsx'), 'funders') },
  {
    path: '/finance/payment-runs',
    element: page(() => import('./pages/payment-runs/payment-runs.tsx'), 'payment-runs', 'funders'),
  },
  {
    path: '/finance/payment-runs/new',
    element: page(() => import('./pages/payment-runs/payment-proposal.tsx'), 'payment-runs'),
  },
  {
    path: '/finance/payment-runs/:id',
    element: page(() => import('./pages/payment-runs/payment-run.tsx'), 'payment-runs'),
  },
  {
    path: '/finance/payment-runs/:id/came-back/:paymentId',
    element: page(() => import('./pages/payment-runs/payment-came-back.tsx'), 'payment-runs'),
  },
  {
    path: '/finance/payee-accounts',
    element: page(() => import('./pages/payee-accounts/payee-accounts.tsx'), 'payee-accounts'),
  },
  {
    path: '/finance/payee-accounts/one',
    element: page(() => import('./pages/payee-accounts/payee-account.tsx'), 'payee-accounts'),
  },
  {
    path: '/provider/bank-account',
    element: page(() => import('./pages/payee-accounts/bank-account.tsx'), 'payee-accounts'),
  },
  { path: '/invoices', element: page(() => import('./pages/invoices/invoices.tsx'), 'invoices') },
  { path: '/invoices/:id', element: page(() => import('./pages/invoices/invoice.tsx'), 'invoices') },
  { path: '/invoices/:id/credit', element: page(() => import('./pages/invoices/credit-invoice.tsx'), 'invoices') },
  { path: '/provider/invoices', element: page(() => import('./pages/invoices/provider-invoices.tsx'), 'invoices') },
  { path: '/insights', element: page(() => import('./pages/insights/insights.tsx'), 'insights') },
  {
    path: '/audit-entries',
    element: page(() => import('./pages/audit-entries/audit-entries.tsx'), 'audit-entries', 'traces'),
  },
  { path: '/traces/:reference', element: page(() => import('./pages/traces/trace.tsx'), 'audit-entries', 'traces') },
  {
    path: '/people/:personId/kept-listings',
    element: page(() => import('./pages/listings/kept-listings.tsx'), 'kept-listings', 'listings', 'units'),
  },
  {
    path: '/people/:personId/kept-listings/compare',
    element: page(() => import('./pages/listings/compare-listings.tsx'), 'kept-listings', 'listings', 'units'),
  },
  {
    path: '/people/:personId/who-looked',
    element: page(() => import('./pages/audit-entries/who-looked.tsx'), 'audit-entries'),
  },
  { path: '/agreed-rates', element: page(() => import('./pages/listings/agreed-rates.tsx'), 'listings', 'units') },
  {
    path: '/agreed-rates/:offerId',
    element: page(() => import('./pages/listings/agreed-rate.tsx'), 'listings', 'units'),
  },
  {
    path: '/price-rises',
    element: page(() => import('./pages/price-rises/price-rises.tsx'), 'price-rises', 'lists', 'units'),
  },
  {
    path: '/price-rises/:id',
    element: page(() => import('./pages/price-rises/price-rise.tsx'), 'price-rises', 'units'),
  },
  {
    path: '/price-rises/propose',
    element: page(() => import('./pages/price-rises/propose-price-rise.tsx'), 'price-rises', 'units', 'listings'),
  },
  { path: '/feeds', element: page(() => import('./pages/feeds/feeds.tsx'), 'feeds') },
  { path: '/feeds/:id', element: page(() => import('./pages/feeds/feed.tsx'), 'feeds') },
  { path: '/feeds/add', element: page(() => import('./pages/feeds/add-feed.tsx'), 'feeds') },
];

/** Addresses that pages once had, for bookmarks and old mails: docs/decisions/0020-one-noun-one-name.md. */
export const MOVED: Readonly<Record<string, string>> = {
  '/audit': '/audit-entries',
  '/audit/:reference': '/traces/:reference',
  '/provider/funds': '/provider/budget-lines',
  '/top-up/:lineId': '/card-payments/new/:lineId',
  '/trends': '/insights',
  '/users': '/accounts',
  '/users/invite': '/accounts/invite',
};

function Moved({ to }: { readonly to: string }): ReactNode {
  const { search } = useLocation();
  return <Navigate to={generatePath(to, useParams()) + search} replace />;
}

export function AppRoutes(): ReactNode {
  return (
    <Routes>
      {PAGES.map(({ path, element }) => (
        <Route key={path} path={path} element={element} />
      ))}
      {Object.entries(MOVED).map(([from, to]) => (
        <Route key={from} path={from} element={<Moved to={to} />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
