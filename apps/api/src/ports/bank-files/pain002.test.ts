import type { BankResult } from '@support-market/domain/payments/bank-result';
import { describe, expect, it } from 'vitest';
import { readPain002, writePain002 } from './pain002.ts';

const result: BankResult = {
  messageId: 'BANK-1',
  createdAt: '2026-12-03T10:00:00Z',
  originalMessageId: 'RUN-000001',
  status: 'PART',
  reasons: [],
  batches: [
    {
      batchId: 'RUN-000001-1',
      status: 'PART',
      reasons: [],
      transactions: [
        { endToEndId: 'PAY-1', status: 'ACSC', reasons: [], amountPence: 3008n },
        {
          endToEndId: 'PAY-2',
          status: 'RJCT',
          reasons: [{ code: 'AC04', words: 'Account closed' }],
          amountPence: undefined,
        },
      ],
    },
  ],
};

const edited = (change: (xml: string) => string) =>
  readPain002(new TextEncoder().encode(change(new TextDecoder().decode(writePain002(result)))));

describe('pain.002', () => {
  it.each(['pain.002.001.03', 'pain.002.001.10'] as const)('reads back what the sandbox writes in %s', (version) => {
    expect(readPain002(writePain002(result, { version }))).toEqual({ ok: true, value: result });
  });

  it('gives the same bytes for the same result every time', () => {
    expect(writePain002(result)).toEqual(writePain002(result));
  });

  it('reads a report that prefixes its elements and answers for the whole file', () => {
    const ns = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.03';
    const xml = `<p:Document xmlns:p="${ns}"><p:CstmrPmtStsRpt><p:GrpHdr><p:MsgId>B</p:MsgId></p:GrpHdr><p:OrgnlGrpInfAndSts><p:OrgnlMsgId>R</p:OrgnlMsgId><p:GrpSts>RJCT</p:GrpSts><p:StsRsnInf><p:Rsn><p:Prtry>X1</p:Prtry></p:Rsn></p:StsRsnInf></p:OrgnlGrpInfAndSts></p:CstmrPmtStsRpt></p:Document>`;
    expect(readPain002(new TextEncoder().encode(xml))).toMatchObject({
      ok: true,
      value: { originalMessageId: 'R', status: 'RJCT', reasons: [{ code: 'X1', words: '' }], batches: [] },
    });
  });

  it.each<[string, (xml: string) => string]>([
    [
      'xml.forbidden',
      (xml) => xml.replace('<Document', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Document'),
    ],
    ['xml.malformed', (xml) => xml.slice(0, xml.length / 2)],
    ['bank_result.not_a_status_report', (xml) => xml.replace('pain.002.001.10', 'camt.053.001.08')],
    ['bank_result.original_missing', (xml) => xml.replace(/<OrgnlMsgId>.*<\/OrgnlMsgId>/, '')],
    ['bank_result.reference_missing', (xml) => xml.replace('<OrgnlEndToEndId>PAY-1</OrgnlEndToEndId>', '')],
    ['bank_result.reference_repeats', (xml) => xml.replaceAll('PAY-2', 'PAY-1')],
    ['bank_result.amount_unreadable', (xml) => xml.replace('30.08', '30.081')],
    ['bank_result.amount_unreadable', (xml) => xml.replace('"GBP"', '"EUR"')],
  ])('refuses with %s', (code, change) => {
    expect(edited(change)).toMatchObject({ ok: false, code });
  });
});
