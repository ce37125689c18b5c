-- why: the shared reference data (councils, places, the catalogue, sign-in) that every council reads and none owns.
-- These tables have no council_id in their keys: in a distributed database they are reference tables.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The application never owns a table: it logs in as this role, so row-level security binds it. The program makes the login.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'support_market_app') THEN
    CREATE ROLE support_market_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server was migrating at the same moment
END
$$;

-- Every amount of money is whole pence within bounds that JSON and browsers hold exactly; no column has an amount of its own type.
CREATE DOMAIN pence AS bigint CHECK (VALUE BETWEEN -99999999999 AND 99999999999);
CREATE DOMAIN pence_from_zero AS bigint CHECK (VALUE BETWEEN 0 AND 99999999999);
CREATE DOMAIN pence_above_zero AS bigint CHECK (VALUE BETWEEN 1 AND 99999999999);

CREATE TABLE councils (
  id                       text PRIMARY KEY,
  slug                     text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]{2,40}$'),
  name                     text NOT NULL,
  code                     text NOT NULL UNIQUE CHECK (code ~ '^[A-Z]{3}$'),
  address_line             text NOT NULL,
  city                     text NOT NULL,
  postcode                 text NOT NULL,
  email                    text NOT NULL,
  latitude                 double precision,
  longitude                double precision,
  demonstration            boolean NOT NULL DEFAULT false,
  -- the day on which a made-up council was loaded: its year of budgets, orders and invoices ends there
  demonstration_made_on    date CHECK (demonstration_made_on IS NULL OR demonstration)
);

CREATE TABLE bank_holidays (
  holiday_date date PRIMARY KEY,
  name         text NOT NULL
);

CREATE TABLE postcodes (
  postcode   text PRIMARY KEY CHECK (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  outward    text NOT NULL,
  -- null where it has no grid reference: a forces' address, a large user's
  latitude   double precision,
  longitude  double precision,
  ward_code  text,
  ward_name  text,
  lsoa_code  text,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX postcodes_outward ON postcodes (outward) INCLUDE (latitude, longitude);

-- The middle of every outward code ("WA15"), so that a search near one reads a row instead of thousands.
CREATE TABLE outwards (
  outward   text PRIMARY KEY,
  latitude  double precision NOT NULL,
  longitude double precision NOT NULL
);

CREATE TABLE categories (
  id        text PRIMARY KEY,
  slug      text NOT NULL UNIQUE,
  parent_id text REFERENCES categories (id),
  name      text NOT NULL,
  synonyms  text NOT NULL DEFAULT '',
  position  integer NOT NULL
);

CREATE TABLE organisations (
  id                    text PRIMARY KEY,
  slug                  text NOT NULL UNIQUE,
  kind                  text NOT NULL CHECK (kind IN ('agency', 'charity', 'public-body', 'micro-provider', 'personal-assistant', 'community-group', 'broker', 'trust', 'business')),
  name                  text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  description           text NOT NULL DEFAULT '',
  size                  text NOT NULL DEFAULT 'small' CHECK (size IN ('one-person', 'small', 'medium', 'large')),
  in_house              boolean NOT NULL DEFAULT false,
  address_line          text,
  city                  text,
  postcode              text,
  email                 text,
  telephone             text,
  website               text,
  cqc_location_id       text,
  cqc_rating            text,
  cqc_checked_on        date,
  charity_number        text,
  company_number        text,
  vat_number            text CHECK (vat_number ~ '^GB[0-9]{9}([0-9]{3})?$'),
  tax_reference         text,
  insured_until         date,
  dbs_checked_on        date,
  accepts_isf           boolean NOT NULL DEFAULT false,
  confirmed_on          date,
  -- whether the public sees where it is, not only the town and the first half of the postcode; null: it has not said
  show_address          boolean,
  -- the council whose file brought it: its members there keep it
  listed_by             text REFERENCES councils (id),
  source                text,
  source_ref            text,
  created_at            timestamptz NOT NULL,
  changed_at            timestamptz NOT NULL,
  UNIQUE (source, source_ref)
);

-- Who said what is in the catalogue: a row for each file that was taken and each time that somebody saved a page.
CREATE TABLE fact_sources (
  id         text PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('import', 'provider')),
  council_id text REFERENCES councils (id),
  -- of a file: the list that it is, and its own name
  list       text,
  file_name  text,
  -- the account, or what acts for the council
  said_by    text NOT NULL,
  said_at    timestamptz NOT NULL,
  CHECK ((kind = 'import') = (list IS NOT NULL))
);

-- Where each fact of an organisation or listing came from, and what a file said that does not hold because its provider had
-- said otherwise. Beside the record, so that a search does not read it.
CREATE TABLE catalogue_facts (
  record_id text PRIMARY KEY,
  -- field → {by, in}: `import` or `provider`, and which of fact_sources
  said      jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(said) = 'object'),
  -- field → {in, values, kept}: what the file said; kept once the provider has decided to stay with its own
  left_out  jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(left_out) = 'object')
);

