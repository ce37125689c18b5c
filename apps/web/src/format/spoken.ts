// The language that pages are in now, for what is not a sentence: dates, money, numbers, and the page's own tag. A browser is
// in one at a time; the server draws a page at once, so the one that it sets holds until the page is drawn.

let tag = 'en';

export function spokenTag(): string {
  return tag;
}

/** Call it where the words of a page are chosen. */
export function speakIn(next: string): void {
  tag = next;
}
