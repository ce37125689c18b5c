// A time that the clocks skip or repeat is refused with the two moments it may mean; a form offers them.
import { isProblem } from './problem.ts';

/** `local` is wall time with its offset: "2026-10-25T01:30:00+01:00". */
export type OfferedMoment = { readonly choose: 'earlier' | 'later'; readonly local: string };

/** The moments that a refusal offers; none where it is about something else. */
export function offeredMoments(failure: unknown): readonly OfferedMoment[] {
  if (!isProblem(failure) || !Array.isArray(failure.details.choices)) return [];
  return failure.details.choices.filter(
    (one): one is OfferedMoment =>
      typeof one === 'object' &&
      one !== null &&
      (one.choose === 'earlier' || one.choose === 'later') &&
      typeof one.local === 'string',
  );
}