-- What every invoice number of a supplier begins with, in every council: fixed when it is first billed for, never used for another.
CREATE TABLE number_prefixes (
  organisation_id text PRIMARY KEY REFERENCES organisations (id),
  prefix          text NOT NULL UNIQUE CHECK (prefix ~ '^[A-Z0-9]{2,8}$'),
  fixed_at        timestamptz NOT NULL
);

CREATE TABLE listings (
  id                text PRIMARY KEY,
  slug              text NOT NULL UNIQUE,
  organisation_id   text NOT NULL REFERENCES organisations (id),
  category_id       text NOT NULL REFERENCES categories (id),
  kind              text NOT NULL CHECK (kind IN ('service', 'community')),
  state             text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'published', 'stale', 'hidden', 'withheld')),
  -- why its council hides it from everybody
  withheld_because  text CHECK (length(withheld_because) BETWEEN 1 AND 500),
  title             text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  summary           text NOT NULL DEFAULT '',
  description       text NOT NULL DEFAULT '',
  when_text         text NOT NULL DEFAULT '',
  who_for           text NOT NULL DEFAULT '',
  languages         text[] NOT NULL DEFAULT '{}',
  faiths            text[] NOT NULL DEFAULT '{}',
  worker_genders    text[] NOT NULL DEFAULT '{}',
  evenings          boolean NOT NULL DEFAULT false,
  weekends          boolean NOT NULL DEFAULT false,
  -- null: they have not said
  has_space         boolean,
  accessible        boolean NOT NULL DEFAULT false,
  minimum_age       integer CHECK (minimum_age BETWEEN 0 AND 120),
  maximum_age       integer CHECK (maximum_age BETWEEN 0 AND 120),
  free              boolean NOT NULL DEFAULT false,
  from_price_pence  pence_from_zero,
  venue             text NOT NULL DEFAULT '',
  address_line      text NOT NULL DEFAULT '',
  postcode          text,
  latitude          double precision,
  longitude         double precision,
  serves_metres     integer,
  website           text,
  last_confirmed_on date,
  source            text,
  source_ref        text,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  -- of its main place; null: as the organisation's
  show_address      boolean,
  -- what the public may know of its main place, worked out with its words: a hidden one is in the middle of its district
  address_shown     boolean NOT NULL DEFAULT true,
  shown_latitude    double precision,
  shown_longitude   double precision,
  search            tsvector NOT NULL DEFAULT ''::tsvector,
  UNIQUE (source, source_ref),
  CHECK ((state = 'withheld') = (withheld_because IS NOT NULL))
);
CREATE INDEX listings_withheld ON listings (id) WHERE state = 'withheld';
CREATE INDEX listings_search ON listings USING gin (search);
CREATE INDEX listings_place ON listings (shown_latitude, shown_longitude) WHERE state IN ('published', 'stale');
CREATE INDEX listings_category ON listings (category_id) WHERE state IN ('published', 'stale');
CREATE INDEX listings_organisation ON listings (organisation_id);
-- Free things like this, near this.
CREATE INDEX listings_free ON listings (category_id, shown_latitude, shown_longitude, id) WHERE free AND state IN ('published', 'stale');

