// How an invoice's state, period and quantity are said, the same on every page.
import type { ReactNode } from 'react';
import { sayDate, sayShortDate } from '../../../format/dates.ts';
import { Tag, type TagTone } from '../../../ui/marks.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { InvoiceState, InvoiceSummary } from '../api/invoices.ts';

const TONES: Readonly<Record<InvoiceState, TagTone>> = {
  held: 'look',
  approved: 'plain',
  paying: 'plain',
  paid: 'go',
  closed: 'plain',
};

export function InvoiceStateTag({
  invoice: { state, kind, payerKind },
}: {
  readonly invoice: Pick<InvoiceSummary, 'state' | 'kind' | 'payerKind'>;
}): ReactNode {
  const say = useWords('invoices');
  const credit = payerKind === 'funder' ? 'creditStates' : 'backStates';
  return <Tag tone={TONES[state]}>{say(`${kind === 'invoice' ? 'states' : credit}.${state}`)}</Tag>;
}

/** "1 to 30 November 2026". */
export function sayPeriod(start: string, end: string): string {
  if (start === end) return sayDate(start);
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))} to ${sayDate(end)}`;
  return `${start.slice(0, 4) === end.slice(0, 4) ? sayShortDate(start) : sayDate(start)} to ${sayDate(end)}`;
}
