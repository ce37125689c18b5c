// Reads a row of postcodes: our own small layout, or the directory of the Office for National Statistics as it is published.
// Source: ONS Postcode Directory user guide (a postcode without a grid reference has latitude 99.999999 and longitude 0,
// or blanks in later editions; the column names change with each edition of wards and output areas).

import { normalisePostcode, outwardCodeOf } from '@support-market/domain/shared/postcodes';
import { CellError, type Cells, text, textOrNull } from './cells.ts';
import type { PostcodeWrite } from './imports.repo.ts';
import type { Column, Layout } from './layouts.ts';

const WARD_CODE: Column = { name: 'ward_code', also: /^(osward|wd\d\dcd)$/ };
const WARD_NAME: Column = { name: 'ward_name', also: /^wd\d\dnm$/ };
const LSOA_CODE: Column = { name: 'lsoa_code', also: /^lsoa\d\d(cd)?$/ };

export const POSTCODES_LAYOUT: Layout = {
  name: 'postcodes',
  fits: 'published',
  columns: [
    { name: 'postcode', required: true },
    { name: 'lat', required: true },
    { name: 'lon', required: true },
    WARD_CODE,
    WARD_NAME,
    LSOA_CODE,
  ],
};

export const ONS_POSTCODES_LAYOUT: Layout = {
  name: 'ons-postcodes',
  fits: 'published',
  columns: [
    { name: 'postcode', required: true, also: /^pcds$/ },
    { name: 'lat', required: true },
    { name: 'lon', required: true, also: /^long$/ },
    WARD_CODE,
    WARD_NAME,
    LSOA_CODE,
  ],
};

export interface PostcodeRow extends PostcodeWrite {
  readonly row: number;
}

/** A number, or null where the cell is blank: the whole of the United Kingdom and the islands lies within the bounds. */
function degrees(cells: Cells, column: string, least: number, most: number): number | null {
  const value = textOrNull(cells, column);
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isFinite(number) || number < least || number > most) throw new CellError(column, 'cell.not_a_number');
  return number;
}

function placeOf(cells: Cells): { latitude: number | null; longitude: number | null } {
  const nowhere = { latitude: null, longitude: null };
  if (Number(textOrNull(cells, 'lat') ?? 'blank') >= 99.9) return nowhere;
  const latitude = degrees(cells, 'lat', 49, 61);
  const longitude = degrees(cells, 'lon', -9, 2);
  if (latitude === null && longitude === null) return nowhere;
  if (latitude === null) throw new CellError('lat', 'cell.missing');
  if (longitude === null) throw new CellError('lon', 'cell.missing');
  return { latitude, longitude };
}

/** Throws CellError with the column that is wrong. */
export function readPostcodeRow(row: number, cells: Cells): PostcodeRow {
  const read = normalisePostcode(text(cells, 'postcode'));
  if (!read.ok) throw new CellError('postcode', read.code);
  return {
    row,
    postcode: read.value,
    outward: outwardCodeOf(read.value),
    ...placeOf(cells),
    ward_code: textOrNull(cells, 'ward_code', 20),
    ward_name: textOrNull(cells, 'ward_name', 100),
    lsoa_code: textOrNull(cells, 'lsoa_code', 20),
  };
}
