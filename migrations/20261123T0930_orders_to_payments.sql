-- why: from a basket to a paid provider: orders, visits, invoices, exceptions, payment runs, and what surrounds them.

CREATE TABLE baskets (
  council_id text NOT NULL REFERENCES councils (id),
  id         text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  state      text NOT NULL CHECK (state IN ('open', 'placed')),
  created_at timestamptz NOT NULL,
  placed_at  timestamptz,
  PRIMARY KEY (council_id, id)
);
CREATE UNIQUE INDEX baskets_one_open ON baskets (council_id, account_id) WHERE state = 'open';

CREATE TABLE basket_items (
  council_id  text NOT NULL,
  id          text NOT NULL,
  basket_id   text NOT NULL,
  person_id   text NOT NULL,
  offer_id    text NOT NULL REFERENCES offers (id),
  kind        text NOT NULL CHECK (kind IN ('one-off', 'schedule')),
  -- one-off: how many, on which day, from when (timed units) and for how long
  quantity    integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
  minutes     integer CHECK (minutes BETWEEN 1 AND 1440),
  first_date  date NOT NULL,
  last_date   date NOT NULL,
  start_time  time,
  -- which of two moments is meant where a start falls into a change of the clocks
  clock_choice text CHECK (clock_choice IN ('earlier', 'later')),
  -- schedule: [{weekday 1-7, startTime 'HH:MM', minutes}]
  pattern     jsonb NOT NULL DEFAULT '[]',
  outcome_id  text,
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  position    integer NOT NULL,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, basket_id) REFERENCES baskets (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (last_date >= first_date)
);
CREATE INDEX basket_items_basket ON basket_items (council_id, basket_id);

-- Which line pays which part: whole-number weights, in a fixed order that decides who bears the odd penny.
CREATE TABLE basket_item_shares (
  council_id     text NOT NULL,
  basket_item_id text NOT NULL,
  position       integer NOT NULL,
  line_id        text NOT NULL,
  weight         integer NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
  PRIMARY KEY (council_id, basket_item_id, position),
  UNIQUE (council_id, basket_item_id, line_id),
  FOREIGN KEY (council_id, basket_item_id) REFERENCES basket_items (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id)
);

CREATE TABLE counters (
  council_id text NOT NULL REFERENCES councils (id),
  name       text NOT NULL,
  value      bigint NOT NULL,
  PRIMARY KEY (council_id, name)
);

-- Order references need to be different, not without gaps: a sequence, so that no buyer waits for another's commit.
CREATE SEQUENCE order_numbers START 10001;
GRANT USAGE, SELECT, UPDATE ON SEQUENCE order_numbers TO support_market_app;

CREATE TABLE orders (
  council_id      text NOT NULL,
  id              text NOT NULL,
  reference       text NOT NULL,
  basket_id       text,
  person_id       text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  state           text NOT NULL CHECK (state IN ('placed', 'accepted', 'declined', 'cancelled', 'completed')),
  total_pence     pence_from_zero NOT NULL,
  placed_by       text NOT NULL REFERENCES accounts (id),
  placed_at       timestamptz NOT NULL,
  decided_at      timestamptz,
  -- what of their needs the person chose to tell this provider once it accepts
  shared_needs    text[] NOT NULL DEFAULT '{}' CHECK (shared_needs <@ ARRAY['communication', 'language', 'support']),
  decline_reason  text CHECK (decline_reason IN ('no-space', 'too-far', 'not-my-kind-of-support', 'times-do-not-work', 'price-out-of-date', 'other')),
  decline_note    text NOT NULL DEFAULT '',
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, reference),
  FOREIGN KEY (council_id, basket_id) REFERENCES baskets (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (state <> 'declined' OR decline_reason IS NOT NULL)
);
CREATE INDEX orders_person ON orders (council_id, person_id, placed_at);
CREATE INDEX orders_organisation ON orders (council_id, organisation_id, placed_at);

-- What was agreed, copied at the moment of ordering: later price changes do not touch it. Prices are with the visits,
-- because an order may run past the end of one price and into the next.
CREATE TABLE order_lines (
  council_id       text NOT NULL,
  id               text NOT NULL,
  order_id         text NOT NULL,
  offer_id         text NOT NULL REFERENCES offers (id),
  listing_id       text NOT NULL REFERENCES listings (id),
  description      text NOT NULL,
  unit             text NOT NULL,
  vat_category     text NOT NULL CHECK (vat_category IN ('E', 'O', 'S', 'Z')),
  vat_rate_basis_points integer NOT NULL CHECK (vat_rate_basis_points BETWEEN 0 AND 10000),
  kind             text NOT NULL CHECK (kind IN ('one-off', 'schedule')),
  quantity         integer NOT NULL,
  first_date       date NOT NULL,
  last_date        date NOT NULL,
  pattern          jsonb NOT NULL DEFAULT '[]',
  notice_hours     integer NOT NULL,
  note             text NOT NULL DEFAULT '',
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, order_id) REFERENCES orders (council_id, id)
);
CREATE INDEX order_lines_order ON order_lines (council_id, order_id);

