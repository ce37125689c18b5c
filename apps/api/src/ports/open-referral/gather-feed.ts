// Reads a whole feed, page by page, into a file with one service a line, and says whether all of it came: only then may what
// the feed no longer names be taken out of the catalogue.

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type FeedRecord, isRecord, lineOf, numberOf, recordOf } from './feed-value.ts';
import { FeedError, type FetchLimits, fetchJson } from './fetch-json.ts';
import { checkedUrl } from './safe-address.ts';

/** Why not all of a feed came, and which page or service it is about. */
export interface FeedTrouble {
  readonly code: 'page-missing' | 'service-missing' | 'endless' | 'fewer-than-said';
  readonly about: string;
}

export interface GatheredFeed {
  readonly services: number;
  /** Every service that the feed says it has came. */
  readonly isWhole: boolean;
  readonly trouble: readonly FeedTrouble[];
}

const PAGE_SIZE = 100;
const MOST_PAGES = 20_000;
const MOST_SERVICES = 1_000_000;
const DETAILS_AT_ONCE = 4;
/** How long a whole feed may take, unless it is said. */
const MOST_MILLISECONDS = 4 * 3_600_000;
const LIMITS = { milliseconds: 30_000, bytes: 20_000_000 };

/** A service in a list has these or some of them; one without any is asked for by its id. */
const PARTS = [
  'service_at_locations',
  'locations',
  'contacts',
  'cost_options',
  'attributes',
  'service_taxonomys',
  'taxonomies',
];

const isWholeService = (service: FeedRecord): boolean => PARTS.some((part) => part in service);

export interface GatherOptions {
  /** An operator may name a machine inside; no one else may. */
  readonly mayBeInside: boolean;
  readonly mostMilliseconds?: number;
}

interface Gathering {
  readonly root: URL;
  readonly out: WriteStream;
  readonly limits: FetchLimits;
  /** Fired when it has taken too long. */
  readonly late: AbortSignal;
}

/** `address` is that of the feed (`…/oruk/v3`), or of its list of services. Throws FeedError where not even its first page comes. */
export async function gatherFeed(
  address: string,
  file: string,
  { mayBeInside, mostMilliseconds = MOST_MILLISECONDS }: GatherOptions,
): Promise<GatheredFeed> {
  const limits: FetchLimits = { ...LIMITS, mayBeInside };
  const root = rootOf(address, mayBeInside);
  const out = createWriteStream(file);
  const trouble: FeedTrouble[] = [];
  try {
    const late = AbortSignal.timeout(mostMilliseconds);
    const { ids, told } = await gatherPages({ root, out, limits, late }, trouble);
    if (told > ids) trouble.push({ code: 'fewer-than-said', about: `${ids}/${told}` });
    return { services: ids, isWhole: trouble.length === 0, trouble };
  } finally {
    out.end();
    await finished(out);
  }
}

async function gatherPages(
  { root, out, limits, late }: Gathering,
  trouble: FeedTrouble[],
): Promise<{ readonly ids: number; readonly told: number }> {
  const ids = new Set<string>();
  let told = 0;
  let page = 1;
  for (let read = 0; read < MOST_PAGES && ids.size < MOST_SERVICES && !late.aborted; read += 1) {
    const value = await pageOf(pageUrl(root, page), limits, trouble, read === 0);
    const list = listOf(value);
    told = Math.max(told, numberOf(recordOf(value), ['total_items', 'totalElements']) ?? 0);
    const fresh = list.filter((one) => {
      const id = lineOf(one, ['id'], 200);
      const isFresh = id !== '' && !ids.has(id);
      ids.add(id);
      return isFresh;
    });
    ids.delete('');
    await writeServices(out, root, fresh, limits, trouble);
    // What a feed says of how many pages it has may be wrong: it ends where a page brings nothing new.
    if ((fresh.length === 0 && page !== 0) || Array.isArray(value)) return { ids: ids.size, told };
    page = page === 1 && saysItIsNotTheFirst(value) ? 0 : Math.max(page, 1) + 1;
  }
  trouble.push({ code: 'endless', about: String(ids.size) });
  return { ids: ids.size, told };
}

/** Some count pages from 0, and their page 1 is the second. */
function saysItIsNotTheFirst(value: unknown): boolean {
  const { first, first_page } = recordOf(value);
  return first === false || first_page === false;
}

function listOf(value: unknown): readonly FeedRecord[] {
  const page = recordOf(value);
  const list = Array.isArray(value) ? value : (page['contents'] ?? page['content'] ?? page['services']);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The name of the list that an address is, wherever it is read: its machine and path, without the scheme. */
export function listOfFeed(address: string): string {
  const url = new URL(address);
  return url.host + url.pathname.replace(/\/+(?:services\/*)?$/, '') + url.search;
}

/** With or without `/services`, and with the parameters that the address has. */
function rootOf(address: string, mayBeInside: boolean): URL {
  try {
    const url = checkedUrl(address, mayBeInside);
    url.hash = '';
    url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/services$/i, '')}/services`;
    return url;
  } catch (error) {
    throw new FeedError('feed.address_refused', { cause: error });
  }
}

function pageUrl(root: URL, page: number): URL {
  const url = new URL(root);
  url.searchParams.set('page', String(page));
  url.searchParams.set('per_page', String(PAGE_SIZE));
  url.searchParams.set('full', 'true');
  return url;
}

/** Nothing where a page does not come: what came before it is kept, and the feed is not whole. */
async function pageOf(url: URL, limits: FetchLimits, trouble: FeedTrouble[], isStart: boolean): Promise<unknown> {
  try {
    const { value } = await fetchJson(url, limits);
    const page = recordOf(value);
    if (
      !isStart ||
      Array.isArray(value) ||
      ['contents', 'content', 'services'].some((name) => Array.isArray(page[name]))
    )
      return value;
    throw new FeedError('feed.not_readable');
  } catch (error) {
    if (isStart || !(error instanceof FeedError)) throw error;
    // After the last page some feeds answer that there is none.
    if (error.status === undefined || error.status >= 500)
      trouble.push({ code: 'page-missing', about: url.searchParams.get('page') ?? '' });
    return null;
  }
}

async function writeServices(
  out: WriteStream,
  root: URL,
  services: readonly FeedRecord[],
  limits: FetchLimits,
  trouble: FeedTrouble[],
): Promise<void> {
  for (let at = 0; at < services.length; at += DETAILS_AT_ONCE) {
    const some = services.slice(at, at + DETAILS_AT_ONCE);
    const whole = await Promise.all(
      some.map((one) => (isWholeService(one) ? one : detailOf(root, one, limits, trouble))),
    );
    for (const service of whole)
      if (service !== null && !out.write(`${JSON.stringify(service)}\n`)) await once(out, 'drain');
  }
}

/** Null where it does not come: half of a service would take the other half away. */
async function detailOf(
  root: URL,
  service: FeedRecord,
  limits: FetchLimits,
  trouble: FeedTrouble[],
): Promise<FeedRecord | null> {
  const id = lineOf(service, ['id'], 200);
  const url = new URL(root);
  url.pathname += `/${encodeURIComponent(id)}`;
  url.search = '';
  try {
    const { value } = await fetchJson(url, limits);
    return isRecord(value) ? value : service;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    trouble.push({ code: 'service-missing', about: id });
    return null;
  }
}
