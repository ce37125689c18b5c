// Text is folded the same way wherever it is compared, so that "Café" in a listing is found by "cafe" in a search.

/** Lower case without accents, curly quotes, runs of space or signs that are not seen (`Cf`: joiners, breaks within a word). */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** "St Mary's Café & Hall" → "st-marys-cafe-and-hall"; never empty ("listing" when nothing is left); at most 80 long. */
export function slugify(text: string, fallback = 'listing'): string {
  const slug = foldText(text)
    .replaceAll('&', ' and ')
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || fallback;
}
