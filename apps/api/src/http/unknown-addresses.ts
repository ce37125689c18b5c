// What no route answers: 404 where nothing is at the address, and 405 with what may be done there where something is. It is
// told before a body is read, so that what was sent makes no difference.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../platform/problem-error.ts';
import { forPrograms } from './unreadable-requests.ts';

interface Address {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

interface ToldPages {
  /** Whether a page is at an address; pages share one route, which answers every address there is. */
  readonly isPage: (address: string) => Promise<boolean>;
  /** Says a refusal as a page. */
  readonly sendFailure: (error: ProblemError, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}

/** "/api/listings/:id" and "/sitemap-:number(^\\d+).xml" as what they match. */
function patternOf(route: string): RegExp {
  const parts = route.split(/(:\w+(?:\([^)]*\))?|\*)/);
  const source = parts.map((part, index) =>
    index % 2 === 0 ? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&') : part === '*' ? '.*' : '[^/]+',
  );
  return new RegExp(`^${source.join('')}$`);
}

/** Register it before any route and after the headers of every answer. `onPages` says later where pages are. */
export function registerUnknownAddresses(app: FastifyInstance): { readonly onPages: (pages: ToldPages) => void } {
  const known: Address[] = [];
  let pages: ToldPages | null = null;
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '/*' || url === '*') return;
    known.push({ pattern: patternOf(url), methods: [method].flat() });
  });

  const methodsAt = async ({ url }: FastifyRequest): Promise<string[]> => {
    const [path = ''] = url.split('?');
    const methods = known.flatMap((address) => (address.pattern.test(path) ? address.methods : []));
    const all = (await pages?.isPage(url)) ? [...methods, 'GET', 'HEAD'] : methods;
    return [...new Set(all)].sort();
  };

  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const methods = await methodsAt(request);
    if (methods.length > 0) void reply.header('allow', methods.join(', '));
    const refusal = new ProblemError(methods.length === 0 ? 'record.not_found' : 'request.method_unknown');
    // Browsers ask for a page: what they read is one.
    const isReader = /\btext\/html\b/i.test(request.headers.accept ?? '') && !forPrograms(request.url);
    if (pages === null || !isReader) throw refusal;
    return pages.sendFailure(refusal, request, reply);
  });
  return {
    onPages: (told) => {
      pages = told;
    },
  };
}
