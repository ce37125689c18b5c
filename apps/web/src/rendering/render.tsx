// The program that draws public pages on the server: the app's own components, drawn once into text. A stranger's page has
// no React in the browser (docs/decisions/0038), so nothing is drawn twice and nothing has to match.
import type {
  PageQuestion,
  PagesProgram,
  Place,
  PreparedPage,
  PublicReads,
  Refusal,
} from '@support-market/api-client/public-pages';
import { ROLES } from '@support-market/domain/access/roles';
import { EN_PLAIN } from '@support-market/words/generated/en-plain';
import { wordsIn } from '@support-market/words/words-in';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { generatePath, matchPath, Route, Routes, StaticRouter } from 'react-router';
import { problemFrom } from '../api/problem.ts';
import { councilKey } from '../features/councils/api/council.ts';
import { reachesOf } from '../features/councils/components/council-reach.ts';
import { hearServerTime, todayInLondon } from '../format/server-clock.ts';
import { speakIn } from '../format/spoken.ts';
import { paths } from '../paths.ts';
import { MOVED, PAGES } from '../routes.tsx';
import { AppFrame } from '../shell/app-frame.tsx';
import { homeFor, ownPage } from '../shell/navigation.ts';
import { NotFound, Unreadable } from '../shell/not-found.tsx';
import { Failed } from '../shell/page-error.tsx';
import { PlainSignOut } from '../shell/plain-sign-out.tsx';
import { SESSION_KEY, SIGNED_OUT } from '../shell/session.tsx';
import { DocumentProvider } from '../ui/document.tsx';
import { newWords, sayCouncilReach, startWords } from '../words/words.ts';
import { drawAppShell, drawDocument } from './document.ts';
import { PUBLIC_PAGES, type PublicPage, type Read } from './public-pages.tsx';
import { problemOf } from './refusals.ts';
import { aboutNothing, type Said } from './said.ts';

/** One set for all requests: a page is drawn at once, so no reader's council is said on another's page. */
const spoken = newWords();
await startWords(spoken, { extra: EN_PLAIN });
const say = wordsIn().say('shell');
const sayLabel = wordsIn().say('ui');

/** An address as it was asked for; not by `URL`, to which "//there/" is another site. */
function partsOf(address: string): { readonly pathname: string; readonly search: string } {
  const at = address.indexOf('?');
  return at < 0 ? { pathname: address, search: '' } : { pathname: address.slice(0, at), search: address.slice(at) };
}

/** The public page at a path, with what stands in the path's places; null where there is none. */
function publicPageAt(
  pathname: string,
): { readonly page: PublicPage; readonly params: Record<string, string | undefined> } | null {
  for (const page of PUBLIC_PAGES) {
    const match = matchPath(page.path, pathname);
    if (match) return { page, params: match.params };
  }
  return null;
}

/** `generatePath` writes what stands in its places for an address, so they must not be written so already. */
function decoded(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
}

/** Letters, digits and the like mean the same written as "%61" (RFC 3986, 6.2.2.2). A dot stays, as it may mean the folder above. */
function unescaped(pathname: string): string {
  return pathname.replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w~-]/.test(sign) ? sign : code;
  });
}

function placeOf(address: string): Place {
  const { pathname, search } = partsOf(address);
  const plain = unescaped(pathname);
  if (plain !== pathname) {
    const place = placeOf(plain + search);
    return place.kind === 'public' || place.kind === 'app' ? { kind: 'moved', to: plain + search } : place;
  }
  for (const [from, to] of Object.entries(MOVED)) {
    const match = matchPath(from, pathname);
    if (match) return { kind: 'moved', to: generatePath(to, decoded(match.params)) + search };
  }
  // One page has one address: without a slash at its end.
  if (pathname.startsWith('//')) return { kind: 'none' };
  if (pathname.length > 1 && pathname.endsWith('/')) {
    const bare = pathname.replace(/\/+$/, '');
    const place: Place = bare === '' ? { kind: 'none' } : placeOf(bare + search);
    if (place.kind !== 'none') return place.kind === 'moved' ? place : { kind: 'moved', to: bare + search };
  }
  const at = [...PUBLIC_PAGES, ...PAGES].flatMap(({ path }) => matchPath(path, pathname) ?? [])[0];
  if (!at) return { kind: 'none' };
  // Nor in capitals: what stands in its places is kept as it is.
  const { path } = at.pattern;
  if (!matchPath({ path, caseSensitive: true }, pathname))
    return { kind: 'moved', to: generatePath(path, decoded(at.params)) + search };
  return { kind: publicPageAt(pathname) ? 'public' : 'app' };
}

