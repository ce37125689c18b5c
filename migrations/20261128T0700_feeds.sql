-- why: services come from other people's Open Referral feeds too, what a feed no longer names goes from view, and what its
-- services cost is told without being sold.

ALTER TABLE imports DROP CONSTRAINT imports_kind_check;
ALTER TABLE imports ADD CONSTRAINT imports_kind_check
  CHECK (kind IN ('people', 'providers', 'community', 'postcodes', 'mandates', 'caseloads', 'open-referral'));

ALTER TABLE listings DROP CONSTRAINT listings_state_check;
ALTER TABLE listings ADD CONSTRAINT listings_state_check
  CHECK (state IN ('draft', 'published', 'stale', 'hidden', 'withheld', 'withdrawn'));

-- What a service costs, as its source says it: nothing of it is sold here.
CREATE TABLE listing_costs (
  listing_id   text NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
  position     integer NOT NULL,
  option       text NOT NULL DEFAULT '' CHECK (length(option) <= 200),
  -- with any VAT, as a person pays it; null: only words say it
  amount_pence pence_from_zero,
  -- "an hour", "for each child"
  words        text NOT NULL DEFAULT '' CHECK (length(words) <= 200),
  valid_from   date,
  valid_to     date,
  PRIMARY KEY (listing_id, position),
  CHECK (amount_pence IS NOT NULL OR option <> '' OR words <> ''),
  CHECK (valid_to >= valid_from)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON listing_costs TO support_market_app;
