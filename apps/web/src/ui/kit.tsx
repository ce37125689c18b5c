// What the components need from the product around them, handed in once, so that ui knows no router and no words.
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** Short words that components say by themselves. The product fills them from ui.json of its words. */
export type UiLabels = {
  readonly error: string;
  readonly errorSummaryTitle: string;
  /** Before the page's name in the tab while something is to be put right. */
  readonly errorInTitle: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly loading: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly pages: string;
  readonly back: string;
  readonly spent: string;
  readonly spokenFor: string;
  readonly left: string;
  readonly showNumbers: string;
  readonly stepDone: string;
  readonly stepNow: string;
  readonly stepLater: string;
  readonly print: string;
  readonly skip: string;
  readonly optional: string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly chosenFiles: string;
  readonly nothing: string;
};

export type UiLinkProps = {
  readonly href: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly 'aria-current'?: 'page' | 'true' | 'step' | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly rel?: 'next' | 'prev' | undefined;
};

export type UiKit = {
  readonly labels: UiLabels;
  /** "12 letters left"; below zero, how many are too many. */
  readonly sayRoom: (left: number) => string;
  /** Whole pence as "£4,624.00". */
  readonly formatMoney: (pence: number | bigint) => string;
  /** The router's link, so that pages change without loading again. */
  readonly Link: ComponentType<UiLinkProps>;
};

const KitContext = createContext<UiKit | null>(null);

export function UiKitProvider({ kit, children }: { readonly kit: UiKit; readonly children: ReactNode }): ReactNode {
  return <KitContext value={kit}>{children}</KitContext>;
}

/** The kit of the product around. Throws outside a UiKitProvider: that is a programming fault. */
export function useKit(): UiKit {
  const kit = useContext(KitContext);
  if (kit === null) throw new Error('UiKitProvider is missing above this component');
  return kit;
}

/** Joins class names, leaving out what is not there. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
