// What the worker does: every task name and the feature that does it, in one readable list.

import type { AppContext } from './http/context.ts';
import type { TaskHandlers } from './jobs/worker.ts';

export function buildTasks(_context: AppContext): TaskHandlers {
  return {};
}
