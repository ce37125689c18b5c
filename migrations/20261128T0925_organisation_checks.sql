-- why: a provider says itself that it is insured, that its workers were checked and who registers it. That is its own word, shown
-- as that: what a council's file says stays where it is.

CREATE TABLE organisation_checks (
  organisation_id text PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
  insured_until   date,
  dbs_checked_on  date,
  -- a location of the Care Quality Commission, and a charity of the register: no mark before a file has it
  cqc_location_id text CHECK (cqc_location_id ~ '^1-[0-9]{3,12}$'),
  charity_number  text CHECK (charity_number ~ '^[0-9]{6,8}(-[0-9]{1,4})?$'),
  said_by         text REFERENCES accounts (id),
  said_at         timestamptz,
  -- the end of an insurance of which its members were reminded
  reminded_of     date,
  CHECK ((said_by IS NULL) = (said_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_checks TO support_market_app;
CREATE INDEX organisations_insured_until ON organisations (insured_until) WHERE insured_until IS NOT NULL;
CREATE INDEX organisation_checks_insured_until ON organisation_checks (insured_until) WHERE insured_until IS NOT NULL;
