// The tables as TypeScript types, so that every query is checked: made from the migrations by
// generate-schema.ts, never edited.

import type { ColumnType } from 'kysely';
import type { Temporal } from 'temporal-polyfill';

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[];

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface AccountCouncils {
  account_id: string;
  asked_kind: string | null;
  asked_name: string | null;
  codes_printed_by: Generated<string[]>;
  council_id: string;
}

export interface AccountCredentials {
  account_id: string;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  id: string;
  issuer: string | null;
  kind: string;
  secret_hash: string | null;
  subject: string | null;
}

export interface Accounts {
  closed_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  email: string | null;
  email_confirmed_at: Temporal.Instant | null;
  id: string;
  name: string;
  sign_in_name: string | null;
}

export interface AgreedRates {
  council_id: string;
  id: string;
  offer_id: string;
  price_pence: bigint;
  recorded_at: Temporal.Instant;
  replaced_at: Temporal.Instant | null;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
}

export interface Agreements {
  accredited_on: Temporal.PlainDate | null;
  billing_period: string;
  council_id: string;
  from_date: Temporal.PlainDate;
  id: string;
  organisation_id: string;
  self_billing_agreed_on: Temporal.PlainDate | null;
  until_date: Temporal.PlainDate | null;
}

export interface AuditEntries {
  account_id: string;
  council_id: string;
  details: Generated<Json>;
  event: string;
  happened_at: Temporal.Instant;
  id: string;
  person_id: string | null;
  reason: Generated<string>;
  record_id: string | null;
  record_noun: string;
  role: string;
}

export interface BankEntries {
  amount_pence: bigint;
  council_id: string;
  end_to_end_id: string;
  entry_date: Temporal.PlainDate;
  id: string;
  outcome: string;
  payment_id: string | null;
  reason_code: string | null;
  recorded_at: Temporal.Instant;
  recorded_by: string;
  reference: string;
  run_id: string;
  said: string;
  source: string;
  source_position: number | null;
  source_sha256: string | null;
}

export interface BankHolidays {
  holiday_date: Temporal.PlainDate;
  name: string;
}

export interface BasketItems {
  basket_id: string;
  clock_choice: string | null;
  council_id: string;
  first_date: Temporal.PlainDate;
  id: string;
  kind: string;
  last_date: Temporal.PlainDate;
  minutes: number | null;
  note: Generated<string>;
  offer_id: string;
  pattern: Generated<Json>;
  person_id: string;
  position: number;
  quantity: number;
  start_time: string | null;
}

export interface BasketItemShares {
  basket_item_id: string;
  council_id: string;
  line_id: string;
  position: number;
  weight: number;
}

export interface Baskets {
  account_id: string;
  council_id: string;
  created_at: Temporal.Instant;
  id: string;
  placed_at: Temporal.Instant | null;
  state: string;
}

export interface BudgetLines {
  arrangement: string;
  award_pence: bigint;
  budget_id: string;
  council_id: string;
  ends_on: Temporal.PlainDate;
  funder_id: string;
  holder_name: string | null;
  holder_organisation_id: string | null;
  id: string;
  lowered_pence: Generated<bigint>;
  name: string;
  person_id: string;
  reference: string;
  source_hash: string | null;
  starts_on: Temporal.PlainDate;
  state: Generated<string>;
  stream: string;
  weekly_pence: bigint | null;
}

export interface Budgets {
  contribution_pence: bigint;
  cost_pence: bigint;
  council_id: string;
  council_pence: bigint;
  ends_on: Temporal.PlainDate;
  id: string;
  person_id: string;
  starts_on: Temporal.PlainDate;
}

export interface CardPayments {
  account_id: string;
  amount_pence: bigint;
  council_id: string;
  created_at: Temporal.Instant;
  id: string;
  line_id: string;
  provider_id: string | null;
  settled_at: Temporal.Instant | null;
  state: string;
}

export interface CardReturns {
  amount_pence: bigint;
  card_payment_id: string;
  council_id: string;
  from_line_pence: bigint;
  given_back_at: Temporal.Instant | null;
  id: string;
  kind: string;
  line_id: string;
  owed_pence: bigint;
  provider_id: string;
  repaid_pence: Generated<bigint>;
  state: string;
  taken_at: Temporal.Instant;
  written_off_pence: Generated<bigint>;
}

export interface Caseloads {
  account_id: string;
  council_id: string;
  from_date: Temporal.PlainDate;
  id: string;
  made_by: string | null;
  person_id: string;
  until_date: Temporal.PlainDate | null;
}