CREATE TABLE order_line_shares (
  council_id    text NOT NULL,
  order_line_id text NOT NULL,
  position      integer NOT NULL,
  line_id       text NOT NULL,
  weight        integer NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
  PRIMARY KEY (council_id, order_line_id, position),
  FOREIGN KEY (council_id, order_line_id) REFERENCES order_lines (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id)
);

-- Whom an organisation sends to the people of a council. The name is kept as it was written; the keys are how the program
-- compares (packages/domain/src/workers). Two of one name are told apart by their references.
CREATE TABLE workers (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  state           text NOT NULL CHECK (state IN ('active', 'ended')),
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  name_key        text NOT NULL CHECK (name_key <> ''),
  reference       text CHECK (length(reference) BETWEEN 1 AND 40),
  reference_key   text CHECK (reference_key <> ''),
  last_date       date,
  made_by         text NOT NULL,
  made_at         timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  -- for what refers to a worker of one organisation
  UNIQUE (council_id, organisation_id, id),
  CONSTRAINT workers_reference_once UNIQUE (council_id, organisation_id, reference_key),
  CHECK ((reference IS NULL) = (reference_key IS NULL)),
  CHECK ((state = 'ended') = (last_date IS NOT NULL))
);
-- A name alone is one worker, also when two uploads meet it at one moment.
CREATE UNIQUE INDEX workers_name_once ON workers (council_id, organisation_id, name_key) WHERE reference_key IS NULL;
CREATE INDEX workers_name ON workers (council_id, organisation_id, name_key, id);

-- One thing to be delivered: a visit with times, or a delivery of sessions and goods without.
CREATE TABLE visits (
  council_id      text NOT NULL,
  id              text NOT NULL,
  order_id        text NOT NULL,
  order_line_id   text NOT NULL,
  person_id       text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  state           text NOT NULL CHECK (state IN ('planned', 'recorded', 'confirmed', 'queried', 'missed', 'cancelled')),
  service_date    date NOT NULL,
  planned_start   timestamptz,
  planned_end     timestamptz,
  planned_minutes integer CHECK (planned_minutes BETWEEN 1 AND 1500),
  quantity        integer NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 1000),
  -- what a unit costs on that day for the money that pays, gross of VAT at the rate of its order line
  unit_price_pence pence_from_zero NOT NULL,
  price_source    text NOT NULL CHECK (price_source IN ('public', 'agreed')),
  planned_pence   pence_from_zero NOT NULL,
  -- who came: a worker of the organisation that the visit is ordered from
  worker_id       text,
  actual_start    timestamptz,
  actual_end      timestamptz,
  actual_minutes  integer CHECK (actual_minutes BETWEEN 0 AND 1500),
  charge_pence    pence_from_zero,
  recorded_at     timestamptz,
  recorded_by     text,
  within_tolerance boolean,
  confirmed_at    timestamptz,
  confirmed_by    text,
  query_note      text NOT NULL DEFAULT '',
  settled_pence   pence_from_zero,
  billed_at       timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, order_id) REFERENCES orders (council_id, id),
  FOREIGN KEY (council_id, order_line_id) REFERENCES order_lines (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (actual_end IS NULL OR actual_end > actual_start),
  CHECK (state NOT IN ('recorded', 'confirmed', 'queried') OR charge_pence IS NOT NULL),
  FOREIGN KEY (council_id, organisation_id, worker_id) REFERENCES workers (council_id, organisation_id, id),
  -- one worker cannot be in two places at once
  CONSTRAINT visits_worker_in_one_place EXCLUDE USING gist (council_id WITH =, worker_id WITH =, tstzrange(actual_start, actual_end) WITH &&)
    WHERE (worker_id IS NOT NULL AND actual_start IS NOT NULL)
);
CREATE INDEX visits_order ON visits (council_id, order_id);
CREATE INDEX visits_person ON visits (council_id, person_id, service_date);
CREATE INDEX visits_organisation ON visits (council_id, organisation_id, service_date);
CREATE INDEX visits_worker ON visits (council_id, worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX visits_waiting ON visits (council_id, recorded_at) WHERE state = 'recorded';
CREATE INDEX visits_to_bill ON visits (council_id, organisation_id, service_date) WHERE state IN ('confirmed', 'cancelled') AND billed_at IS NULL;

-- How a visit's price is borne, to the penny, and the reservation that holds it.
CREATE TABLE visit_shares (
  council_id    text NOT NULL,
  visit_id      text NOT NULL,
  position      integer NOT NULL,
  line_id       text NOT NULL,
  weight        integer NOT NULL,
  planned_pence pence_from_zero NOT NULL,
  charge_pence  pence_from_zero,
  reservation_id text,
  PRIMARY KEY (council_id, visit_id, position),
  FOREIGN KEY (council_id, visit_id) REFERENCES visits (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id),
  FOREIGN KEY (council_id, reservation_id) REFERENCES ledger_transfers (council_id, id)
);
CREATE INDEX visit_shares_line ON visit_shares (council_id, line_id);

-- Who an invoice is for: a funder, an organisation that holds a person's money, or the person (or their representative).
CREATE TABLE payers (
  council_id      text NOT NULL,
  id              text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('funder', 'holder', 'person')),
  funder_id       text,
  organisation_id text REFERENCES organisations (id),
  person_id       text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, funder_id),
  UNIQUE (council_id, organisation_id),
  UNIQUE (council_id, person_id),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK ((kind = 'funder') = (funder_id IS NOT NULL)),
  CHECK ((kind = 'holder') = (organisation_id IS NOT NULL)),
  CHECK ((kind = 'person') = (person_id IS NOT NULL))
);

