// One product for all journeys of a run: the made-up council is loaded once. E2E_URL points them at one that runs already.

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
  const product = await startProduct();
  project.provide('url', product.url);
  return product.close;
}
