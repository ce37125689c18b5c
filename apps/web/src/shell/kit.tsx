// Hands the components what they need from the product: the router's link, the house's words and its way to write money.
import ui from '@support-market/words/en/plain/ui.json' with { type: 'json' };
import { type ReactNode, useMemo } from 'react';
import { Link as RouterLink, useLocation } from 'react-router';
import { formatPence } from '../format/money.ts';
import { useDocument } from '../ui/document.tsx';
import { type UiKit, UiKitProvider, type UiLabels, type UiLinkProps } from '../ui/kit.tsx';
import { useWords } from '../words/use-words.ts';
import type { CameFrom } from './came-from.ts';

function Link({ href, children, ...rest }: UiLinkProps): ReactNode {
  const { pathname, search } = useLocation();
  const isDocument = useDocument() !== null;
  // Files, feeds and other people's pages are not ours to route.
  if (isDocument || /^(?:[a-z]+:|\/api\/|#)/.test(href)) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  const state: CameFrom = { from: pathname + search };
  return (
    <RouterLink to={href} state={state} {...rest}>
      {children}
    </RouterLink>
  );
}

type Key = keyof typeof ui;
/** The room left is said with a number. */
const LABELS = Object.keys(ui).filter((key): key is Exclude<Key, `room${string}`> => !key.startsWith('room'));

export function ProductKit({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useWords('ui');
  const kit = useMemo<UiKit>(
    () => ({
      labels: Object.fromEntries(LABELS.map((key) => [key, say(key)])) as UiLabels,
      sayRoom: (left) => (left < 0 ? say('roomOver', { count: -left }) : say('roomLeft', { count: left })),
      formatMoney: formatPence,
      Link,
    }),
    [say],
  );
  return <UiKitProvider kit={kit}>{children}</UiKitProvider>;
}
