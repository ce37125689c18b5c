// How nouns come in one and in many, and which article they take: for the generator, and for the test of names, which has to
// know the one of every many.

/** Nouns that no rule below gets right; `npm run new-feature` adds a line where its noun is one. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
};
const SINGULARS = new Set(Object.values(IRREGULAR));

/** The singular of a noun in kebab-case. What is one already stays so. */
export function singularOf(noun: string): string {
  const known = IRREGULAR[noun];
  if (known !== undefined) return known;
  if (SINGULARS.has(noun)) return noun;
  return noun
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|x|ch)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

/** Words that begin with a vowel and are said with a consonant, and the other way round. */
const SAID_WITH_A = /^(?:eu|ewe|one\b|once\b|u(?:ni(?:[^mn]|$)|s[aeiu]|t[aei]|r[aei]|b[ei]|k|fo|eue))/;
const SAID_WITH_AN = /^(?:hour|honest|honour|heir)/;

/** "a" or "an", as the word is said: "a user", "an hour", "a unit", "an umbrella". */
export function articleOf(word: string): 'a' | 'an' {
  return (/^[aeiou]/.test(word) && !SAID_WITH_A.test(word)) || SAID_WITH_AN.test(word) ? 'an' : 'a';
}
