// How an invoice's state and quantity are said, the same on every page.
import type { ReactNode } from 'react';
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
