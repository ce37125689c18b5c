import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { normaliseVatNumber, type VatProvider, vatTreatment } from './vat.ts';

const date = Temporal.PlainDate.from('2026-11-03');
const from2020 = { fromDate: Temporal.PlainDate.from('2020-01-01') };
const plainProvider: VatProvider = {
  isCharity: false,
  isPublicBody: false,
  regulated: [],
  vatRegistered: [],
  hasTaxIdentity: false,
};
const homeCare = { isWelfare: true, rate: 'standard' } as const;
const gardening = { isWelfare: false, rate: 'standard' } as const;

describe('vatTreatment', () => {
  it('exempts home care by a regulated provider and says why', () => {
    const provider = { ...plainProvider, regulated: [from2020], hasTaxIdentity: true };
    const treatment = vatTreatment({ provider, service: homeCare, date });
    expect(treatment).toMatchObject({ category: 'E', rateBasisPoints: 0, exemptionCode: 'VATEX-EU-132-1G' });
    expect(treatment.exemptionReason).toBe('welfare-regulated');
  });

  it.each([
    ['welfare-charity', { isCharity: true }],
    ['welfare-public-body', { isPublicBody: true }],
  ])('exempts welfare because of %s', (why, kind) => {
    const treatment = vatTreatment({
      provider: { ...plainProvider, ...kind, hasTaxIdentity: true },
      service: homeCare,
      date,
    });
    expect(treatment.category).toBe('E');
    expect(treatment.exemptionReason).toBe(why);
  });

  it('charges a registered gardener the standard rate', () => {
    const provider = { ...plainProvider, vatRegistered: [from2020], hasTaxIdentity: true };
    expect(vatTreatment({ provider, service: gardening, date })).toEqual({ category: 'S', rateBasisPoints: 2000 });
  });

  it('charges unregulated private day care by a registered company, for it is not exempt in England', () => {
    const provider = { ...plainProvider, vatRegistered: [from2020], hasTaxIdentity: true };
    expect(vatTreatment({ provider, service: homeCare, date }).category).toBe('S');
  });

  it('puts a neighbour outside the scope of VAT', () => {
    expect(vatTreatment({ provider: plainProvider, service: gardening, date })).toMatchObject({
      category: 'O',
      exemptionCode: 'VATEX-EU-O',
    });
  });

  it("puts a council's non-business supply outside the scope even when it is registered for VAT", () => {
    const provider = { ...plainProvider, isPublicBody: true, vatRegistered: [from2020], hasTaxIdentity: true };
    const service = { ...homeCare, isNonBusiness: true };
    expect(vatTreatment({ provider, service, date }).category).toBe('O');
  });

  it('knows the reduced and the zero rate', () => {
    const provider = { ...plainProvider, vatRegistered: [from2020], hasTaxIdentity: true };
    expect(vatTreatment({ provider, service: { isWelfare: false, rate: 'reduced' }, date })).toEqual({
      category: 'S',
      rateBasisPoints: 500,
    });
    expect(vatTreatment({ provider, service: { isWelfare: false, rate: 'zero' }, date }).category).toBe('Z');
  });

  it('follows the day of delivery when a registration begins or ends', () => {
    const span = { fromDate: date, untilDate: date };
    const provider = { ...plainProvider, regulated: [span], vatRegistered: [from2020], hasTaxIdentity: true };
    const on = (day: Temporal.PlainDate) => vatTreatment({ provider, service: homeCare, date: day }).category;
    expect([on(date.subtract({ days: 1 })), on(date), on(date.add({ days: 1 }))]).toEqual(['S', 'E', 'S']);
  });

  it('never makes an exempt line for a seller without any tax reference', () => {
    expect(vatTreatment({ provider: { ...plainProvider, isCharity: true }, service: homeCare, date }).category).toBe(
      'O',
    );
  });
});

describe('normaliseVatNumber', () => {
  it('accepts what people type and adds the country', () => {
    expect(normaliseVatNumber('gb 980 7806 84')).toEqual({ ok: true, value: 'GB980780684' });
  });

  it('refuses a slip of the finger and a number of the wrong length', () => {
    expect(normaliseVatNumber('GB980780685')).toMatchObject({ ok: false, code: 'vat.number_check_failed' });
    expect(normaliseVatNumber('12345')).toMatchObject({ ok: false, code: 'vat.number_malformed' });
  });
});
