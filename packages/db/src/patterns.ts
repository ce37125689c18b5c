// Patterns of LIKE that are made of what somebody typed, in which a sign of patterns stands for itself.

/** Whatever holds the words. */
export function patternWithin(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
