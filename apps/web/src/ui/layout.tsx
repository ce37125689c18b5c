// How a page is put together: headings, ways back, cards, folds, places within a place, and what to show when there is nothing.
import { type ReactNode, type Ref, useId } from 'react';
import { Icon } from './icon.tsx';
import { classes, useKit } from './kit.tsx';

export type PageHeadingProps = {
  readonly children: ReactNode;
  /** A smaller line above: the order's number, the provider's name. */
  readonly caption?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly headingRef?: Ref<HTMLHeadingElement>;
};

export function PageHeading({ children, caption, lead, actions, headingRef }: PageHeadingProps): ReactNode {
  return (
    <div className="sm-page-heading">
      <div>
        {caption && <p className="sm-page-heading__caption">{caption}</p>}
        <h1 tabIndex={-1} ref={headingRef}>
          {children}
        </h1>
        {lead && <p className="sm-lead">{lead}</p>}
      </div>
      {actions && <div className="sm-button-row">{actions}</div>}
    </div>
  );
}

export function BackLink({ href, children }: { readonly href: string; readonly children?: ReactNode }): ReactNode {
  const { labels, Link } = useKit();
  return (
    <Link href={href} className="sm-back">
      <Icon name="back" /> {children ?? labels.back}
    </Link>
  );
}

export function SkipLink({ to, children }: { readonly to: string; readonly children?: ReactNode }): ReactNode {
  const { labels } = useKit();
  return (
    <a
      href={`#${to}`}
      className="govuk-skip-link"
      onClick={(event) => {
        const place = document.getElementById(to);
        if (!place) return;
        event.preventDefault();
        place.tabIndex = -1;
        place.focus();
      }}
    >
      {children ?? labels.skip}
    </a>
  );
}

/** Only where things are compared. With `href` its heading is the link, and the whole card a target for it. */
export function Card({
  title,
  href,
  children,
  foot,
  picture,
  headingLevel = 3,
  flag,
}: {
  readonly title?: ReactNode;
  readonly href?: string;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
  readonly picture?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  readonly flag?: ReactNode;
}): ReactNode {
  const { Link } = useKit();
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={classes('sm-card', href && 'sm-card--link')}>
      {picture && <div className="sm-card__picture">{picture}</div>}
      <div className="sm-card__body">
        {flag && <div className="sm-card__flag">{flag}</div>}
        {title && (
          <Heading className="sm-card__title">
            {href ? (
              <Link href={href} className="sm-card__link">
                {title}
              </Link>
            ) : (
              title
            )}
          </Heading>
        )}
        {children}
      </div>
      {foot && <div className="sm-card__foot">{foot}</div>}
    </article>
  );
}

export function CardGrid({ children, wide }: { readonly children: ReactNode; readonly wide?: boolean }): ReactNode {
  return <div className={classes('sm-grid', wide && 'sm-grid--wide')}>{children}</div>;
}

/** One idea with its heading. */
export function Section({
  title,
  children,
  lead,
  aside,
  id,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  readonly id?: string;
}): ReactNode {
  const own = useId();
  const headingId = id ?? own;
  return (
    <section className="sm-section" aria-labelledby={headingId}>
      <div className="sm-section__head">
        <div>
          <h2 id={headingId}>{title}</h2>
          {lead && <p className="sm-section__lead">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function Details({
  summary,
  children,
  open,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}): ReactNode {
  return (
    <details className="sm-details" open={open}>
      <summary>
        <Icon name="down" /> <span>{summary}</span>
      </summary>
      <div className="sm-details__body">{children}</div>
    </details>
  );
}

export type SubNavItem = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number;
};

/** Places within a place: links, each with its own address. */
export function SubNav({ label, items }: { readonly label: string; readonly items: readonly SubNavItem[] }): ReactNode {
  const { Link } = useKit();
  return (
    <nav className="sm-subnav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} className="sm-subnav__link" aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span className="sm-count">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function EmptyState({
  title,
  children,
  actions,
  picture,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly picture?: ReactNode;
}): ReactNode {
  return (
    <div className="sm-empty">
      {picture && <div className="sm-empty__picture">{picture}</div>}
      <p className="sm-empty__title">{title}</p>
      {children && <div className="sm-measure">{children}</div>}
      {actions && <div className="sm-button-row">{actions}</div>}
    </div>
  );
}

/** Says that something is on its way; the grey lines keep the page from jumping. */
export function Loading({
  lines = 3,
  children,
}: {
  readonly lines?: number;
  readonly children?: ReactNode;
}): ReactNode {
  const { labels } = useKit();
  return (
    <div className="sm-loading" role="status">
      <p className="sm-loading__words">{children ?? labels.loading}</p>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={index} className="sm-loading__line" aria-hidden="true" />
      ))}
    </div>
  );
}
