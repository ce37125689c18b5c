-- why: a person, and those who act for them, keep what they found until they choose.

CREATE TABLE kept_listings (
  council_id text NOT NULL,
  id         text NOT NULL,
  person_id  text NOT NULL,
  -- no foreign key: a listing that came with an import leaves when that is undone, and is then told as no longer offered
  listing_id text NOT NULL,
  -- as it read when it was kept, so that it can still be named when it is no longer offered
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  note       text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  kept_at    timestamptz NOT NULL,
  kept_by    text NOT NULL REFERENCES accounts (id),
  -- can be put back until it leaves with the old records
  removed_at timestamptz,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id)
);
CREATE UNIQUE INDEX kept_listings_once ON kept_listings (council_id, person_id, listing_id) WHERE removed_at IS NULL;
CREATE INDEX kept_listings_newest ON kept_listings (council_id, person_id, kept_at DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX kept_listings_removed ON kept_listings (council_id, removed_at) WHERE removed_at IS NOT NULL;

SELECT protect_council_table('kept_listings');
