// What a fault of ours leaves in the log: where it happened, never whose data it was.

import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerProblems } from './problems.ts';

test('a refusal of the database is logged by its place and code, without the values that it quotes', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } } });
  registerProblems(app);
  app.get('/', () => {
    throw Object.assign(new Error('invalid input syntax for type date: "Asha Rahman, 14 Quay Street"'), {
      severity: 'ERROR',
      code: '22007',
      detail: 'Failing row contains (Asha Rahman).',
    });
  });
  const answer = await app.inject('/');
  expect(answer.statusCode).toBe(500);
  const log = lines.join('');
  expect(log).toContain('22007');
  expect(log).toContain('problems.test.ts');
  expect(`${log}${answer.body}`).not.toContain('Asha');
});
