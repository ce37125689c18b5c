// What surrounds every page: the name, the way to search, what is mine, and the foot. The menu follows the roles.

import { type ReactNode, Suspense, useId, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '../paths.ts';
import { useDocument } from '../ui/document.tsx';
import { Exact } from '../ui/exact.tsx';
import { Icon } from '../ui/icon.tsx';
import { classes, useKit } from '../ui/kit.tsx';
import { SkipLink } from '../ui/layout.tsx';
import { Banner } from '../ui/notice.tsx';
import { Wordmark } from '../ui/pictures/wordmark.tsx';
import { useWords } from '../words/use-words.ts';
import { DisplaySettings } from './display-settings.tsx';
import { PageErrors } from './page-error.tsx';
import { PageLoading } from './page-loading.tsx';
import { PlainSignOut } from './plain-sign-out.tsx';
import { useSession } from './session.tsx';

export type NavItem = { readonly href: string; readonly label: string; readonly count?: number | undefined };

export type AppShellProps = {
  readonly nav: readonly NavItem[];
  /** How many things are in the basket; null for somebody who has none. */
  readonly basketCount: number | null;
  /** Messages not read yet. */
  readonly noticeCount: number;
  readonly children: ReactNode;
};

export function AppShell({ nav, basketCount, noticeCount, children }: AppShellProps): ReactNode {
  const say = useWords();
  const { Link } = useKit();
  const { pathname } = useLocation();
  const { session } = useSession();
  const [displayOpen, setDisplayOpen] = useState(false);
  // On a phone the menu is folded, and folds again where it led.
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const menuOpen = menuAt === pathname;
  // In a document the panel is there from the start and its button appears with the script that opens it (rendering/public.ts).
  const drawn = useDocument();
  const isDocument = drawn !== null;
  const current = (href: string): 'page' | undefined =>
    pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)) ? 'page' : undefined;
  return (
    <div className="sm-shell">
      <SkipLink to="main" />
      <header className="sm-header">
        {session.demonstration && (
          <Banner kind="warn">
            <p>
              {say('demonstration')}
              {session.lookAround && (
                <span className="sm-needs-scripts">
                  {' '}
                  <Link href={paths.lookAround()}>{say('lookAround')}</Link>
                </span>
              )}
            </p>
          </Banner>
        )}
        {drawn?.perhapsSignedIn && (
          <Banner>
            <PlainSignOut />
          </Banner>
        )}
        <div className="sm-container sm-header__row">
          <Link href={paths.front()} className="sm-header__home" aria-label={say('home')}>
            <Wordmark name={say('name')} />
          </Link>
          <div className="sm-header__tools">
            <Link href={paths.search()} className="sm-header__link" aria-current={current(paths.search())}>
              <Icon name="search" /> <span>{say('find')}</span>
            </Link>
            {basketCount !== null && (
              <Link
                href={paths.basket()}
                className="sm-header__link"
                aria-current={current(paths.basket())}
                aria-label={say('basketCount', { count: basketCount })}
              >
                <Icon name="basket" /> <span>{say('basket')}</span>
                {basketCount > 0 && <span className="sm-count">{basketCount}</span>}
              </Link>
            )}
            <button
              type="button"
              className="sm-header__link"
              aria-expanded={displayOpen}
              aria-controls="display"
              hidden={isDocument}
              onClick={() => setDisplayOpen(!displayOpen)}
            >
              <Icon name="accessibility" /> <span>{say('display')}</span>
            </button>
            {session.signedIn ? (
              <AccountMenu noticeCount={noticeCount} />
            ) : drawn?.perhapsSignedIn ? null : (
              <Link href={paths.signIn()} className="sm-header__link" aria-current={current(paths.signIn())}>
                <Icon name="person" /> <span>{say('signIn')}</span>
              </Link>
            )}
            {nav.length > 0 && (
              <button
                type="button"
                className="sm-header__link sm-header__menu"
                aria-expanded={menuOpen}
                aria-controls="menu"
                onClick={() => setMenuAt(menuOpen ? null : pathname)}
              >
                <Icon name="menu" /> <span>{say('menu')}</span>
              </button>
            )}
          </div>
        </div>
        <section id="display" className="sm-container" hidden={!displayOpen} aria-label={say('displaySettings.title')}>
          {(displayOpen || isDocument) && <DisplaySettings onDone={() => setDisplayOpen(false)} />}
        </section>
        {nav.length > 0 && (
          <nav id="menu" className={classes('sm-nav', menuOpen && 'sm-nav--open')} aria-label={say('yourPlaces')}>
            <ul className="sm-container">
              {nav.map((item) => (
                <li key={item.href}>
                  <Link href={item.href} className="sm-nav__link" aria-current={current(item.href)}>
                    {item.label}
                    {item.count !== undefined && item.count > 0 && <span className="sm-count">{item.count}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main id="main" className="sm-main">
        {isDocument ? (
          // Nothing is waited for and nothing tried again: a page that cannot be drawn must not be sent half empty.
          children
        ) : (
          <PageErrors at={pathname}>
            <Suspense fallback={<PageLoading />}>{children}</Suspense>
          </PageErrors>
        )}
      </main>
      <footer className="sm-footer">
        <div className="sm-container sm-footer__row">
          <div>
            {session.councilName && (
              <p className="sm-footer__council">{say('council', { council: session.councilName })}</p>
            )}
            <p>{say('footer.what')}</p>
            <p className="sm-small">{say('footer.attribution')}</p>
          </div>
          <nav aria-label={say('footerNav')}>
            <ul className="sm-plain-list">
              <li>
                <Link href={paths.about()}>{say('footer.about')}</Link>
              </li>
              <li>
                <Link href={paths.contact()}>{say('footer.contact')}</Link>
              </li>
              <li>
                <Link href={paths.complaints()}>{say('footer.complaints')}</Link>
              </li>
              <li>
                <Link href={paths.privacy()}>{say('footer.privacy')}</Link>
              </li>
              <li>
                <Link href={paths.accessibility()}>{say('footer.accessibility')}</Link>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
    </div>
  );
}

function AccountMenu({ noticeCount }: { readonly noticeCount: number }): ReactNode {
  const say = useWords();
  const { Link } = useKit();
  const { session, signOut } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const menuId = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape and for focus leaving the menu within
    <div
      className="sm-account"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className="sm-header__link"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" /> <span>{session.name ?? say('account')}</span>
        {noticeCount > 0 && (
          <span className="sm-count">
            <span aria-hidden="true">{noticeCount}</span>
            <span className="govuk-visually-hidden">{say('noticesCount', { count: noticeCount })}</span>
          </span>
        )}
        <Icon name="down" size={18} />
      </button>
      <div id={menuId} className="sm-account__menu" hidden={!open}>
        <p className="sm-small sm-soft">
          <Exact>{session.email}</Exact>
        </p>
        <ul className="sm-plain-list">
          {noticeCount > 0 && (
            <li>
              <Link href={paths.messages()}>{say('noticesCount', { count: noticeCount })}</Link>
            </li>
          )}
          <li>
            <Link href={paths.account()}>{say('myAccount')}</Link>
          </li>
          {session.lookAround && (
            <li>
              <Link href={paths.lookAround()}>{say('lookAround')}</Link>
            </li>
          )}
          <li>
            <button
              type="button"
              className="sm-button sm-button--secondary sm-button--small"
              onClick={() => {
                setOpen(false);
                void signOut().then(() => navigate(`${paths.signIn()}?out=1`));
              }}
            >
              {say('signOut')}
            </button>
          </li>
        </ul>
      </div>
    </div>
  );
}