-- A supplier's numbers in one council, without gaps. The supplier's own prefix and the council's code are in each, so that no
-- number comes twice, to whichever council the supplier sells (VAT Regulations 1995, regulation 14).
CREATE TABLE number_series (
  council_id      text NOT NULL REFERENCES councils (id),
  organisation_id text NOT NULL REFERENCES organisations (id),
  prefix          text NOT NULL CHECK (prefix ~ '^[A-Z0-9]{2,8}-[A-Z0-9]{2,8}$'),
  last_number     bigint NOT NULL DEFAULT 0 CHECK (last_number BETWEEN 0 AND 999999999),
  PRIMARY KEY (council_id, organisation_id)
);

-- Invoices and the credit notes that take back part of them: one family, with one series of numbers.
CREATE TABLE invoices (
  council_id      text NOT NULL,
  id              text NOT NULL,
  number          text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  kind            text NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'credit-note')),
  -- the invoice that a credit note takes back from
  credits_invoice_id text,
  -- whose money it is, and who pays it: that funder, or the holder of its money for the person
  funder_id       text NOT NULL,
  payer_id        text NOT NULL,
  state           text NOT NULL CHECK (state IN ('held', 'approved', 'paying', 'paid', 'closed')),
  period_start    date NOT NULL,
  period_end      date NOT NULL,
  issue_date      date NOT NULL,
  due_date        date NOT NULL,
  -- a credit note's sums are below zero
  net_pence       pence NOT NULL,
  vat_pence       pence NOT NULL,
  rounding_pence  pence NOT NULL DEFAULT 0 CHECK (rounding_pence BETWEEN -10000 AND 10000),
  total_pence     pence NOT NULL,
  outside_vat     boolean NOT NULL,
  reason          text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  created_at      timestamptz NOT NULL,
  approved_at     timestamptz,
  approved_by     text,
  paid_at         timestamptz,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, organisation_id, number),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  FOREIGN KEY (council_id, payer_id) REFERENCES payers (council_id, id),
  FOREIGN KEY (council_id, credits_invoice_id) REFERENCES invoices (council_id, id),
  CHECK ((kind = 'credit-note') = (credits_invoice_id IS NOT NULL)),
  CHECK (kind = 'credit-note' OR (net_pence >= 0 AND vat_pence >= 0 AND total_pence >= 0)),
  CHECK (kind = 'invoice' OR (net_pence <= 0 AND vat_pence <= 0 AND total_pence < 0 AND state <> 'held' AND reason <> '')),
  CHECK (total_pence = net_pence + vat_pence + rounding_pence)
);
CREATE INDEX invoices_credits ON invoices (council_id, credits_invoice_id) WHERE credits_invoice_id IS NOT NULL;
CREATE INDEX invoices_funder ON invoices (council_id, funder_id, issue_date);
CREATE INDEX invoices_organisation ON invoices (council_id, organisation_id, issue_date);
CREATE INDEX invoices_state ON invoices (council_id, state, due_date);
CREATE INDEX invoices_payer ON invoices (council_id, payer_id);
CREATE INDEX invoices_number ON invoices (council_id, number);

