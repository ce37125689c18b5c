// What the proof of the books calls its checks and what it found, for an auditor and for the operator alike.

import type { Branches } from '@support-market/words/generated/words';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';

export type CheckCode = keyof Branches['proofs']['checks'];
export type FindingCode = keyof Branches['proofs']['findings'];

export function sayCheck(code: CheckCode): string {
  return wordsIn().say('proofs')(`checks.${code}`);
}

export function sayFinding(code: FindingCode, values: Readonly<Record<string, unknown>> = {}): string {
  return (wordsIn().say('proofs') as unknown as SayRecorded)(`findings.${code}`, values);
}
