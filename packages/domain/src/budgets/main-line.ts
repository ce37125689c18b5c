// Which of a person's lines pays most, so that prices are shown for the money that would pay and not for whichever line
// comes first in the alphabet.
// Source: the domain notes, section 8 (own money pays the public price, a council's money what the council agreed).

import type { Pence } from '../shared/money.ts';
import { isCouncilMoney, type Stream } from './streams.ts';

export type LineOfMoney = { readonly lineId: string; readonly stream: Stream; readonly awardPence: Pence };

/** Of lines that are open today: council money before own money, then the largest award, then the lower id. */
export function mainLine<Line extends LineOfMoney>(lines: readonly Line[]): Line | undefined {
  let main: Line | undefined;
  for (const line of lines) {
    if (!main || goesBefore(line, main)) main = line;
  }
  return main;
}

function goesBefore(a: LineOfMoney, b: LineOfMoney): boolean {
  const council = isCouncilMoney(a.stream);
  if (council !== isCouncilMoney(b.stream)) return council;
  if (a.awardPence !== b.awardPence) return a.awardPence > b.awardPence;
  return a.lineId < b.lineId;
}
