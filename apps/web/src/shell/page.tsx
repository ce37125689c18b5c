// Every page's frame: its title in the tab, its heading, and the focus on that heading when a person arrives.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useDocument } from '../ui/document.tsx';
import { classes } from '../ui/kit.tsx';
import { PageHeading } from '../ui/layout.tsx';
import { useWords } from '../words/use-words.ts';
import { keepFocus } from './kept-focus.ts';

// The first page is announced by the browser itself; after that each new address is announced once, by us.
let announced: string | null = null;

export type PageProps = {
  /** For the tab, and for the heading unless `heading` is given. */
  readonly title: string;
  readonly heading?: ReactNode;
  readonly caption?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** A BackLink. */
  readonly above?: ReactNode;
  /** "reading" keeps lines short; "wide" is for tables and desks. */
  readonly width?: 'reading' | 'normal' | 'wide';
  readonly children: ReactNode;
};

/** For a page that draws its own h1: sets the tab's title and gives the ref that takes the focus on arrival. */
export function usePageFocus(title: string): RefObject<HTMLHeadingElement | null> {
  const say = useWords();
  const { pathname, search } = useLocation();
  // Another page of the same list is another place to arrive at; another filter is not.
  const place = `${pathname}?${new URLSearchParams(search).get('cursor') ?? ''}`;
  const heading = useRef<HTMLHeadingElement>(null);
  const tab = say('title', { page: title });
  useDocument()?.setTitle(tab);
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  useEffect(() => {
    const first = announced === null;
    if (announced === place) return;
    announced = place;
    if (first) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  // Begins again at each place, so that a link that was followed does not count as lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what makes it begin again
  useEffect(() => {
    const main = document.getElementById('main');
    return main ? keepFocus(main) : undefined;
  }, [place]);
  return heading;
}

export function Page(props: PageProps): ReactNode {
  const { title, heading, caption, lead, actions, above, width = 'normal', children } = props;
  const headingRef = usePageFocus(title);
  return (
    <div className={classes('sm-container sm-page', `sm-page--${width}`)}>
      {above}
      <PageHeading headingRef={headingRef} caption={caption} lead={lead} actions={actions}>
        {heading ?? title}
      </PageHeading>
      {children}
    </div>
  );
}
