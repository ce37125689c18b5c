// Puts a page on the test's screen as the product would: router, queries, words and kit around it.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { ProductKit } from '../shell/kit.tsx';
import { words } from '../words/words.ts';

export function inRouter(children: ReactNode, at = '/'): ReactNode {
  return (
    <I18nextProvider i18n={words}>
      <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>
    </I18nextProvider>
  );
}

/** Draws `page` at `path` ("/orders/:id") for the address `at` ("/orders/ord_1"), with every word already here. */
export async function renderPage(page: ReactNode, { path = '*', at = '/' } = {}): Promise<RenderResult> {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      {inRouter(
        <ProductKit>
          <Suspense>
            <Routes>
              <Route path={path} element={page} />
            </Routes>
          </Suspense>
        </ProductKit>,
        at,
      )}
    </QueryClientProvider>,
  );
}
