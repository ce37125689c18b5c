import { describe, expect, it } from 'vitest';
import { writePain001 } from './pain001.ts';
import { aPaymentFile } from './sample-payment-file.ts';

function written(options?: Parameters<typeof writePain001>[1]) {
  const result = writePain001(aPaymentFile(), options);
  if (!result.ok) throw new Error(result.code);
  return { ...result.value, xml: new TextDecoder().decode(result.value.bytes) };
}

describe('writePain001', () => {
  it('gives the same bytes for the same file every time', () => {
    expect(written().xml).toBe(written().xml);
  });

  it('counts and adds up, in the header and in each batch', () => {
    const { xml, count, totalPence } = written();
    expect({ count, totalPence }).toEqual({ count: 4, totalPence: 12038n });
    expect(xml.match(/<CtrlSum>[^<]+/g)).toEqual(['<CtrlSum>120.38', '<CtrlSum>90.27', '<CtrlSum>30.11']);
    expect(xml.match(/<NbOfTxs>\d+/g)).toEqual(['<NbOfTxs>4', '<NbOfTxs>3', '<NbOfTxs>1']);
  });

  it('names banks by sort code in the UK clearing', () => {
    const { xml } = written();
    expect(xml.match(/<Cd>GBDSC<\/Cd>/g)).toHaveLength(6);
    expect(xml).toContain('<MmbId>089999</MmbId>');
  });

  it('respells what a bank cannot carry and tells every change', () => {
    const { xml, respelt } = written();
    expect(xml).toContain("<Nm>Lukasz's Cafe</Nm>");
    expect(xml).toContain('<Nm>...</Nm>');
    expect(respelt).toContainEqual({ from: 'é', to: 'e', why: 'spelt', reference: 'PAY-3', field: 'creditor_name' });
    expect(respelt.filter(({ reference, why }) => reference === 'PAY-4' && why === 'replaced')).toHaveLength(3);
  });

  it('writes the older version too, where the date stands bare', () => {
    const { xml } = written({ version: 'pain.001.001.03' });
    expect(xml).toContain('xsd:pain.001.001.03"');
    expect(xml).toContain('<ReqdExctnDt>2026-12-03</ReqdExctnDt>');
  });

  it('refuses a file in which a payment stands twice', () => {
    const file = aPaymentFile();
    const twice = aPaymentFile({
      batches: [...file.batches, ...file.batches.map((batch) => ({ ...batch, id: `${batch.id}-X` }))],
    });
    expect(writePain001(twice)).toMatchObject({
      ok: false,
      code: 'payment_file.reference_repeats',
      details: { reference: 'PAY-1' },
    });
  });
});
