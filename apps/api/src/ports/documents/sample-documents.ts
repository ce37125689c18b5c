// A remittance and statements of fictional people, short and long, for the tests beside this file and for the eye.

import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';
import type { RemittanceDocument } from './remittance-pdf.ts';
import type { StatementDocument, StatementEntry } from './statement-pdf.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

export function aRemittance(changes: Partial<RemittanceDocument> = {}): RemittanceDocument {
  return {
    number: 'REM-000007',
    paymentDate: day('2026-12-03'),
    payer: { name: 'Harbourside Council', addressLines: ['Town Hall', 'Quay Street', 'Harbourside', 'HS1 1AA'] },
    payee: { name: 'Zoë & Søn Home Care', addressLines: ['Unit 4, The Old Rope Works', 'Harbourside', 'HS2 4QT'] },
    bankReference: 'REM-000007',
    accountLastFour: '4958',
    payments: [
      { invoiceNumber: 'ZOE-000041', invoiceDate: day('2026-10-31'), amountPence: pence(57600) },
      {
        invoiceNumber: 'ZOE-C00001',
        invoiceDate: day('2026-11-30'),
        what: 'Credit note: a missed visit',
        amountPence: pence(-2880),
      },
    ],
    totalPence: pence(54720),
    contact: 'Write to payments@harbourside.example or ring 01632 960100.',
    ...changes,
  };
}

export function aStatement(changes: Partial<StatementDocument> = {}): StatementDocument {
  return {
    personName: 'Łucja Ó Brien',
    lineName: 'Individual service fund',
    arrangement:
      'Brightwater Support holds this money for you in an account of its own, and answers to you for every penny.',
    issuerName: 'Brightwater Support',
    issuedDate: day('2026-12-01'),
    period: { startDate: day('2026-11-01'), endDate: day('2026-11-30') },
    openingPence: pence(0),
    closingPence: pence(40200),
    entries: [
      {
        date: day('2026-11-02'),
        what: 'From Harbourside Council',
        detail: 'Two weeks in advance, £350.00 a week',
        inPence: pence(70000),
        outPence: pence(0),
        balancePence: pence(70000),
      },
      {
        date: day('2026-11-15'),
        what: 'Support from Brightwater Support',
        detail: '12 hours at £21.50 an hour',
        inPence: pence(0),
        outPence: pence(25800),
        balancePence: pence(44200),
      },
      {
        date: day('2026-11-20'),
        what: 'Green Fingers Gardening',
        detail: 'Garden made safe, one visit',
        inPence: pence(0),
        outPence: pence(4000),
        balancePence: pence(40200),
      },
    ],
    spokenForPence: pence(12000),
    limitPence: pence(140000),
    notes: ['You can spend this money with other providers, and you can move it to another holder. Ask us how.'],
    contact: 'Ring Dana at Brightwater on 01632 960200.',
    ...changes,
  };
}

/** A statement long enough for several pages. */
export function aLongStatement(visits = 70): StatementDocument {
  let balance = 200_000n;
  const entries = Array.from({ length: visits }, (_, index): StatementEntry => {
    balance -= 1920n;
    return {
      date: day('2026-11-01').add({ days: index % 30 }),
      what: `Home care with a name long enough that it has to wrap, visit ${index + 1}`,
      detail: '1 hour at £19.20 an hour',
      inPence: pence(0),
      outPence: pence(1920),
      balancePence: pence(balance),
    };
  });
  return aStatement({ openingPence: pence(200_000), closingPence: pence(balance), entries });
}
