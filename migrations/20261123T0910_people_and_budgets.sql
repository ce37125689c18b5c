-- why: people, who may act for them, and the money each of them has, owned by one council each.
-- Every table here has council_id first in every key, so that its keys hold when it is distributed by it.

CREATE FUNCTION current_council() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT current_setting('app.council_id', true) $$;

-- The second wall behind the permission check: a connection sees one council's rows or none.
CREATE FUNCTION protect_council_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('CREATE POLICY own_council ON %s TO support_market_app USING (council_id = current_council()) WITH CHECK (council_id = current_council())', table_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO support_market_app', table_name);
END
$$;

-- One name is enough. What somebody has not told us is unknown, not empty of meaning: null, or a text without letters.
CREATE TABLE people (
  council_id          text NOT NULL REFERENCES councils (id),
  id                  text NOT NULL,
  reference           text NOT NULL,
  full_name           text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  -- what to call them, where that is not the whole name
  called              text CHECK (length(called) BETWEEN 1 AND 100),
  date_of_birth       date,
  care_groups         text[] NOT NULL DEFAULT '{}' CHECK (care_groups <@ ARRAY['older-people', 'learning-disability', 'physical-disability', 'mental-health', 'children', 'carers']),
  email               text,
  language            text CHECK (length(language) BETWEEN 1 AND 100),
  contact_preference  text CHECK (contact_preference IN ('telephone', 'text-message', 'email', 'post', 'visit')),
  -- how to speak and write with them: "large print", "speak slowly", "signs"
  communication_needs text NOT NULL DEFAULT '' CHECK (length(communication_needs) <= 1000),
  -- what those who come should know and do: "I use a hoist", "halal food only"
  support_needs       text NOT NULL DEFAULT '' CHECK (length(support_needs) <= 1000),
  family_ref          text,
  -- self-made: a member of the public who signed up with their own money
  origin              text NOT NULL DEFAULT 'council' CHECK (origin IN ('council', 'self-made')),
  state               text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'moved-away', 'died', 'left', 'taken-back')),
  -- the last day on which they were with the council
  last_day            date,
  version             integer NOT NULL DEFAULT 1,
  source_hash         text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, reference),
  CHECK ((state = 'active') = (last_day IS NULL))
);
CREATE INDEX people_name ON people (council_id, full_name, id);
CREATE INDEX people_ended ON people (council_id, last_day) WHERE state <> 'active';

-- Where a person lives or stays, or has letters sent, from when until when (both days included; null: not known or open).
CREATE TABLE person_addresses (
  council_id   text NOT NULL,
  id           text NOT NULL,
  person_id    text NOT NULL,
  position     integer NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('home', 'staying', 'letters')),
  address_line text NOT NULL DEFAULT '' CHECK (length(address_line) <= 300),
  postcode     text,
  ward_code    text,
  ward_name    text,
  latitude     double precision,
  longitude    double precision,
  -- for those who come to the door: "key safe 4411, ring twice"
  access_notes text NOT NULL DEFAULT '' CHECK (length(access_notes) <= 500),
  from_date    date,
  until_date   date,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (until_date >= from_date)
);
CREATE INDEX person_addresses_person ON person_addresses (council_id, person_id, position);

CREATE TABLE person_telephones (
  council_id text NOT NULL,
  id         text NOT NULL,
  person_id  text NOT NULL,
  position   integer NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('home', 'mobile', 'work', 'somebody-else')),
  number     text NOT NULL CHECK (number ~ '^[0-9+() -]{3,30}$'),
  -- whose it is, or when to ring
  note       text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  from_date  date,
  until_date date,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (until_date >= from_date)
);
CREATE INDEX person_telephones_person ON person_telephones (council_id, person_id, position);

CREATE TABLE memberships (
  council_id      text NOT NULL,
  id              text NOT NULL,
  account_id      text NOT NULL REFERENCES accounts (id),
  role            text NOT NULL CHECK (role IN ('budget-holder', 'representative', 'broker', 'provider', 'isf-holder', 'community-group', 'practitioner', 'manager', 'finance', 'commissioner', 'auditor', 'editor', 'administrator')),
  person_id       text,
  organisation_id text REFERENCES organisations (id),
  ended_at        timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK ((role = 'budget-holder') = (person_id IS NOT NULL)),
  CHECK ((role IN ('broker', 'provider', 'isf-holder', 'community-group')) = (organisation_id IS NOT NULL))
);
CREATE INDEX memberships_account ON memberships (council_id, account_id);

