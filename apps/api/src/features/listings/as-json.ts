// Writes the catalogue's answers once, as text: they are the busiest ones, and a text needs no second walk through it.

/** JSON text of an answer that was built field by field to its schema; money becomes a JSON number. */
export function asJson(answer: object): string {
  return JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
}

/** Hands a finished text to a route that declares the shape: Fastify sends a text as it is. */
export function sendText<Answer>(text: string): Answer {
  return text as unknown as Answer;
}
