// How a server stops without breaking a promise: what was taken is answered, what comes now is refused politely, and all
// of it ends within a bound.

import { ProblemError } from '../platform/problem-error.ts';
import type { App } from './app-instance.ts';

const LOOK_MILLIS = 25;

export interface Draining {
  /**
   * From now on every new request is refused with 503. Resolves when what was taken before has been answered, or after
   * `mostMillis`; never before `leastMillis`, in which those who send requests here learn that they should not.
   */
  readonly drain: (leastMillis: number, mostMillis: number) => Promise<void>;
}

/** Register it before every other hook. */
export function registerDraining(app: App): Draining {
  let running = 0;
  let draining = false;

  const ended = (): void => {
    running -= 1;
  };
  app.addHook('onRequest', (_request, reply, done) => {
    if (draining) {
      void reply.header('connection', 'close');
      return done(new ProblemError('service.unavailable'));
    }
    running += 1;
    reply.raw.once('close', ended);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) void reply.header('connection', 'close');
    done(null, payload);
  });

  return {
    drain: async (leastMillis, mostMillis) => {
      draining = true;
      const began = performance.now();
      const passed = (): number => performance.now() - began;
      while (passed() < leastMillis || (running > 0 && passed() < mostMillis))
        await new Promise((resume) => setTimeout(resume, LOOK_MILLIS));
    },
  };
}