-- One row for each line of money that pays for a visit.
CREATE TABLE invoice_lines (
  council_id       text NOT NULL,
  id               text NOT NULL,
  invoice_id       text NOT NULL,
  position         integer NOT NULL,
  visit_id         text NOT NULL,
  share_position   integer NOT NULL,
  order_id         text NOT NULL,
  person_id        text NOT NULL,
  line_id          text NOT NULL,
  description      text NOT NULL,
  service_date     date NOT NULL,
  unit             text NOT NULL,
  minutes          integer,
  quantity         integer NOT NULL,
  unit_price_pence pence_from_zero NOT NULL,
  share_weight     integer NOT NULL,
  share_total      integer NOT NULL,
  vat_category     text NOT NULL,
  vat_rate_basis_points integer NOT NULL,
  net_pence        pence NOT NULL,
  gross_pence      pence NOT NULL,
  adjustment_pence pence NOT NULL DEFAULT 0,
  adjustment_reason text NOT NULL DEFAULT '',
  -- the line of an invoice that this line of a credit note takes back from
  credits_line_id  text,
  -- false on a credit note, and once an invoice's line was credited so that its share is billed again
  live             boolean NOT NULL DEFAULT true,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, credits_line_id) REFERENCES invoice_lines (council_id, id),
  CHECK (credits_line_id IS NULL OR NOT live),
  CHECK (CASE WHEN credits_line_id IS NULL THEN net_pence >= 0 AND gross_pence >= net_pence ELSE net_pence <= 0 AND gross_pence < 0 END),
  FOREIGN KEY (council_id, invoice_id) REFERENCES invoices (council_id, id),
  FOREIGN KEY (council_id, visit_id) REFERENCES visits (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id)
);

-- Who sold and who pays, as they were when the invoice was made, for its document.
CREATE TABLE invoice_parties (
  council_id text NOT NULL,
  invoice_id text NOT NULL,
  parties    jsonb NOT NULL,
  PRIMARY KEY (council_id, invoice_id),
  FOREIGN KEY (council_id, invoice_id) REFERENCES invoices (council_id, id)
);
CREATE INDEX invoice_lines_invoice ON invoice_lines (council_id, invoice_id, position);
-- A visit's share is on one invoice at a time, by however many runs of billing.
CREATE UNIQUE INDEX invoice_lines_share_once ON invoice_lines (council_id, visit_id, share_position) WHERE live;
CREATE INDEX invoice_lines_visit ON invoice_lines (council_id, visit_id);
CREATE INDEX invoice_lines_credits ON invoice_lines (council_id, credits_line_id) WHERE credits_line_id IS NOT NULL;
CREATE INDEX invoice_lines_line ON invoice_lines (council_id, line_id);

CREATE TABLE exceptions (
  council_id     text NOT NULL,
  id             text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('over-tolerance', 'not-enough-money', 'queried', 'payment-returned', 'card-debt', 'card-difference')),
  -- about a visit, or about money that went or came otherwise than we thought
  visit_id       text,
  payment_id     text,
  card_payment_id text,
  -- what a money exception is about, so that it is raised once: a payment of ours, or an object of the card processor's
  subject        text,
  details        jsonb NOT NULL DEFAULT '{}',
  invoice_id     text,
  expected_pence pence NOT NULL,
  found_pence    pence NOT NULL,
  state          text NOT NULL CHECK (state IN ('open', 'settled')),
  raised_at      timestamptz NOT NULL,
  settled_at     timestamptz,
  settled_by     text REFERENCES accounts (id),
  settled_pence  pence,
  note           text NOT NULL DEFAULT '',
  -- a sum above what one officer may decide alone, until a second officer agrees or refuses
  proposed_pence pence,
  proposed_by    text REFERENCES accounts (id),
  proposed_at    timestamptz,
  proposed_note  text,
  -- why a second officer did not agree to the sum proposed last
  refused_note   text NOT NULL DEFAULT '',
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, visit_id, kind),
  CHECK (num_nulls(proposed_pence, proposed_by, proposed_at, proposed_note) IN (0, 4)),
  CHECK (state = 'open' OR proposed_pence IS NULL),
  FOREIGN KEY (council_id, visit_id) REFERENCES visits (council_id, id),
  FOREIGN KEY (council_id, invoice_id) REFERENCES invoices (council_id, id),
  CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
  CHECK ((kind IN ('over-tolerance', 'not-enough-money', 'queried')) = (visit_id IS NOT NULL)),
  CHECK ((visit_id IS NULL) = (subject IS NOT NULL)),
  CHECK ((kind = 'payment-returned') = (payment_id IS NOT NULL))
);
CREATE INDEX exceptions_open ON exceptions (council_id, raised_at) WHERE state = 'open';
CREATE INDEX exceptions_settled ON exceptions (council_id, settled_at DESC, id DESC) WHERE state = 'settled';
CREATE UNIQUE INDEX exceptions_once ON exceptions (council_id, kind, subject) WHERE subject IS NOT NULL;
CREATE INDEX exceptions_payment ON exceptions (council_id, payment_id) WHERE payment_id IS NOT NULL;

