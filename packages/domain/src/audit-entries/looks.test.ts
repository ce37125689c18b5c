// A look and a change are told apart by the event alone.

import { expect, test } from 'vitest';
import { entryKind } from './looks.ts';

test.each(['invoice.viewed', 'order.listed', 'audit-entry.searched', 'payment-run.downloaded', 'ledger.verified'])(
  '%s is a look',
  (event) => {
    expect(entryKind(event)).toBe('look');
  },
);

test.each(['invoice.billed', 'payee-account.changed', 'import.done', 'viewed.changed', 'thing.never-heard-of'])(
  '%s is a change',
  (event) => {
    expect(entryKind(event)).toBe('change');
  },
);
