// The two files of the upload page, made in the browser: an example to fill in, and the rows to put right.
import { csvCell } from '@support-market/domain/shared/csv-safety';
import type { RejectedRow } from '../api/upload-actuals.ts';

const HEADING = ['reference', 'worker', 'worker_reference', 'start', 'end'] as const;

function lines(rows: readonly (readonly string[])[]): string {
  // The mark makes Excel read it as UTF-8.
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Rows that were not taken, as they were sent, with why beside each; a cell that a spreadsheet would run is disarmed. */
export function rejectedCsv(rows: readonly RejectedRow[]): string {
  return lines([
    ['row', 'what_is_wrong', ...HEADING],
    ...rows.map(({ row, message, cells }) => [String(row), message, ...HEADING.map((column) => cells[column])]),
  ]);
}

export function exampleCsv(worker: string): string {
  return lines([[...HEADING], ['HAR-000123', worker, '104', '2026-11-03 09:30', '2026-11-03 11:00']]);
}

/** Hands a text to the person as a file. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