-- Where a council pays an organisation, or the person who holds the money of a line. Apart from both, so that no
-- catalogue query can ever select it. A change is a row of its own: nothing is overwritten.
CREATE TABLE payee_accounts (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  organisation_id text REFERENCES organisations (id),
  line_id         text,
  account_name    text NOT NULL CHECK (length(account_name) BETWEEN 1 AND 100),
  sort_code       text NOT NULL CHECK (sort_code ~ '^[0-9]{6}$'),
  account_number  text NOT NULL CHECK (account_number ~ '^[0-9]{8}$'),
  state           text NOT NULL CHECK (state IN ('proposed', 'waiting', 'in-force', 'held', 'replaced', 'refused')),
  origin          text NOT NULL CHECK (origin IN ('officer', 'payee', 'import')),
  proposed_by     text NOT NULL,
  proposed_at     timestamptz NOT NULL,
  -- what the payee asked for itself begins on this day, unless an officer acts first
  begins_on       date,
  released_by     text REFERENCES accounts (id),
  in_force_at     timestamptz,
  -- why the bank sent money back, such as AC04
  held_code       text,
  held_at         timestamptz,
  ended_at        timestamptz,
  note            text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id),
  CHECK ((organisation_id IS NULL) <> (line_id IS NULL)),
  CHECK (released_by <> proposed_by),
  CHECK (state <> 'waiting' OR begins_on IS NOT NULL),
  CHECK ((state IN ('in-force', 'held', 'replaced')) = (in_force_at IS NOT NULL)),
  CHECK (state <> 'held' OR (held_code IS NOT NULL AND held_at IS NOT NULL)),
  CHECK ((state IN ('replaced', 'refused')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX payee_accounts_one_of_organisation ON payee_accounts (council_id, organisation_id) WHERE state IN ('in-force', 'held');
CREATE UNIQUE INDEX payee_accounts_one_of_line ON payee_accounts (council_id, line_id) WHERE state IN ('in-force', 'held');
CREATE UNIQUE INDEX payee_accounts_one_proposal_of_organisation ON payee_accounts (council_id, organisation_id) WHERE state IN ('proposed', 'waiting');
CREATE UNIQUE INDEX payee_accounts_one_proposal_of_line ON payee_accounts (council_id, line_id) WHERE state IN ('proposed', 'waiting');
CREATE INDEX payee_accounts_organisation ON payee_accounts (council_id, organisation_id, id) WHERE organisation_id IS NOT NULL;
CREATE INDEX payee_accounts_line ON payee_accounts (council_id, line_id, id) WHERE line_id IS NOT NULL;
CREATE INDEX payee_accounts_state ON payee_accounts (council_id, state, id);

-- Money paid to whoever holds it for the person, in advance.
CREATE TABLE pay_ins (
  council_id text NOT NULL,
  id         text NOT NULL,
  line_id    text NOT NULL,
  from_date  date NOT NULL,
  to_date    date NOT NULL,
  amount_pence pence_above_zero NOT NULL,
  state      text NOT NULL CHECK (state IN ('due', 'paying', 'paid', 'stopped')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, line_id, from_date),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id),
  CHECK (to_date >= from_date),
  -- no day of a line is paid for twice
  CONSTRAINT pay_ins_once_a_day EXCLUDE USING gist (council_id WITH =, line_id WITH =, daterange(from_date, to_date, '[]') WITH &&) WHERE (state <> 'stopped')
);
CREATE INDEX pay_ins_due ON pay_ins (council_id, state);

-- A run pays for one funder, from the account that was released for it when the run was proposed.
CREATE TABLE payment_runs (
  council_id     text NOT NULL,
  id             text NOT NULL,
  reference      text NOT NULL,
  funder_id      text NOT NULL,
  funder_account_id text NOT NULL,
  state          text NOT NULL CHECK (state IN ('proposed', 'authorised', 'emitted', 'settled', 'cancelled')),
  execution_date date NOT NULL,
  payments       integer NOT NULL,
  total_pence    pence_from_zero NOT NULL,
  proposed_by    text NOT NULL REFERENCES accounts (id),
  proposed_at    timestamptz NOT NULL,
  authorised_by  text REFERENCES accounts (id),
  authorised_at  timestamptz,
  emitted_at     timestamptz,
  settled_at     timestamptz,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, reference),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  FOREIGN KEY (council_id, funder_account_id) REFERENCES funder_accounts (council_id, id),
  CHECK (authorised_by <> proposed_by),
  CHECK ((state IN ('emitted', 'settled')) = (emitted_at IS NOT NULL))
);
CREATE INDEX payment_runs_funder ON payment_runs (council_id, funder_id, id);

