// A council's imports over the API: a file is looked at, then taken, and can be undone; each answer says what became of
// every row.

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mayDo } from '@support-market/domain/access/permissions';
import type { Viewer } from '@support-market/domain/access/roles';
import { IMPORT_KINDS, IMPORT_STATES, type ImportKind } from '@support-market/domain/imports/import-states';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { viewerOf } from '../http/access.ts';
import type { App } from '../http/app-instance.ts';
import { answers, closed, NeededText, oneOf, orNull } from '../http/schemas.ts';
import type { AppContext } from '../platform/context.ts';
import { found, ProblemError } from '../platform/problem-error.ts';
import { type ImportAnswer, previewImport, takeImport, takePreviewed } from './imports/import-file.ts';
import { findImportKind, pageOfImports } from './imports/import-list.ts';
import { undoImport } from './imports/undo-import.ts';

const RowOut = closed({ row: Type.Integer(), code: Type.String(), message: Type.String() });

const TotalsOut = closed({
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Integer(),
  withoutPlace: Type.Integer(),
  keptBack: Type.Integer(),
  counts: Type.Array(closed({ name: Type.String(), count: Type.Integer() })),
  sums: Type.Array(closed({ name: Type.String(), pence: Type.Integer() })),
  changes: Type.Array(closed({ noun: Type.String(), created: Type.Integer(), changed: Type.Integer() })),
});

const ImportOut = closed({
  importId: orNull(Type.String()),
  layout: Type.String(),
  sha256: Type.String(),
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Array(RowOut),
  /** Rows that were taken, but not whole. */
  notes: Type.Array(RowOut),
  totals: TotalsOut,
  shown: Type.Array(
    closed({
      noun: Type.String(),
      name: Type.String(),
      isNew: Type.Boolean(),
      fields: Type.Array(closed({ field: Type.String(), before: Type.String(), after: Type.String() })),
    }),
  ),
});

const ImportItemOut = closed({
  importId: Type.String(),
  kind: oneOf(IMPORT_KINDS),
  state: oneOf(IMPORT_STATES),
  layout: Type.String(),
  fileName: Type.String(),
  takenAt: orNull(Type.String()),
  takenBy: orNull(Type.String()),
  undoneAt: orNull(Type.String()),
  tooOldToUndo: Type.Boolean(),
  totals: TotalsOut,
});

const KINDS = [
  { kind: 'people', operation: 'People', summary: 'People with their personal budgets' },
  { kind: 'providers', operation: 'Providers', summary: 'Providers with services and prices' },
  { kind: 'community', operation: 'Community', summary: 'Community groups' },
  { kind: 'postcodes', operation: 'Postcodes', summary: 'Postcodes with their places and wards' },
  { kind: 'mandates', operation: 'Mandates', summary: 'Who may act for whom' },
  { kind: 'caseloads', operation: 'Caseloads', summary: 'Who works with whom' },
  { kind: 'open-referral', operation: 'OpenReferral', summary: 'Services of an Open Referral list, in JSON' },
] as const;

