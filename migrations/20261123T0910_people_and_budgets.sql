-- why: people, who may act for them, and the money each of them has, owned by one council each.
-- Every table here has council_id first in every key, so that it can be distributed by it unchanged.

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

CREATE TABLE people (
  council_id     text NOT NULL REFERENCES councils (id),
  id             text NOT NULL,
  reference      text NOT NULL,
  given_name     text NOT NULL,
  family_name    text NOT NULL,
  date_of_birth  date,
  care_group     text NOT NULL CHECK (care_group IN ('older-people', 'learning-disability', 'physical-disability', 'mental-health', 'children', 'carers')),
  email          text,
  address_line   text,
  postcode       text,
  ward_code      text,
  ward_name      text,
  latitude       double precision,
  longitude      double precision,
  family_ref     text,
  source_hash    text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, reference)
);

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

-- A recorded authority: what someone may do for one person, and until when (both days included).
CREATE TABLE mandates (
  council_id      text NOT NULL,
  id              text NOT NULL,
  person_id       text NOT NULL,
  account_id      text REFERENCES accounts (id),
  organisation_id text REFERENCES organisations (id),
  kind            text NOT NULL CHECK (kind IN ('representative', 'broker')),
  may_order       boolean NOT NULL,
  may_confirm     boolean NOT NULL,
  may_manage_money boolean NOT NULL,
  from_date       date NOT NULL,
  until_date      date NOT NULL,
  ended_at        timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (until_date >= from_date),
  CHECK ((kind = 'representative') = (account_id IS NOT NULL)),
  CHECK ((kind = 'broker') = (organisation_id IS NOT NULL))
);
CREATE INDEX mandates_person ON mandates (council_id, person_id);
CREATE INDEX mandates_account ON mandates (council_id, account_id);
CREATE INDEX mandates_organisation ON mandates (council_id, organisation_id);

CREATE TABLE caseloads (
  council_id text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  person_id  text NOT NULL,
  PRIMARY KEY (council_id, account_id, person_id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id)
);
CREATE INDEX caseloads_person ON caseloads (council_id, person_id);

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
  stream          text NOT NULL CHECK (stream IN ('social-care', 'health', 'education', 'short-breaks', 'own-money', 'family')),
  arrangement     text NOT NULL CHECK (arrangement IN ('direct-payment', 'representative', 'trust', 'managed-account', 'individual-service-fund', 'council-managed', 'own')),
  holder_organisation_id text REFERENCES organisations (id),
  holder_name     text,
  state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  starts_on       date NOT NULL,
  ends_on         date NOT NULL,
  award_pence     pence_from_zero NOT NULL,
  weekly_pence    pence_from_zero,
  source_hash     text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, budget_id, reference),
  FOREIGN KEY (council_id, budget_id) REFERENCES budgets (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (ends_on > starts_on),
  CHECK ((stream IN ('own-money', 'family')) = (arrangement = 'own')),
  CHECK ((arrangement IN ('trust', 'managed-account', 'individual-service-fund')) = (holder_organisation_id IS NOT NULL)),
  CHECK (arrangement <> 'representative' OR holder_name IS NOT NULL)
);
CREATE INDEX budget_lines_person ON budget_lines (council_id, person_id);
CREATE INDEX budget_lines_holder ON budget_lines (council_id, holder_organisation_id);

-- The terms on which a council and a provider trade.
CREATE TABLE agreements (
  council_id        text NOT NULL REFERENCES councils (id),
  id                text NOT NULL,
  organisation_id   text NOT NULL REFERENCES organisations (id),
  billing_period    text NOT NULL CHECK (billing_period IN ('weekly', 'four-weekly', 'calendar-month')),
  accredited_on     date,
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
  PRIMARY KEY (council_id, id),
  EXCLUDE USING gist (council_id WITH =, offer_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE INDEX agreed_rates_offer ON agreed_rates (council_id, offer_id);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['people', 'memberships', 'invitations', 'mandates', 'caseloads', 'budgets', 'budget_lines', 'agreements', 'agreed_rates']) AS name;
