// What somebody put into an address, without signs that are no text: they would stand on the page and in its links.

export function readableText(text: string | null): string {
  return (text ?? '').replace(/\p{Cc}+/gu, ' ').trim();
}
