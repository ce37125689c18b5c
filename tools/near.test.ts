// What npm run test:near picks for a change, and what it leaves to npm test.

import { describe, expect, test } from 'vitest';
import { fitting, nearTests } from './lib/near-tests.mjs';

const HOUSE: ReadonlyMap<string, string> = new Map([
  ['packages/domain/src/visits/charge.ts', ''],
  ['packages/domain/src/visits/charge.test.ts', "import { charge } from './charge.ts';"],
  ['apps/api/src/features/visits/visits.service.ts', "import { charge } from '@support-market/domain/visits/charge';"],
  ['apps/api/src/features/visits/visits.routes.ts', "import { record } from './visits.service.ts';"],
  ['apps/api/src/features/visits/visits.test.ts', "import { startTestApp } from '../../testing/test-app.ts';"],
  ['apps/api/src/features/orders/orders.test.ts', "import { startTestApp } from '../../testing/test-app.ts';"],
  ['apps/api/src/workflows/confirm-visits.ts', "import { record } from '../features/visits/visits.service.ts';"],
  ['apps/api/src/workflows/money.test.ts', "import { confirm } from './confirm-visits.ts';"],
  ['apps/api/src/app.ts', "import { registerVisits } from './features/visits/visits.routes.ts';"],
  ['apps/api/src/testing/test-app.ts', "import { buildApp } from '../app.ts';"],
  ['packages/db/src/migrate.test.ts', ''],
]);

const near = (...changed: string[]) => Object.fromEntries(nearTests(changed, HOUSE));

describe('the tests near a change', () => {
  test('are those beside it, those of its noun, and those that reach it by imports', () => {
    expect(near('packages/domain/src/visits/charge.ts')).toEqual({
      'packages/domain/src/visits/charge.test.ts': 1,
      'apps/api/src/features/visits/visits.test.ts': 2,
      'apps/api/src/workflows/money.test.ts': 3,
    });
  });

  test('are not all tests of the API, though all stand on the whole of it', () => {
    expect(near('apps/api/src/features/visits/visits.routes.ts')).toEqual({
      'apps/api/src/features/visits/visits.test.ts': 1,
      'packages/domain/src/visits/charge.test.ts': 2,
    });
  });

  test('of a migration are the database’s and its noun’s; a changed test is always among them', () => {
    expect(near('migrations/20261127T0900_visits.sql', 'apps/api/src/features/orders/orders.test.ts')).toMatchObject({
      'packages/db/src/migrate.test.ts': 2,
      'apps/api/src/features/visits/visits.test.ts': 2,
      'apps/api/src/features/orders/orders.test.ts': 0,
    });
  });

  test('are taken from the nearest on while there is time, a changed one whatever it takes', () => {
    const tests: [string, number][] = [
      ['changed', 0],
      ['beside', 1],
      ['slow', 2],
      ['quick', 3],
    ];
    const takes = (test: string) => ({ changed: 90, beside: 20, slow: 60 })[test] ?? 5;
    expect(fitting(tests, 120, takes)).toEqual({ taken: ['changed', 'beside', 'quick'], leftOut: 1 });
  });
});
