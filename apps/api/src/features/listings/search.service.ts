// Answers "what is there for me?": reads the question as people type it, finds, prices for the payer, and counts.

import { inTransaction } from '@support-market/db/transaction';
import type { Viewer } from '@support-market/domain/access/roles';
import { isCouncilMoney } from '@support-market/domain/budgets/streams';
import { categoriesInText } from '@support-market/domain/listings/categories';
import { meaningOf, type SearchMeaning } from '@support-market/domain/listings/search-meaning';
import { wordsToSpell } from '@support-market/domain/listings/search-ranking';
import { readSearch, type SearchPlace } from '@support-market/domain/listings/search-words';
import { trustMarks } from '@support-market/domain/listings/trust-marks';
import {
  filtersInWords,
  WORD_FILTERS,
  type WordFilter,
  withoutFilters,
} from '@support-market/domain/listings/word-filters';
import { ID_PATTERN } from '@support-market/domain/shared/ids';
import { findPostcode, outwardCodeOf } from '@support-market/domain/shared/postcodes';
import { LRUCache } from 'lru-cache';
import type { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { type AskedList, listAsked, makeCursor, readCursor, refuseCursor } from '../../platform/cursors.ts';
import { lowestPrice, type Payer } from '../../platform/offer-prices.ts';
import { found, ProblemError } from '../../platform/problem-error.ts';
import { asJson } from './as-json.ts';
import { findKnownFilters, type NamedFilters } from './known-filters.repo.ts';
import type { ListingSummary, MyPrice, SearchAnswer, SearchQuery } from './listings.schemas.ts';
import { findAgreedRates, findHomePostcode, findPayingLine, type PayingLine } from './payers.repo.ts';
import {
  type Card,
  type Hit,
  isAnywhere,
  keepCards,
  type ListingQuestion,
  PAGE_SIZE,
  type SearchRow,
  searchListings,
} from './search.repo.ts';
import { facetsOf, hitsIn, type ListingFilters, NO_FILTERS } from './search-facets.ts';
import { findFacts, type HitFacts } from './search-facts.repo.ts';
import { type AskedPlace, findSurroundings, type Surroundings } from './search-surroundings.repo.ts';

const ID = new RegExp(ID_PATTERN);

/** The signed-in reader who chose a line, with what their council agreed for these offers. */
export interface ChosenLine {
  readonly viewer: Viewer;
  readonly line: PayingLine;
}

/** The line named in a request. Refuses with 401 for a stranger and 404 for a line out of reach. */
export async function chosenLine(
  context: AppContext,
  viewer: Viewer | null,
  lineId: string | undefined,
): Promise<ChosenLine | null> {
  if (lineId === undefined) return null;
  if (viewer === null) throw new ProblemError('session.required');
  const line = await inTransaction(context.db, viewer.councilId, (tx) =>
    findPayingLine(tx, viewer, lineId, context.clock.today()),
  );
  return { viewer, line: found(line) };
}

/** The payer for `unitPrice`. Agreed rates are read only where council money pays, for the viewer's own council alone. */
export async function payerOf(
  context: AppContext,
  chosen: ChosenLine | null,
  offerIds: readonly string[],
): Promise<Payer | null> {
  if (chosen === null) return null;
  const { councilId } = chosen.viewer;
  const agreedRates = isCouncilMoney(chosen.line.stream)
    ? await inTransaction(context.db, councilId, (tx) =>
        findAgreedRates(tx, councilId, offerIds, context.clock.today()),
      )
    : [];
  return { councilId, stream: chosen.line.stream, agreedRates };
}

export function whyThisPrice(payer: Payer, source: 'public' | 'agreed'): MyPrice['why'] {
  if (source === 'agreed') return 'agreed';
  return isCouncilMoney(payer.stream) ? 'no-agreed-rate' : 'own-money';
}

/** Everything about a listing but how far it is, which is another thing for each who asks. */
function summaryOf(
  hit: HitFacts,
  date: Temporal.PlainDate,
  today: string,
  payer: Payer | null,
): Omit<ListingSummary, 'distanceMetres'> {
  const offers = hit.offers ?? [];
  const open = lowestPrice(offers, hit, date);
  const mine = payer && lowestPrice(offers, hit, date, payer);
  return {
    id: hit.id,
    slug: hit.slug,
    title: hit.title,
    summary: hit.summary,
    kind: hit.listing_kind,
    category: { slug: hit.category_slug, name: hit.category_name },
    organisation: {
      slug: hit.organisation_slug,
      name: hit.organisation_name,
      size: hit.size,
      acceptsIsf: hit.accepts_isf,
    },
    venue: hit.venue,
    postcode: hit.postcode,
    latitude: hit.latitude,
    longitude: hit.longitude,
    servesMetres: hit.serves_metres,
    free: hit.free,
    hasSpace: hit.has_space,
    evenings: hit.evenings,
    weekends: hit.weekends,
    accessible: hit.accessible,
    stale: hit.state === 'stale',
    languages: hit.languages,
    offers: offers.length,
    fromPrice: open && { pence: open.unitPence, unit: open.unit },
    myPrice: payer && mine && { pence: mine.unitPence, unit: mine.unit, why: whyThisPrice(payer, mine.source) },
    marks: trustMarks(hit, today),
  };
}

interface AskedNear {
  readonly asked: string;
  readonly place: AskedPlace | null;
}

/** Where the question is about: what was typed as a place, else a place among the words, else the chosen person's home. */
async function placeAsked(
  context: AppContext,
  viewer: Viewer | null,
  query: SearchQuery,
  inWords: SearchPlace | undefined,
  chosen: ChosenLine | null,
): Promise<AskedNear | null> {
  const fromPostcode = (postcode: string | null): AskedNear | null =>
    postcode === null ? null : { asked: postcode, place: { kind: 'postcode', value: postcode } };
  const near = query.near?.trim() ?? '';
  if (near !== '') {
    const place = findPostcode(near);
    return { asked: near, place: place ? { kind: place.kind, value: place.value } : null };
  }
  if (inWords && inWords.kind !== 'home')
    return { asked: inWords.value, place: { kind: inWords.kind, value: inWords.value } };
  if (chosen) return fromPostcode(chosen.line.postcode);
  if (inWords?.kind === 'home' && viewer) {
    return fromPostcode(
      await inTransaction(context.db, viewer.councilId, (tx) => findHomePostcode(tx, viewer, context.clock.today())),
    );
  }
  return null;
}

/** A postcode that we do not hold still has a first half that we may. */
async function surroundingsOf(
  context: AppContext,
  place: AskedPlace | null,
  words: readonly string[],
): Promise<Surroundings> {
  const first = await findSurroundings(context.reads, place, words);
  if (first.point !== null || place?.kind !== 'postcode') return first;
  const second = await findSurroundings(context.reads, { kind: 'outward', value: outwardCodeOf(place.value) }, []);
  return { ...first, point: second.point };
}

/** The category and the language as the catalogue writes them, or a refusal that names what it does not know. */
async function namedFilters(context: AppContext, query: SearchQuery): Promise<NamedFilters> {
  const asked = { category: query.category ?? null, language: query.language ?? null };
  const known = await findKnownFilters(context.reads, asked);
  const unknown = (['category', 'language'] as const).filter((name) => asked[name] !== null && known[name] === null);
  if (unknown.length === 0) return known;
  throw new ProblemError('request.invalid', {
    errors: unknown.map((name) => ({ pointer: `/querystring/${name}`, code: 'field.enum' })),
  });
}

function readAfter(list: AskedList, cursor: string | undefined): ListingQuestion['after'] {
  const keys = readCursor(list, cursor, ['text', 'text']);
  if (keys === null) return null;
  const [key = '', id = ''] = keys;
  if (!Number.isFinite(Number(key)) || !ID.test(id)) throw refuseCursor();
  return { key: Number(key), id };
}

const MOST_BESIDE = 10;

/** Many ask in the same words, and reading them takes as long as a small statement. */
const MOST_READ = 1_000;
const readBefore = new LRUCache<string, ReturnType<typeof readSearch>>({ max: MOST_READ });
const meantBefore = new LRUCache<string, SearchMeaning>({ max: MOST_READ });

function kept<Value extends object>(values: LRUCache<string, Value>, key: string, make: () => Value): Value {
  let value = values.get(key);
  if (value === undefined) {
    value = make();
    values.set(key, value);
  }
  return value;
}

/** The filters that are named in the words alone, whatever was chosen besides. */
function filtersOf(inWords: ReturnType<typeof filtersInWords>): ListingFilters {
  const has = (filter: WordFilter) => inWords.some((one) => one.filter === filter);
  const gender = inWords.find(({ filter }) => filter === 'workerGender')?.values[0] ?? null;
  return {
    ...NO_FILTERS,
    workerGender: gender,
    free: has('free'),
    evenings: has('evenings'),
    weekends: has('weekends'),
  };
}

/** Whether the same was chosen, so that the words decide nothing. */
const isChosen = (chosen: ListingFilters, filter: WordFilter) =>
  filter !== 'language' && chosen[filter] !== null && chosen[filter] !== false;

/** What was chosen, and what the words say besides; where they say something else, what was chosen holds. */
const together = (chosen: ListingFilters, said: ListingFilters): ListingFilters => ({
  ...chosen,
  workerGender: chosen.workerGender ?? said.workerGender,
  free: chosen.free || said.free,
  evenings: chosen.evenings || said.evenings,
  weekends: chosen.weekends || said.weekends,
});

/** Whether a kind of support that is meant is among these sets of facets. */
const hasKind = (sets: string, kinds: readonly string[]) => kinds.some((kind) => sets.includes(`/${kind}\t`));

/** What stands first of a question, whatever page and order were asked for: its sort key; null where nothing was found. */
async function firstKey(context: AppContext, question: ListingQuestion): Promise<number | null> {
  const { items } = await searchListings(context.reads, { ...question, sort: 'best', after: null });
  return items?.[0]?.[1] ?? null;
}

/**
 * Whether filters would take away what stands first without them, in an order that puts what they want before the rest: then what
 * they leave is something else than what was looked for.
 */
async function leavesTooLittle(context: AppContext, question: ListingQuestion, said: ListingFilters): Promise<boolean> {
  const first = await firstKey(context, { ...question, filters: NO_FILTERS });
  return first !== null && first !== (await firstKey(context, { ...question, filters: said }));
}

/** What was looked for and how much there was: kept without anybody's name. */
export interface SearchNote {
  readonly councilId: string | null;
  readonly words: string;
  readonly categorySlug: string | null;
  readonly outward: string | null;
  readonly hits: number;
}

/**
 * The JSON of each item: its kept card with how far it is put before it, so that nothing of it is read and written again. What
 * was built now for anybody is kept for those who come after. A listing that was hidden meanwhile is left out.
 */
function itemsOf(
  context: AppContext,
  today: Temporal.PlainDate,
  payer: Payer | null,
  hits: readonly Hit[],
  found: { readonly cards: readonly string[]; readonly facts: ReadonlyMap<string, HitFacts> },
): string[] {
  const day = today.toString();
  const built: Card[] = [];
  const items = hits.flatMap(([id, , metres, isElsewhere], at) => {
    const facts = found.facts.get(id);
    const card = facts === undefined ? (found.cards[at] ?? '') : asJson(summaryOf(facts, today, day, payer));
    if (card === '') return [];
    if (facts !== undefined && payer === null && !isElsewhere)
      built.push({ slug: facts.slug, version: facts.version, card });
    return [`{"distanceMetres":${metres === null ? null : Math.round(metres)},${card.slice(1)}`];
  });
  // No reader waits for that: where it fails, the next search builds them again.
  if (built.length > 0) void keepCards(context.db, today, built).catch(() => undefined);
  return items;
}

/**
 * Finds a page of listings. When no listing has all of the words, listings with some of them are found and the answer
 * says so. `body` is the answer as JSON; `note` is what may be remembered of the search, or null where nothing was looked for.
 */
export async function searchCatalogue(
  context: AppContext,
  viewer: Viewer | null,
  query: SearchQuery,
): Promise<{ body: string; note: SearchNote | null }> {
  const { words = '', radius = null, sort = 'best' } = query;
  const named = await namedFilters(context, query);
  const filters: ListingFilters = {
    ...named,
    kind: query.kind ?? null,
    free: query.free ?? false,
    hasSpace: query.hasSpace ?? false,
    evenings: query.evenings ?? false,
    weekends: query.weekends ?? false,
    workerGender: query.workerGender ?? null,
    acceptsIsf: query.acceptsIsf ?? false,
  };
  const off = WORD_FILTERS.filter((filter) => query.without?.split(',').includes(filter));
  const list = listAsked('search', {
    ...{ ...filters, words, near: query.near ?? '', radius, lineId: query.lineId, sort },
    ...(off.length > 0 ? { without: off } : {}),
  });
  const after = readAfter(list, query.cursor);
  const asked = kept(readBefore, words, () => readSearch(words));
  const wishes = withoutFilters(asked.wishes, off);
  const chosen = await chosenLine(context, viewer, query.lineId);
  const near = await placeAsked(context, viewer, query, asked.near, chosen);
  const { point, neighbours } = await surroundingsOf(context, near?.place ?? null, wordsToSpell(asked.groups));
  const meaning = kept(meantBefore, JSON.stringify([words, off, neighbours]), () =>
    meaningOf({ ...asked, wishes }, neighbours),
  );
  const inWords = filtersInWords(wishes);
  const saidFilters = filtersOf(inWords);
  const question: ListingQuestion = {
    matching: meaning.matching,
    ranking: meaning.ranking,
    kinds: meaning.kinds,
    named: meaning.named,
    wishes: meaning.wishes,
    headings: asked.categoryHints,
    subcategories: categoriesInText(asked.words).map(({ category }) => category),
    ages: asked.ages ?? null,
    point,
    outward: near?.place?.kind === 'outward' ? near.place.value : null,
    radius,
    filters: together(filters, saidFilters),
    sort,
    after,
    today: context.clock.today(),
  };
  let result: SearchRow = await searchListings(context.reads, question);
  // Whether some of the words are enough is decided on the words alone, whatever was chosen besides. Were it decided on what the
  // filters leave, choosing one that leaves nothing would loosen the words, and find more than the number beside it said.
  const isBounded = question.radius !== null && point !== null;
  const isOutOfReach = async (matching: string | null) => isBounded && (await isAnywhere(context.reads, { matching }));
  const loosened =
    result.facets === null && meaning.loosened !== meaning.matching && !(await isOutOfReach(meaning.matching));
  // A word in another sense must not hide what is meant: so few are all that has it in any.
  const { facets: foundSets } = result;
  const isBeside = foundSets !== null && hitsIn(foundSets) < MOST_BESIDE && !hasKind(foundSets, meaning.kinds);
  const widened = meaning.widened !== null && isBeside && !(await isOutOfReach(meaning.matchingKinds));
  const matching = loosened ? meaning.loosened : widened ? meaning.widened : meaning.matching;
  // That too is decided on the words alone.
  const isTooNarrow =
    inWords.some(({ filter }) => filter !== 'language') &&
    (await leavesTooLittle(context, { ...question, matching }, saidFilters));
  const effective = isTooNarrow ? filters : question.filters;
  if (loosened || widened || isTooNarrow)
    result = await searchListings(context.reads, { ...question, matching, filters: effective });
  const sums = facetsOf(result.facets, effective);
  const hits = (result.items ?? []).slice(0, PAGE_SIZE);
  // A card has what anybody would pay.
  const cards = chosen === null ? (result.cards ?? '').split('\n') : [];
  const bare = hits.filter((_, at) => !cards[at]).map(([id]) => id);
  const facts = await findFacts(context.reads, bare, question);
  const offers = [...facts.values()].flatMap((one) => one.offers ?? []);
  const payer = await payerOf(
    context,
    chosen,
    offers.map(({ id }) => id),
  );
  const items = itemsOf(context, question.today, payer, hits, { cards, facts });
  const last = hits.at(-1);
  const more = (result.items?.length ?? 0) > PAGE_SIZE;
  const about: Omit<SearchAnswer, 'items'> = {
    total: sums.total,
    nextCursor: more && last ? makeCursor(list, [String(last[1]), last[0]]) : null,
    facets: sums.facets,
    near:
      near === null
        ? null
        : {
            asked: near.asked,
            known: point !== null,
            latitude: point?.latitude ?? null,
            longitude: point?.longitude ?? null,
          },
    loosened: loosened && result.facets !== null,
    filters: named,
    inWords: filtersInWords(asked.wishes)
      .filter(({ filter }) => !isChosen(filters, filter))
      .map(({ filter, values }) => ({
        filter,
        values: [...values],
        state: off.includes(filter)
          ? ('off' as const)
          : (filter === 'language' ? loosened || widened : isTooNarrow)
            ? ('ranked' as const)
            : ('applied' as const),
      })),
  };
  const worthNoting = after === null && (asked.words !== '' || named.category !== null);
  const note: SearchNote | null = worthNoting
    ? {
        councilId: viewer?.councilId ?? null,
        words: asked.words,
        categorySlug: named.category,
        outward: near?.place ? outwardCodeOf(near.place.value) : null,
        hits: sums.total,
      }
    : null;
  return { body: `{"items":[${items.join(',')}],${asJson(about).slice(1)}`, note };
}
