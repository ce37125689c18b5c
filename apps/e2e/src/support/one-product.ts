// One product for all journeys of a run: the made-up council is loaded once. E2E_URL points them at one that runs already;
// E2E_DATA_DIR says where its data lies, which then stays.

import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

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
  const dataDir = process.env['E2E_DATA_DIR'];
  const product = await startProduct(dataDir ? { dataDir } : {});
  project.provide('url', product.url);
  return product.close;
}
