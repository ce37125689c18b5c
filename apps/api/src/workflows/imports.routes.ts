// A council's imports over the API: an administrator or editor uploads a CSV and is told what became of every row.

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inTransaction } from '@support-market/db/transaction';
import { Type } from 'typebox';
import type { ImportResult } from '../features/imports/import-result.ts';
import { findCouncilSlug } from '../features/imports/imports.repo.ts';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed } from '../http/schemas.ts';
import { recordAudit } from '../platform/audit.repo.ts';
import type { AppContext } from '../platform/context.ts';
import { found, ProblemError } from '../platform/problem-error.ts';
import { importCommunity, importPeople, importPostcodes, importProviders } from './import-files.ts';

const ImportOut = closed({
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Array(closed({ row: Type.Integer(), code: Type.String(), message: Type.String() })),
});

const KINDS = [
  {
    kind: 'people',
    action: 'import.people',
    operationId: 'importPeople',
    summary: 'People with their personal budgets',
  },
  {
    kind: 'providers',
    action: 'import.providers',
    operationId: 'importProviders',
    summary: 'Providers with services and prices',
  },
  { kind: 'community', action: 'import.community', operationId: 'importCommunity', summary: 'Community groups' },
  {
    kind: 'postcodes',
    action: 'import.postcodes',
    operationId: 'importPostcodes',
    summary: 'Postcodes with their places and wards',
  },
] as const;

export function registerImports(app: App, context: AppContext): void {
  for (const { kind, action, operationId, summary } of KINDS) {
    app.post(
      `/api/imports/${kind}`,
      {
        config: { action, audit: 'import.done' },
        schema: {
          tags: ['imports'],
          operationId,
          summary,
          consumes: ['multipart/form-data'],
          response: answers({ 200: ImportOut }),
        },
      },
      async (request) => {
        const viewer = viewerOf(request);
        if (!request.isMultipart()) throw new ProblemError('request.unsupported_type');
        const upload = await request.file();
        if (!upload) throw new ProblemError('file.not_readable');
        // A file is read more than once (its heading first), so it is kept until it is done with.
        const folder = await mkdtemp(join(tmpdir(), 'support-market-upload-'));
        try {
          const file = join(folder, 'upload.csv');
          await pipeline(upload.file, createWriteStream(file));
          if (upload.file.truncated) throw new ProblemError('file.too_large');
          const result = await run(kind, file);
          await inTransaction(context.db, viewer.councilId, (tx) =>
            recordAudit(tx, context.clock, viewer, {
              event: 'import.done',
              noun: 'import',
              recordId: null,
              details: {
                kind,
                accepted: result.accepted,
                unchanged: result.unchanged,
                rejected: result.rejected.length,
              },
            }),
          );
          return { ...result, rejected: [...result.rejected] };
        } finally {
          await rm(folder, { recursive: true, force: true });
        }

        async function run(kind: string, file: string): Promise<ImportResult> {
          if (kind === 'people') return importPeople(context, viewer, file);
          if (kind === 'postcodes') return importPostcodes(context, file);
          if (kind === 'community') return importCommunity(context, viewer, file);
          const slug = found(
            await inTransaction(context.db, viewer.councilId, (tx) => findCouncilSlug(tx, viewer.councilId)),
          );
          return importProviders(context, viewer, slug, file);
        }
      },
    );
  }
}
