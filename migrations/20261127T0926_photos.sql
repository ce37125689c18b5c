-- why: photographs of organisations and of what they offer, shown to everybody, made anew by the program from what was sent.
-- Like the rest of the catalogue these tables are shared by all councils.

CREATE TABLE photos (
  id              text PRIMARY KEY,
  organisation_id text NOT NULL REFERENCES organisations (id),
  -- what it shows; null: the organisation itself
  listing_id      text REFERENCES listings (id),
  alt_text        text NOT NULL CHECK (length(alt_text) BETWEEN 1 AND 250),
  position        integer NOT NULL CHECK (position >= 0),
  added_by        text NOT NULL REFERENCES accounts (id),
  added_at        timestamptz NOT NULL
);
CREATE INDEX photos_organisation ON photos (organisation_id, position) WHERE listing_id IS NULL;
CREATE INDEX photos_listing ON photos (listing_id, position) WHERE listing_id IS NOT NULL;

-- The bytes, in two sizes, each at an address that is their hash.
CREATE TABLE photo_files (
  photo_id text NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
  size     text NOT NULL CHECK (size IN ('small', 'large')),
  hash     text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  width    integer NOT NULL CHECK (width BETWEEN 1 AND 1600),
  height   integer NOT NULL CHECK (height BETWEEN 1 AND 1600),
  content  bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 4194304),
  PRIMARY KEY (photo_id, size)
);
CREATE INDEX photo_files_hash ON photo_files (hash);

GRANT SELECT, INSERT, UPDATE, DELETE ON photos TO support_market_app;
GRANT SELECT, INSERT, DELETE ON photo_files TO support_market_app;
