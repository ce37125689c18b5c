// Postcodes with their places and wards. They belong to no council.

import { upsertPostcodes } from '../../features/imports/imports.repo.ts';
import {
  ONS_POSTCODES_LAYOUT,
  POSTCODES_LAYOUT,
  type PostcodeRow,
  readPostcodeRow,
} from '../../features/imports/postcode-row.ts';
import { watchPostcodes } from '../../features/imports/watched.repo.ts';
import { refreshPlaces } from '../../features/listings/listing-writes.repo.ts';
import type { ColumnsOfPlan, ImportPlan } from './import-plan.ts';

export const POSTCODES_PLAN: ImportPlan<PostcodeRow> & ColumnsOfPlan = {
  layouts: [POSTCODES_LAYOUT, ONS_POSTCODES_LAYOUT],
  things: [],
  read: (row, cells) => readPostcodeRow(row, cells),
  keyOf: ({ postcode }) => postcode,
  watch: async (_work, rows) => watchPostcodes(rows.map(({ postcode }) => postcode)),
  write: async ({ tx }, rows) => {
    const changed = new Set(
      await upsertPostcodes(
        tx,
        rows.map(({ row: _row, ...facts }) => facts),
      ),
    );
    return {
      done: rows.map(({ row, postcode }) => ({ row, outcome: changed.has(postcode) ? 'accepted' : 'unchanged' })),
      rejected: [],
    };
  },
  finish: ({ tx }) => refreshPlaces(tx),
  counts: ({ latitude }) => ({ postcodes: null, ...(latitude === null ? { 'postcodes without a place': null } : {}) }),
  money: () => ({}),
};
