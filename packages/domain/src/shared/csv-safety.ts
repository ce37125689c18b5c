// A cell that a spreadsheet would run as a formula is disarmed on its way out, so that an export cannot attack its reader.
// Source: OWASP, CSV Injection.

const STARTS_A_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Puts an apostrophe before text that begins with = + - @, tab or a line break; other text is unchanged. */
export function neutraliseFormula(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}

/** One text cell for a CSV file: disarmed, then quoted where commas, quotes, breaks or edge spaces need it. */
export function csvCell(text: string): string {
  const safe = neutraliseFormula(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