export interface CatalogueFacts {
  left_out: Generated<Json>;
  record_id: string;
  said: Generated<Json>;
}

export interface Categories {
  id: string;
  name: string;
  parent_id: string | null;
  position: number;
  slug: string;
  synonyms: Generated<string>;
}

export interface Contacts {
  changed_at: Temporal.Instant;
  created_at: Temporal.Instant;
  email: string | null;
  id: string;
  languages: Generated<string[]>;
  listing_id: string | null;
  name: Generated<string>;
  organisation_id: string;
  position: number;
  role: Generated<string>;
  source_id: string | null;
  telephone: string | null;
}

export interface Councils {
  address_line: string;
  city: string;
  code: string;
  demonstration: Generated<boolean>;
  demonstration_made_on: Temporal.PlainDate | null;
  email: string;
  id: string;
  latitude: number | null;
  longitude: number | null;
  name: string;
  postcode: string;
  slug: string;
}

export interface CouncilSettings {
  council_id: string;
  from_date: Temporal.PlainDate;
  id: string;
  key: string;
  reason: Generated<string>;
  set_at: Temporal.Instant;
  set_by: string | null;
  value: Json;
}

export interface Counters {
  council_id: string;
  name: string;
  value: bigint;
}

export interface DirectSettlements {
  amount_pence: bigint;
  council_id: string;
  how: string;
  id: string;
  invoice_id: string;
  paid_on: Temporal.PlainDate;
  recorded_at: Temporal.Instant;
  recorded_by: string;
}

export interface Effects {
  council_id: string;
  done_at: Temporal.Instant | null;
  key: string;
  response: Json | null;
  started_at: Temporal.Instant;
  state: string;
}

export interface EventBreaks {
  event_id: string;
  every_year: Generated<boolean>;
  from_date: Temporal.PlainDate;
  reason: Generated<string>;
  to_date: Temporal.PlainDate;
}

export interface EventDates {
  changed_at: Temporal.Instant;
  end_time: string | null;
  event_id: string;
  moved_to: Temporal.PlainDate | null;
  on_date: Temporal.PlainDate;
  reason: Generated<string>;
  start_time: string | null;
}

export interface Events {
  changed_at: Temporal.Instant;
  created_at: Temporal.Instant;
  end_time: string;
  first_date: Temporal.PlainDate;
  frequency: string;
  id: string;
  interval_count: Generated<number>;
  last_date: Temporal.PlainDate | null;
  listing_id: string;
  location_id: string | null;
  name: string;
  source_id: string | null;
  start_time: string;
  term_time: Generated<boolean>;
  week_of_month: number | null;
  weekday: number;
}

export interface Exceptions {
  card_payment_id: string | null;
  council_id: string;
  details: Generated<Json>;
  expected_pence: bigint;
  found_pence: bigint;
  id: string;
  invoice_id: string | null;
  kind: string;
  note: Generated<string>;
  payment_id: string | null;
  proposed_at: Temporal.Instant | null;
  proposed_by: string | null;
  proposed_note: string | null;
  proposed_pence: bigint | null;
  raised_at: Temporal.Instant;
  refused_note: Generated<string>;
  settled_at: Temporal.Instant | null;
  settled_by: string | null;
  settled_pence: bigint | null;
  state: string;
  subject: string | null;
  visit_id: string | null;
}

export interface FactSources {
  council_id: string | null;
  file_name: string | null;
  id: string;
  kind: string;
  list: string | null;
  said_at: Temporal.Instant;
  said_by: string;
}

export interface FeedAbsences {
  council_id: string;
  feed_id: string;
  listing_id: string;
  since: Temporal.PlainDate;
}

export interface FeedReadings {
  began_at: Temporal.Instant;
  changed: number;
  council_id: string;
  ended_at: Temporal.Instant;
  feed_id: string;
  hidden: number;
  id: string;
  import_id: string | null;
  is_whole: boolean;
  made: number;
  outcome: string;
  reason: string | null;
  refusals: Generated<Json>;
  refused: number;
  services: number;
  unchanged: number;
  withdrawn: number;
}

export interface Feeds {
  added_at: Temporal.Instant;
  address: string;
  asked_at: Temporal.Instant | null;
  council_id: string;
  id: string;
  list: string;
  name: string;
  reading_since: Temporal.Instant | null;
  sha256: string | null;
  state: string;
}

