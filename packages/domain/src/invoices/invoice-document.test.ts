import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence, splitPence } from '../shared/money.ts';
import {
  checkInvoiceDocument,
  formatQuantity,
  type InvoiceDocument,
  type InvoiceLine,
  internalLocationNumber,
  invoiceTotals,
  linePrice,
  shareOfUnits,
  wholeUnits,
} from './invoice-document.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const standard = { category: 'S', rateBasisPoints: 2000 } as const;
const exempt = {
  category: 'E',
  rateBasisPoints: 0,
  exemptionCode: 'VATEX-EU-132-1G',
  exemptionReason: 'welfare-regulated',
} as const;
const outside = {
  category: 'O',
  rateBasisPoints: 0,
  exemptionCode: 'VATEX-EU-O',
  exemptionReason: 'not-registered',
} as const;

function aLine(changes: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: '1',
    description: 'Gardening',
    quantityMillionths: wholeUnits(1),
    unitCode: 'EA',
    pricePence: pence(4000),
    priceQuantity: 1,
    netPence: pence(4000),
    vat: standard,
    ...changes,
  };
}

function aDocument(changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const party = {
    reference: 'org_1',
    name: 'Green Fingers',
    address: { lines: ['1 High Street'], town: 'Harbourside', postcode: 'HS1 1AA' },
    electronicAddress: internalLocationNumber(1),
    vatNumber: 'GB980780684',
  };
  return {
    number: 'GF-000001',
    typeCode: '380',
    isSelfBilled: true,
    issueDate: day('2026-11-30'),
    dueDate: day('2026-12-30'),
    period: { startDate: day('2026-11-01'), endDate: day('2026-11-30') },
    buyerReference: 'ASC-1',
    seller: party,
    buyer: { ...party, reference: 'org_2', name: 'Harbourside Council' },
    paymentTerms: '30 days',
    notes: [],
    precedingInvoices: [],
    prepaidPence: pence(0),
    lines: [aLine()],
    ...changes,
  };
}

describe('invoiceTotals', () => {
  it('adds 20 % to £40.00 of gardening and asks for £48.00', () => {
    expect(invoiceTotals([aLine()])).toMatchObject({
      linesPence: 4000n,
      vatPence: 800n,
      totalPence: 4800n,
      payablePence: 4800n,
    });
  });

  it('works VAT out from the total of a category, not line by line', () => {
    const lines = [1, 2, 3].map((id) => aLine({ id: `${id}`, pricePence: pence(33), netPence: pence(33) }));
    expect(invoiceTotals(lines).vatPence).toBe(20n);
  });

  it('keeps each rate apart and names a category once with all its reasons', () => {
    const totals = invoiceTotals([
      aLine({ id: '1' }),
      aLine({ id: '2', vat: { category: 'S', rateBasisPoints: 500 } }),
      aLine({ id: '3', vat: exempt }),
      aLine({ id: '4', vat: { ...exempt, exemptionReason: 'welfare-charity' } }),
    ]);
    expect(totals.vat.map(({ category, rateBasisPoints, vatPence }) => [category, rateBasisPoints, vatPence])).toEqual([
      ['S', 2000, 800n],
      ['S', 500, 200n],
      ['E', 0, 0n],
    ]);
    expect(totals.vat[2]?.exemptionReasons).toEqual(['welfare-regulated', 'welfare-charity']);
  });

  it('takes what was paid before off what is asked for', () => {
    expect(invoiceTotals([aLine()], pence(1000)).payablePence).toBe(3800n);
  });

  it('always balances: lines plus VAT less prepaid is the amount to pay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ net: fc.integer({ min: -100000, max: 10000000 }), rate: fc.constantFrom(0, 500, 2000) })),
        fc.nat(5000),
        (rows, prepaid) => {
          const lines = rows.map(({ net, rate }, index) =>
            aLine({ id: `${index}`, netPence: pence(net), vat: { category: rate ? 'S' : 'Z', rateBasisPoints: rate } }),
          );
          const totals = invoiceTotals(lines, pence(prepaid));
          const taxable = totals.vat.reduce((sum, group) => sum + group.taxablePence, 0n);
          const vat = totals.vat.reduce((sum, group) => sum + group.vatPence, 0n);
          expect(taxable).toBe(totals.linesPence);
          expect(vat).toBe(totals.vatPence);
          expect(totals.payablePence).toBe(totals.linesPence + vat - BigInt(prepaid));
        },
      ),
    );
  });
});

