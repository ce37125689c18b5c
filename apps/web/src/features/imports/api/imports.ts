// Looks at a CSV file, takes it when it was seen, and undoes what came in.

import type { operations } from '@support-market/api-client/schema';
import type { ImportKind } from '@support-market/domain/imports/import-states';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, callRaw, take } from '../../../api/client.ts';

export type ImportAnswer = operations['previewPeopleImport']['responses'][200]['content']['application/json'];
export type ImportItem = operations['listImports']['responses'][200]['content']['application/json']['items'][number];

const KEY = 'imports';

async function send(path: string, file: File): Promise<ImportAnswer> {
  const body = new FormData();
  body.append('file', file);
  const answer = await callRaw(path, { method: 'POST', body });
  return (await answer.json()) as ImportAnswer;
}

/** What a file would do. Throws a Problem when the file as a whole could not be read. */
export function lookAtFile(kind: ImportKind, file: File): Promise<ImportAnswer> {
  return send(`/api/imports/${kind}/preview`, file);
}

export function useImports(before: string | undefined) {
  return useQuery({
    queryKey: [KEY, before],
    queryFn: () => take(api.GET('/api/imports', { params: { query: before ? { before } : {} } })),
  });
}

export function useImportSteps() {
  const queries = useQueryClient();
  const then = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return answer;
  };
  return {
    takeFile: (importId: string, file: File) => then(send(`/api/imports/${importId}/take`, file)),
    undo: (importId: string) =>
      then(take(api.POST('/api/imports/{importId}/undo', { params: { path: { importId } } }))),
  };
}
