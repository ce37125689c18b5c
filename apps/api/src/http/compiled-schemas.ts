// Checks requests as they are and writes answers as they are described: a body is never coerced or trimmed, unknown fields
// are refused; only the text of paths and query strings is read as the numbers and booleans that it spells.

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';

/**
 * Compiles each schema once in a process, however many routes have it (every route has the same problems) and however
 * often the server is built. What is compiled keeps nothing of the requests that it sees.
 */
function once<Compiled>(compile: (schema: object) => Compiled): (schema: object) => Compiled {
  const known = new Map<string, Compiled>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const compiled = known.get(text) ?? compile(schema);
    known.set(text, compiled);
    return compiled;
  };
}

function validator(coerceTypes: false | 'array') {
  const ajv = new Ajv({ removeAdditional: false, useDefaults: true, allErrors: false, strict: false, coerceTypes });
  addFormats.default(ajv);
  return once((schema) => ajv.compile(schema));
}

const asItIs = validator(false);
const readingText = validator('array');
const writing = once((schema) => fastJsonStringify(schema));

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? asItIs : readingText)(schema);

export const compileSerializer: FastifySerializerCompiler<object> = ({ schema }) => writing(schema);

/** Whether a value is what a schema describes, for a question that did not come as a query string. */
export function fits(schema: object, value: unknown): boolean {
  return asItIs(schema)(value);
}