/** Draws one page with what was read for it. At once: whose words and whose day they are must not change on the way. */
function drawPage(
  question: PageQuestion,
  reads: readonly Read[],
  page: ReactNode,
  { forApp = false, refused = false } = {},
): { readonly title: string; readonly markup: string } {
  const queries = new QueryClient();
  for (const [key, answer] of reads) queries.setQueryData(key, answer);
  let title = '';
  const { posted } = question;
  const markup = renderToStaticMarkup(
    <DocumentProvider
      state={{
        setTitle: (text) => {
          title = text;
        },
        posted: posted ? { values: posted.values, problem: posted.refusal } : null,
        perhapsSignedIn: forApp,
      }}
    >
      <I18nextProvider i18n={spoken}>
        <QueryClientProvider client={queries}>
          <StaticRouter location={question.address}>
            <AppFrame>{page}</AppFrame>
          </StaticRouter>
        </QueryClientProvider>
      </I18nextProvider>
    </DocumentProvider>,
  );
  return { title: posted?.refusal || refused ? `${sayLabel('errorInTitle')} ${title}` : title, markup };
}

async function prepare(question: PageQuestion, reads: PublicReads): Promise<PreparedPage> {
  const { pathname, search } = partsOf(question.address);
  const at = publicPageAt(pathname);
  const { now, ...session } = await reads.session();
  // Read beside the page; whether it can be read shows when the page is there.
  const asksCouncil = session.councilSlug === null ? Promise.resolve(null) : reads.council(session.councilSlug, null);
  asksCouncil.catch(() => undefined);
  hearServerTime(now);
  const today = todayInLondon();

  let status = question.posted?.refusal?.status ?? 200;
  let said: Said = aboutNothing(pathname);
  let own: readonly Read[] = [];
  let page: ReactNode = <NotFound />;
  if (!at) status = 404;
  else {
    const asking = {
      reads,
      query: new URLSearchParams(search),
      params: at.params,
      session: { ...session, now },
      today,
      publicUrl: question.publicUrl,
      posted: question.posted,
    };
    try {
      const read = await at.page.read(asking);
      ({ said, reads: own } = read);
      status = question.posted?.refusal?.status ?? read.refused ?? status;
      page = <at.page.Page />;
    } catch (error) {
      const problem = problemOf(error);
      status = problem.status;
      page = <Failed error={problem} again={() => undefined} />;
    }
  }
  const council = await asksCouncil;
  const around: Read[] = [[SESSION_KEY, session]];
  if (council) around.push([councilKey(council.slug, null), council]);
  const draw = (forApp = false): { readonly title: string; readonly markup: string } => {
    hearServerTime(now);
    speakIn(spoken.language);
    sayCouncilReach(council ? reachesOf(council, say) : null, spoken);
    return drawPage(
      question,
      [...around, ...own],
      at ? (
        <Routes>
          <Route path={at.page.path} element={page} />
        </Routes>
      ) : (
        page
      ),
      { forApp, refused: page !== null && status === 400 && question.posted === undefined },
    );
  };
  return {
    status,
    secret: said.secret === true,
    facts: JSON.stringify([question.address, today, status, session, council, own, question.posted]),
    draw: () => drawDocument(question, { ...draw(), said, found: status === 200 }),
    drawForApp: () => drawAppShell(question, { ...draw(true), said, found: status === 200 }),
  };
}

function drawApp(question: PageQuestion, perhapsSignedIn: boolean): string {
  return drawAppShell(question, {
    title: say('name'),
    markup: renderToStaticMarkup(
      <div className="sm-container sm-page">
        <h1>{say('needsScript.title')}</h1>
        <p>{say('needsScript.text')}</p>
        <ul>
          <li>
            <a href={paths.search()}>{say('find')}</a>
          </li>
          <li>
            <a href={paths.events()}>{say('needsScript.events')}</a>
          </li>
          <li>
            <a href={paths.contact()}>{say('footer.contact')}</a>
          </li>
        </ul>
        {perhapsSignedIn && (
          <I18nextProvider i18n={spoken}>
            <PlainSignOut />
          </I18nextProvider>
        )}
      </div>,
    ),
    said: aboutNothing(partsOf(question.address).pathname),
    found: true,
  });
}

/** A page that is drawn without any read. */
function drawAlone(question: PageQuestion, page: ReactNode): string {
  sayCouncilReach(null, spoken);
  return drawDocument(question, {
    ...drawPage(question, [[SESSION_KEY, SIGNED_OUT]], page),
    said: aboutNothing(partsOf(question.address).pathname),
    found: false,
  });
}

function drawFailure(question: PageQuestion, refusal: Refusal, requestId: string): string {
  const error = problemFrom(refusal, refusal.status, requestId);
  return drawAlone(question, <Failed error={error} again={() => undefined} />);
}

const drawUnreadable = (question: PageQuestion): string => drawAlone(question, <Unreadable />);

/** An address of ours that has a page: not the API's, nor a file's. */
function pageOf(next: string | null): string | null {
  const own = ownPage(next);
  return own !== null && placeOf(own).kind !== 'none' ? own : null;
}

const program: PagesProgram = {
  placeOf,
  prepare,
  drawApp,
  drawFailure,
  drawUnreadable,
  placeAfterSignIn: (next, roles) =>
    pageOf(next) ?? homeFor(roles.flatMap((held) => ROLES.find((role) => role === held) ?? [])),
};

export { program };
