// What an operator's machines ask: is it alive, is it ready, and how is it doing.

import { BlockList } from 'node:net';
import { watchStanding } from '@support-market/db/standing';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { queueMetrics } from '../jobs/queue-metrics.ts';
import type { AppContext } from '../platform/context.ts';
import { ProblemError } from '../platform/problem-error.ts';
import { sameText } from '../platform/same-text.ts';
import type { App } from './app-instance.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** What proxies add to a request that they pass on; each kind of proxy adds another. */
const MARKS_OF_PROXIES = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/** True for a request from this machine, or with the token. What a proxy passes on comes from somewhere else, trusted or not. */
function mayMeasure({ ip, headers }: FastifyRequest, token: string | null): boolean {
  if (token !== null && sameText(headers.authorization ?? '', `Bearer ${token}`)) return true;
  if (MARKS_OF_PROXIES.some((name) => headers[name] !== undefined)) return false;
  return LOOPBACK.check(ip, ip.includes(':') ? 'ipv6' : 'ipv4');
}

/** What is answered even when `/readyz` found that row-level security does not bind us; nothing else is. */
const ALWAYS_ANSWERED = new Set(['/healthz', '/readyz', '/metrics']);

export function registerHealth(app: App, context: AppContext): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers take, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const measureQueue = queueMetrics(registry, context.db);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });

  const { appDatabaseUrl, readDatabaseUrl } = context.config;
  const watches = [...new Set([appDatabaseUrl, readDatabaseUrl])].map(watchStanding);
  let refused = false;
  app.addHook('onClose', () => Promise.all(watches.map((watch) => watch.close())).then(() => undefined));
  app.addHook('onRequest', (request, _reply, done) => {
    const mayAnswer = !refused || ALWAYS_ANSWERED.has(request.routeOptions.url ?? '');
    done(mayAnswer ? undefined : new ProblemError('service.unavailable'));
  });

  app.get('/healthz', { logLevel: 'silent' }, () => ({ status: 'alive' }));
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const standings = await Promise.all(watches.map((watch) => watch.ask()));
    const why = standings.flatMap((standing) => (standing.kind === 'refused' ? [standing.why] : []));
    refused = why.length > 0 || (refused && standings.some(({ kind }) => kind === 'away'));
    if (why.length > 0) app.log.error({ why }, 'nothing is answered until this is put right');
    // A copy that is away is missed by the pages that read it alone.
    const ready = !refused && standings[0]?.kind === 'bound';
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!mayMeasure(request, context.config.metricsToken)) throw new ProblemError('record.not_found');
    await measureQueue();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
