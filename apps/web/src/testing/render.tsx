// Puts a page on the test's screen as the product would: router, queries, words and kit around it.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ResourceLanguage } from 'i18next';
import { type ReactNode, Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { ProductKit } from '../shell/kit.tsx';
import { startWords } from '../words/words.ts';

const files = import.meta.glob<ResourceLanguage>('../words/en/*.json', { eager: true, import: 'default' });
const allWords = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
);

export function inRouter(children: ReactNode, at = '/'): ReactNode {
  return <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>;
}

/** Draws `page` at `path` ("/orders/:id") for the address `at` ("/orders/ord_1"), with every word already here. */
export async function renderPage(page: ReactNode, { path = '*', at = '/' } = {}): Promise<RenderResult> {
  await startWords(allWords);
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