export interface FunderAccounts {
  account_name: string;
  account_number: string;
  council_id: string;
  decided_at: Temporal.Instant | null;
  decided_by: string | null;
  funder_id: string;
  id: string;
  note: Generated<string>;
  proposed_at: Temporal.Instant;
  proposed_by: string;
  replaced_at: Temporal.Instant | null;
  sort_code: string;
  state: string;
}

export interface Funders {
  address_line: string | null;
  city: string | null;
  code: string;
  council_id: string;
  created_at: Temporal.Instant;
  id: string;
  kind: string;
  name: string;
  postcode: string | null;
}

export interface FunderStreams {
  council_id: string;
  funder_id: string;
  stream: string;
}

export interface IdempotencyKeys {
  account_id: string;
  council_id: string;
  created_at: Temporal.Instant;
  fingerprint: string;
  key: string;
  operation: string;
  response: Json | null;
  status: number | null;
}

export interface ImportedActuals {
  council_id: string;
  imported_at: Temporal.Instant;
  row_hash: string;
  visit_id: string;
}

export interface ImportRecords {
  after_digest: string;
  before: Json | null;
  council_id: string;
  import_id: string;
  noun: string;
  record_id: string;
}

export interface Imports {
  council_id: string;
  file_name: string;
  file_sha256: string;
  forgotten_at: Temporal.Instant | null;
  id: string;
  kind: string;
  layout: string;
  made_at: Temporal.Instant;
  made_by: string;
  state: string;
  taken_at: Temporal.Instant | null;
  taken_by: string | null;
  totals: Json;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
}

export interface Invitations {
  accepted_at: Temporal.Instant | null;
  council_id: string;
  email: string;
  expires_at: Temporal.Instant;
  id: string;
  invited_at: Temporal.Instant;
  invited_by: string | null;
  organisation_id: string | null;
  person_id: string | null;
  role: string;
  withdrawn_at: Temporal.Instant | null;
}

export interface InvoiceLines {
  adjustment_pence: Generated<bigint>;
  adjustment_reason: Generated<string>;
  council_id: string;
  credits_line_id: string | null;
  description: string;
  gross_pence: bigint;
  id: string;
  invoice_id: string;
  line_id: string;
  live: Generated<boolean>;
  minutes: number | null;
  net_pence: bigint;
  order_id: string;
  person_id: string;
  position: number;
  quantity: number;
  service_date: Temporal.PlainDate;
  share_position: number;
  share_total: number;
  share_weight: number;
  unit: string;
  unit_price_pence: bigint;
  vat_category: string;
  vat_rate_basis_points: number;
  visit_id: string;
}

export interface InvoiceParties {
  council_id: string;
  invoice_id: string;
  parties: Json;
}

export interface Invoices {
  approved_at: Temporal.Instant | null;
  approved_by: string | null;
  council_id: string;
  created_at: Temporal.Instant;
  credits_invoice_id: string | null;
  due_date: Temporal.PlainDate;
  funder_id: string;
  id: string;
  issue_date: Temporal.PlainDate;
  kind: Generated<string>;
  net_pence: bigint;
  number: string;
  organisation_id: string;
  outside_vat: boolean;
  paid_at: Temporal.Instant | null;
  payer_id: string;
  period_end: Temporal.PlainDate;
  period_start: Temporal.PlainDate;
  reason: Generated<string>;
  rounding_pence: Generated<bigint>;
  state: string;
  total_pence: bigint;
  vat_pence: bigint;
}

export interface KeptListings {
  council_id: string;
  id: string;
  kept_at: Temporal.Instant;
  kept_by: string;
  listing_id: string;
  note: Generated<string>;
  person_id: string;
  removed_at: Temporal.Instant | null;
  title: string;
}

export interface LedgerAccounts {
  available: Generated<bigint | null>;
  council_id: string;
  credits_pending: Generated<bigint>;
  credits_posted: Generated<bigint>;
  debits_pending: Generated<bigint>;
  debits_posted: Generated<bigint>;
  funder_id: string | null;
  hot: boolean;
  id: string;
  line_id: string | null;
  normal: string;
  organisation_id: string | null;
  purpose: string;
}

export interface LedgerEntries {
  account_id: string;
  council_id: string;
  pending_pence: bigint;
  posted_pence: bigint;
  recorded_at: Temporal.Instant;
  side: string;
  transfer_id: string;
}

