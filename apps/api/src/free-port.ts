// A taken port is said before the minutes that loading takes, and in words; the server itself would say it in a trace.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 20;
const PAUSE_MILLIS = 250;

/**
 * Throws in plain words when nothing can listen on `host` and `port`; listens there for a moment to find out. Waits five
 * seconds for a server whose parent was killed: it is still saying goodbye.
 */
export async function assertPortFree({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    const fault = await listenFault(host, port);
    if (fault === null) return;
    if (fault !== 'EADDRINUSE') {
      throw new Error(`This program may not listen on ${host}, port ${port} (${fault}). Set HOST and PORT to others.`);
    }
    await pause(PAUSE_MILLIS);
  }
  throw new Error(`Another program already uses port ${port}. Stop it, or set PORT to another number.`);
}

/** The code of the fault, such as EADDRINUSE, or null when the port can be had. */
async function listenFault(host: string, port: number): Promise<string | null> {
  const probe = createServer().listen({ host, port });
  try {
    await once(probe, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
  probe.close();
  await once(probe, 'close');
  return null;
}
