// CSV files as people really save them are read row by row, and what cannot be read is named.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CsvItem, columnName, readCsv } from './read-csv.ts';

const COLUMNS = { required: ['name', 'price'], optional: ['note'] } as const;

/** Sends bytes in tiny pieces, so that every multi-byte letter is torn somewhere. */
function tiny(bytes: Buffer, size = 3): Readable {
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    })(),
  );
}

async function all(bytes: Buffer | string, options = {}): Promise<CsvItem<'name' | 'price' | 'note'>[]> {
  const read = await readCsv(tiny(Buffer.from(bytes)), { ...COLUMNS, ...options });
  if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.details)}`);
  const items: CsvItem<'name' | 'price' | 'note'>[] = [];
  for await (const item of read.value) items.push(item);
  return items;
}

const row = (number: number, name: string, price: string, note = '') => ({
  kind: 'row',
  row: number,
  cells: { name, price, note },
});

describe('encodings', () => {
  it('reads UTF-8, with or without a mark, torn anywhere', async () => {
    for (const mark of ['', '\uFEFF']) {
      expect(await all(`${mark}name,price\r\nCafé Ünïty,£3\r\n`)).toEqual([row(2, 'Café Ünïty', '£3')]);
    }
  });

  it('reads Windows-1252, even where only a late line needs it', async () => {
    const late = Buffer.concat([Buffer.from('name,price\nplain,1\nCaf'), Buffer.from([0xe9, 0x2c, 0x80, 0x35, 0x0a])]);
    expect(await all(late)).toEqual([row(2, 'plain', '1'), row(3, 'Café', '€5')]);
  });

  it('reads UTF-16 as Excel saves it, with tabs', async () => {
    const text = Buffer.from('\uFEFFname\tprice\r\nZoë\t4\r\n', 'utf16le');
    expect(await all(text)).toEqual([row(2, 'Zoë', '4')]);
  });
});

describe('shapes', () => {
  it('finds columns by name in any order, case and punctuation, and semicolons', async () => {
    expect(await all('Price ;NOTE; Name\n1;;Ann\n')).toEqual([row(2, 'Ann', '1')]);
    expect(columnName(' Visit-Reference ')).toBe('visit_reference');
  });

  it('numbers rows as a spreadsheet does, past blank rows and line breaks inside cells', async () => {
    expect(await all('name,price\n"Ann\nBell",1\n\n,,\nBen,2')).toEqual([row(2, 'Ann\nBell', '1'), row(5, 'Ben', '2')]);
  });

  it('keeps a cell whose quotation marks are in odd places as it stands, and every row after it', async () => {
    expect(await all('name,price\n5" pipe,1\n"Ann"ie,2\n "Bell, Ben" ,3\n"""The Hub""",4\n"The ""Hub""" ,5\n')).toEqual(
      [
        row(2, '5" pipe', '1'),
        row(3, '"Ann"ie', '2'),
        row(4, 'Bell, Ben', '3'),
        row(5, '"The Hub"', '4'),
        row(6, 'The "Hub"', '5'),
      ],
    );
  });

  it('names a row with too many cells and goes on', async () => {
    expect(await all('name,price\nAnn,1,x,y\nBen,2,,,\n')).toEqual([
      { kind: 'fault', row: 2, code: 'row.too_many_cells' },
      row(3, 'Ben', '2'),
    ]);
  });

  it('keeps the rows before a quotation mark that never closes, and names where reading stopped', async () => {
    const items = await all(`name,price\nAnn,1\n"Ben,2\n${'x,y\n'.repeat(40_000)}`);
    expect(items).toEqual([row(2, 'Ann', '1'), { kind: 'fault', row: 3, code: 'row.too_long' }]);
  });

  it('stops at the most rows it may read', async () => {
    expect(await all('name,price\nA,1\nB,2\nC,3\n', { maxRows: 2 })).toEqual([
      row(2, 'A', '1'),
      row(3, 'B', '2'),
      { kind: 'fault', row: 4, code: 'file.too_many_rows' },
    ]);
  });

  it('names a row that holds a zero byte', async () => {
    expect(await all(`name,price\n${'Ann,1\n'.repeat(3)}B\0n,2\n`)).toContainEqual({
      kind: 'fault',
      row: 5,
      code: 'row.not_text',
    });
  });
});

describe('refusals', () => {
  const refusal = async (bytes: Buffer | string) => readCsv(Readable.from([Buffer.from(bytes)]), COLUMNS);

  it('says which columns are missing, unknown or there twice', async () => {
    expect(await refusal('name,cost,name\n')).toMatchObject({
      ok: false,
      code: 'import.columns_wrong',
      details: { missing: ['price'], unknown: ['cost'], twice: ['name'], expected: ['name', 'price'] },
    });
  });

  it('asks for at least one of several columns where the caller says so', async () => {
    const read = await readCsv(Readable.from([Buffer.from('c\n1\n')]), {
      required: ['c'],
      optional: ['a', 'b'],
      oneOf: ['a', 'b'],
    });
    expect(read).toMatchObject({ ok: false, details: { missing: [], missingOneOf: ['a', 'b'] } });
  });

  it('lets other columns be where the caller says so', async () => {
    expect(await all('name,price,colour\nAnn,1,red\n', { otherColumns: 'ignore' })).toEqual([row(2, 'Ann', '1')]);
  });

  it('refuses spreadsheets, PDFs, other binaries and nothing at all', async () => {
    const reason = async (bytes: Buffer | string) => {
      const answer = await refusal(bytes);
      return answer.ok ? 'taken' : answer.details?.reason;
    };
    expect(await reason(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]))).toBe('spreadsheet');
    expect(await reason('%PDF-1.7')).toBe('pdf');
    expect(await reason(Buffer.from([1, 2, 0, 3, 4]))).toBe('not-text');
    expect(await reason('')).toBe('empty');
    expect(await reason(' \n\n')).toBe('empty');
  });
});

it('reads a file by its path and closes it when the reader stops early', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'support-market-csv-'));
  try {
    const path = join(folder, 'many.csv');
    writeFileSync(path, `name,price\n${'Ann,1\n'.repeat(200_000)}`);
    const read = await readCsv(path, COLUMNS);
    if (!read.ok) throw new Error(read.code);
    for await (const item of read.value) {
      expect(item).toEqual(row(2, 'Ann', '1'));
      break;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
