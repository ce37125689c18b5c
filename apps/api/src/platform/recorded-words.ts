// What the program itself writes into a record as its reason or note. It is written down in words, as a person's would be:
// what was recorded, and sealed, stays what it said.

import type { Words } from '@support-market/words/generated/words';
import { wordsIn } from '@support-market/words/words-in';

export function sayRecorded(reason: keyof Words['recorded']): string {
  return wordsIn().say('recorded')(reason);
}
