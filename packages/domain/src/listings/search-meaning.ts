// Puts together what a search asks the index: the kinds of support that are meant, what is wished of them, and the words left over.

import { kindLexeme, meantKinds } from './meant-kinds.ts';
import { findingAndRanking } from './search-ranking.ts';
import { searchTokens } from './search-tokens.ts';
import { type SearchQuery, toTsQuery } from './search-words.ts';

/** Words that say no more of what is looked for than "something". */
const FILLERS = new Set(
  (
    'about after again all also am any anyone anything around as away because been before being but come cant day days did do doing dont each ' +
    'else every few go goes going good got had has having he her him his how if into its ive just keep know lady let live ' +
    'lot made make many mum mums mother dad father husband wife son daughter gran grandma grandad nan nana brother sister parent relative ' +
    'much must near needs never new no nothing now off old out over own people person place places really round service services ' +
    'so somebody somewhere stuff such support supported take than then these thing things those time times today too try up use ' +
    'used very wants was way were when while without year years activity activities group groups session sessions class classes club clubs ' +
    'available best cheap nice local home house help helping someone person man woman men women'
  ).split(' '),
);

/** What finds nothing: a word that no listing has. */
const NOTHING = 'idea0nothing';

export interface SearchMeaning {
  /** For to_tsquery: what matches; null for everything. */
  readonly matching: string | null;
  /** With all of a meant kind, for when nothing that matches is of one; null where none is meant. */
  readonly widened: string | null;
  /** What has some of the words, for when nothing has all of them. */
  readonly loosened: string | null;
  /** For to_tsquery: what of `matching` is of a meant kind; null where none is meant. */
  readonly matchingKinds: string | null;
  readonly ranking: string | null;
  readonly kinds: readonly string[];
  readonly wishes: readonly string[];
  /** For to_tsquery: what has the words in its title, one after another; null where they are one word, or mean no kind. */
  readonly named: string | null;
}

/** Joins what there is; null where there is nothing. */
function joined(parts: readonly (string | null)[], by: '&' | '|'): string | null {
  const there = parts.filter((part) => part !== null && part !== '');
  return there.length === 0 ? null : there.map((part) => `(${part})`).join(` ${by} `);
}

interface Told {
  readonly group: readonly string[];
  readonly words: readonly string[];
}

/** The words one after another in a title, as they were typed or with their slips: for a phrase query. */
function inTitle(typed: readonly string[], told: readonly Told[]): string | null {
  let query = '';
  let last = -1;
  for (const { group, words } of told) {
    for (const word of words) {
      const at = typed.indexOf(word, last + 1);
      if (at < 0) return null;
      const slips = words.length > 1 ? [] : group.filter((name) => /^[a-z]+$/.test(name));
      const one = `(${[...new Set([word, ...slips])].map((name) => `${name}:A`).join(' | ')})`;
      query = query === '' ? one : `${query} <${at - last}> ${one}`;
      last = at;
    }
  }
  return query === '' ? null : query;
}

/** What a search means, with the words of the catalogue that its words may have been meant as. */
export function meaningOf(asked: SearchQuery, neighbours: Parameters<typeof findingAndRanking>[1]): SearchMeaning {
  // A word that the catalogue has, or that is a name of an idea, is no slip of another.
  const known = new Set([
    ...neighbours.filter((one) => one.known).map(({ word }) => word),
    ...asked.groups.filter((names) => names.length > 1).map(([typed = '']) => typed),
  ]);
  const { wishes } = asked;
  const { kinds, saying } = meantKinds(asked.typed, (word) => known.has(word));
  const { finding, ranking } = findingAndRanking(asked, neighbours);
  const wordsOf = (at: number) => (asked.groups[at]?.[0] ?? '').split(' ');
  const all = finding.map((group, at) => ({ group, words: wordsOf(at) }));
  // What is wished stands in facets: a listing open on Saturdays need not say so in words.
  const looked = all.filter(({ words }) => !words.every((word) => wishes.saying.has(word)));
  const telling = looked.filter(({ words }) => !words.every((word) => FILLERS.has(word)));
  const left = telling.filter(({ words }) => !words.every((word) => saying.has(word)));
  const language = wishes.languages.length > 0 ? toTsQuery([wishes.languages]) : null;
  const ofKinds = kinds.length > 0 ? toTsQuery([kinds.map(kindLexeme)]) : null;
  // Of a meant kind, or with the words that say it; and all other words beside. Those are looked up once for both.
  const said = (telling.length > 0 ? telling : looked).filter((one) => !left.includes(one));
  const inWords = toTsQuery(said.map(({ group }) => group)) || null;
  const core = inWords && joined([ofKinds, inWords], '|');
  const read = joined([core, toTsQuery(left.map(({ group }) => group)) || null, language], '&');
  // What cannot be read is still asked for, and nothing has it: "lunch ქართული" is no search for lunch alone.
  const isUnread = (asked.isWordless && read === null) || (wishes.isOtherScript && language === null);
  const matching = isUnread ? joined([read, NOTHING], '&') : read;
  const any = joined(
    [
      ofKinds,
      language,
      toTsQuery(
        looked.map(({ group }) => group),
        'any',
      ) || null,
      toTsQuery([asked.lastResort]) || null,
    ],
    '|',
  );
  const widened = ofKinds && joined([matching, ofKinds], '|');
  return {
    matching,
    widened,
    loosened: any ?? matching,
    matchingKinds: ofKinds && joined([matching, ofKinds], '&'),
    ranking: joined([toTsQuery(ranking, 'any') || null, language], '|'),
    kinds,
    wishes: wishes.facets,
    named:
      kinds.length > 0 && telling.flatMap(({ words }) => words).length > 1
        ? inTitle(searchTokens(asked.typed), telling)
        : null,
  };
}