-- What went to the bank: one file of each format that a run is sent in, its bytes kept as they were.
CREATE TABLE payment_files (
  council_id    text NOT NULL,
  id            text NOT NULL,
  run_id        text NOT NULL,
  -- later also 'bacs-18'
  format        text NOT NULL CHECK (format IN ('pain.001')),
  -- the account that it pays from
  funder_account_id text NOT NULL,
  -- ours, unique for ever; a result file says which file it answers by this
  message_id    text NOT NULL,
  payments      integer NOT NULL CHECK (payments > 0),
  total_pence   pence_above_zero NOT NULL,
  bytes         bytea NOT NULL,
  sha256        text NOT NULL,
  emitted_at    timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, message_id),
  UNIQUE (council_id, run_id, format),
  FOREIGN KEY (council_id, funder_account_id) REFERENCES funder_accounts (council_id, id),
  FOREIGN KEY (council_id, run_id) REFERENCES payment_runs (council_id, id)
);
CREATE TRIGGER payment_files_immutable BEFORE UPDATE OR DELETE ON payment_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE payments (
  council_id      text NOT NULL,
  id              text NOT NULL,
  run_id          text NOT NULL,
  position        integer NOT NULL,
  payee_organisation_id text REFERENCES organisations (id),
  payee_line_id   text,
  -- the details that the payee had when the run was proposed
  payee_account_id text NOT NULL,
  payee_name      text NOT NULL,
  sort_code       text NOT NULL,
  account_number  text NOT NULL,
  end_to_end_id   text NOT NULL,
  amount_pence    pence_above_zero NOT NULL,
  state           text NOT NULL CHECK (state IN ('pending', 'sent', 'paid', 'returned', 'dropped')),
  result_code     text,
  settled_at      timestamptz,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, end_to_end_id),
  FOREIGN KEY (council_id, payee_line_id) REFERENCES budget_lines (council_id, id),
  FOREIGN KEY (council_id, payee_account_id) REFERENCES payee_accounts (council_id, id),
  CHECK ((payee_organisation_id IS NULL) <> (payee_line_id IS NULL)),
  FOREIGN KEY (council_id, run_id) REFERENCES payment_runs (council_id, id)
);
ALTER TABLE exceptions ADD FOREIGN KEY (council_id, payment_id) REFERENCES payments (council_id, id);
CREATE INDEX payments_run ON payments (council_id, run_id, position);
CREATE INDEX payments_payee_organisation ON payments (council_id, payee_organisation_id, id) WHERE payee_organisation_id IS NOT NULL;
CREATE INDEX payments_payee_account ON payments (council_id, payee_account_id, state);
CREATE INDEX payments_payee_line ON payments (council_id, payee_line_id, id) WHERE payee_line_id IS NOT NULL;