export interface LedgerTransfers {
  amount_pence: bigint;
  code: string;
  council_id: string;
  credit_account_id: string;
  debit_account_id: string;
  effective_at: Temporal.Instant;
  fingerprint: string;
  id: string;
  invoice_id: string | null;
  kind: string;
  line_id: string | null;
  order_id: string | null;
  payment_id: string | null;
  pending_id: string | null;
  recorded_at: Temporal.Instant;
  recorded_by: string;
  reverses: string | null;
  visit_id: string | null;
}

export interface Letters {
  body_text: string;
  council_id: string;
  created_at: Temporal.Instant;
  id: string;
  organisation_id: string | null;
  person_id: string | null;
  printed_at: Temporal.Instant | null;
  printed_by: string | null;
  recipient_name: string;
  subject: string;
}

export interface ListingCategories {
  category_id: string;
  listing_id: string;
  position: number;
}

export interface ListingCosts {
  amount_pence: bigint | null;
  listing_id: string;
  option: Generated<string>;
  position: number;
  valid_from: Temporal.PlainDate | null;
  valid_to: Temporal.PlainDate | null;
  words: Generated<string>;
}

export interface ListingHistories {
  changed_at: Temporal.Instant;
  changed_by: string;
  council_id: string | null;
  event: string;
  from_state: string | null;
  id: string;
  listing_id: string;
  organisation_id: string;
  role: string;
  to_state: string;
}

export interface ListingLocations {
  listing_id: string;
  location_id: string;
  position: number;
}

export interface ListingPages {
  body: string | null;
  built_for: Temporal.PlainDate | null;
  card: string | null;
  card_for: Temporal.PlainDate | null;
  near_slugs: Generated<string[]>;
  near_versions: Generated<ArrayType<bigint>>;
  slug: string;
  version: Generated<bigint>;
}

export interface ListingReviews {
  answer: string | null;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
  council_id: string;
  id: string;
  listing_id: string;
  organisation_id: string;
  reason: string | null;
  said: Json;
  sent_at: Temporal.Instant;
  sent_by: string;
}

export interface Listings {
  accessible: Generated<boolean>;
  address_line: Generated<string>;
  address_shown: Generated<boolean>;
  category_id: string;
  changed_at: Temporal.Instant;
  created_at: Temporal.Instant;
  description: Generated<string>;
  evenings: Generated<boolean>;
  faiths: Generated<string[]>;
  free: Generated<boolean>;
  from_price_pence: bigint | null;
  has_space: boolean | null;
  id: string;
  kind: string;
  languages: Generated<string[]>;
  last_confirmed_on: Temporal.PlainDate | null;
  latitude: number | null;
  longitude: number | null;
  maximum_age: number | null;
  minimum_age: number | null;
  organisation_id: string;
  postcode: string | null;
  search: Generated<string>;
  serves_metres: number | null;
  show_address: boolean | null;
  shown_latitude: number | null;
  shown_longitude: number | null;
  slug: string;
  source: string | null;
  source_ref: string | null;
  state: Generated<string>;
  summary: Generated<string>;
  title: string;
  venue: Generated<string>;
  website: string | null;
  weekends: Generated<boolean>;
  when_text: Generated<string>;
  who_for: Generated<string>;
  withheld_because: string | null;
  worker_genders: Generated<string[]>;
}

export interface Locations {
  access_notes: Generated<string>;
  address_line: Generated<string>;
  address_shown: Generated<boolean>;
  changed_at: Temporal.Instant;
  created_at: Temporal.Instant;
  id: string;
  latitude: number | null;
  longitude: number | null;
  name: Generated<string>;
  organisation_id: string;
  postcode: string | null;
  show_address: boolean | null;
  shown_latitude: number | null;
  shown_longitude: number | null;
  source_id: string | null;
  source_ref: string | null;
}

export interface Mails {
  body_html: string;
  body_text: string;
  created_at: Temporal.Instant;
  id: string;
  recipient: string;
  refused_because: string | null;
  sent_at: Temporal.Instant | null;
  subject: string;
}

export interface MandateLines {
  council_id: string;
  line_id: string;
  mandate_id: string;
}

export interface Mandates {
  account_id: string | null;
  all_lines: Generated<boolean>;
  changed_by: Generated<string[]>;
  council_id: string;
  ended_at: Temporal.Instant | null;
  ended_because: Generated<string>;
  ended_by: string | null;
  from_date: Temporal.PlainDate;
  id: string;
  kind: string;
  made_at: Temporal.Instant | null;
  made_by: string | null;
  may_confirm: boolean;
  may_manage_money: boolean;
  may_order: boolean;
  month_limit_pence: bigint | null;
  order_limit_pence: bigint | null;
  organisation_id: string | null;
  person_id: string;
  state: Generated<string>;
  until_date: Temporal.PlainDate;
}

