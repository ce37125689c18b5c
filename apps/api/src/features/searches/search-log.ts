// Remembers searches without making anybody wait: they gather in memory and are written together, every few seconds and
// when the server stops. A failure keeps them for the next try; what must be dropped is counted and logged.

import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../http/app-instance.ts';
import type { AppContext } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { insertSearches, type SearchToKeep, siteCouncilId } from './searches.repo.ts';

const FLUSH_MILLIS = 3_000;
const BATCH = 500;
/** Memory is bounded: beyond this the newest are counted and dropped. */
const MOST_WAITING = 20_000;

/** What may be remembered of a search; `councilId` is null for somebody who has not signed in. */
export interface SearchNote {
  readonly councilId: string | null;
  readonly words: string;
  readonly categorySlug: string | null;
  readonly outward: string | null;
  readonly hits: number;
}

export interface SearchLog {
  readonly note: (note: SearchNote) => void;
  /** Writes everything that waits. Resolves when it is in the database or has been put back for the next try. */
  readonly flush: () => Promise<void>;
}

interface Waiting extends SearchNote {
  readonly id: string;
  readonly searchedAt: Temporal.Instant;
}

/** Long numbers and e-mail addresses in a search box are somebody's, not a need. */
function withoutPersonalData(words: string): string {
  return words
    .replace(/\S+@\S+/g, ' ')
    .replace(/\d[\d -]{4,}\d/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

export function openSearchLog(app: App, context: AppContext): SearchLog {
  let waiting: Waiting[] = [];
  let dropped = 0;
  let running: Promise<void> | null = null;

  async function write(): Promise<void> {
    const batch = waiting.slice(0, BATCH);
    const site = batch.some(({ councilId }) => councilId === null) ? await siteCouncilId(context.db) : null;
    const byCouncil = new Map<string, SearchToKeep[]>();
    for (const search of batch) {
      const councilId = search.councilId ?? site;
      // Before the first council is set up no council can learn from a search.
      if (councilId !== null) byCouncil.set(councilId, [...(byCouncil.get(councilId) ?? []), { ...search, councilId }]);
    }
    for (const [councilId, searches] of byCouncil) await insertSearches(context.db, councilId, searches);
    waiting = waiting.slice(batch.length);
    if (dropped > 0) app.log.warn({ dropped }, 'searches were dropped because too many were waiting');
    dropped = 0;
  }

  async function writeAll(): Promise<void> {
    try {
      while (waiting.length > 0) await write();
    } catch (error) {
      app.log.error(
        { waiting: waiting.length, name: error instanceof Error ? error.name : '' },
        'searches wait to be written',
      );
    }
  }

  const flush = (): Promise<void> => {
    running ??= writeAll().finally(() => {
      running = null;
    });
    return running;
  };

  const timer = setInterval(() => void flush(), FLUSH_MILLIS);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await flush();
  });

  return {
    note: (note) => {
      if (waiting.length >= MOST_WAITING) {
        dropped += 1;
        return;
      }
      waiting.push({
        ...note,
        words: withoutPersonalData(note.words),
        id: newId(context.clock, 'search'),
        searchedAt: context.clock.now(),
      });
    },
    flush,
  };
}
