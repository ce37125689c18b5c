// How long an organisation usually takes to answer a question, as far as that may be told and is worth telling.

/** From so many answers on: fewer say nothing of what is usual. */
export const FEWEST_ANSWERS = 3;

/** Answers are looked at for so many days back. */
export const DAYS_OF_ANSWERS = 90;

/** In words that hold: an hour, some hours, a day, or a number of days. */
export type AnswerTime =
  | { readonly within: 'hour' | 'day' }
  | { readonly within: 'hours' | 'days'; readonly count: number };

/** The usual time of answers in words, rounded up so that it is kept; null where there are too few. */
export function usualAnswerTime(answers: number, medianSeconds: number | null): AnswerTime | null {
  if (answers < FEWEST_ANSWERS || medianSeconds === null) return null;
  const hours = Math.max(1, Math.ceil(medianSeconds / 3600));
  if (hours === 1) return { within: 'hour' };
  if (hours < 24) return { within: 'hours', count: hours };
  const days = Math.ceil(hours / 24);
  return days === 1 ? { within: 'day' } : { within: 'days', count: days };
}