-- What the bank said, one row for each thing that it said, as it said it.
CREATE TABLE bank_entries (
  council_id      text NOT NULL,
  id              text NOT NULL,
  -- an officer's word, or a file; later also 'camt.053' and 'bacs-arucs'
  source          text NOT NULL CHECK (source IN ('officer', 'pain.002')),
  source_sha256   text,
  source_position integer,
  entry_date      date NOT NULL,
  -- what moved on the account by this: paid out is below zero, come back is above, refused before it was paid is nothing
  amount_pence    pence NOT NULL,
  reference       text NOT NULL,
  end_to_end_id   text NOT NULL,
  said            text NOT NULL CHECK (said IN ('paid', 'returned', 'waiting', 'unclear')),
  -- the bank's short code, such as AC04
  reason_code     text,
  outcome         text NOT NULL CHECK (outcome IN ('paid', 'returned', 'unchanged', 'waiting', 'unknown-reference', 'other-run', 'amount-differs', 'unclear', 'dropped', 'already-returned')),
  run_id          text NOT NULL,
  payment_id      text,
  recorded_by     text NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  -- the same place of the same file is said once
  UNIQUE (council_id, source_sha256, source_position),
  FOREIGN KEY (council_id, run_id) REFERENCES payment_runs (council_id, id),
  FOREIGN KEY (council_id, payment_id) REFERENCES payments (council_id, id),
  CHECK ((source = 'officer') = (source_sha256 IS NULL)),
  CHECK ((source_sha256 IS NULL) = (source_position IS NULL))
);
CREATE INDEX bank_entries_run ON bank_entries (council_id, run_id, id);
CREATE INDEX bank_entries_payment ON bank_entries (council_id, payment_id) WHERE payment_id IS NOT NULL;
CREATE TRIGGER bank_entries_immutable BEFORE UPDATE OR DELETE ON bank_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE payment_items (
  council_id   text NOT NULL,
  payment_id   text NOT NULL,
  position     integer NOT NULL,
  invoice_id   text,
  pay_in_id    text,
  -- below zero for a credit note, which is taken off what is paid with it
  amount_pence pence NOT NULL CHECK (amount_pence <> 0 AND (amount_pence > 0 OR invoice_id IS NOT NULL)),
  -- false once the payment came back or was dropped: the item is owed again and can join another run
  live         boolean NOT NULL DEFAULT true,
  PRIMARY KEY (council_id, payment_id, position),
  FOREIGN KEY (council_id, payment_id) REFERENCES payments (council_id, id),
  FOREIGN KEY (council_id, invoice_id) REFERENCES invoices (council_id, id),
  FOREIGN KEY (council_id, pay_in_id) REFERENCES pay_ins (council_id, id),
  CHECK ((invoice_id IS NULL) <> (pay_in_id IS NULL))
);
CREATE INDEX payment_items_invoice ON payment_items (council_id, invoice_id) WHERE invoice_id IS NOT NULL;
-- Nothing is ever in two live payments at once.
CREATE UNIQUE INDEX payment_items_invoice_once ON payment_items (council_id, invoice_id) WHERE live AND invoice_id IS NOT NULL;
CREATE UNIQUE INDEX payment_items_pay_in_once ON payment_items (council_id, pay_in_id) WHERE live AND pay_in_id IS NOT NULL;

-- Payments made outside a run: by a holder from their account, or by the person; below zero what a provider gave back to them.
CREATE TABLE direct_settlements (
  council_id   text NOT NULL,
  id           text NOT NULL,
  invoice_id   text NOT NULL,
  how          text NOT NULL CHECK (how IN ('drawn-down', 'paid-by-holder', 'paid-by-person')),
  amount_pence pence NOT NULL CHECK (amount_pence <> 0),
  paid_on      date NOT NULL,
  recorded_by  text NOT NULL REFERENCES accounts (id),
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, invoice_id),
  FOREIGN KEY (council_id, invoice_id) REFERENCES invoices (council_id, id)
);

CREATE TABLE remittances (
  council_id      text NOT NULL,
  id              text NOT NULL,
  number          text NOT NULL,
  payment_id      text NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, number),
  UNIQUE (council_id, payment_id),
  FOREIGN KEY (council_id, payment_id) REFERENCES payments (council_id, id)
);

CREATE TABLE card_payments (
  council_id   text NOT NULL,
  id           text NOT NULL,
  line_id      text NOT NULL,
  account_id   text NOT NULL REFERENCES accounts (id),
  amount_pence pence_above_zero NOT NULL CHECK (amount_pence BETWEEN 30 AND 99999999),
  state        text NOT NULL CHECK (state IN ('started', 'succeeded', 'failed')),
  provider_id  text,
  created_at   timestamptz NOT NULL,
  settled_at   timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id)
);
CREATE INDEX card_payments_provider ON card_payments (council_id, provider_id);
ALTER TABLE exceptions ADD FOREIGN KEY (council_id, card_payment_id) REFERENCES card_payments (council_id, id);

-- Every effect on the outside world has a row before it happens: at least once becomes exactly once.
CREATE TABLE effects (
  council_id text NOT NULL REFERENCES councils (id),
  key        text NOT NULL,
  state      text NOT NULL CHECK (state IN ('started', 'done', 'failed')),
  response   jsonb,
  started_at timestamptz NOT NULL,
  done_at    timestamptz,
  PRIMARY KEY (council_id, key)
);

CREATE TABLE idempotency_keys (
  council_id  text NOT NULL,
  account_id  text NOT NULL,
  key         text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
  operation   text NOT NULL,
  fingerprint text NOT NULL,
  status      integer,
  response    jsonb,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (council_id, account_id, key)
);

