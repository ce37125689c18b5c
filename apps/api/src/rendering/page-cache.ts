// Keeps drawn pages, so that a page that says the same is not drawn and compressed again. What a page says is read anew for
// every request, and a page is given only for the very same facts: nothing withheld or changed can be shown from here.

import { createHash } from 'node:crypto';
import type { PreparedPage } from '@support-market/api-client/public-pages';
import { compress, type Encoding } from '../http/compression.ts';

/** All pages together, drawn and compressed. */
const MOST_BYTES = 6 * 1_048_576;

export interface DrawnPage {
  readonly etag: string;
  /** The page in one coding; compressed once for everybody. */
  readonly as: (encoding: Encoding | null) => Promise<Buffer>;
}

interface Kept extends DrawnPage {
  readonly facts: string;
  bytes: number;
}

export interface PageCache {
  readonly pageFor: (address: string, prepared: PreparedPage) => DrawnPage;
}

export function openPageCache(mostBytes = MOST_BYTES): PageCache {
  // A Map keeps the order in which things were put into it, so the first is the one that was asked for longest ago.
  const kept = new Map<string, Kept>();
  let total = 0;

  const forget = (address: string): void => {
    total -= kept.get(address)?.bytes ?? 0;
    kept.delete(address);
  };

  const grow = (address: string, page: Kept, bytes: number): void => {
    if (kept.get(address) !== page) return;
    page.bytes += bytes;
    total += bytes;
    for (const [oldest] of kept) {
      if (total <= mostBytes) break;
      forget(oldest);
    }
  };

  return {
    pageFor: (address, prepared) => {
      const facts = createHash('sha256').update(prepared.facts).digest('base64url');
      const before = kept.get(address);
      if (before?.facts === facts) {
        kept.delete(address);
        kept.set(address, before);
        return before;
      }
      forget(address);
      const html = Buffer.from(prepared.draw());
      const coded = new Map<Encoding, Promise<Buffer>>();
      const page: Kept = {
        facts,
        bytes: 0,
        etag: createHash('sha256').update(html).digest('base64url').slice(0, 22),
        as: (encoding) => {
          if (encoding === null) return Promise.resolve(html);
          const known = coded.get(encoding);
          if (known) return known;
          const made = compress(html, encoding);
          coded.set(encoding, made);
          void made.then((bytes) => grow(address, page, bytes.length)).catch(() => coded.delete(encoding));
          return made;
        },
      };
      kept.set(address, page);
      grow(address, page, html.length);
      return page;
    },
  };
}
