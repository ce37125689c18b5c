// How the server speaks: every word is here from the start, and each caller says in which language it is asked, so that one
// request never changes another's.
import type { ProblemCode } from '@support-market/domain/shared/problems';
import i18next from 'i18next';
import { type DateWords, datesIn } from './dates.ts';
import { EN_PLAIN } from './generated/en-plain.ts';
import { type Language, type Level, tagOf } from './languages.ts';
import { sayMoney } from './money.ts';
import type { Noun, Say } from './say.ts';
import { addFormats, SET_UP } from './set-up.ts';

const everything = i18next.createInstance();
// Nothing is fetched, so it is ready when this returns.
everything.init({ ...SET_UP, lng: 'en', initAsync: false, ns: Object.keys(EN_PLAIN), resources: { en: EN_PLAIN } });
addFormats(everything);

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
    words = {
      tag,
      say: (noun) => everything.getFixedT(tag, noun) as unknown as Say<typeof noun>,
      problemTitle: (code) => everything.t(code, { lng: tag, ns: 'problem-titles', keySeparator: false }),
      dates: datesIn(tag),
      money: (amount) => sayMoney(amount, tag),
    };
    made.set(tag, words);
  }
  return words;
}
