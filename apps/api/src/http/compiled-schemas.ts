// Checks requests as they are and writes answers as they are described: a body is never coerced or trimmed, unknown fields
// are refused; only the text of paths and query strings is read as the numbers and booleans that it spells.

import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';

/** What is described and was not needed yet. */
const waiting = new Set<() => unknown>();

/**
 * Compiles each schema once in a process, however many routes have it (every route has the same problems) and however
 * often the server is built, when it is first needed: compiling all of them was a third of the time to start, and most are
 * not needed by most processes. What is compiled keeps nothing of the requests that it sees.
 */
function once<Compiled>(compile: (schema: object) => Compiled): (schema: object) => () => Compiled {
  const known = new Map<string, () => Compiled>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const before = known.get(text);
    if (before !== undefined) return before;
    let compiled: Compiled | undefined;
    const needed = (): Compiled => {
      if (compiled === undefined) {
        compiled = compile(schema);
        waiting.delete(needed);
      }
      return compiled;
    };
    waiting.add(needed);
    known.set(text, needed);
    return needed;
  };
}

/** Compiles what was not needed yet, so that a schema that cannot be compiled is found by a test and not by a request. */
export function compileTheRest(): number {
  const rest = [...waiting];
  for (const needed of rest) needed();
  return rest.length;
}

function validator(coerceTypes: false | 'array') {
  const ajv = new Ajv({ removeAdditional: false, useDefaults: true, allErrors: false, strict: false, coerceTypes });
  addFormats.default(ajv);
  return once((schema) => ajv.compile(schema));
}

const asItIs = validator(false);
const readingText = validator('array');
const writing = once((schema) => fastJsonStringify(schema));

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const needed = (httpPart === 'body' ? asItIs : readingText)(schema);
  const check = Object.assign(
    (data: unknown): boolean => {
      const compiled = needed();
      const holds = compiled(data);
      // Fastify reads what was wrong from the function that it was given.
      check.errors = compiled.errors ?? null;
      return holds;
    },
    { errors: null as ErrorObject[] | null },
  );
  return check;
};

export const compileSerializer: FastifySerializerCompiler<object> = ({ schema }) => {
  const needed = writing(schema);
  return (data) => needed()(data);
};

export type SchemaFault = Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>;

/** Where a value is not what a schema describes, for what did not come as a query string or as JSON. */
export function faultsOf(schema: object, value: unknown): readonly SchemaFault[] {
  const check = asItIs(schema)();
  return check(value) ? [] : (check.errors ?? []);
}

export function fits(schema: object, value: unknown): boolean {
  return asItIs(schema)()(value);
}
