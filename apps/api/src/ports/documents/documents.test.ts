import { pence } from '@support-market/domain/shared/money';
import PDFDocument from 'pdfkit';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { sampleInvoices } from '../e-invoices/sample-invoices.ts';
import { loadFonts } from './fonts.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { remittancePdf } from './remittance-pdf.ts';
import { aLongStatement, aRemittance, aStatement } from './sample-documents.ts';
import { statementPdf, statementSums } from './statement-pdf.ts';
import { sayPrice, sayQuantity, saySortCode } from './words.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('every document', () => {
  it('is a tagged PDF with a title, a language and its own typeface', async () => {
    const invoice = sampleInvoices()['exempt-minutes'];
    if (!invoice) throw new Error('no sample');
    for (const bytes of [
      await invoicePdf(invoice),
      await remittancePdf(aRemittance()),
      await statementPdf(aStatement()),
    ]) {
      const pdf = latin1(bytes);
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      expect(pdf).toContain('/Marked true');
      expect(pdf).toContain('/Lang (en-GB)');
      expect(pdf).toContain('/DisplayDocTitle true');
      expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(pdf).toContain('/S /H1');
      expect(count(pdf, /\/Scope \/Column/g)).toBeGreaterThanOrEqual(3);
      expect(pdf).toContain('AtkinsonHyperlegibleNext');
      expect(pdf).not.toMatch(/\/BaseFont \/Helvetica/);
    }
  });

  it('has the same bytes each time it is made', async () => {
    const [first, second] = [await statementPdf(aStatement()), await statementPdf(aStatement())];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is made for every kind of invoice and credit note', async () => {
    for (const document of Object.values(sampleInvoices()))
      expect((await invoicePdf(document)).length).toBeGreaterThan(5000);
  });

  it('prints sums of hundreds of thousands and words without a blank', async () => {
    const large = pence(99_999_999_999n);
    const entry = {
      date: day('2026-11-02'),
      what: 'x'.repeat(400),
      inPence: large,
      outPence: pence(0),
      balancePence: large,
    };
    const bytes = await statementPdf(aStatement({ entries: [entry], closingPence: large }));
    expect(bytes.length).toBeGreaterThan(5000);
  });

  it('runs over as many pages as it needs and keeps one row for each entry', async () => {
    const pdf = latin1(await statementPdf(aLongStatement(70)));
    expect(count(pdf, /\/Type \/Page\n/g)).toBeGreaterThan(3);
    expect(count(pdf, /\/S \/TR/g)).toBe(4 + 1 + 70 + 1);
  });
});

describe('the typeface', () => {
  it('has the letters of European names, and shows a mark for each that it does not have', () => {
    const letters = loadFonts(new PDFDocument());
    expect(letters('Zoë Žižek Łukasz Őry Ștefan Günther', 'bold')).toBe('Zoë Žižek Łukasz Őry Ștefan Günther');
    expect(letters('£1 · “yes” – 李 a  b', 'regular')).toBe('£1 · “yes” – ? a b');
  });
});

describe('statements', () => {
  it('adds up what came in, went out and is left', () => {
    expect(statementSums(aStatement())).toEqual({ inPence: 70000n, outPence: 29800n, freePence: 28200n });
  });

  it('will not print balances that do not follow from the entries', () => {
    expect(() => statementPdf(aStatement({ closingPence: pence(40201) }))).toThrow(RangeError);
    expect(() => remittancePdf(aRemittance({ totalPence: pence(1) }))).toThrow(RangeError);
  });
});

describe('words on paper', () => {
  it('says time as hours and minutes and a price as its unit', () => {
    const minutes = {
      quantityMillionths: 94_000_000,
      unitCode: 'MIN',
      pricePence: pence(1920),
      priceQuantity: 60,
    } as const;
    expect([sayQuantity(minutes), sayPrice(minutes)]).toEqual(['1 hour 34 minutes', '£19.20 an hour']);
    const share = { quantityMillionths: 333_333, unitCode: 'EA', pricePence: pence(5000), priceQuantity: 1 } as const;
    expect([sayQuantity(share), sayPrice(share)]).toEqual(['about 0.33', '£50.00 each']);
    const week = { quantityMillionths: 1_000_000, unitCode: 'WEE', pricePence: pence(5000), priceQuantity: 1 } as const;
    expect([sayQuantity(week), sayPrice(week)]).toEqual(['1 week', '£50.00 a week']);
  });

  it('writes a sort code in pairs', () => {
    expect(saySortCode('089999')).toBe('08-99-99');
  });
});
