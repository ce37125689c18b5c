// What the database can keep as text, so that a cursor, a file or a form is refused before it is asked to.

/** Whether PostgreSQL can keep a text as it is, alone or inside JSON. */
export function isReadableText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