-- The places of an organisation. Two listings at one place share it.
CREATE TABLE locations (
  id              text PRIMARY KEY,
  organisation_id text NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  name            text NOT NULL DEFAULT '',
  address_line    text NOT NULL DEFAULT '',
  postcode        text,
  latitude        double precision,
  longitude       double precision,
  access_notes    text NOT NULL DEFAULT '' CHECK (length(access_notes) <= 500),
  -- null: as the organisation's
  show_address    boolean,
  address_shown   boolean NOT NULL DEFAULT true,
  shown_latitude  double precision,
  shown_longitude double precision,
  source_id       text REFERENCES fact_sources (id),
  -- a file's own reference of it: with the same, another address puts this place right
  source_ref      text,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (organisation_id, name, address_line, postcode)
);
CREATE INDEX locations_place ON locations (shown_latitude, shown_longitude);
CREATE INDEX locations_postcode ON locations (postcode) WHERE latitude IS NULL;

-- Where a listing is offered (service at location): position 0 is its main place. The listing's own venue, address and
-- point are that place, kept there because a search measures thousands of listings at once; one function writes both.
CREATE TABLE listing_locations (
  listing_id  text NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
  location_id text NOT NULL REFERENCES locations (id) ON DELETE CASCADE,
  position    integer NOT NULL CHECK (position >= 0),
  PRIMARY KEY (listing_id, location_id)
);
CREATE INDEX listing_locations_location ON listing_locations (location_id);
CREATE INDEX listing_locations_further ON listing_locations (listing_id, location_id) WHERE position > 0;

-- Who answers for an organisation, or for one of its listings: shown to the public, so only what they gave for that.
CREATE TABLE contacts (
  id              text PRIMARY KEY,
  organisation_id text NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  listing_id      text REFERENCES listings (id) ON DELETE CASCADE,
  name            text NOT NULL DEFAULT '',
  role            text NOT NULL DEFAULT '',
  telephone       text,
  email           text,
  languages       text[] NOT NULL DEFAULT '{}',
  position        integer NOT NULL CHECK (position >= 0),
  source_id       text REFERENCES fact_sources (id),
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (organisation_id, listing_id, name, role),
  CHECK (name <> '' OR role <> ''),
  CHECK (telephone IS NOT NULL OR email IS NOT NULL)
);
CREATE INDEX contacts_listing ON contacts (listing_id) WHERE listing_id IS NOT NULL;

-- What else a listing is, beside its main category.
CREATE TABLE listing_categories (
  listing_id  text NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
  category_id text NOT NULL REFERENCES categories (id),
  position    integer NOT NULL CHECK (position > 0),
  PRIMARY KEY (listing_id, category_id)
);
CREATE INDEX listing_categories_category ON listing_categories (category_id, listing_id);

-- A listing's words and its kept page are written by what changes it: apps/api/src/platform/listing-changes.repo.ts.

-- Every word of the catalogue, so that a misspelt word (on either side) can be matched to its neighbours.
CREATE TABLE search_words (
  word text PRIMARY KEY
);
CREATE INDEX search_words_trigram ON search_words USING gin (word gin_trgm_ops);

-- Ideas with several names, as the domain states them: a listing that has any of the names has the idea's own lexeme too,
-- so that a search asks for one lexeme where it would ask for a dozen words and phrases.
CREATE TABLE search_ideas (
  lexeme text PRIMARY KEY,
  names  tsquery NOT NULL
);

CREATE TABLE offers (
  id             text PRIMARY KEY,
  listing_id     text NOT NULL REFERENCES listings (id),
  name           text NOT NULL,
  unit           text NOT NULL CHECK (unit IN ('half-hour', 'hour', 'half-session', 'session', 'day', 'night', 'week', 'mile', 'item', 'one-off')),
  days           text NOT NULL DEFAULT 'any' CHECK (days IN ('any', 'weekday', 'weekend', 'saturday', 'sunday', 'bank-holiday', 'waking-night', 'sleeping-night')),
  minimum_minutes integer NOT NULL DEFAULT 0 CHECK (minimum_minutes BETWEEN 0 AND 1440),
  -- so long before a visit it is cancelled free; null: its provider did not say, and each council's own setting holds
  notice_hours   integer CHECK (notice_hours BETWEEN 0 AND 720),
  welfare        boolean NOT NULL DEFAULT true,
  zero_rated     boolean NOT NULL DEFAULT false,
  withdrawn      boolean NOT NULL DEFAULT false,
  -- its provider took it off sale: no file puts it back
  withdrawn_by_provider boolean NOT NULL DEFAULT false,
  -- its provider added it: no file changes what it is
  own            boolean NOT NULL DEFAULT false,
  position       integer NOT NULL DEFAULT 0,
  source_ref     text,
  UNIQUE (listing_id, source_ref),
  CHECK (withdrawn OR NOT withdrawn_by_provider)
);
CREATE INDEX offers_listing ON offers (listing_id);