-- Someone asked to join: the role begins when whoever reads that mailbox says yes.
CREATE TABLE invitations (
  council_id      text NOT NULL,
  id              text NOT NULL,
  email           text NOT NULL,
  role            text NOT NULL CHECK (role IN ('budget-holder', 'representative', 'broker', 'provider', 'isf-holder', 'community-group', 'practitioner', 'manager', 'finance', 'commissioner', 'auditor', 'editor', 'administrator')),
  person_id       text,
  organisation_id text REFERENCES organisations (id),
  -- null: a council's first administrator, whom the command that founded the council invited
  invited_by      text REFERENCES accounts (id),
  invited_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  accepted_at     timestamptz,
  withdrawn_at    timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  CHECK ((role = 'budget-holder') = (person_id IS NOT NULL)),
  CHECK ((role IN ('broker', 'provider', 'isf-holder', 'community-group')) = (organisation_id IS NOT NULL))
);

-- A recorded authority: what someone may do for one person, with which money and how much, and until when (both days included).
CREATE TABLE mandates (
  council_id      text NOT NULL,
  id              text NOT NULL,
  person_id       text NOT NULL,
  account_id      text REFERENCES accounts (id),
  organisation_id text REFERENCES organisations (id),
  kind            text NOT NULL CHECK (kind IN ('representative', 'broker')),
  state           text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'ended')),
  may_order       boolean NOT NULL,
  may_confirm     boolean NOT NULL,
  may_manage_money boolean NOT NULL,
  -- false: only the lines in mandate_lines
  all_lines       boolean NOT NULL DEFAULT true,
  order_limit_pence pence_above_zero,
  month_limit_pence pence_above_zero,
  from_date       date NOT NULL,
  until_date      date NOT NULL,
  made_by         text,
  made_at         timestamptz,
  -- who changed by a file what may be done or until when: like its maker, they let somebody act
  changed_by      text[] NOT NULL DEFAULT '{}',
  ended_at        timestamptz,
  ended_by        text,
  ended_because   text NOT NULL DEFAULT '' CHECK (length(ended_because) <= 500),
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (until_date >= from_date),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((kind = 'representative') = (account_id IS NOT NULL)),
  CHECK ((kind = 'broker') = (organisation_id IS NOT NULL))
);
CREATE INDEX mandates_person ON mandates (council_id, person_id);
CREATE INDEX mandates_account ON mandates (council_id, account_id);
CREATE INDEX mandates_organisation ON mandates (council_id, organisation_id) WHERE organisation_id IS NOT NULL;

-- Who works with whom, from when until when (both days included).
CREATE TABLE caseloads (
  council_id text NOT NULL,
  id         text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  person_id  text NOT NULL,
  from_date  date NOT NULL,
  until_date date,
  made_by    text,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (until_date >= from_date),
  CONSTRAINT caseloads_once EXCLUDE USING gist (council_id WITH =, account_id WITH =, person_id WITH =, daterange(from_date, until_date, '[]') WITH &&)
);
CREATE INDEX caseloads_person ON caseloads (council_id, person_id);
CREATE INDEX caseloads_account ON caseloads (council_id, account_id);

-- Where money comes from: the council's own directorates, an NHS board, a school, a grant, and people themselves.
-- Each pays from its own bank account, by its own runs, and sees its own share alone.
CREATE TABLE funders (
  council_id   text NOT NULL REFERENCES councils (id),
  id           text NOT NULL,
  code         text NOT NULL CHECK (code ~ '^[A-Z0-9]{2,8}$'),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  kind         text NOT NULL CHECK (kind IN ('directorate', 'nhs', 'school', 'grant', 'people')),
  -- where its invoices are sent; the council's own address where it has none
  address_line text CHECK (length(address_line) BETWEEN 1 AND 300),
  city         text CHECK (length(city) BETWEEN 1 AND 100),
  postcode     text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, code),
  CHECK (num_nulls(address_line, city, postcode) IN (0, 3))
);
-- People's own money is kept in one account, apart from every other funder's.
CREATE UNIQUE INDEX funders_people ON funders (council_id) WHERE kind = 'people';

-- Which funder a kind of money comes from, where a file does not say.
CREATE TABLE funder_streams (
  council_id text NOT NULL,
  stream     text NOT NULL CHECK (stream IN ('social-care', 'health', 'education', 'short-breaks', 'own-money', 'family')),
  funder_id  text NOT NULL,
  PRIMARY KEY (council_id, stream),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id)
);