describe('quantities', () => {
  it('prices 94 minutes at £19.20 an hour as £30.08 exactly', () => {
    expect(linePrice({ quantityMillionths: wholeUnits(94), pricePence: pence(1920), priceQuantity: 60 })).toBe(3008n);
  });

  it('gives every share of a session a quantity whose price is the share, within the slack', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (whole, weights) => {
          for (const part of splitPence(pence(whole), weights)) {
            const quantityMillionths = shareOfUnits(wholeUnits(1), part, pence(whole));
            const difference = linePrice({ quantityMillionths, pricePence: pence(whole), priceQuantity: 1 }) - part;
            expect(difference >= -2n && difference <= 2n).toBe(true);
          }
        },
      ),
    );
  });

  it('writes quantities without needless zeros', () => {
    expect([94_000_000, 333_333, 1_500_000, 0].map(formatQuantity)).toEqual(['94', '0.333333', '1.5', '0']);
  });

  it('refuses a fraction where whole units are meant', () => {
    expect(() => wholeUnits(1.5)).toThrow(RangeError);
  });
});

describe('checkInvoiceDocument', () => {
  it('passes a lawful invoice and hands back its totals', () => {
    expect(checkInvoiceDocument(aDocument())).toMatchObject({ ok: true, value: { payablePence: 4800n } });
  });

  const { vatNumber: _, ...unregistered } = aDocument().seller;
  it.each<[string, Partial<InvoiceDocument>]>([
    ['invoice.no_lines', { lines: [] }],
    ['invoice.reference_missing', { buyerReference: ' ' }],
    ['invoice.line_ids_repeat', { lines: [aLine(), aLine()] }],
    ['invoice.line_sum_wrong', { lines: [aLine({ netPence: pence(4003) })] }],
    ['invoice.price_negative', { lines: [aLine({ pricePence: pence(-1), netPence: pence(-1) })] }],
    ['invoice.mixed_outside_scope', { lines: [aLine(), aLine({ id: '2', vat: outside })] }],
    ['invoice.no_tax_identity', { seller: unregistered }],
    ['invoice.exemption_without_reason', { lines: [aLine({ vat: { category: 'E', rateBasisPoints: 0 } })] }],
    ['invoice.credit_without_invoice', { typeCode: '381' }],
    ['invoice.period_backwards', { period: { startDate: day('2026-11-30'), endDate: day('2026-11-01') } }],
    [
      'invoice.line_outside_period',
      { lines: [aLine({ period: { startDate: day('2026-10-31'), endDate: day('2026-11-01') } })] },
    ],
  ])('refuses with %s', (code, changes) => {
    expect(checkInvoiceDocument(aDocument(changes))).toMatchObject({ ok: false, code });
  });

  it('accepts an adjusted line whose adjustment explains the difference', () => {
    const lines = [aLine({ netPence: pence(3840), adjustment: { amountPence: pence(-160), reason: 'Agreed' } })];
    expect(checkInvoiceDocument(aDocument({ lines })).ok).toBe(true);
  });
});

describe('internalLocationNumber', () => {
  it('makes thirteen digits in the range kept for internal use, with the GS1 check digit', () => {
    const { id } = internalLocationNumber(42);
    expect(id).toMatch(/^290\d{10}$/);
    const sum = [...id].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
    expect(sum % 10).toBe(0);
  });

  it('never gives two organisations the same number', () => {
    const ids = new Set(Array.from({ length: 1000 }, (_, index) => internalLocationNumber(index).id));
    expect(ids.size).toBe(1000);
  });
});
