// Turns the API's description into TypeScript types, so that the web cannot call what is not there.

import openapiTS, { astToString } from 'openapi-typescript';

/** The text of schema.ts for an openapi.json. */
export async function typesOfApi(openapi: string): Promise<string> {
  const ast = await openapiTS(openapi);
  return `// Generated from openapi.json by tools/gen.ts; never edited.\n\n${astToString(ast)}`;
}
