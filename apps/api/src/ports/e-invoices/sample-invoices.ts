// Invoices of every kind we can issue, made of fictional parties and awkward names, for the tests beside this
// file and for the outside judges that the same samples are shown to.

import {
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceParty,
  internalLocationNumber,
  shareOfUnits,
  wholeUnits,
} from '@support-market/domain/invoices/invoice-document';
import type { VatTreatment } from '@support-market/domain/invoices/vat';
import { pence } from '@support-market/domain/shared/money';
import { Temporal } from 'temporal-polyfill';

const day = (text: string) => Temporal.PlainDate.from(text);

export const EXEMPT: VatTreatment = {
  category: 'E',
  rateBasisPoints: 0,
  exemptionCode: 'VATEX-EU-132-1G',
  exemptionReason: 'welfare-regulated',
};
export const OUTSIDE: VatTreatment = {
  category: 'O',
  rateBasisPoints: 0,
  exemptionCode: 'VATEX-EU-O',
  exemptionReason: 'not-registered',
};
export const STANDARD: VatTreatment = { category: 'S', rateBasisPoints: 2000 };
export const REDUCED: VatTreatment = { category: 'S', rateBasisPoints: 500 };
export const ZERO: VatTreatment = { category: 'Z', rateBasisPoints: 0 };

export const council: InvoiceParty = {
  reference: 'harbourside',
  name: 'Harbourside Council',
  address: { lines: ['Town Hall', 'Quay Street'], town: 'Harbourside', postcode: 'HS1 1AA' },
  electronicAddress: internalLocationNumber(1),
  vatNumber: 'GB980780684',
};

export const agency: InvoiceParty = {
  reference: 'org_agency',
  name: 'Zoë & Søn <Home> "Care" Limited',
  address: { lines: ['Unit 4', 'The Old Rope Works', '12 Long Lane'], town: 'Harbourside', postcode: 'HS2 4QT' },
  electronicAddress: internalLocationNumber(2),
  taxReference: '1234567890',
  companyNumber: '01234567',
  email: 'accounts@zoe.example',
  phone: '01632 960001',
};

export const gardener: InvoiceParty = {
  reference: 'org_gardener',
  name: 'Green Fingers Gardening',
  address: { lines: ['3 Elm Row'], town: 'Harbourside', postcode: 'HS3 2BB' },
  electronicAddress: { scheme: '9932', id: 'GB980780684' },
  vatNumber: 'GB980780684',
};

const account = { sortCode: '089999', accountNumber: '66374958', accountName: 'Zoë & Søn Home Care' };

export function aLine(changes: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: '1',
    description: 'Home care, weekday, Tuesday 3 November 2026, 9:30am to 11:04am',
    orderReference: 'HC-000123',
    orderLineReference: 'HC-000123/1',
    period: { startDate: day('2026-11-03'), endDate: day('2026-11-03') },
    quantityMillionths: wholeUnits(94),
    unitCode: 'MIN',
    pricePence: pence(1920),
    priceQuantity: 60,
    netPence: pence(3008),
    vat: EXEMPT,
    ...changes,
  };
}

export function anInvoice(changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
  return {
    number: 'ZOE-000042',
    typeCode: '380',
    isSelfBilled: true,
    issueDate: day('2026-11-30'),
    dueDate: day('2026-12-30'),
    period: { startDate: day('2026-11-01'), endDate: day('2026-11-30') },
    buyerReference: 'ASC-HOMECARE',
    seller: agency,
    buyer: council,
    payeeAccount: account,
    paymentTerms: 'Payment within 30 days.',
    notes: ['Thank you.'],
    precedingInvoices: [],
    prepaidPence: pence(0),
    lines: [aLine()],
    ...changes,
  };
}

const session = { unitCode: 'EA', priceQuantity: 1, pricePence: pence(5000) } as const;

/** Every kind by name; the name becomes part of a file's name. */
export function sampleInvoices(): Record<string, InvoiceDocument> {
  const gardening = { seller: gardener, lines: [] };
  return {
    'exempt-minutes': anInvoice({ orderReference: 'HC-000123' }),
    'outside-scope': anInvoice({
      seller: { ...gardener, name: 'Bob “next door” O’Neill' },
      lines: [aLine({ vat: OUTSIDE })],
    }),
    standard: anInvoice({
      ...gardening,
      lines: [
        aLine({
          ...session,
          pricePence: pence(4000),
          quantityMillionths: wholeUnits(1),
          netPence: pence(4000),
          vat: STANDARD,
        }),
      ],
    }),
    'every-rate': anInvoice({
      ...gardening,
      lines: [STANDARD, REDUCED, ZERO, EXEMPT].map((vat, index) => aLine({ id: `${index + 1}`, vat })),
    }),
    zero: anInvoice({ ...gardening, lines: [aLine({ vat: ZERO })] }),
    shares: anInvoice({
      lines: [1667, 1667, 1666].map((part, index) =>
        aLine({
          ...session,
          id: `${index + 1}`,
          description: `Family session, share ${index + 1} of 3`,
          quantityMillionths: shareOfUnits(wholeUnits(1), pence(part), pence(5000)),
          netPence: pence(part),
        }),
      ),
    }),
    adjusted: anInvoice({
      lines: [
        aLine({
          id: '1',
          quantityMillionths: wholeUnits(95),
          netPence: pence(2880),
          adjustment: { amountPence: pence(-160), reason: 'Settled at the 90 minutes planned' },
        }),
        aLine({ id: '2', netPence: pence(3108), adjustment: { amountPence: pence(100), reason: 'Parking' } }),
      ],
    }),
    'no-account-prepaid': (() => {
      const { payeeAccount: _, ...rest } = anInvoice({ prepaidPence: pence(1000), isSelfBilled: false, notes: [] });
      return rest;
    })(),
    'credit-note': anInvoice({
      number: 'ZOE-C00001',
      typeCode: '381',
      precedingInvoices: [{ number: 'ZOE-000041', issueDate: day('2026-10-31') }],
      lines: [
        aLine({
          quantityMillionths: wholeUnits(90),
          netPence: pence(2880),
          description: 'Missed visit, Monday 2 November 2026',
        }),
      ],
    }),
    'credit-note-outside-scope': anInvoice({
      number: 'BOB-C00001',
      typeCode: '381',
      seller: { ...gardener, name: 'Bob' },
      precedingInvoices: [{ number: 'BOB-000001', issueDate: day('2026-10-31') }],
      lines: [aLine({ vat: OUTSIDE })],
    }),
  };
}
