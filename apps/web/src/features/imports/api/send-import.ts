// Sends one CSV file to be brought in.
import type { paths } from '@support-market/api-client/schema';
import { callRaw } from '../../../api/client.ts';

export const IMPORT_KINDS = ['people', 'providers', 'community', 'postcodes'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type ImportAnswer = paths['/api/imports/people']['post']['responses'][200]['content']['application/json'];

/** What became of every row. Throws a Problem when the file as a whole could not be read. */
export async function sendImport(kind: ImportKind, file: File): Promise<ImportAnswer> {
  const body = new FormData();
  body.append('file', file);
  const answer = await callRaw(`/api/imports/${kind}`, { method: 'POST', body });
  return (await answer.json()) as ImportAnswer;
}