export interface Memberships {
  account_id: string;
  council_id: string;
  ended_at: Temporal.Instant | null;
  id: string;
  organisation_id: string | null;
  person_id: string | null;
  role: string;
}

export interface MessageReads {
  account_id: string;
  council_id: string;
  message_id: string;
  read_at: Temporal.Instant;
}

export interface Messages {
  council_id: string;
  created_at: Temporal.Instant;
  details: Generated<Json>;
  id: string;
  kind: string;
  organisation_id: string | null;
  person_id: string | null;
  role: string | null;
}

export interface MonthsLeft {
  council_id: string;
  id: string;
  kept_months: number;
  left_at: Temporal.Instant;
  month: Temporal.PlainDate;
  record_kind: string;
}

export interface NumberPrefixes {
  fixed_at: Temporal.Instant;
  organisation_id: string;
  prefix: string;
}

export interface NumberSeries {
  council_id: string;
  last_number: Generated<bigint>;
  organisation_id: string;
  prefix: string;
}

export interface OfferPrices {
  id: string;
  offer_id: string;
  price_pence: bigint;
  recorded_at: Temporal.Instant;
  replaced_at: Temporal.Instant | null;
  set_by: string;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
}

export interface Offers {
  days: Generated<string>;
  id: string;
  listing_id: string;
  minimum_minutes: Generated<number>;
  name: string;
  notice_hours: number | null;
  own: Generated<boolean>;
  position: Generated<number>;
  source_ref: string | null;
  unit: string;
  welfare: Generated<boolean>;
  withdrawn: Generated<boolean>;
  withdrawn_by_provider: Generated<boolean>;
  zero_rated: Generated<boolean>;
}

export interface OneTimeLinks {
  account_id: string | null;
  council_id: string | null;
  expires_at: Temporal.Instant;
  purpose: string;
  record_id: string | null;
  token_hash: string;
  used_at: Temporal.Instant | null;
}

export interface OrderLines {
  council_id: string;
  description: string;
  first_date: Temporal.PlainDate;
  id: string;
  kind: string;
  last_date: Temporal.PlainDate;
  listing_id: string;
  note: Generated<string>;
  notice_hours: number;
  offer_id: string;
  order_id: string;
  pattern: Generated<Json>;
  quantity: number;
  unit: string;
  vat_category: string;
  vat_rate_basis_points: number;
}

export interface OrderLineShares {
  council_id: string;
  line_id: string;
  order_line_id: string;
  position: number;
  weight: number;
}

export interface Orders {
  basket_id: string | null;
  council_id: string;
  decided_at: Temporal.Instant | null;
  decline_note: Generated<string>;
  decline_reason: string | null;
  id: string;
  organisation_id: string;
  person_id: string;
  placed_at: Temporal.Instant;
  placed_by: string;
  reference: string;
  shared_needs: Generated<string[]>;
  state: string;
  total_pence: bigint;
}

export interface OrganisationChecks {
  charity_number: string | null;
  cqc_location_id: string | null;
  dbs_checked_on: Temporal.PlainDate | null;
  insured_until: Temporal.PlainDate | null;
  organisation_id: string;
  reminded_of: Temporal.PlainDate | null;
  said_at: Temporal.Instant | null;
  said_by: string | null;
}

export interface Organisations {
  accepts_isf: Generated<boolean>;
  address_line: string | null;
  changed_at: Temporal.Instant;
  charity_number: string | null;
  city: string | null;
  company_number: string | null;
  confirmed_on: Temporal.PlainDate | null;
  cqc_checked_on: Temporal.PlainDate | null;
  cqc_location_id: string | null;
  cqc_rating: string | null;
  created_at: Temporal.Instant;
  dbs_checked_on: Temporal.PlainDate | null;
  description: Generated<string>;
  email: string | null;
  id: string;
  in_house: Generated<boolean>;
  insured_until: Temporal.PlainDate | null;
  kind: string;
  listed_by: string | null;
  name: string;
  opened_by: string | null;
  postcode: string | null;
  show_address: boolean | null;
  size: Generated<string>;
  slug: string;
  source: string | null;
  source_ref: string | null;
  tax_reference: string | null;
  telephone: string | null;
  vat_number: string | null;
  website: string | null;
}

export interface Outwards {
  latitude: number;
  longitude: number;
  outward: string;
}

