// What an organisation's members read and say of its insurance, checks and registrations.

import { CHECK_STATES, STORE_CHECKS } from '@support-market/domain/listings/store-checks';
import { type Static, Type } from 'typebox';
import { closed, DateIn, oneOf, orNull } from '../../http/schemas.ts';

export const CheckOut = closed({
  check: oneOf(STORE_CHECKS),
  /** `to-be-paid`: before a council pays them. */
  need: oneOf(['always', 'to-be-paid', 'where-it-applies']),
  state: oneOf(CHECK_STATES),
});

/** What the form saw; empty where nothing was said yet. */
const Version = Type.String({ maxLength: 60 });

/** As it is written on the certificate or letter; spaces do not count. */
const Reference = (pattern: string) => orNull(Type.String({ pattern, maxLength: 40 }));

export const ChecksIn = closed({
  version: Version,
  insuredUntil: orNull(DateIn),
  dbsCheckedOn: orNull(DateIn),
  cqcLocationId: Reference('^1-[0-9]{3,12}$'),
  charityNumber: Reference('^[0-9]{6,8}(-[0-9]{1,4})?$'),
  /** A Unique Taxpayer Reference. */
  taxReference: Reference('^[0-9]{10}$'),
});
export type ChecksIn = Static<typeof ChecksIn>;

export const ChecksOut = closed({
  name: Type.String(),
  version: Version,
  checks: Type.Array(CheckOut),
  insuredUntil: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  dbsCheckedOn: orNull(Type.String({ description: 'YYYY-MM-DD' })),
  cqcLocationId: orNull(Type.String()),
  charityNumber: orNull(Type.String()),
  taxReference: orNull(Type.String()),
  selfBillingAgreedOn: orNull(Type.String({ description: 'YYYY-MM-DD' })),
});
export type ChecksOut = Static<typeof ChecksOut>;
