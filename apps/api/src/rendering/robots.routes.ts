// What search engines are told: where they may look, and which addresses there are. Sources: RFC 9309 (robots.txt) and the
// protocol of sitemaps.org, by which a file has at most 50,000 addresses and more files have an index.

import { create } from 'xmlbuilder2';
import type { App } from '../http/app-instance.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { countShownPaths, shownPaths } from './sitemap.repo.ts';

const MOST_ADDRESSES = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XML = 'application/xml; charset=utf-8';
const HOUR = 'public, max-age=3600';
/** A listing that is hidden now is in no cache on the way for long: its address has its title in it. */
const SOON = 'public, max-age=300';

/** Pages of words, the same for everybody. */
const PAGES = [
  '/',
  '/search',
  '/events',
  '/about',
  '/contact',
  '/accessibility',
  '/complaints',
  '/privacy',
  '/sign-up',
  '/list-what-you-do',
];

/** Pictures, which pages and previews show: the longer path counts (RFC 9309, 2.2.2). */
const OPEN = '/api/photos/files/';
/** What belongs to somebody, and forms: nothing there is worth a search engine's time. */
const CLOSED = ['/api/', '/webhooks/', '/basket', '/my-place', '/my-account', '/people/', '/provider/', '/finance/'];

interface Address {
  readonly url: string;
  /** When it last said something else. */
  readonly changedAt?: string;
}

function list(root: 'urlset' | 'sitemapindex', addresses: readonly Address[]): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, root);
  for (const { url, changedAt } of addresses) {
    const entry = document.ele(root === 'urlset' ? 'url' : 'sitemap');
    entry.ele('loc').txt(url);
    if (changedAt !== undefined) entry.ele('lastmod').txt(changedAt);
  }
  return document.end();
}

export function registerRobots(app: App, context: AppContext, mostAddresses = MOST_ADDRESSES): void {
  const site = context.config.publicUrl.replace(/\/$/, '');
  const open = { schema: { hide: true }, logLevel: 'silent' as const };

  app.get('/robots.txt', open, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', HOUR)
      .send(
        [
          'User-agent: *',
          `Allow: ${OPEN}`,
          ...CLOSED.map((path) => `Disallow: ${path}`),
          '',
          `Sitemap: ${site}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  );

  /** The addresses of one part; the pages of words come before all others. */
  const part = async (number: number): Promise<string> => {
    const paths = await shownPaths(context.reads, context.config.demonstration, number, mostAddresses - PAGES.length);
    return list('urlset', [
      ...(number === 0 ? PAGES : []).map((path) => ({ url: site + path })),
      ...paths.map(({ path, changed_at }) => ({
        url: site + path,
        ...(changed_at && { changedAt: changed_at.toString({ smallestUnit: 'second' }) }),
      })),
    ]);
  };
  const parts = async (): Promise<number> =>
    Math.max(
      1,
      Math.ceil((await countShownPaths(context.reads, context.config.demonstration)) / (mostAddresses - PAGES.length)),
    );

  app.get('/sitemap.xml', open, async (_request, reply) => {
    const many = await parts();
    const addresses = Array.from({ length: many }, (_, index) => ({ url: `${site}/sitemap-${index + 1}.xml` }));
    return reply
      .type(XML)
      .header('cache-control', SOON)
      .send(many === 1 ? await part(0) : list('sitemapindex', addresses));
  });

  app.get<{ Params: { number: string } }>('/sitemap-:number(^\\d{1,5}).xml', open, async (request, reply) => {
    const number = Number(request.params.number);
    if (number < 1 || number > (await parts())) throw new ProblemError('record.not_found');
    return reply
      .type(XML)
      .header('cache-control', SOON)
      .send(await part(number - 1));
  });
}
