// What a search says besides what is looked for: a language in any script, who should come, that it be free, when. Such words
// are no words to look for in a listing's text; a listing that has what they say stands before one that has not.

import { searchTokens } from './search-tokens.ts';

export interface SearchWishes {
  /** Facets as an entry has them: "language=Urdu", "worker=female", "free", "evenings", "weekends". */
  readonly facets: readonly string[];
  /** Languages, by their English names. */
  readonly languages: readonly string[];
  /** The typed words that say so. */
  readonly saying: ReadonlySet<string>;
  /** Whether it is written in a script in which no listing's words are. */
  readonly isOtherScript: boolean;
}

/** The names that languages have for themselves, and others that people type; folded. The English name is understood. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  Arabic: ['arabic', 'arab', 'arabi'],
  Bengali: ['bengali', 'bangla', 'bangladeshi', 'sylheti'],
  'British Sign Language': ['british sign language', 'bsl'],
  Bulgarian: ['bulgarian', 'balgarski'],
  Cantonese: ['cantonese', 'chinese'],
  Mandarin: ['mandarin', 'putonghua', 'chinese'],
  Chinese: ['chinese'],
  Czech: ['czech', 'cesky', 'cestina'],
  Dari: ['dari', 'afghan'],
  Farsi: ['farsi', 'persian', 'iranian'],
  Persian: ['persian', 'farsi'],
  French: ['french', 'francais'],
  German: ['german', 'deutsch'],
  Greek: ['greek', 'ellinika'],
  Gujarati: ['gujarati', 'gujrati', 'gujerati'],
  Hebrew: ['hebrew', 'ivrit'],
  Hindi: ['hindi'],
  Hungarian: ['hungarian', 'magyar', 'magyarul'],
  Igbo: ['igbo'],
  Italian: ['italian', 'italiano'],
  Kurdish: ['kurdish', 'kurdi', 'sorani', 'kurmanji'],
  Lithuanian: ['lithuanian', 'lietuviu', 'lietuviskai'],
  Malayalam: ['malayalam'],
  Nepali: ['nepali', 'nepalese'],
  Pashto: ['pashto', 'pushto', 'pashtu'],
  Polish: ['polish', 'polski', 'polsku', 'polska', 'polskie', 'polskojezyczna'],
  Portuguese: ['portuguese', 'portugues', 'brazilian'],
  Punjabi: ['punjabi', 'panjabi'],
  Romanian: ['romanian', 'romana', 'romaneste'],
  Russian: ['russian', 'russkiy', 'russki'],
  Shona: ['shona'],
  Slovak: ['slovak', 'slovensky'],
  Somali: ['somali', 'soomaali', 'soomaaliga', 'somalian'],
  Spanish: ['spanish', 'espanol', 'castellano'],
  Swahili: ['swahili', 'kiswahili'],
  Tagalog: ['tagalog', 'filipino'],
  Tamil: ['tamil'],
  Tigrinya: ['tigrinya'],
  Turkish: ['turkish', 'turkce'],
  Twi: ['twi'],
  Ukrainian: ['ukrainian', 'ukrainska'],
  Urdu: ['urdu', 'pakistani'],
  Vietnamese: ['vietnamese', 'tieng viet'],
  Welsh: ['welsh', 'cymraeg'],
  Yiddish: ['yiddish'],
  Yoruba: ['yoruba'],
};

const ENGLISH_NAMES = new Map(Object.keys(LANGUAGES).map((language) => [language.toLowerCase(), language]));

/** The language of that English name, in whatever capitals; null where we know none. */
export const languageNamed = (name: string): string | null => ENGLISH_NAMES.get(name.trim().toLowerCase()) ?? null;

const PHRASES = Object.entries(LANGUAGES)
  .flatMap(([language, names]) => names.map((name) => ({ language, words: searchTokens(name) })))
  .sort((a, b) => b.words.length - a.words.length);

/** Letters that one language of a script has, before those that several share. */
const SCRIPTS: readonly (readonly [letters: RegExp, languages: readonly string[]])[] = [
  [/[ټډړښګڼې]/u, ['Pashto']],
  [/[ێۆڵڕ]/u, ['Kurdish']],
  [/[ٹڈڑںےھہۓ]/u, ['Urdu']],
  [/[پچژگکی]/u, ['Farsi', 'Persian', 'Dari']],
  [/\p{Script=Arabic}/u, ['Arabic']],
  [/\p{Script=Gurmukhi}/u, ['Punjabi']],
  [/\p{Script=Bengali}/u, ['Bengali']],
  [/\p{Script=Gujarati}/u, ['Gujarati']],
  [/\p{Script=Devanagari}/u, ['Hindi', 'Nepali']],
  [/\p{Script=Tamil}/u, ['Tamil']],
  [/\p{Script=Malayalam}/u, ['Malayalam']],
  [/\p{Script=Hebrew}/u, ['Hebrew', 'Yiddish']],
  [/[іїєґІЇЄҐ]/u, ['Ukrainian']],
  [/\p{Script=Cyrillic}/u, ['Russian', 'Ukrainian', 'Bulgarian']],
  [/\p{Script=Greek}/u, ['Greek']],
  [/\p{Script=Ethiopic}/u, ['Tigrinya', 'Amharic']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['Japanese']],
  [/\p{Script=Hangul}/u, ['Korean']],
  [/\p{Script=Han}/u, ['Chinese', 'Cantonese', 'Mandarin']],
  [/\p{Script=Thai}/u, ['Thai']],
  [/[ąęłżźśćń]/iu, ['Polish']],
  [/[ășț]/iu, ['Romanian']],
  [/[ğış]/u, ['Turkish']],
  [/[ėųūį]/iu, ['Lithuanian']],
];
/** A letter of a script that the catalogue's own words are not written in. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Languages named in their own words, which a script alone does not tell. */
const NAMED_IN_SCRIPT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/اردو/u, ['Urdu']],
  [/پنجابی/u, ['Punjabi']],
  [/فارسی/u, ['Farsi', 'Persian']],
  [/پښتو|پشتو/u, ['Pashto']],
  [/کورد|كورد|سۆرانی/u, ['Kurdish']],
  [/ייִ?דיש/u, ['Yiddish']],
  [/[粤粵]语|[粤粵]語|广东话|廣東話/u, ['Cantonese']],
  [/普通话|普通話|国语|國語/u, ['Mandarin']],
  [/हिन्दी|हिंदी/u, ['Hindi']],
  [/نیپالی|नेपाली/u, ['Nepali']],
  [/українськ/iu, ['Ukrainian']],
  [/русск/iu, ['Russian']],
  [/българск/iu, ['Bulgarian']],
];

