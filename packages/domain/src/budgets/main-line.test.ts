import { expect, test } from 'vitest';
import { pence } from '../shared/money.ts';
import { type LineOfMoney, mainLine } from './main-line.ts';

const line = (lineId: string, stream: LineOfMoney['stream'], award: number): LineOfMoney => ({
  lineId,
  stream,
  awardPence: pence(award),
});

test('the main line is the council money with the largest award, whatever comes first', () => {
  const lines = [
    line('line_a', 'health', 100_00),
    line('line_b', 'own-money', 900_000_00),
    line('line_c', 'social-care', 5_200_00),
  ];
  expect(mainLine(lines)?.lineId).toBe('line_c');
  expect(mainLine([...lines].reverse())?.lineId).toBe('line_c');
});

test('own money is the main line only where there is no council money', () => {
  expect(mainLine([line('line_a', 'family', 10), line('line_b', 'own-money', 50)])?.lineId).toBe('line_b');
  expect(mainLine([])).toBeUndefined();
});

test('of two like lines the lower id is the main line, in either order', () => {
  const two = [line('line_b', 'health', 10), line('line_a', 'education', 10)];
  expect(mainLine(two)?.lineId).toBe('line_a');
  expect(mainLine([...two].reverse())?.lineId).toBe('line_a');
});
