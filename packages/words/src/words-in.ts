// How the server speaks: every word is here from the start, and each caller says in which language it is asked, so that one
// request never changes another's.
import type { ProblemCode } from '@support-market/domain/shared/problems';
import i18next, { type i18n } from 'i18next';
import { type DateWords, datesIn } from './dates.ts';
import { EN_PLAIN } from './generated/en-plain.ts';
import { type Language, type Level, tagOf } from './languages.ts';
import { sayMoney } from './money.ts';
import type { Noun, Say } from './say.ts';
import { addFormats, interpolationIn, SET_UP } from './set-up.ts';

/** All words, ready when this returns, since nothing is fetched. */
function allWords(tag: string): i18n {
  const words = i18next.createInstance();
  const interpolation = interpolationIn(() => tag);
  words.init({
    ...{ ...SET_UP, interpolation },
    ...{ lng: tag, initAsync: false, ns: Object.keys(EN_PLAIN), resources: { en: EN_PLAIN } },
  });
  addFormats(words);
  return words;
}

export type WordsIn = {
  readonly tag: string;
  /** `words.say('mails')('invitation.subject', { … })`. */
  readonly say: <const Of extends Noun>(noun: Of) => Say<Of>;
  /** The plain title of a problem code. */
  readonly problemTitle: (code: ProblemCode) => string;
  readonly dates: DateWords;
  readonly money: (amount: bigint | number) => string;
};

const made = new Map<string, WordsIn>();

/** The words of one language and reading level. */
export function wordsIn(language: Language = 'en', level: Level = 'plain'): WordsIn {
  const tag = tagOf(language, level);
  let words = made.get(tag);
  if (!words) {
    const all = allWords(tag);
    words = {
      tag,
      say: (noun) => all.getFixedT(tag, noun) as unknown as Say<typeof noun>,
      problemTitle: (code) => all.t(code, { lng: tag, ns: 'problem-titles', keySeparator: false }),
      dates: datesIn(tag),
      money: (amount) => sayMoney(amount, tag),
    };
    made.set(tag, words);
  }
  return words;
}