export interface PayeeAccounts {
  account_name: string;
  account_number: string;
  begins_on: Temporal.PlainDate | null;
  council_id: string;
  ended_at: Temporal.Instant | null;
  held_at: Temporal.Instant | null;
  held_code: string | null;
  id: string;
  in_force_at: Temporal.Instant | null;
  line_id: string | null;
  note: Generated<string>;
  organisation_id: string | null;
  origin: string;
  proposed_at: Temporal.Instant;
  proposed_by: string;
  released_by: string | null;
  sort_code: string;
  state: string;
}

export interface Payers {
  council_id: string;
  funder_id: string | null;
  id: string;
  kind: string;
  organisation_id: string | null;
  person_id: string | null;
}

export interface PayIns {
  amount_pence: bigint;
  council_id: string;
  created_at: Temporal.Instant;
  from_date: Temporal.PlainDate;
  id: string;
  line_id: string;
  state: string;
  to_date: Temporal.PlainDate;
}

export interface PaymentFiles {
  bytes: Buffer;
  council_id: string;
  emitted_at: Temporal.Instant;
  format: string;
  funder_account_id: string;
  id: string;
  message_id: string;
  payments: number;
  run_id: string;
  sha256: string;
  total_pence: bigint;
}

export interface PaymentItems {
  amount_pence: bigint;
  council_id: string;
  invoice_id: string | null;
  live: Generated<boolean>;
  pay_in_id: string | null;
  payment_id: string;
  position: number;
}

export interface PaymentRuns {
  authorised_at: Temporal.Instant | null;
  authorised_by: string | null;
  council_id: string;
  emitted_at: Temporal.Instant | null;
  execution_date: Temporal.PlainDate;
  funder_account_id: string;
  funder_id: string;
  id: string;
  payments: number;
  proposed_at: Temporal.Instant;
  proposed_by: string;
  reference: string;
  settled_at: Temporal.Instant | null;
  state: string;
  total_pence: bigint;
}

export interface Payments {
  account_number: string;
  amount_pence: bigint;
  council_id: string;
  end_to_end_id: string;
  id: string;
  payee_account_id: string;
  payee_line_id: string | null;
  payee_name: string;
  payee_organisation_id: string | null;
  position: number;
  result_code: string | null;
  run_id: string;
  settled_at: Temporal.Instant | null;
  sort_code: string;
  state: string;
}

export interface People {
  called: string | null;
  care_groups: Generated<string[]>;
  communication_needs: Generated<string>;
  contact_preference: string | null;
  council_id: string;
  date_of_birth: Temporal.PlainDate | null;
  email: string | null;
  family_ref: string | null;
  full_name: string;
  id: string;
  language: string | null;
  last_day: Temporal.PlainDate | null;
  origin: Generated<string>;
  reference: string;
  source_hash: string | null;
  state: Generated<string>;
  support_needs: Generated<string>;
  version: Generated<number>;
}

export interface PersonAddresses {
  access_notes: Generated<string>;
  address_line: Generated<string>;
  council_id: string;
  from_date: Temporal.PlainDate | null;
  id: string;
  kind: string;
  latitude: number | null;
  longitude: number | null;
  person_id: string;
  position: number;
  postcode: string | null;
  until_date: Temporal.PlainDate | null;
  ward_code: string | null;
  ward_name: string | null;
}

export interface PersonTelephones {
  council_id: string;
  from_date: Temporal.PlainDate | null;
  id: string;
  kind: string;
  note: Generated<string>;
  number: string;
  person_id: string;
  position: number;
  until_date: Temporal.PlainDate | null;
}

export interface PhotoFiles {
  content: Buffer;
  hash: string;
  height: number;
  photo_id: string;
  size: string;
  width: number;
}

export interface Photos {
  added_at: Temporal.Instant;
  added_by: string;
  alt_text: string;
  id: string;
  listing_id: string | null;
  organisation_id: string;
  position: number;
}

export interface Postcodes {
  latitude: number | null;
  longitude: number | null;
  lsoa_code: string | null;
  outward: string;
  postcode: string;
  ward_code: string | null;
  ward_name: string | null;
}

export interface PriceRiseOrders {
  answered_at: Temporal.Instant | null;
  asked_at: Temporal.Instant;
  council_id: string;
  from_pence: bigint;
  id: string;
  order_id: string;
  order_line_id: string;
  organisation_id: string;
  person_id: string;
  planned_pence: bigint;
  price_rise_id: string;
  raised_pence: bigint | null;
  rule: string;
  short_pence: bigint | null;
  state: string;
  to_pence: bigint;
  visits: number;
  yearly_pence: bigint;
}

