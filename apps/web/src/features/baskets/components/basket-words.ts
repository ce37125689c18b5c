// How a thing in a basket is said in a sentence: when, for how long, how many, and at whose price.
import { UNIT_NAMES } from '@support-market/domain/listings/prices';
import { Temporal } from 'temporal-polyfill';
import { sayClock, sayDay, sayWeekday } from '../../../format/dates.ts';
import { useWords } from '../../../words/use-words.ts';
import type { BasketItem } from '../api/basket.ts';

/** Any Monday; weekdays are counted from it. */
const A_MONDAY = Temporal.PlainDate.from('2026-11-02');

/** "Tuesday" from 2. */
export function weekdayName(weekday: number): string {
  return sayWeekday(A_MONDAY.add({ days: weekday - 1 }).toString());
}

const unitOf = (unit: string) => UNIT_NAMES.find((one) => one === unit) ?? 'item';

/** "an hour" and "3 hours", by the unit of a price. */
export function useUnitWords() {
  const say = useWords('units');
  return {
    each: (unit: string): string => say(`each.${unitOf(unit)}`),
    name: (unit: string, count: number): string => say(`name.${unitOf(unit)}`, { count }),
  };
}

export function useBasketWords() {
  const say = useWords('baskets');
  const units = useUnitWords();
  const length = (minutes: number): string => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return say('minutes', { count: rest });
    if (rest === 0) return say('hours', { count: hours });
    return say('hoursAndMinutes', { hours: say('hours', { count: hours }), minutes: say('minutes', { count: rest }) });
  };
  const list = (parts: readonly string[], joined: 'and' | 'or' = 'and'): string =>
    parts.length < 2
      ? (parts[0] ?? '')
      : say(joined, { list: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' });
  const when = (item: BasketItem): string => {
    if (item.kind === 'one-off') {
      const day = sayDay(item.firstDate, 'with-year');
      return item.startTime !== null && item.minutes !== null
        ? say('onceAt', { day, start: sayClock(item.startTime), length: length(item.minutes) })
        : say('once', { day });
    }
    const [entry] = item.pattern;
    const alike = item.pattern.every(
      ({ startTime, minutes }) => startTime === entry?.startTime && minutes === entry.minutes,
    );
    const dayAt = (day: string, at: BasketItem['pattern'][number]) =>
      say('dayAt', { day, start: sayClock(at.startTime), length: length(at.minutes) });
    const days =
      alike && entry
        ? [dayAt(list(item.pattern.map(({ weekday }) => weekdayName(weekday))), entry)]
        : item.pattern.map((one) => dayAt(weekdayName(one.weekday), one));
    return say('weekly', {
      days: list(days),
      first: sayDay(item.firstDate, 'with-year'),
      last: sayDay(item.lastDate, 'with-year'),
    });
  };
  /** One price, or each price in turn with the visits that have it where it changes while the order runs. */
  const price = (item: Pick<BasketItem, 'unit' | 'prices'>): string => {
    const parts = item.prices.map((one) => ({
      pricePence: one.unitPricePence,
      unit: units.each(item.unit),
      source: say(one.priceSource === 'agreed' ? 'sourceAgreed' : 'sourcePublic'),
      visits: say('visits', { count: one.visits }),
      first: sayDay(one.firstDate, 'with-year'),
    }));
    const [only, ...others] = parts;
    if (!only) return '';
    return others.length === 0 ? say('priceOf', only) : parts.map((part) => say('priceFrom', part)).join('; ');
  };
  return { say, length, list, when, price, units };
}
