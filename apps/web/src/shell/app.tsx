// The whole web page: the shell around the routes, with the menu of whoever is here.
import { type ReactNode, useMemo } from 'react';
import { AppRoutes } from '../routes.tsx';
import { useWords } from '../words/use-words.ts';
import { AppShell } from './app-shell.tsx';
import { ProductKit } from './kit.tsx';
import { navigationFor } from './navigation.ts';
import { useSession } from './session.tsx';

export function App(): ReactNode {
  const say = useWords();
  const { session } = useSession();
  const nav = useMemo(
    () =>
      navigationFor(session.roles.map((held) => held.role)).map(({ key, href }) => ({
        href,
        label: say(`nav.${key}`),
      })),
    [session.roles, say],
  );
  return (
    <ProductKit>
      <AppShell nav={nav}>
        <AppRoutes />
      </AppShell>
    </ProductKit>
  );
}
