// Every address that is not the API's: a public page drawn here, the app, an address that moved, or a page that says that
// nothing is there.

import fastifyStatic from '@fastify/static';
import type { App } from '../http/app-instance.ts';
import type { AppContext } from '../platform/context.ts';
import { drawPages, type PageHooks, type Pages } from './draw-pages.ts';
import { registerPlainForms } from './plain-forms.routes.ts';
import { readWebBuild } from './web-build.ts';

const YEAR_MILLIS = 31_536_000_000;
const DAY = 'public, max-age=86400';

/** Answers how an address that cannot be read is told so, and where pages are. Without a build there are no pages, and the API is whole. */
export async function registerPublicPages(
  app: App,
  context: AppContext,
  hooks: PageHooks,
): Promise<Pick<Pages, 'drawNowhere' | 'isPage' | 'sendFailure'> | null> {
  const build = readWebBuild();
  if (!build) return null;
  await app.register(fastifyStatic, {
    root: build.assetsFolder,
    prefix: '/assets/',
    // File names carry a hash of their content.
    maxAge: YEAR_MILLIS,
    immutable: true,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('vary', 'accept-encoding');
      // A preview of a page is drawn by another site.
      if (/\/share-[^/]+$/.test(path)) void reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  });
  for (const { path, type, bytes } of build.icons) {
    app.get(path, { schema: { hide: true }, logLevel: 'silent' }, (_request, reply) =>
      reply.type(type).header('cache-control', DAY).send(bytes),
    );
  }
  const pages = drawPages(context, build, hooks);
  const page = { schema: { hide: true }, logLevel: 'silent' as const, errorHandler: pages.sendFailure };
  app.get('/', page, pages.sendPage);
  app.get('/*', page, pages.sendPage);
  registerPlainForms(app, context, pages, hooks);
  return pages;
}
