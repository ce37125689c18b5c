// Reads what a service of a feed costs. It is told and never sold: its provider has not agreed to be paid through us.

import { parsePounds } from '@support-market/domain/shared/money';
import type { FeedCost } from './feed-service.ts';
import { dateOf, type FeedFault, type FeedRecord, lineOf, recordsOf } from './feed-value.ts';

export function readCosts(service: FeedRecord, faults: FeedFault[]): FeedCost[] {
  return recordsOf(service, ['cost_options']).flatMap((record, index) => {
    const said = lineOf(record, ['amount'], 40);
    const read = said === '' ? null : parsePounds(said);
    if (read !== null && !read.ok) faults.push({ place: `cost_options[${index}].amount`, code: read.code });
    const cost = {
      option: lineOf(record, ['option'], 200),
      pence: read?.ok ? read.value : null,
      words: lineOf(record, ['amount_description', 'cost_type'], 200),
      validFrom: dateOf(record, ['valid_from']),
      validTo: dateOf(record, ['valid_to']),
    };
    const ends = cost.validFrom !== null && cost.validTo !== null && cost.validTo < cost.validFrom;
    return cost.pence === null && cost.option === '' && cost.words === ''
      ? []
      : [ends ? { ...cost, validFrom: null, validTo: null } : cost];
  });
}