export interface PriceRises {
  answer: Generated<string>;
  council_id: string;
  decided_at: Temporal.Instant | null;
  from_date: Temporal.PlainDate;
  from_pence: bigint;
  id: string;
  kind: string;
  offer_id: string;
  organisation_id: string;
  raises_orders: Generated<boolean>;
  state: string;
  to_pence: bigint;
  words: string;
  written_at: Temporal.Instant;
}

export interface QuestionEntries {
  council_id: string;
  id: string;
  question_id: string;
  side: string;
  words: string;
  written_at: Temporal.Instant;
  written_by: string;
}

export interface QuestionReports {
  council_id: string;
  entry_id: string;
  id: string;
  organisation_id: string;
  person_id: string;
  question_id: string;
  reason: string;
  reply: string | null;
  reported_at: Temporal.Instant;
  reported_by: string;
  reported_side: string;
  settled_at: Temporal.Instant | null;
  settled_by: string | null;
  side: string;
  title: string;
  words: string;
}

export interface Questions {
  answered_at: Temporal.Instant | null;
  asked_at: Temporal.Instant;
  council_id: string;
  id: string;
  listing_id: string;
  organisation_id: string;
  person_id: string;
  title: string;
  written_at: Temporal.Instant;
}

export interface Remittances {
  council_id: string;
  created_at: Temporal.Instant;
  id: string;
  number: string;
  payment_id: string;
}

export interface SchoolTerms {
  council_id: string;
  from_date: Temporal.PlainDate;
  name: string;
  to_date: Temporal.PlainDate;
}

export interface Seals {
  chain_hash: string;
  council_id: string;
  key_id: string;
  kind: string;
  payload_hash: string;
  position: bigint;
  record_at: Temporal.Instant | null;
  record_id: string;
  sealed_at: Temporal.Instant;
  version: number;
}

export interface SearchEntries {
  category: string;
  facets: string;
  free: boolean;
  from_price_pence: bigint | null;
  further_categories: string[] | null;
  further_headings: string[] | null;
  further_latitudes: number[] | null;
  further_longitudes: number[] | null;
  further_outwards: string[] | null;
  has_space: boolean | null;
  heading: string | null;
  latitude: number | null;
  listing_id: string;
  longitude: number | null;
  maximum_age: number | null;
  minimum_age: number | null;
  outward: string | null;
  search: string;
  serves_metres: number | null;
  slug: string;
  stale: boolean;
}

export interface Searches {
  category_slug: string | null;
  council_id: string;
  hits: number;
  id: string;
  outward: string | null;
  searched_at: Temporal.Instant;
  words: string;
}

export interface SearchIdeas {
  lexeme: string;
  names: string;
}

export interface SearchWords {
  word: string;
}

export interface Sessions {
  account_id: string;
  council_id: string | null;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  ended_because: string | null;
  expires_at: Temporal.Instant;
  id: string;
  previous_hash: string | null;
  refresh_hash: string;
  rotated_at: Temporal.Instant;
}

export interface SignInFailures {
  email_hash: string;
  failures: number;
  known: boolean;
  last_at: Temporal.Instant;
  source_hash: string;
}

export interface StateChanges {
  changed_at: Temporal.Instant;
  changed_by: string;
  council_id: string;
  event: string;
  from_state: string | null;
  id: string;
  noun: string;
  record_id: string;
  to_state: string;
}

export interface UnsealedRecords {
  council_id: string;
  id: Generated<bigint>;
  kind: string;
  record_at: Temporal.Instant | null;
  record_id: string;
}

export interface Visits {
  actual_end: Temporal.Instant | null;
  actual_minutes: number | null;
  actual_start: Temporal.Instant | null;
  billed_at: Temporal.Instant | null;
  charge_pence: bigint | null;
  confirmed_at: Temporal.Instant | null;
  confirmed_by: string | null;
  council_id: string;
  id: string;
  order_id: string;
  order_line_id: string;
  organisation_id: string;
  person_id: string;
  planned_end: Temporal.Instant | null;
  planned_minutes: number | null;
  planned_pence: bigint;
  planned_start: Temporal.Instant | null;
  price_source: string;
  quantity: Generated<number>;
  query_note: Generated<string>;
  recorded_at: Temporal.Instant | null;
  recorded_by: string | null;
  service_date: Temporal.PlainDate;
  settled_pence: bigint | null;
  state: string;
  unit_price_pence: bigint;
  within_tolerance: boolean | null;
  worker_id: string | null;
}