const SPEAKING = new Set('speak speaks speaking speaker spoken speakers language languages po fluent'.split(' '));
const FEMALE = new Set('female woman lady'.split(' '));
const MALE = new Set('male man gentleman'.split(' '));
/** After one of these, or before a worker, a woman or a man is who should come and not who it is for. */
const WORKERS = new Set(
  'carer carers pa assistant worker cleaner sitter helper counsellor therapist nurse companion befriender driver gardener physiotherapist doctor instructor teacher support personal care staff only to who'.split(
    ' ',
  ),
);
const NO_PRICE_BEFORE = new Set(
  (
    'step gluten smoke smoking drug drugs alcohol dairy barrier sugar lactose pain symptom hands fat nut nuts wheat egg meat toll tax ' +
    'latex fragrance scent stress hassle worry trouble am im'
  ).split(' '),
);
/** What comes after one of these is not wanted, with little words between. */
const REFUSING = new Set('not no never except without avoid isnt arent dont nor'.split(' '));
const BETWEEN = new Set('in on at the a any during speaking'.split(' '));

/** Whether the word there is refused: "not in the evening", "no weekends". */
function isRefused(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (BETWEEN.has(words[before] ?? '')) before -= 1;
  return REFUSING.has(words[before] ?? '');
}

function languagesSaid(text: string, words: readonly string[], saying: Set<string>): string[] {
  const composed = text.normalize('NFC');
  const named = NAMED_IN_SCRIPT.flatMap(([pattern, languages]) => (pattern.test(composed) ? languages : []));
  const said = new Set(named.length > 0 ? named : SCRIPTS.find(([letters]) => letters.test(composed))?.[1]);
  for (const { language, words: name } of PHRASES) {
    const at = words.findIndex((_, from) => name.every((word, index) => words[from + index] === word));
    if (at < 0) continue;
    for (const word of name) saying.add(word);
    if (isRefused(words, at)) continue;
    // In "polsku" and "mówiąca" both say it; the name decides.
    said.add(language);
  }
  if (said.size > 0) for (const word of words) if (SPEAKING.has(word)) saying.add(word);
  return [...said];
}

/** Reads what is wished of a support besides its kind; `english` is what the text names in another language. */
export function readWishes(text: string, english = ''): SearchWishes {
  const words = [...searchTokens(text), ...searchTokens(english)];
  const saying = new Set<string>();
  const facets: string[] = [];
  const wish = (facet: string, ...said: readonly string[]) => {
    const isWanted = said.length === 0 || !isRefused(words, words.indexOf(said[0] ?? ''));
    if (isWanted && !facets.includes(facet)) facets.push(facet);
    for (const word of said) saying.add(word);
  };
  const languages = languagesSaid(text, words, saying);
  for (const language of languages) wish(`language=${language}`);
  words.forEach((word, at) => {
    const next = words[at + 1] ?? '';
    const last = words[at - 1] ?? '';
    const isWorker = last !== 'old' && (WORKERS.has(next) || SPEAKING.has(last));
    if (FEMALE.has(word) && isWorker) wish('worker=female', word);
    if (MALE.has(word) && isWorker && last !== 'handy' && last !== 'odd') wish('worker=male', word);
    // A part of another word ("sugar free"), or a time that somebody has ("I am free"), is no price, and no word to look for.
    if (word === 'free' && (NO_PRICE_BEFORE.has(last) || next === 'from')) saying.add(word);
    else if (word === 'free') {
      const ofCharge = next === 'of' ? (words[at + 2] ?? '') : '';
      wish('free', word, ...(/^(?:charges?|costs?)$/.test(ofCharge) ? [ofCharge] : []));
    }
    if (/^(?:costs?|charges?|fees?|pay|paying)$/.test(word) && /^(?:no|nothing|without|dont|cant)$/.test(last))
      wish('free', last, word);
    if (word === 'nothing' && (last === 'costs' || last === 'for')) wish('free', last, word);
    if (word === 'nothing' && /^that$/.test(next) && /^costs?$/.test(words[at + 2] ?? ''))
      wish('free', word, words[at + 2] ?? '', 'money');
    if (/^evenings?$/.test(word) || (word === 'work' && last === 'after')) wish('evenings', word);
    if (/^(?:weekends?|saturdays?|sundays?)$/.test(word)) wish('weekends', word);
  });
  return { facets, languages, saying, isOtherScript: OTHER_SCRIPT.test(text) };
}
