// What is wrong with a row of somebody's file, as they read it beside the row's number.

import type { ActualsCode, ActualsLookUpCode } from '@support-market/domain/visits/actuals';
import type { Words } from '@support-market/words/generated/words';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';
import type { CsvRowCode } from '../ports/csv/read-csv.ts';

/** Of a row that could not be read as a row at all. */
export function sayUnreadable(code: CsvRowCode): string {
  return wordsIn().say('import-rows')(`reading.${code}`);
}

/** Of a row of actuals; the sentence may name what `details` has. */
export function sayActualsFault(
  code: ActualsCode | ActualsLookUpCode,
  details: Readonly<Record<string, unknown>> = {},
): string {
  const say = wordsIn().say('import-rows') as unknown as SayRecorded;
  const key: keyof Words['import-rows'] = `actuals.${code}`;
  return say(key, details);
}
