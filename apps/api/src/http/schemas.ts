// The schema pieces that every feature shares, so that money, dates, ids and lists look the same in every answer.

import { ROLES, type Role } from '@support-market/domain/access/roles';
import { ID_PATTERN } from '@support-market/domain/shared/ids';
import type { Pence } from '@support-market/domain/shared/money';
import { LINE_SIGN, VISIBLE_SIGN } from '@support-market/domain/shared/visible-text';
import type { Temporal } from 'temporal-polyfill';
import { type Static, type TSchema, Type } from 'typebox';

const MOST_PENCE = 99_999_999_999;

/** Money in an answer: whole pence. The serialiser writes a bigint as it is. */
export const PenceOut = Type.Unsafe<Pence>(
  Type.Integer({ minimum: -MOST_PENCE, maximum: MOST_PENCE, description: 'whole pence' }),
);

/** Money in a request: whole pence as a JSON number, never negative. */
export const PenceIn = Type.Integer({ minimum: 0, maximum: MOST_PENCE, description: 'whole pence' });

/**
 * A calendar date in a request, YYYY-MM-DD, of the years that this product and its database work with (as
 * `parseDate` of the domain reads them); the feature still checks that it exists.
 */
export const DateIn = Type.String({
  pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$',
  description: 'YYYY-MM-DD, from 1900 to 2199',
});

/** A day with a time in a request, of the same years; the domain's `parseMoment` reads it. */
export const MomentIn = Type.String({
  minLength: 10,
  maxLength: 40,
  pattern: '^((19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/(19|20|21)[0-9]{2})([T ].*)?$',
  description:
    'London wall time, YYYY-MM-DDTHH:MM. In the hour that the clocks skip or repeat it is refused with choices; send one of them, with its offset.',
});

/** A time of day in a request, HH:MM, in Europe/London. */
export const TimeIn = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'HH:MM in Europe/London',
});

export const DateOut = Type.Unsafe<Temporal.PlainDate>(Type.String({ description: 'YYYY-MM-DD' }));
export const InstantOut = Type.Unsafe<Temporal.Instant>(Type.String({ description: 'an instant in UTC, ISO 8601' }));

export const Id = Type.String({ pattern: ID_PATTERN, maxLength: 60 });
export const IdParams = Type.Object({ id: Id }, { additionalProperties: false });

export const RoleName = Type.Unsafe<Role>(Type.String({ enum: [...ROLES] }));

/** Text that a request cannot do without: it has something in it to see. Spaces around that are for the service to take away. */
export const NeededText = (most: number, more: { description?: string } = {}) =>
  Type.String({ minLength: 1, maxLength: most, pattern: VISIBLE_SIGN, ...more });

/** The same, on one line. */
export const NeededLine = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: `^${LINE_SIGN}*${VISIBLE_SIGN}${LINE_SIGN}*$` });

/** Text on one line, which may be empty. */
export const Line = (most: number) => Type.String({ maxLength: most, pattern: `^${LINE_SIGN}*$` });

/** A closed object: an unknown field in a request is refused, an undeclared one never leaves in an answer. */
export function closed<Properties extends Record<string, TSchema>>(
  properties: Properties,
  options: { description?: string } = {},
) {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

/** One of a fixed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return Type.Unsafe<Word>(Type.Union(words.map((word) => Type.Literal(word))));
}

export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>(Type.Union([schema, Type.Null()]));
}

/** A page of a list: ask for the next one with its cursor; null means that this was the last. */
export function pageOf<Item extends TSchema>(item: Item) {
  return closed({ items: Type.Array(item), nextCursor: orNull(Type.String()) });
}

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
};

/** The shape of every refusal. */
export const ProblemOut = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  requestId: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.String(),
        code: Type.String(),
        details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      }),
    ),
  ),
  details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** Response schemas of a route: its own successes, and the problems that any route may answer with. */
export function answers<Successes extends Record<number, TSchema>>(
  successes: Successes,
): Successes & { '4xx': typeof ProblemOut; '5xx': typeof ProblemOut } {
  return { ...successes, '4xx': ProblemOut, '5xx': ProblemOut };
}

/** Header of every request that moves money: the same key and body give the same answer and move it once. */
export const IdempotencyHeaders = Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 200 }) });

/** A price and the visits that follow each other at it. */
export const PriceOfVisits = closed({
  unitPricePence: PenceOut,
  priceSource: Type.Union([Type.Literal('public'), Type.Literal('agreed')]),
  firstDate: Type.String({ description: 'the first visit at this price, YYYY-MM-DD' }),
  lastDate: Type.String(),
  visits: Type.Integer(),
});
