// Which page lives at which address. Each page is a chunk of its own, fetched together with its words.
import { type ComponentType, lazy, type ReactNode } from 'react';
import { generatePath, Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { NotFound } from './shell/not-found.tsx';
import { loadWords } from './words/words.ts';

/** A page fetched when it is first visited; `nouns` are the files in words/en that it speaks. */
function page(load: () => Promise<{ readonly Page: ComponentType }>, ...nouns: readonly string[]): ReactNode {
  const Lazy = lazy(async () => {
    const [module] = await Promise.all([load(), loadWords(...nouns)]);
    return { default: module.Page };
  });
  return <Lazy />;
}

/** Every address that has a page. */
export const PAGES: readonly { readonly path: string; readonly element: ReactNode }[] = [
  { path: '/', element: page(() => import('./pages/front.tsx'), 'front', 'categories', 'steps') },
  { path: '/sign-in', element: page(() => import('./pages/sign-in.tsx'), 'accounts') },
  { path: '/sign-up', element: page(() => import('./pages/sign-up.tsx'), 'accounts') },
  { path: '/paper-codes', element: page(() => import('./pages/paper-code.tsx'), 'accounts') },
  { path: '/forgotten-password', element: page(() => import('./pages/forgotten-password.tsx'), 'accounts') },
  { path: '/reset-password/:token', element: page(() => import('./pages/reset-password.tsx'), 'accounts') },
  { path: '/invitations/:token', element: page(() => import('./pages/accept-invitation.tsx'), 'accounts') },
  { path: '/imports', element: page(() => import('./pages/imports.tsx'), 'imports') },
  { path: '/confirm-email/:token', element: page(() => import('./pages/confirm-email.tsx'), 'accounts') },
  { path: '/my-account', element: page(() => import('./pages/my-account.tsx'), 'accounts') },
  { path: '/look-around', element: page(() => import('./pages/look-around.tsx'), 'accounts') },
  { path: '/outbox', element: page(() => import('./pages/outbox.tsx'), 'accounts') },
  { path: '/accounts', element: page(() => import('./pages/accounts.tsx'), 'accounts') },
  { path: '/letters', element: page(() => import('./pages/letters.tsx'), 'letters') },
  { path: '/letters/:id', element: page(() => import('./pages/letter.tsx'), 'letters') },
  { path: '/accounts/invite', element: page(() => import('./pages/invite.tsx'), 'accounts') },
  { path: '/search', element: page(() => import('./pages/search.tsx'), 'listings') },
  { path: '/listings/:slug', element: page(() => import('./pages/listing.tsx'), 'listings', 'photos') },
  { path: '/organisations/:slug', element: page(() => import('./pages/organisation.tsx'), 'listings', 'photos') },
  { path: '/events', element: page(() => import('./pages/events.tsx'), 'listings') },
  { path: '/about', element: page(() => import('./pages/about.tsx'), 'steps') },
  { path: '/accessibility', element: page(() => import('./pages/accessibility.tsx'), 'councils') },
  { path: '/contact', element: page(() => import('./pages/contact.tsx'), 'councils') },
  { path: '/complaints', element: page(() => import('./pages/complaints.tsx'), 'councils') },
  { path: '/privacy', element: page(() => import('./pages/privacy.tsx'), 'councils') },
  { path: '/council-settings', element: page(() => import('./pages/council-settings.tsx'), 'council-settings') },
  { path: '/council-settings/:key', element: page(() => import('./pages/council-setting.tsx'), 'council-settings') },
  { path: '/basket', element: page(() => import('./pages/basket.tsx'), 'baskets') },
  { path: '/basket/add/:offerId', element: page(() => import('./pages/add-to-basket.tsx'), 'baskets') },
  { path: '/basket/items/:itemId', element: page(() => import('./pages/add-to-basket.tsx'), 'baskets') },
  { path: '/basket/checkout', element: page(() => import('./pages/checkout.tsx'), 'baskets', 'people') },
  { path: '/basket/receipts/:placementId', element: page(() => import('./pages/receipt.tsx'), 'baskets') },
  { path: '/orders', element: page(() => import('./pages/orders.tsx'), 'orders') },
  { path: '/orders/:id', element: page(() => import('./pages/order.tsx'), 'orders', 'people') },
  { path: '/my-place', element: page(() => import('./pages/my-place.tsx'), 'budgets', 'visits', 'messages', 'people') },
  { path: '/people', element: page(() => import('./pages/people.tsx'), 'people') },
  {
    path: '/people/:personId',
    element: page(() => import('./pages/person.tsx'), 'budgets', 'visits', 'messages', 'people'),
  },
  { path: '/caseloads', element: page(() => import('./pages/caseloads.tsx'), 'people') },
  { path: '/people/:personId/record', element: page(() => import('./pages/person-record.tsx'), 'people') },
  { path: '/people/:personId/mandates', element: page(() => import('./pages/person-mandates.tsx'), 'people') },
  { path: '/people/:personId/paper-accounts', element: page(() => import('./pages/paper-accounts.tsx'), 'accounts') },
  { path: '/people/:personId/ending', element: page(() => import('./pages/person-ending.tsx'), 'people') },
  { path: '/people/:personId/final-statement', element: page(() => import('./pages/final-statement.tsx'), 'people') },
  { path: '/final-statements', element: page(() => import('./pages/final-statements.tsx'), 'people') },
  {
    path: '/people/:personId/money/:lineId/change',
    element: page(() => import('./pages/change-line.tsx'), 'people', 'budgets'),
  },
  { path: '/people/:personId/money', element: page(() => import('./pages/person-money.tsx'), 'budgets', 'people') },
  { path: '/people/:personId/money/:lineId', element: page(() => import('./pages/statement.tsx'), 'statements') },
  { path: '/card-payments/new/:lineId', element: page(() => import('./pages/card-payment.tsx'), 'card-payments') },
  { path: '/messages', element: page(() => import('./pages/messages.tsx'), 'messages') },
  { path: '/build-up', element: page(() => import('./pages/build-up.tsx'), 'budgets') },
  { path: '/provider/budget-lines', element: page(() => import('./pages/provider-budget-lines.tsx'), 'budgets') },
  { path: '/people/:personId/orders', element: page(() => import('./pages/orders.tsx'), 'orders') },
  { path: '/provider/orders', element: page(() => import('./pages/provider-orders.tsx'), 'orders') },
  { path: '/provider/orders/:id', element: page(() => import('./pages/provider-order.tsx'), 'orders') },
  { path: '/visits/to-confirm', element: page(() => import('./pages/confirm-visits.tsx'), 'visits') },
  { path: '/visits/:id', element: page(() => import('./pages/visit.tsx'), 'visits') },
  { path: '/people/:personId/week', element: page(() => import('./pages/person-week.tsx'), 'visits') },
  { path: '/provider/listings', element: page(() => import('./pages/provider-listings.tsx'), 'listings') },
  { path: '/provider/photos', element: page(() => import('./pages/provider-photos.tsx'), 'photos') },
  { path: '/provider/listings/:id', element: page(() => import('./pages/provider-listing.tsx'), 'listings') },
  {
    path: '/provider/listings/:id/new-offer',
    element: page(() => import('./pages/provider-new-offer.tsx'), 'listings'),
  },
  {
    path: '/provider/organisations/:id/new-listing',
    element: page(() => import('./pages/provider-new-listing.tsx'), 'listings'),
  },
  { path: '/withheld-listings', element: page(() => import('./pages/withheld-listings.tsx'), 'listings') },
  { path: '/withheld-listings/:id', element: page(() => import('./pages/withheld-listing.tsx'), 'listings') },
  { path: '/provider/organisations/:id', element: page(() => import('./pages/provider-organisation.tsx'), 'listings') },
  { path: '/provider/week', element: page(() => import('./pages/provider-week.tsx'), 'visits') },
  { path: '/provider/visits/:id', element: page(() => import('./pages/provider-visit.tsx'), 'visits', 'workers') },
  { path: '/provider/workers', element: page(() => import('./pages/provider-workers.tsx'), 'workers') },
  { path: '/provider/workers/:id', element: page(() => import('./pages/provider-worker.tsx'), 'workers') },
  { path: '/provider/actuals', element: page(() => import('./pages/provider-actuals.tsx'), 'visits') },
  {
    path: '/finance/exceptions',
    element: page(() => import('./pages/exceptions.tsx'), 'exceptions', 'money-exceptions'),
  },
  { path: '/finance/exceptions/:id', element: page(() => import('./pages/exception.tsx'), 'exceptions') },
  { path: '/finance/pay-ins', element: page(() => import('./pages/pay-ins.tsx'), 'pay-ins') },
  { path: '/funders', element: page(() => import('./pages/funders.tsx'), 'funders') },
  { path: '/funders/add', element: page(() => import('./pages/add-funder.tsx'), 'funders') },
  { path: '/funders/:id', element: page(() => import('./pages/funder.tsx'), 'funders', 'payee-accounts') },
  { path: '/funders/:id/statement', element: page(() => import('./pages/funder-statement.tsx'), 'funders') },
  { path: '/finance/payment-runs', element: page(() => import('./pages/payment-runs.tsx'), 'payment-runs', 'funders') },
  { path: '/finance/payment-runs/new', element: page(() => import('./pages/payment-proposal.tsx'), 'payment-runs') },
  { path: '/finance/payment-runs/:id', element: page(() => import('./pages/payment-run.tsx'), 'payment-runs') },
  {
    path: '/finance/payment-runs/:id/came-back/:paymentId',
    element: page(() => import('./pages/payment-came-back.tsx'), 'payment-runs'),
  },
  { path: '/finance/payee-accounts', element: page(() => import('./pages/payee-accounts.tsx'), 'payee-accounts') },
  { path: '/finance/payee-accounts/one', element: page(() => import('./pages/payee-account.tsx'), 'payee-accounts') },
  { path: '/provider/bank-account', element: page(() => import('./pages/bank-account.tsx'), 'payee-accounts') },
  { path: '/invoices', element: page(() => import('./pages/invoices.tsx'), 'invoices') },
  { path: '/invoices/:id', element: page(() => import('./pages/invoice.tsx'), 'invoices') },
  { path: '/invoices/:id/credit', element: page(() => import('./pages/credit-invoice.tsx'), 'invoices') },
  { path: '/provider/invoices', element: page(() => import('./pages/provider-invoices.tsx'), 'invoices') },
  { path: '/insights', element: page(() => import('./pages/insights.tsx'), 'insights') },
  { path: '/audit-entries', element: page(() => import('./pages/audit-entries.tsx'), 'audit-entries', 'traces') },
  { path: '/traces/:reference', element: page(() => import('./pages/trace.tsx'), 'audit-entries', 'traces') },
  { path: '/people/:personId/who-looked', element: page(() => import('./pages/who-looked.tsx'), 'audit-entries') },
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