-- The bank account that a funder pays from: proposed by one person, released by another, and kept when another replaces it.
CREATE TABLE funder_accounts (
  council_id     text NOT NULL,
  id             text NOT NULL,
  funder_id      text NOT NULL,
  account_name   text NOT NULL CHECK (length(account_name) BETWEEN 1 AND 100),
  sort_code      text NOT NULL CHECK (sort_code ~ '^[0-9]{6}$'),
  account_number text NOT NULL CHECK (account_number ~ '^[0-9]{8}$'),
  state          text NOT NULL CHECK (state IN ('proposed', 'released', 'refused', 'replaced')),
  proposed_by    text NOT NULL REFERENCES accounts (id),
  proposed_at    timestamptz NOT NULL,
  decided_by     text REFERENCES accounts (id),
  decided_at     timestamptz,
  replaced_at    timestamptz,
  -- why it was not taken
  note           text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((state = 'replaced') = (replaced_at IS NOT NULL)),
  CONSTRAINT funder_accounts_two_people CHECK (state NOT IN ('released', 'replaced') OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX funder_accounts_one_released ON funder_accounts (council_id, funder_id) WHERE state = 'released';
CREATE UNIQUE INDEX funder_accounts_one_proposed ON funder_accounts (council_id, funder_id) WHERE state = 'proposed';
CREATE INDEX funder_accounts_funder ON funder_accounts (council_id, funder_id, proposed_at);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['funders', 'funder_streams', 'funder_accounts']) AS name;

CREATE TABLE budgets (
  council_id         text NOT NULL,
  id                 text NOT NULL,
  person_id          text NOT NULL,
  starts_on          date NOT NULL,
  ends_on            date NOT NULL,
  cost_pence         pence_from_zero NOT NULL,
  contribution_pence pence_from_zero NOT NULL,
  council_pence      pence_from_zero NOT NULL,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, person_id, starts_on),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (ends_on > starts_on),
  CHECK (cost_pence = contribution_pence + council_pence)
);

CREATE TABLE budget_lines (
  council_id      text NOT NULL,
  id              text NOT NULL,
  budget_id       text NOT NULL,
  person_id       text NOT NULL,
  reference       text NOT NULL,
  name            text NOT NULL,
  funder_id       text NOT NULL,
  stream          text NOT NULL CHECK (stream IN ('social-care', 'health', 'education', 'short-breaks', 'own-money', 'family')),
  arrangement     text NOT NULL CHECK (arrangement IN ('direct-payment', 'representative', 'trust', 'managed-account', 'individual-service-fund', 'council-managed', 'own')),
  holder_organisation_id text REFERENCES organisations (id),
  holder_name     text,
  state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  starts_on       date NOT NULL,
  ends_on         date NOT NULL,
  award_pence     pence_from_zero NOT NULL,
  -- what was taken off the award since the line was opened: it left the line without being spent
  lowered_pence   pence_from_zero NOT NULL DEFAULT 0,
  weekly_pence    pence_from_zero,
  source_hash     text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, budget_id, reference),
  FOREIGN KEY (council_id, budget_id) REFERENCES budgets (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  CHECK (ends_on > starts_on),
  CHECK ((stream IN ('own-money', 'family')) = (arrangement = 'own')),
  CHECK ((arrangement IN ('trust', 'managed-account', 'individual-service-fund')) = (holder_organisation_id IS NOT NULL)),
  CHECK (arrangement <> 'representative' OR holder_name IS NOT NULL)
);
CREATE INDEX budget_lines_person ON budget_lines (council_id, person_id);
CREATE INDEX budget_lines_funder ON budget_lines (council_id, funder_id);
CREATE INDEX budget_lines_holder ON budget_lines (council_id, holder_organisation_id) WHERE holder_organisation_id IS NOT NULL;

-- The lines of money that a mandate is for, where it is not for all of them.
CREATE TABLE mandate_lines (
  council_id text NOT NULL,
  mandate_id text NOT NULL,
  line_id    text NOT NULL,
  PRIMARY KEY (council_id, mandate_id, line_id),
  FOREIGN KEY (council_id, mandate_id) REFERENCES mandates (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id)
);

-- The terms on which a council and a provider trade.
CREATE TABLE agreements (
  council_id        text NOT NULL REFERENCES councils (id),
  id                text NOT NULL,
  organisation_id   text NOT NULL REFERENCES organisations (id),
  billing_period    text NOT NULL CHECK (billing_period IN ('weekly', 'four-weekly', 'calendar-month')),
  accredited_on     date,
  -- the day on which the provider agreed with this council that the council writes its invoices; null: it has not
  self_billing_agreed_on date,
  from_date         date NOT NULL,
  until_date        date,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, organisation_id)
);

-- The private catalogue: what this council agreed to pay. Never in a public query: only rows of the current council are visible.
CREATE TABLE agreed_rates (
  council_id  text NOT NULL REFERENCES councils (id),
  id          text NOT NULL,
  offer_id    text NOT NULL REFERENCES offers (id),
  price_pence pence_from_zero NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  recorded_at timestamptz NOT NULL,
  -- a rate that was put right or cut short stays as it was said
  replaced_at timestamptz,
  PRIMARY KEY (council_id, id),
  CHECK (valid_to >= valid_from),
  CONSTRAINT agreed_rates_one_on_a_day EXCLUDE USING gist (council_id WITH =, offer_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (replaced_at IS NULL)
);
CREATE INDEX agreed_rates_offer ON agreed_rates (council_id, offer_id) WHERE replaced_at IS NULL;

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['people', 'person_addresses', 'person_telephones', 'memberships', 'invitations', 'mandates', 'mandate_lines', 'caseloads', 'budgets', 'budget_lines', 'agreements', 'agreed_rates']) AS name;
GRANT DELETE ON person_addresses, person_telephones TO support_market_app;
