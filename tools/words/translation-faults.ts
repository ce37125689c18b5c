// What keeps another set of words from standing in for plain English: sentences that it lacks, has beside, or says of other
// values.

type Sentences = ReadonlyMap<string, ReadonlyMap<string, string>>;

const names = (values: ReadonlyMap<string, string>): string => [...values.keys()].sort().join(', ');

/** One line a fault. Easy Read may lack sentences, because plain stands in; a language may not. */
export function translationFaults(plain: Sentences, other: Sentences, level: 'plain' | 'easy'): readonly string[] {
  const missing = [...plain.keys()].filter((key) => level === 'plain' && !other.has(key));
  const beside = [...other.keys()].filter((key) => !plain.has(key));
  const differing = [...other].flatMap(([key, values]) => {
    const wanted = plain.get(key);
    // A number may be spelt out in one of the forms of a plural.
    const unknown = wanted && [...values.keys()].filter((name) => !wanted.has(name));
    const lost = wanted && [...wanted.keys()].filter((name) => name !== 'count' && !values.has(name));
    return unknown?.length || lost?.length
      ? [`${key} takes ${names(values)}, plain English ${names(wanted ?? new Map())}`]
      : [];
  });
  return [
    ...missing.map((key) => `${key} is missing`),
    ...beside.map((key) => `${key} is said by no page`),
    ...differing,
  ];
}
