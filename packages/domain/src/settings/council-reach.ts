// How a council is reached, as it stands in the middle of a sentence: wherever a mail, letter or page says to tell or ask the
// council, it says how.

/** Where the council has not said it yet. */
export const NO_REACH = '“Contact the council” at the foot of every page says how';

/** "ring 0161 496 0100 (Monday to Friday, 9am to 5pm) or write to help@…". */
export function sayReach({
  telephone,
  email,
  hours,
}: {
  readonly telephone: string;
  readonly email: string;
  readonly hours: string;
}): string {
  const ring = telephone && `ring ${telephone}${hours && ` (${hours})`}`;
  const write = email && `write to ${email}`;
  return [ring, write].filter(Boolean).join(' or ') || NO_REACH;
}
