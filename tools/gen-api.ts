// Describes the API as its routes declare it, and makes the types of its client from that description.

import { describeApi } from '../apps/api/src/describe-api.ts';
import { typesOfApi } from '../packages/api-client/src/generate-types.ts';

/** Path → text of the API's description and of its types. Needs no database. */
export async function generateApi(): Promise<Record<string, string>> {
  const openapi = await describeApi();
  return {
    'packages/api-client/openapi.json': openapi,
    'packages/api-client/src/schema.ts': await typesOfApi(openapi),
  };
}
