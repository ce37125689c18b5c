// Which page lives at which address. Each page is a chunk of its own, fetched together with its words.
import { type ComponentType, lazy, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
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

const PAGES: readonly { readonly path: string; readonly element: ReactNode }[] = [
  { path: '/', element: page(() => import('./pages/front.tsx'), 'front', 'categories', 'steps') },
  { path: '/sign-in', element: page(() => import('./pages/sign-in.tsx'), 'accounts') },
  { path: '/sign-up', element: page(() => import('./pages/sign-up.tsx'), 'accounts') },
  { path: '/forgotten-password', element: page(() => import('./pages/forgotten-password.tsx'), 'accounts') },
  { path: '/reset-password/:token', element: page(() => import('./pages/reset-password.tsx'), 'accounts') },
  { path: '/invitations/:token', element: page(() => import('./pages/accept-invitation.tsx'), 'accounts') },
  { path: '/imports', element: page(() => import('./pages/imports.tsx'), 'imports') },
  { path: '/about', element: page(() => import('./pages/about.tsx'), 'steps') },
  { path: '/accessibility', element: page(() => import('./pages/accessibility.tsx')) },
];

export function AppRoutes(): ReactNode {
  return (
    <Routes>
      {PAGES.map(({ path, element }) => (
        <Route key={path} path={path} element={element} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