export interface VisitShares {
  charge_pence: bigint | null;
  council_id: string;
  line_id: string;
  planned_pence: bigint;
  position: number;
  reservation_id: string | null;
  visit_id: string;
  weight: number;
}

export interface WebhookEvents {
  event_id: string;
  object_id: string;
  provider: string;
  received_at: Temporal.Instant;
  type: string;
}

export interface Workers {
  council_id: string;
  id: string;
  last_date: Temporal.PlainDate | null;
  made_at: Temporal.Instant;
  made_by: string;
  name: string;
  name_key: string;
  organisation_id: string;
  reference: string | null;
  reference_key: string | null;
  state: string;
}

export interface Schema {
  account_councils: AccountCouncils;
  account_credentials: AccountCredentials;
  accounts: Accounts;
  agreed_rates: AgreedRates;
  agreements: Agreements;
  audit_entries: AuditEntries;
  bank_entries: BankEntries;
  bank_holidays: BankHolidays;
  basket_item_shares: BasketItemShares;
  basket_items: BasketItems;
  baskets: Baskets;
  budget_lines: BudgetLines;
  budgets: Budgets;
  card_payments: CardPayments;
  card_returns: CardReturns;
  caseloads: Caseloads;
  catalogue_facts: CatalogueFacts;
  categories: Categories;
  contacts: Contacts;
  council_settings: CouncilSettings;
  councils: Councils;
  counters: Counters;
  direct_settlements: DirectSettlements;
  effects: Effects;
  event_breaks: EventBreaks;
  event_dates: EventDates;
  events: Events;
  exceptions: Exceptions;
  fact_sources: FactSources;
  feed_absences: FeedAbsences;
  feed_readings: FeedReadings;
  feeds: Feeds;
  funder_accounts: FunderAccounts;
  funder_streams: FunderStreams;
  funders: Funders;
  idempotency_keys: IdempotencyKeys;
  import_records: ImportRecords;
  imported_actuals: ImportedActuals;
  imports: Imports;
  invitations: Invitations;
  invoice_lines: InvoiceLines;
  invoice_parties: InvoiceParties;
  invoices: Invoices;
  kept_listings: KeptListings;
  ledger_accounts: LedgerAccounts;
  ledger_entries: LedgerEntries;
  ledger_transfers: LedgerTransfers;
  letters: Letters;
  listing_categories: ListingCategories;
  listing_costs: ListingCosts;
  listing_histories: ListingHistories;
  listing_locations: ListingLocations;
  listing_pages: ListingPages;
  listing_reviews: ListingReviews;
  listings: Listings;
  locations: Locations;
  mails: Mails;
  mandate_lines: MandateLines;
  mandates: Mandates;
  memberships: Memberships;
  message_reads: MessageReads;
  messages: Messages;
  months_left: MonthsLeft;
  number_prefixes: NumberPrefixes;
  number_series: NumberSeries;
  offer_prices: OfferPrices;
  offers: Offers;
  one_time_links: OneTimeLinks;
  order_line_shares: OrderLineShares;
  order_lines: OrderLines;
  orders: Orders;
  organisation_checks: OrganisationChecks;
  organisations: Organisations;
  outwards: Outwards;
  pay_ins: PayIns;
  payee_accounts: PayeeAccounts;
  payers: Payers;
  payment_files: PaymentFiles;
  payment_items: PaymentItems;
  payment_runs: PaymentRuns;
  payments: Payments;
  people: People;
  person_addresses: PersonAddresses;
  person_telephones: PersonTelephones;
  photo_files: PhotoFiles;
  photos: Photos;
  postcodes: Postcodes;
  price_rise_orders: PriceRiseOrders;
  price_rises: PriceRises;
  question_entries: QuestionEntries;
  question_reports: QuestionReports;
  questions: Questions;
  remittances: Remittances;
  school_terms: SchoolTerms;
  seals: Seals;
  search_entries: SearchEntries;
  search_ideas: SearchIdeas;
  search_words: SearchWords;
  searches: Searches;
  sessions: Sessions;
  sign_in_failures: SignInFailures;
  state_changes: StateChanges;
  unsealed_records: UnsealedRecords;
  visit_shares: VisitShares;
  visits: Visits;
  webhook_events: WebhookEvents;
  workers: Workers;
}
