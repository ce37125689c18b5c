// Text that the database could not keep (a NUL, half of a surrogate pair) is refused by its field, wherever it is sent; and text
// that turns the direction of what is written after it, where it is to be kept: others would read what no one wrote.

import { isTurning } from '@support-market/domain/shared/visible-text';
import type { FastifyInstance } from 'fastify';
import { type FieldProblem, ProblemError } from '../platform/problem-error.ts';
import { isReadableText } from '../platform/readable-text.ts';

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A secret is kept as it was chosen; no one reads it. */
const isSecret = (pointer: string): boolean => /password$/i.test(pointer);

/** Pointers to every text (and name of a field) inside `part` that `mayBe` refuses. Walks without recursion: a part may be deep. */
function unreadable(part: unknown, at: string, mayBe: (text: string) => boolean = isReadableText): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const waiting: { readonly value: unknown; readonly pointer: string }[] = [{ value: part, pointer: at }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string') {
      if (!mayBe(value) && !(isReadableText(value) && isSecret(pointer)))
        faults.push({ pointer: pointer || '/', code: 'field.pattern' });
    } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (isReadableText(key)) waiting.push({ value: inner, pointer: `${pointer}/${escaped(key)}` });
        else faults.push({ pointer: pointer || '/', code: 'field.pattern' });
      }
    }
  }
  return faults;
}

const isKeptText = (text: string): boolean => isReadableText(text) && !isTurning(text);

/** Register before any route. It looks at what the schema let through. */
export function registerUnreadableText(app: FastifyInstance): void {
  app.addHook('preHandler', (request, _reply, done) => {
    const { action } = request.routeOptions.config;
    if (action === undefined) return done();
    const errors = [
      ...unreadable(request.params, '/params'),
      // The search box reads what it can of whatever is typed.
      ...(action === 'listing.search' ? [] : unreadable(request.query, '/querystring')),
      ...(request.isMultipart() ? [] : unreadable(request.body, '', isKeptText)),
    ];
    done(errors.length > 0 ? new ProblemError('request.invalid', { errors: errors.slice(0, 20) }) : undefined);
  });
}