-- What an offer costs the public, net of VAT, from a day to a day: one price on any day. A price that was put right or cut
-- short stays as it was said, with the moment at which it was replaced.
CREATE TABLE offer_prices (
  id          text PRIMARY KEY,
  offer_id    text NOT NULL REFERENCES offers (id),
  price_pence pence_from_zero NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date,
  -- who said so: what the provider set itself, no file overwrites
  set_by      text NOT NULL CHECK (set_by IN ('provider', 'import')),
  recorded_at timestamptz NOT NULL,
  replaced_at timestamptz,
  CHECK (valid_to >= valid_from),
  CONSTRAINT offer_prices_one_on_a_day EXCLUDE USING gist (offer_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (replaced_at IS NULL)
);
CREATE INDEX offer_prices_offer ON offer_prices (offer_id, valid_from) WHERE replaced_at IS NULL;

-- Something a community group runs: a weekly or monthly rule, counted from its first date.
CREATE TABLE events (
  id             text PRIMARY KEY,
  listing_id     text NOT NULL REFERENCES listings (id),
  name           text NOT NULL,
  frequency      text NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly')),
  weekday        integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  week_of_month  integer CHECK (week_of_month BETWEEN 1 AND 5),
  -- 2 is every second week or month
  interval_count integer NOT NULL DEFAULT 1 CHECK (interval_count BETWEEN 1 AND 52),
  first_date     date NOT NULL,
  last_date      date CHECK (last_date >= first_date),
  start_time     time NOT NULL,
  end_time       time NOT NULL,
  -- where it is; null: at the main place of its listing
  location_id    text REFERENCES locations (id) ON DELETE SET NULL,
  source_id      text REFERENCES fact_sources (id),
  created_at     timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  UNIQUE (listing_id, name, first_date, start_time),
  CHECK ((frequency = 'monthly') = (week_of_month IS NOT NULL))
);
-- What is on is read day by day, earliest first, and no further than what is shown.
CREATE INDEX events_weekday ON events (weekday, start_time, name, id) WHERE frequency <> 'once';
CREATE INDEX events_location ON events (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX events_once ON events (first_date, start_time, name, id) WHERE frequency = 'once';

-- The days on which an event does not happen, and why: "not in August, the cooks are on holiday".
CREATE TABLE event_breaks (
  event_id   text NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  from_date  date NOT NULL,
  to_date    date NOT NULL,
  -- comes back each year on the same days
  every_year boolean NOT NULL DEFAULT false,
  reason     text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  PRIMARY KEY (event_id, from_date),
  CHECK (to_date BETWEEN from_date AND from_date + 366),
  CHECK (NOT every_year OR to_date < from_date + 365)
);

-- The public page of each listing, ready to send. Whatever is on it empties it when it changes, in the same
-- transaction; the next reader builds it again, and keeps it only if the version is still the one that was read.
CREATE TABLE listing_pages (
  slug      text PRIMARY KEY,
  version   bigint NOT NULL DEFAULT 1,
  built_for date,
  body      text
);

-- How each listing came to its state. A listing belongs to no council, so its history does not either: its owner and the
-- auditors of the council that lists it read it.
CREATE TABLE listing_histories (
  id              text PRIMARY KEY,
  listing_id      text NOT NULL,
  organisation_id text NOT NULL,
  event           text NOT NULL,
  from_state      text,
  to_state        text NOT NULL,
  changed_at      timestamptz NOT NULL,
  -- the account, or `system`; and the council in which it acted
  changed_by      text NOT NULL,
  role            text NOT NULL,
  council_id      text REFERENCES councils (id)
);
CREATE INDEX listing_histories_listing ON listing_histories (listing_id, changed_at, id);

-- Sign-in: accounts are people who use the site; what they may do in a council is in that council's memberships.
CREATE TABLE accounts (
  id             text PRIMARY KEY,
  email          text,
  -- what somebody without an e-mail address signs in with; their council gives it to them
  sign_in_name   text UNIQUE CHECK (sign_in_name ~ '^[a-z0-9][a-z0-9.-]{3,39}$'),
  name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at     timestamptz NOT NULL,
  email_confirmed_at timestamptz,
  closed_at      timestamptz,
  CHECK (email IS NOT NULL OR sign_in_name IS NOT NULL)
);
CREATE UNIQUE INDEX accounts_email ON accounts (lower(email));

-- How an account proves who it is: a password today; a passkey or another site's word (OpenID Connect) are further rows.
CREATE TABLE account_credentials (
  id           text PRIMARY KEY,
  account_id   text NOT NULL REFERENCES accounts (id),
  kind         text NOT NULL CHECK (kind IN ('password', 'passkey', 'openid-connect')),
  -- of a password: its hash
  secret_hash  text,
  -- of the others: who vouches and for whom
  issuer       text,
  subject      text,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CHECK ((kind = 'password') = (secret_hash IS NOT NULL)),
  CHECK ((kind = 'password') = (subject IS NULL))
);
CREATE UNIQUE INDEX account_credentials_one_password ON account_credentials (account_id) WHERE kind = 'password' AND ended_at IS NULL;
CREATE UNIQUE INDEX account_credentials_subject ON account_credentials (kind, issuer, subject) WHERE ended_at IS NULL;
CREATE INDEX account_credentials_account ON account_credentials (account_id);

-- Which councils to look in when an account signs in.
CREATE TABLE account_councils (
  account_id text NOT NULL REFERENCES accounts (id),
  council_id text NOT NULL REFERENCES councils (id),
  -- the accounts of those who made it on paper or printed a code for it: they may not also let it act for somebody
  codes_printed_by text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (account_id, council_id)
);

CREATE TABLE sessions (
  id              text PRIMARY KEY,
  account_id      text NOT NULL REFERENCES accounts (id),
  council_id      text REFERENCES councils (id),
  refresh_hash    text NOT NULL,
  previous_hash   text,
  rotated_at      timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  ended_because   text
);
CREATE INDEX sessions_account ON sessions (account_id);

-- Failed tries, counted by account and by where they come from together, so that a stranger's failures
-- slow the stranger down and never lock the owner out.
CREATE TABLE sign_in_failures (
  email_hash   text NOT NULL,
  source_hash  text NOT NULL,
  failures     integer NOT NULL,
  last_at      timestamptz NOT NULL,
  -- a browser that the account signed in with before
  known        boolean NOT NULL,
  PRIMARY KEY (email_hash, source_hash)
);
CREATE INDEX sign_in_failures_source ON sign_in_failures (source_hash, last_at);

-- An invitation's link is for whoever has the mailbox, before there is an account, so it names the record instead.
CREATE TABLE one_time_links (
  token_hash  text PRIMARY KEY,
  purpose     text NOT NULL CHECK (purpose IN ('password-reset', 'confirm-email', 'invitation', 'paper-code')),
  account_id  text REFERENCES accounts (id),
  council_id  text REFERENCES councils (id),
  record_id   text,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  CHECK ((purpose = 'invitation') = (account_id IS NULL)),
  CHECK ((purpose = 'invitation') = (council_id IS NOT NULL AND record_id IS NOT NULL))
);
CREATE INDEX one_time_links_account ON one_time_links (account_id);
CREATE INDEX one_time_links_record ON one_time_links (council_id, record_id);

-- Mail waiting to go or, in demonstration mode, to be read on the outbox page.
CREATE TABLE mails (
  id         text PRIMARY KEY,
  recipient  text NOT NULL,
  subject    text NOT NULL,
  body_text  text NOT NULL,
  body_html  text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at    timestamptz,
  refused_because text
);
CREATE INDEX mails_created ON mails (created_at);
CREATE INDEX mails_recipient ON mails (recipient, created_at);

-- What a payment provider told us, stored once by its event id in the same transaction as its effect.
CREATE TABLE webhook_events (
  provider    text NOT NULL,
  event_id    text NOT NULL,
  type        text NOT NULL,
  object_id   text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (provider, event_id)
);

GRANT USAGE ON SCHEMA public TO support_market_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO support_market_app;
REVOKE UPDATE ON number_prefixes, fact_sources, listing_histories FROM support_market_app;
GRANT DELETE ON sign_in_failures, sessions, one_time_links, mails, events, event_breaks, offers, search_ideas, locations, listing_locations,
  listing_categories, contacts, catalogue_facts TO support_market_app;
