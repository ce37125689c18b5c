-- why: what came in by file, so that it is looked at before it is taken and can be undone while nothing hangs on it.

CREATE TABLE imports (
  council_id  text NOT NULL REFERENCES councils (id),
  id          text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('people', 'providers', 'community', 'postcodes', 'mandates', 'caseloads')),
  layout      text NOT NULL,
  state       text NOT NULL CHECK (state IN ('previewed', 'taken', 'undone')),
  file_name   text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  -- the very bytes that were looked at: no others are taken in their place
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- control totals, without anybody's data
  totals      jsonb NOT NULL,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  taken_by    text,
  taken_at    timestamptz,
  undone_by   text,
  undone_at   timestamptz,
  -- when what it had changed was no longer kept: from then on it cannot be undone
  forgotten_at timestamptz,
  PRIMARY KEY (council_id, id),
  CHECK ((state = 'previewed') = (taken_at IS NULL)),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL))
);
CREATE INDEX imports_made ON imports (council_id, made_at);

-- What an import made or changed, as it was before (null: it is new), so that it can be put back.
CREATE TABLE import_records (
  council_id   text NOT NULL,
  import_id    text NOT NULL,
  noun         text NOT NULL,
  record_id    text NOT NULL,
  before       jsonb,
  -- of the row as the import left it: another one says that somebody changed it since
  after_digest text NOT NULL,
  PRIMARY KEY (council_id, import_id, noun, record_id),
  FOREIGN KEY (council_id, import_id) REFERENCES imports (council_id, id)
);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['imports', 'import_records']) AS name;
-- What it was before is somebody's data: it goes when the import can no longer be undone.
GRANT DELETE ON import_records TO support_market_app;
-- What an import brought goes again when it is undone; whatever refers to it holds it back.
GRANT DELETE ON offer_prices, agreed_rates, listings, organisations, agreements, caseloads, postcodes TO support_market_app;
