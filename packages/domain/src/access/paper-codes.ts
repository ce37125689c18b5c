// What somebody without an e-mail address is handed on paper: a name to sign in with, and a code that works once.

/** A code on paper works this long: long enough for the post, short enough for a letter that is left lying about. */
export const PAPER_CODE_DAYS = 7;

/** Without I, O, 0 and 1, which eyes confuse: thirty-two signs, so that each byte chooses one evenly. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_SIGNS = 12;

/** What may be chosen as a name to sign in with. The table of accounts has the same rule. */
export const SIGN_IN_NAME = /^[a-z0-9][a-z0-9.-]{3,39}$/;

/** A code of twelve signs in groups of four, from as many random bytes: "QX7M-2KDA-9RTE". */
export function makePaperCode(random: Uint8Array): string {
  const signs = [...random.subarray(0, CODE_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** The code however it was typed: in small letters, with spaces or none. */
export function normalPaperCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The name however it was typed. */
export function normalSignInName(text: string): string {
  return text.trim().toLowerCase();
}

/** A number for those who choose no name, from four random bytes: "4821-7730". */
export function makeSignInNumber(random: Uint8Array): string {
  const number = random.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0) % 100_000_000;
  return String(number)
    .padStart(8, '0')
    .replace(/(.{4})/, '$1-');
}
