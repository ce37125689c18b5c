// Describes the API as its routes declare it, and makes the types of its client from that description.

import { describeApi } from '../apps/api/src/describe-api.ts';
import { registerLookAround } from '../apps/demonstration/src/look-around/look-around.routes.ts';
import { typesOfApi } from '../packages/api-client/src/generate-types.ts';

/** Path → text of the API's description and of its types. Needs no database. */
export async function generateApi(): Promise<Record<string, string>> {
  // The pages are one build for every server, so their client knows what the demonstration's server adds. A running
  // product describes at /api/docs what it answers itself, which has none of it.
  const openapi = await describeApi({ lookAround: registerLookAround });
  return {
    'packages/api-client/openapi.json': openapi,
    'packages/api-client/src/schema.ts': await typesOfApi(openapi),
  };
}
