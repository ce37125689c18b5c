// The floor: a Fastify server with nothing but the SQL that its three answers need, written as one would by hand for speed.
// Its statements are named, its answers have compiled schemas, and it checks no sign-in and keeps no history.

import { createPool } from '@support-market/db/pool';
import Fastify from 'fastify';
import {
  BARE_ENTRIES,
  BARE_LINE,
  BARE_ORDER,
  BARE_PAGE,
  BARE_RESERVE,
  BARE_SEARCH,
  BARE_TRACE,
} from './bare-statements.ts';

const pool = createPool(process.env.APP_DATABASE_URL ?? '', {
  ...{ max: 10, role: 'app', name: 'bench bare' },
  rows: 'as-pg-reads-them',
});
const app = Fastify();

const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;
const flag = { type: 'boolean', nullable: true } as const;
const counts = { type: 'object', additionalProperties: number } as const;
const Item = {
  type: 'object',
  properties: { id: text, slug: text, title: text, summary: text, kind: text, free: flag, organisation: text },
} as const;
const SearchAnswer = {
  type: 'object',
  properties: {
    total: number,
    categories: counts,
    kinds: counts,
    free: number,
    evenings: number,
    items: { type: 'array', items: Item },
  },
} as const;
const PageAnswer = {
  type: 'object',
  properties: { ...Item.properties, description: text, venue: text, postcode: { ...text, nullable: true } },
} as const;

app.get<{ Querystring: { words: string } }>(
  '/bare/listings',
  { schema: { response: { 200: SearchAnswer } } },
  async (request) => {
    const { rows } = await pool.query({ name: 'search', text: BARE_SEARCH, values: [request.query.words] });
    return rows[0];
  },
);

app.get<{ Params: { id: string } }>(
  '/bare/listings/:id',
  { schema: { response: { 200: PageAnswer } } },
  async (request) => {
    const { rows } = await pool.query({ name: 'page', text: BARE_PAGE, values: [request.params.id] });
    return rows[0];
  },
);

app.post<{ Body: { person: number; pence: number } }>(
  '/bare/orders',
  {
    schema: {
      body: { type: 'object', required: ['person', 'pence'], properties: { person: number, pence: number } },
      response: { 200: { type: 'object', properties: { id: number } } },
    },
  },
  async (request) => {
    const { person, pence } = request.body;
    const client = await pool.connect();
    try {
      await client.query('begin');
      const placed = await client.query<{ id: string }>({ name: 'order', text: BARE_ORDER, values: [person, pence] });
      const id = Number(placed.rows[0]?.id);
      await client.query({ name: 'line', text: BARE_LINE, values: [id, 'An hour of care', pence] });
      await client.query({ name: 'reserve', text: BARE_RESERVE, values: [person, pence] });
      await client.query({ name: 'entries', text: BARE_ENTRIES, values: [id, person, pence] });
      await client.query({ name: 'trace', text: BARE_TRACE, values: [person, id] });
      await client.query('commit');
      return { id };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  },
);

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
process.once('disconnect', () => process.exit(0));
