// Reads a row of our people layout: one row a line of money, with the person and the budget it belongs to.

import { ARRANGEMENT_NAMES, type Arrangement, arrangementFits } from '@support-market/domain/budgets/arrangements';
import { isHeldByOrganisation } from '@support-market/domain/budgets/awards';
import { STREAM_NAMES, type Stream } from '@support-market/domain/budgets/streams';
import { CARE_GROUPS, type CareGroup, type TelephoneKind } from '@support-market/domain/people/person-facts';
import { Temporal } from 'temporal-polyfill';
import {
  CellError,
  type Cells,
  date,
  dateOrNull,
  digitsOrNull,
  oneOf,
  penceOf,
  penceOrNull,
  postcodeOrNull,
  text,
  textOrNull,
} from './cells.ts';

export const PERSON_COLUMNS = [
  'reference',
  'care_group',
  'budget_from',
  'budget_until',
  'cost',
  'line_reference',
  'line',
  'stream',
  'arrangement',
  'amount',
] as const;

export const PERSON_OPTIONAL_COLUMNS = [
  'full_name',
  'given_name',
  'family_name',
  'called',
  'date_of_birth',
  'email',
  'telephone',
  'access_notes',
  'communication_needs',
  'support_needs',
  'language',
  'address',
  'postcode',
  'family',
  'contribution',
  'funder',
  'holder',
  'weekly',
  'account_name',
  'sort_code',
  'account_number',
] as const;

export interface PersonRow {
  readonly row: number;
  readonly person: {
    readonly reference: string;
    readonly fullName: string;
    readonly called: string | null;
    readonly dateOfBirth: Temporal.PlainDate | null;
    readonly careGroups: readonly CareGroup[];
    readonly email: string | null;
    readonly language: string | null;
    readonly communicationNeeds: string;
    readonly supportNeeds: string;
    readonly address: { readonly line: string | null; readonly postcode: string | null; readonly accessNotes: string };
    readonly telephones: readonly { readonly kind: TelephoneKind; readonly number: string }[];
    readonly familyRef: string | null;
  };
  readonly budget: {
    readonly startsOn: Temporal.PlainDate;
    readonly endsOn: Temporal.PlainDate;
    readonly costPence: bigint;
    readonly contributionPence: bigint;
  };
  readonly line: {
    readonly reference: string;
    readonly name: string;
    readonly stream: Stream;
    readonly arrangement: Arrangement;
    /** A funder's code; null for the funder that this kind of money comes from. */
    readonly funder: string | null;
    /** An organisation's name or slug, or a representative's name. */
    readonly holder: string | null;
    readonly awardPence: bigint;
    readonly weeklyPence: bigint | null;
    readonly account: {
      readonly accountName: string;
      readonly sortCode: string;
      readonly accountNumber: string;
    } | null;
  };
}

/** One name is enough; files that keep two are taken as they are. */
function nameOf(cells: Cells): string {
  const whole =
    textOrNull(cells, 'full_name', 200) ??
    [textOrNull(cells, 'given_name', 100), textOrNull(cells, 'family_name', 99)]
      .filter((part) => part !== null)
      .join(' ');
  if (whole === '') throw new CellError('full_name', 'cell.missing');
  return whole;
}

/** One group or several, with a semicolon or a bar between them. */
function careGroupsOf(cells: Cells): CareGroup[] {
  const groups = text(cells, 'care_group')
    .split(/[;|]/)
    .map((group) => group.trim().toLowerCase());
  return [
    ...new Set(
      groups.map((group) => {
        const known = CARE_GROUPS.find((each) => each === group);
        if (known === undefined) throw new CellError('care_group', 'cell.not_a_choice');
        return known;
      }),
    ),
  ];
}

function telephonesOf(cells: Cells): { kind: TelephoneKind; number: string }[] {
  const number = textOrNull(cells, 'telephone', 30);
  if (number === null) return [];
  if (!/^[0-9+() -]{3,30}$/.test(number)) throw new CellError('telephone', 'cell.not_a_number');
  return [{ kind: /^(\+44|0)\s?7/.test(number) ? 'mobile' : 'home', number }];
}

/** Throws CellError with the column that is wrong. */
export function readPersonRow(row: number, cells: Cells): PersonRow {
  const startsOn = date(cells, 'budget_from');
  const endsOn = date(cells, 'budget_until');
  if (Temporal.PlainDate.compare(endsOn, startsOn) <= 0)
    throw new CellError('budget_until', 'schedule.ends_before_start');
  const costPence = penceOf(cells, 'cost');
  const contributionPence = penceOrNull(cells, 'contribution') ?? 0n;
  if (contributionPence > costPence) throw new CellError('contribution', 'budget.contribution_over_cost');
  const stream = oneOf(cells, 'stream', STREAM_NAMES);
  if (stream === null) throw new CellError('stream', 'cell.missing');
  const arrangement = oneOf(cells, 'arrangement', ARRANGEMENT_NAMES);
  if (arrangement === null) throw new CellError('arrangement', 'cell.missing');
  if (!arrangementFits(stream, arrangement)) throw new CellError('arrangement', 'budget_line.arrangement_does_not_fit');
  const holder = textOrNull(cells, 'holder');
  if (holder === null && (isHeldByOrganisation(arrangement) || arrangement === 'representative'))
    throw new CellError('holder', 'cell.missing');
  const accountName = textOrNull(cells, 'account_name', 100);
  const sortCode = digitsOrNull(cells, 'sort_code', 6);
  const accountNumber = digitsOrNull(cells, 'account_number', 8);
  const dateOfBirth = dateOrNull(cells, 'date_of_birth');
  return {
    row,
    person: {
      reference: text(cells, 'reference', 60),
      fullName: nameOf(cells),
      called: textOrNull(cells, 'called', 100),
      dateOfBirth,
      careGroups: careGroupsOf(cells),
      email: textOrNull(cells, 'email'),
      language: textOrNull(cells, 'language', 100),
      communicationNeeds: textOrNull(cells, 'communication_needs', 1000) ?? '',
      supportNeeds: textOrNull(cells, 'support_needs', 1000) ?? '',
      address: {
        line: textOrNull(cells, 'address', 300),
        postcode: postcodeOrNull(cells, 'postcode'),
        accessNotes: textOrNull(cells, 'access_notes', 500) ?? '',
      },
      telephones: telephonesOf(cells),
      familyRef: textOrNull(cells, 'family', 60),
    },
    budget: { startsOn, endsOn, costPence, contributionPence },
    line: {
      reference: text(cells, 'line_reference', 60),
      name: text(cells, 'line', 100),
      stream,
      arrangement,
      funder: textOrNull(cells, 'funder', 8)?.toUpperCase() ?? null,
      holder,
      awardPence: penceOf(cells, 'amount'),
      weeklyPence: penceOrNull(cells, 'weekly'),
      account:
        accountName !== null && sortCode !== null && accountNumber !== null
          ? { accountName, sortCode, accountNumber }
          : null,
    },
  };
}
