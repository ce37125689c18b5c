// Makes pg speak bigint and Temporal both ways, so that no penny passes through a float and no day through a
// time zone. `Date` never reaches the program.

import { instantText } from '@support-market/domain/shared/instant-text';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';

const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  int8Array: 1016,
  timestampArray: 1115,
  dateArray: 1182,
  timestamptzArray: 1185,
} as const;

function parseDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** From "2026-03-29 00:59:59.999999+00": sessions run in UTC with ISO dates, which `createPool` sets. */
function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

function parseLocal(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text);
}

type Parser = (text: string) => unknown;

function parseArray(parseItem: Parser): Parser {
  // pg's own reader of text arrays splits "{a,NULL,b}"; it only has to be told what each item is.
  const textArray: number = 1009;
  const readTexts: (text: string) => unknown = pg.types.getTypeParser(textArray, 'text');
  const convert = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(convert);
    return typeof item === 'string' ? parseItem(item) : null;
  };
  return (text) => convert(readTexts(text));
}

const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [OID.int8, BigInt],
  [OID.date, parseDate],
  [OID.timestamp, parseLocal],
  [OID.timestamptz, parseInstant],
  [OID.int8Array, parseArray(BigInt)],
  [OID.dateArray, parseArray(parseDate)],
  [OID.timestampArray, parseArray(parseLocal)],
  [OID.timestamptzArray, parseArray(parseInstant)],
]);

/** Handed to a pg client as `types`: int8 → bigint, date → PlainDate, timestamptz → Instant; the rest as pg does. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const ours = format === 'binary' ? undefined : PARSERS.get(oid);
    return ours ?? pg.types.getTypeParser(oid, format ?? 'text');
  }) as typeof pg.types.getTypeParser,
};

/**
 * Lets Temporal values be query parameters. Without it pg turns an object into JSON, quotation marks and all.
 * `toPostgres` is pg's own extension point; bigint needs nothing, as pg sends its decimal text.
 */
function teachParameters(): void {
  const asText = (prototype: object, write: (this: { toString(): string }) => string): void => {
    Object.defineProperty(prototype, 'toPostgres', { value: write, configurable: true, enumerable: false });
  };
  for (const type of [Temporal.PlainDate, Temporal.PlainTime, Temporal.PlainDateTime]) {
    asText(type.prototype, function write() {
      return this.toString();
    });
  }
  Object.defineProperty(Temporal.Instant.prototype, 'toPostgres', {
    value(this: Temporal.Instant) {
      return instantText(this);
    },
    configurable: true,
    enumerable: false,
  });
  asText(Temporal.Duration.prototype, function write() {
    return this.toString();
  });
  Object.defineProperty(Temporal.ZonedDateTime.prototype, 'toPostgres', {
    value(this: Temporal.ZonedDateTime) {
      return this.toInstant().toString();
    },
    configurable: true,
    enumerable: false,
  });
}

teachParameters();
