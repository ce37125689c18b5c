// The floor under a listing page: a Fastify route that does one primary-key select and nothing else.

import { createPool } from '@support-market/db/pool';
import Fastify from 'fastify';

const pool = createPool(process.env.APP_DATABASE_URL ?? '', { max: 12, role: 'app', name: 'bench bare' });
const app = Fastify();
app.get<{ Params: { id: string } }>('/bare/:id', async (request) => {
  const { rows } = await pool.query('select * from listings where id = $1', [request.params.id]);
  return JSON.parse(
    JSON.stringify(rows[0], (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  );
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
process.once('disconnect', () => process.exit(0));
