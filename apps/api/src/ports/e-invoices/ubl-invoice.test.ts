import { createHash } from 'node:crypto';
import type { InvoiceDocument } from '@support-market/domain/invoices/invoice-document';
import { pence } from '@support-market/domain/shared/money';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { agency, aLine, anInvoice, OUTSIDE, sampleInvoices } from './sample-invoices.ts';
import { writeUblInvoice } from './ubl-invoice.ts';

function xmlOf(document: InvoiceDocument, options?: Parameters<typeof writeUblInvoice>[1]): string {
  const written = writeUblInvoice(document, options);
  if (!written.ok) throw new Error(written.code);
  return new TextDecoder().decode(written.value);
}

const sample = (name: string): string => {
  const document = sampleInvoices()[name];
  if (!document) throw new Error(`no sample ${name}`);
  return xmlOf(document);
};

describe('writeUblInvoice', () => {
  it('gives the same bytes for the same invoice every time', () => {
    const hashes = [1, 2].map(() => createHash('sha256').update(xmlOf(anInvoice())).digest('hex'));
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('writes every sample as well-formed XML without an empty element', () => {
    for (const [name, document] of Object.entries(sampleInvoices())) {
      const xml = xmlOf(document);
      expect(() => create(xml), name).not.toThrow();
      expect(xml, name).not.toMatch(/<[^>]+\/>|<(\S+)[^>]*><\/\1>/);
    }
  });

  it('prices 94 minutes at £19.20 an hour as £30.08 with a base quantity of 60', () => {
    const xml = xmlOf(anInvoice());
    expect(xml).toContain('<cbc:InvoicedQuantity unitCode="MIN">94</cbc:InvoicedQuantity>');
    expect(xml).toContain('<cbc:BaseQuantity unitCode="MIN">60</cbc:BaseQuantity>');
    expect(xml).toContain('<cbc:PayableAmount currencyID="GBP">30.08</cbc:PayableAmount>');
  });

  it('gives an exempt line its reason in words and shows the tax reference that it needs', () => {
    const xml = xmlOf(anInvoice());
    expect(xml).toContain('<cbc:TaxExemptionReasonCode>VATEX-EU-132-1G<');
    expect(xml).toContain('VAT Act 1994, Schedule 9, Group 7, item 9');
    expect(xml).toContain('<cbc:CompanyID>1234567890<');
  });

  it("leaves both parties' VAT numbers and rates off an invoice outside the scope", () => {
    const xml = sample('outside-scope');
    expect(xml).not.toContain('PartyTaxScheme');
    expect(xml).not.toContain('cbc:Percent');
    expect(xml).toContain('VATEX-EU-O');
  });

  it('never shows a private tax reference where no rule needs it', () => {
    expect(xmlOf(anInvoice({ lines: [aLine({ vat: OUTSIDE })] }))).not.toContain('1234567890');
    expect(xmlOf(anInvoice({ seller: { ...agency, vatNumber: 'GB980780684' } }))).not.toContain('1234567890');
  });

  it('adds 20 % to £40.00 and asks for £48.00', () => {
    const xml = sample('standard');
    expect(xml).toContain('<cbc:TaxAmount currencyID="GBP">8.00</cbc:TaxAmount>');
    expect(xml).toContain('<cbc:PayableAmount currencyID="GBP">48.00</cbc:PayableAmount>');
  });

  it('points each line at its order and its line in the order', () => {
    const xml = xmlOf(anInvoice());
    expect(xml).toContain('<cbc:LineID>HC-000123/1</cbc:LineID>');
    expect(xml).toContain('<cbc:ID schemeID="ON">HC-000123</cbc:ID>');
  });

  it('says why a line was adjusted', () => {
    const xml = sample('adjusted');
    expect(xml).toContain('Settled at the 90 minutes planned');
    expect(xml).toContain('<cbc:Amount currencyID="GBP">1.60</cbc:Amount>');
  });

  it('writes a credit note against its invoice', () => {
    const xml = sample('credit-note');
    expect(xml).toContain('<CreditNote ');
    expect(xml).toContain('<cbc:ID>ZOE-000041</cbc:ID>');
    expect(xml).toContain('<cbc:CreditedQuantity unitCode="MIN">90<');
  });

  it('keeps hostile names as text and marks characters that XML forbids', () => {
    const xml = xmlOf(anInvoice({ seller: { ...agency, name: ']]><x>&amp;\u0000\u0008 é' } }));
    expect(xml).toContain(']]&gt;&lt;x&gt;&amp;amp;\uFFFD\uFFFD é');
  });

  it('uses payment means 31 without an account and takes off what was prepaid', () => {
    const xml = sample('no-account-prepaid');
    expect(xml).toContain('<cbc:PaymentMeansCode>31<');
    expect(xml).toContain('<cbc:PrepaidAmount currencyID="GBP">10.00<');
    expect(xml).toContain('<cbc:PayableAmount currencyID="GBP">20.08<');
  });

  it('can name plain EN 16931 instead of Peppol', () => {
    expect(xmlOf(anInvoice(), { customization: 'en16931' })).toContain('>urn:cen.eu:en16931:2017<');
  });

  it('refuses what a receiver would refuse and names the line', () => {
    const wrong = anInvoice({ lines: [aLine({ id: '7', netPence: pence(1) })] });
    expect(writeUblInvoice(wrong)).toEqual({ ok: false, code: 'invoice.line_sum_wrong', details: { line: '7' } });
  });
});
