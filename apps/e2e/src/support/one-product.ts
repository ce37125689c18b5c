// One product for all journeys of a run: the made-up council is loaded once. E2E_URL points them at one that runs already;
// E2E_DATA_DIR says where its data lies, which then stays. E2E_SMALL=1 takes the small council of the API's tests, which is
// there in seconds and has somebody of every role, but little for them to see.

import { DEMONSTRATION_PASSWORD } from '@support-market/demonstration/accounts';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';
import { startRealCouncil } from './real-council.ts';

/** A Monday morning in the small council. */
const SMALL_BEGINS = '2026-11-02T09:00:00Z';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product is open. */
    readonly url: string;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['E2E_URL'];
  if (running) {
    project.provide('url', running);
    return undefined;
  }
  if (process.env['E2E_SMALL']) {
    const council = await startRealCouncil(SMALL_BEGINS);
    await council.buildWorld(DEMONSTRATION_PASSWORD);
    project.provide('url', council.url);
    return council.close;
  }
  const dataDir = process.env['E2E_DATA_DIR'];
  const product = await startProduct(dataDir ? { dataDir } : {});
  project.provide('url', product.url);
  return product.close;
}
