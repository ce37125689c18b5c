// How a council is reached, as it stands in the middle of a sentence: wherever a mail, letter or page says to tell or ask the
// council, it says how.
import type { Say } from './say.ts';

type Contact = { readonly telephone: string; readonly email: string; readonly hours: string };

/** "ring 0161 496 0100 (Monday to Friday, 9am to 5pm) or write to help@…"; where to look when the council gave neither. */
export function sayReach({ telephone, email, hours }: Contact, say: Say<'shell'>): string {
  const ring = telephone && (hours ? say('reach.ringWithin', { telephone, hours }) : say('reach.ring', { telephone }));
  const write = email && say('reach.write', { email });
  if (ring && write) return say('reach.either', { first: ring, second: write });
  return ring || write || say('reach.none');
}
