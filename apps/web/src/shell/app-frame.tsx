// What is around every page: the shell, with the menu of the person who is here.
import { type ProtectedAction, scopeOf } from '@support-market/domain/access/permissions';
import { type ReactNode, useMemo } from 'react';
import { useBasketCount } from '../features/baskets/api/basket.ts';
import { useCouncilReach } from '../features/councils/components/council-reach.ts';
import { useUnreadCount } from '../features/messages/api/messages.ts';
import { useWords } from '../words/use-words.ts';
import { AppShell } from './app-shell.tsx';
import { ProductKit } from './kit.tsx';
import { navigationFor } from './navigation.ts';
import { useSession } from './session.tsx';

export function AppFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useWords();
  const { session } = useSession();
  const may = (action: ProtectedAction): boolean =>
    session.roles.some(({ role }) => scopeOf(role, action) !== undefined);
  const mayOrder = may('basket.view');
  const basketCount = useBasketCount(mayOrder);
  const noticeCount = useUnreadCount(may('message.read'));
  useCouncilReach(session.councilSlug);
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
      <AppShell nav={nav} basketCount={mayOrder ? basketCount : null} noticeCount={noticeCount}>
        {children}
      </AppShell>
    </ProductKit>
  );
}
