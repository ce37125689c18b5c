// What counts as an address on the web, in forms, files and feeds alike: a page to read, and never a way to run anything.

const LONGEST = 300;

/** A name with a dot in it, perhaps a port, and what follows; no account and no password before the name. */
const WHOLE = /^https?:\/\/[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+\.?(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** An address with its scheme; one without gets https. Null for anything else, such as `javascript:`, and for one with a password. */
export function webAddress(text: string): string | null {
  const bare = text.trim();
  if (bare.length > LONGEST) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`;
  return WHOLE.test(whole) ? whole : null;
}