-- What someone should know: plain words are made from `kind` and `details` where they are read.
CREATE TABLE messages (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  person_id       text,
  organisation_id text REFERENCES organisations (id),
  role            text,
  kind            text NOT NULL,
  details         jsonb NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id)
);
CREATE INDEX messages_person ON messages (council_id, person_id, created_at) WHERE person_id IS NOT NULL;
CREATE INDEX messages_organisation ON messages (council_id, organisation_id, created_at) WHERE organisation_id IS NOT NULL;

-- Who has read what: one reader's look does not read it for the others of an organisation or a role.
CREATE TABLE message_reads (
  council_id text NOT NULL,
  message_id text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  read_at    timestamptz NOT NULL,
  PRIMARY KEY (council_id, message_id, account_id),
  FOREIGN KEY (council_id, message_id) REFERENCES messages (council_id, id) ON DELETE CASCADE
);

-- What people look for and do not find. Nobody's name is kept; a place is kept as its outward code alone.
CREATE TABLE searches (
  council_id    text NOT NULL REFERENCES councils (id),
  id            text NOT NULL,
  words         text NOT NULL,
  category_slug text,
  outward       text,
  hits          integer NOT NULL,
  searched_at   timestamptz NOT NULL,
  PRIMARY KEY (council_id, id, searched_at)
) PARTITION BY RANGE (searched_at);
CREATE TABLE searches_other PARTITION OF searches DEFAULT;
CREATE INDEX searches_when ON searches (council_id, searched_at);

CREATE TABLE state_changes (
  council_id text NOT NULL REFERENCES councils (id),
  id         text NOT NULL,
  noun       text NOT NULL,
  record_id  text NOT NULL,
  from_state text,
  to_state   text NOT NULL,
  event      text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (council_id, id, changed_at)
) PARTITION BY RANGE (changed_at);
CREATE TABLE state_changes_other PARTITION OF state_changes DEFAULT;
CREATE INDEX state_changes_when ON state_changes (council_id, changed_at);
CREATE INDEX state_changes_record ON state_changes (council_id, record_id);

CREATE TRIGGER state_changes_immutable BEFORE UPDATE OR DELETE ON state_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who did or looked at what, when, for whom and why.
CREATE TABLE audit_entries (
  council_id  text NOT NULL REFERENCES councils (id),
  id          text NOT NULL,
  happened_at timestamptz NOT NULL,
  account_id  text NOT NULL,
  role        text NOT NULL,
  event       text NOT NULL,
  record_noun text NOT NULL,
  record_id   text,
  person_id   text,
  reason      text NOT NULL DEFAULT '',
  details     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (council_id, id, happened_at)
) PARTITION BY RANGE (happened_at);
CREATE TABLE audit_entries_other PARTITION OF audit_entries DEFAULT;
CREATE INDEX audit_entries_person ON audit_entries (council_id, person_id, happened_at);
CREATE INDEX audit_entries_record ON audit_entries (council_id, record_id);
CREATE INDEX audit_entries_when ON audit_entries (council_id, happened_at);
CREATE INDEX audit_entries_account ON audit_entries (council_id, account_id, happened_at);
CREATE INDEX audit_entries_event ON audit_entries (council_id, event, happened_at);
CREATE TRIGGER audit_entries_immutable BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What an import did with each of its rows, so that sending the same file again changes nothing.
CREATE TABLE imported_actuals (
  council_id  text NOT NULL REFERENCES councils (id),
  row_hash    text NOT NULL,
  visit_id    text NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (council_id, row_hash),
  FOREIGN KEY (council_id, visit_id) REFERENCES visits (council_id, id)
);
CREATE INDEX imported_actuals_visit ON imported_actuals (council_id, visit_id);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['baskets', 'basket_items', 'basket_item_shares', 'counters', 'orders', 'order_lines',
  'order_line_shares', 'workers', 'visits', 'visit_shares', 'payers', 'number_series', 'invoices', 'invoice_parties', 'invoice_lines', 'exceptions', 'payee_accounts', 'pay_ins', 'payment_runs', 'payment_files', 'payments', 'payment_items',
  'bank_entries',
  'direct_settlements', 'remittances', 'card_payments', 'effects', 'idempotency_keys', 'messages', 'message_reads', 'searches', 'state_changes', 'audit_entries',
  'imported_actuals']) AS name;
GRANT DELETE ON basket_items, basket_item_shares TO support_market_app;
REVOKE UPDATE, DELETE ON audit_entries, state_changes, payment_files, bank_entries FROM support_market_app;
