-- why: somebody who offers support opens a store of their own, and a council that wants to looks at a listing before people see it.

ALTER TABLE account_councils
  -- who signs up to list what they offer, until their address is proved: what they are, and their store's name
  ADD COLUMN asked_kind text CHECK (asked_kind IN ('alone', 'small-organisation', 'agency', 'charity', 'community-group', 'council-service')),
  ADD COLUMN asked_name text CHECK (length(asked_name) BETWEEN 1 AND 200),
  ADD CHECK ((asked_kind IS NULL) = (asked_name IS NULL));

-- Who opened it for themselves; null where a council brought it.
ALTER TABLE organisations ADD COLUMN opened_by text REFERENCES accounts (id);
CREATE INDEX organisations_opened_by ON organisations (opened_by) WHERE opened_by IS NOT NULL;

ALTER TABLE listings DROP CONSTRAINT listings_state_check;
ALTER TABLE listings ADD CONSTRAINT listings_state_check
  CHECK (state IN ('draft', 'submitted', 'changes-asked', 'published', 'stale', 'hidden', 'withheld', 'withdrawn'));

-- Each time that an owner sent a listing to its council to be looked at: what it said then, and what the council answered.
CREATE TABLE listing_reviews (
  id              text PRIMARY KEY,
  listing_id      text NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
  organisation_id text NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  -- that looks at it: the one that lists the organisation
  council_id      text NOT NULL REFERENCES councils (id),
  -- field → what it said, in words
  said            jsonb NOT NULL CHECK (jsonb_typeof(said) = 'object'),
  sent_by         text NOT NULL REFERENCES accounts (id),
  sent_at         timestamptz NOT NULL,
  answer          text CHECK (answer IN ('approved', 'changes-asked')),
  -- what has to change; its owner reads it
  reason          text CHECK (length(reason) BETWEEN 1 AND 1000),
  answered_by     text REFERENCES accounts (id),
  answered_at     timestamptz,
  CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
  CHECK ((answer IS NOT DISTINCT FROM 'changes-asked') = (reason IS NOT NULL))
);
-- A listing waits once, and the longest first.
CREATE UNIQUE INDEX listing_reviews_waiting ON listing_reviews (listing_id) WHERE answer IS NULL;
CREATE INDEX listing_reviews_queue ON listing_reviews (council_id, id) WHERE answer IS NULL;
CREATE INDEX listing_reviews_listing ON listing_reviews (listing_id, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON listing_reviews TO support_market_app;
