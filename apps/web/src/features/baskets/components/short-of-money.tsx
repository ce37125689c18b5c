// Says that money is short the way a person would: what it costs, what there is, and what else could be done.
import type { ReactNode } from 'react';
import { ErrorSummary } from '../../../ui/form.tsx';
import { useBasketWords } from './basket-words.ts';

export type ShortLine = {
  readonly lineId: string;
  readonly lineName: string;
  readonly needsPence: number;
  readonly leftPence: number;
  /** Other money of the person that has enough, by name. */
  readonly others: readonly string[];
};

/** Reads `details.lines` of budget.not_enough_money. */
export function shortLines(details: Readonly<Record<string, unknown>>): readonly ShortLine[] {
  return Array.isArray(details['lines']) ? (details['lines'] as ShortLine[]) : [];
}

export function useShortWords() {
  const { say, list } = useBasketWords();
  return (short: ShortLine): string =>
    `${say('short', { needsPence: short.needsPence, leftPence: short.leftPence, line: short.lineName })} ${
      short.others.length > 0 ? say('shortOther', { lines: list(short.others, 'or') }) : say('shortFewer')
    }`;
}

/** The refusal of a whole basket, said for every line that falls short. */
export function ShortOfMoney({ lines }: { readonly lines: readonly ShortLine[] }): ReactNode {
  const { say } = useBasketWords();
  const words = useShortWords();
  return (
    <>
      <ErrorSummary title={say('shortTitle')} faults={lines.map((line) => ({ text: words(line) }))} />
      <p>{say('nothingChanged')}</p>
    </>
  );
}