/** Keeps the uploaded file for as long as `use` needs it: it is read more than once. */
async function withUpload<Value>(
  request: FastifyRequest,
  use: (upload: { file: string; fileName: string; layout: string | undefined }) => Promise<Value>,
): Promise<Value> {
  if (!request.isMultipart()) throw new ProblemError('request.unsupported_type');
  const upload = await request.file();
  if (!upload) throw new ProblemError('file.not_readable');
  const folder = await mkdtemp(join(tmpdir(), 'support-market-upload-'));
  try {
    const file = join(folder, 'upload.csv');
    await pipeline(upload.file, createWriteStream(file));
    if (upload.file.truncated) throw new ProblemError('file.too_large');
    const { layout } = request.query as { layout?: string };
    return await use({ file, fileName: upload.filename, layout: layout || undefined });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const out = (answer: ImportAnswer) => ({
  ...answer,
  rejected: [...answer.rejected],
  notes: [...answer.notes],
  totals: totalsOut(answer.totals),
  shown: answer.shown.map((change) => ({ ...change, fields: [...change.fields] })),
});

const totalsOut = ({ counts, sums, changes, ...rest }: ImportAnswer['totals']) => ({
  ...rest,
  counts: [...counts],
  sums: [...sums],
  changes: [...changes],
});

const mayBring = (viewer: Viewer, kind: ImportKind): boolean => mayDo(viewer, `import.${kind}`);

const LayoutQuery = closed({
  /** The name of the file's layout; told by its heading when left out. */
  layout: Type.Optional(NeededText(60)),
});
const ImportParams = closed({ importId: Type.String({ maxLength: 60 }) });

export function registerImports(app: App, context: AppContext): void {
  for (const { kind, operation, summary } of KINDS) {
    const schema = { tags: ['imports'], consumes: ['multipart/form-data'], querystring: LayoutQuery };
    const response = answers({ 200: ImportOut });
    app.post(
      `/api/imports/${kind}/preview`,
      {
        config: { action: `import.${kind}`, audit: 'import.previewed' },
        schema: {
          ...schema,
          operationId: `preview${operation}Import`,
          summary: `What a file would do: ${summary}`,
          response,
        },
      },
      (request) =>
        withUpload(request, async (upload) =>
          out(await previewImport(context, viewerOf(request), { kind, ...upload })),
        ),
    );
    app.post(
      `/api/imports/${kind}`,
      {
        config: { action: `import.${kind}`, audit: 'import.done' },
        schema: {
          ...schema,
          operationId: `import${operation}`,
          summary: `At once, for programs: ${summary}`,
          response,
        },
      },
      (request) =>
        withUpload(request, async (upload) => out(await takeImport(context, viewerOf(request), { kind, ...upload }))),
    );
  }

  /** The kind of an import that the viewer may have to do with; a stranger's is as if it were not there. */
  const kindFor = async (viewer: Viewer, importId: string): Promise<void> => {
    const kind = found(await findImportKind(context, viewer, importId));
    if (!mayBring(viewer, kind)) throw new ProblemError('record.not_found');
  };

  app.post(
    '/api/imports/:importId/take',
    {
      config: { action: 'import.take', audit: 'import.done' },
      schema: {
        tags: ['imports'],
        operationId: 'takeImport',
        summary: 'Takes the very file that was looked at, as it was shown',
        params: ImportParams,
        consumes: ['multipart/form-data'],
        response: answers({ 200: ImportOut }),
      },
    },
    async (request) => {
      const { importId } = request.params;
      const viewer = viewerOf(request);
      await kindFor(viewer, importId);
      return withUpload(request, async ({ file, fileName }) =>
        out(await takePreviewed(context, viewer, importId, { file, fileName })),
      );
    },
  );

  app.get(
    '/api/imports',
    {
      config: { action: 'import.view', audit: 'import.viewed' },
      schema: {
        tags: ['imports'],
        operationId: 'listImports',
        summary: 'What was brought in, the newest first',
        querystring: closed({ before: Type.Optional(Type.String({ maxLength: 60 })) }),
        response: answers({ 200: closed({ items: Type.Array(ImportItemOut), next: orNull(Type.String()) }) }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const kinds = IMPORT_KINDS.filter((kind) => mayBring(viewer, kind));
      const { items, next } = await pageOfImports(context, viewer, kinds, request.query.before ?? null);
      return {
        next,
        items: items.map((item) => ({
          importId: item.id,
          kind: item.kind,
          state: item.state,
          layout: item.layout,
          fileName: item.file_name,
          takenAt: item.taken_at?.toString() ?? null,
          takenBy: item.taken_by_name,
          undoneAt: item.undone_at?.toString() ?? null,
          tooOldToUndo: item.forgotten_at !== null,
          totals: totalsOut(item.totals),
        })),
      };
    },
  );

  app.post(
    '/api/imports/:importId/undo',
    {
      config: { action: 'import.undo', audit: 'import.undone' },
      schema: {
        tags: ['imports'],
        operationId: 'undoImport',
        summary: 'Undoes an import on which nothing hangs',
        params: ImportParams,
        response: answers({ 200: closed({ undone: Type.Integer(), kept: Type.Integer() }) }),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      await kindFor(viewer, request.params.importId);
      return undoImport(context, viewer, request.params.importId);
    },
  );
}
