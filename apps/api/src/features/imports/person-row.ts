// Reads a row of our people layout: one row a line of money, with the person and the budget it belongs to.

import { ARRANGEMENT_NAMES, type Arrangement, arrangementFits } from '@support-market/domain/budgets/arrangements';
import { isHeldByOrganisation, isPaidToPerson } from '@support-market/domain/budgets/awards';
import { isCouncilMoney, STREAM_NAMES, type Stream } from '@support-market/domain/budgets/streams';
import { isOwnReference } from '@support-market/domain/people/own-account';
import { CARE_GROUPS, type CareGroup, type TelephoneKind } from '@support-market/domain/people/person-facts';
import { Temporal } from 'temporal-polyfill';
import {
  type AccountCells,
  accountOrNull,
  CellError,
  type Cells,
  date,
  dateOrNull,
  notAChoice,
  oneOfRequired,
  type PlaceFaults,
  penceOf,
  penceOrNull,
  placeOrNull,
  text,
  textOrNull,
} from './cells.ts';
import type { Layout } from './layouts.ts';
import type { Thing } from './things.ts';

export const PEOPLE_LAYOUT: Layout = {
  name: 'people',
  fits: 'own',
  columns: [
    { name: 'reference', required: true },
    { name: 'full_name' },
    { name: 'given_name' },
    { name: 'family_name' },
    { name: 'called' },
    { name: 'date_of_birth' },
    { name: 'care_group', required: true, words: CARE_GROUPS },
    { name: 'email' },
    { name: 'telephone' },
    { name: 'address' },
    { name: 'postcode' },
    { name: 'access_notes' },
    { name: 'communication_needs' },
    { name: 'support_needs' },
    { name: 'language' },
    { name: 'family' },
    { name: 'budget_from', required: true },
    { name: 'budget_until', required: true },
    { name: 'cost', required: true },
    { name: 'contribution' },
    { name: 'line_reference', required: true },
    { name: 'line', required: true },
    { name: 'stream', required: true, words: STREAM_NAMES },
    { name: 'arrangement', required: true, words: ARRANGEMENT_NAMES },
    { name: 'funder' },
    { name: 'holder' },
    {
      name: 'amount',
      required: true,
    },
    { name: 'weekly' },
    { name: 'account_name' },
    { name: 'sort_code' },
    { name: 'account_number' },
  ],
};

/** What every row of one person says alike, and what every row of one budget does: each may be left blank after its first row. */
export const PERSON_THINGS: readonly Thing[] = [
  {
    key: ['reference'],
    columns: [
      'full_name',
      'given_name',
      'family_name',
      'called',
      'date_of_birth',
      'care_group',
      'email',
      'telephone',
      'address',
      'postcode',
      'access_notes',
      'communication_needs',
      'support_needs',
      'language',
      'family',
    ],
  },
  { key: ['reference', 'budget_from'], columns: ['budget_until', 'cost', 'contribution'] },
];

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
    readonly account: AccountCells | null;
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
        if (known === undefined) throw notAChoice('care_group', CARE_GROUPS);
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
export function readPersonRow(
  row: number,
  cells: Cells,
  { today, places }: { readonly today: Temporal.PlainDate; readonly places: PlaceFaults },
): PersonRow {
  const startsOn = date(cells, 'budget_from');
  const endsOn = date(cells, 'budget_until');
  if (Temporal.PlainDate.compare(endsOn, startsOn) <= 0)
    throw new CellError('budget_until', 'schedule.ends_before_start');
  const costPence = penceOf(cells, 'cost');
  const contributionPence = penceOrNull(cells, 'contribution') ?? 0n;
  if (contributionPence > costPence) throw new CellError('contribution', 'budget.contribution_over_cost');
  const stream = oneOfRequired(cells, 'stream', STREAM_NAMES);
  const arrangement = oneOfRequired(cells, 'arrangement', ARRANGEMENT_NAMES);
  if (!arrangementFits(stream, arrangement)) throw new CellError('arrangement', 'budget_line.arrangement_does_not_fit');
  const holder = textOrNull(cells, 'holder');
  if (holder === null && (isHeldByOrganisation(arrangement) || arrangement === 'representative'))
    throw new CellError('holder', 'cell.missing');
  const awardPence = penceOf(cells, 'amount');
  if (isCouncilMoney(stream) && awardPence > costPence) throw new CellError('amount', 'budget_line.more_than_cost');
  const dateOfBirth = dateOrNull(cells, 'date_of_birth');
  if (dateOfBirth !== null && Temporal.PlainDate.compare(dateOfBirth, today) > 0)
    throw new CellError('date_of_birth', 'person.born_in_the_future');
  const reference = text(cells, 'reference', 60);
  if (isOwnReference(reference)) throw new CellError('reference', 'person.reference_reserved');
  const account = accountOrNull(cells);
  if (account !== null && !isPaidToPerson(arrangement))
    throw new CellError('account_number', 'payee_account.line_not_paid');
  return {
    row,
    person: {
      reference,
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
        postcode: placeOrNull(cells, 'postcode', places),
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
      awardPence,
      weeklyPence: penceOrNull(cells, 'weekly'),
      account,
    },
  };
}
