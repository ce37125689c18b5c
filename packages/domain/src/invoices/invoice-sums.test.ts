import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { pence } from '../shared/money.ts';
import { directSettlementKind, finishedPeriods, invoiceSums, netOfGross } from './billing.ts';

describe('an invoice made from charges with VAT', () => {
  it('always comes to exactly what was charged, and rounding is never more than a penny a category', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gross: fc.integer({ min: 0, max: 9_999_999 }), rate: fc.constantFrom(0, 500, 2000) }), {
          maxLength: 4,
        }),
        (groups) => {
          const sums = invoiceSums(
            groups.map(({ gross, rate }) => ({ grossPence: pence(gross), rateBasisPoints: rate })),
          );
          const rounding = sums.roundingPence < 0n ? -sums.roundingPence : sums.roundingPence;
          return (
            sums.netPence + sums.vatPence + sums.roundingPence === sums.totalPence && rounding <= BigInt(groups.length)
          );
        },
      ),
    );
  });

  it('takes 20 % out of £48.00 and leaves £40.00, and leaves an exempt amount as it is', () => {
    expect(netOfGross(pence(4800), 2000)).toBe(4000n);
    expect(netOfGross(pence(4800), 0)).toBe(4800n);
  });
});

describe('finished billing periods', () => {
  it('begin with the one that the earliest delivery falls in and end before today', () => {
    const periods = finishedPeriods(
      'calendar-month',
      Temporal.PlainDate.from('2026-09-14'),
      Temporal.PlainDate.from('2026-11-02'),
    );
    expect(periods.map(({ firstDate }) => firstDate.toString())).toEqual(['2026-09-01', '2026-10-01']);
  });

  it('are none while the first is still running', () => {
    expect(
      finishedPeriods('weekly', Temporal.PlainDate.from('2026-11-02'), Temporal.PlainDate.from('2026-11-08')),
    ).toEqual([]);
  });
});

describe('settling outside a run', () => {
  it('is a draw-down for the holder’s own service, a payment for another’s, refused for the council’s', () => {
    expect(directSettlementKind({ payerKind: 'holder', payerOrganisationId: 'a', providerId: 'a' })).toBe('drawn-down');
    expect(directSettlementKind({ payerKind: 'holder', payerOrganisationId: 'a', providerId: 'b' })).toBe(
      'paid-by-holder',
    );
    expect(directSettlementKind({ payerKind: 'person', payerOrganisationId: null, providerId: 'b' })).toBe(
      'paid-by-person',
    );
    expect(directSettlementKind({ payerKind: 'funder', payerOrganisationId: null, providerId: 'b' })).toBe(null);
  });
});
