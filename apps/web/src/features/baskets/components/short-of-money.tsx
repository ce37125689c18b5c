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

/** Each sentence leads to the thing in the basket that asks for that money, when its id is given. */
export function ShortOfMoney({
  lines,
  fieldOf,
}: {
  readonly lines: readonly ShortLine[];
  readonly fieldOf?: (lineId: string) => string | undefined;
}): ReactNode {
  const { say } = useBasketWords();
  const words = useShortWords();
  return (
    <>
      <ErrorSummary
        title={say('shortTitle')}
        faults={lines.map((line) => ({ text: words(line), fieldId: fieldOf?.(line.lineId) }))}
      />
      <p>{say('nothingChanged')}</p>
    </>
  );
}
