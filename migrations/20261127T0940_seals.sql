-- why: proof against tampering: what is fixed is sealed with a key that this database does not hold, link by link.

-- What is new and not sealed yet, written by the transaction that made it. The sealer takes the rows that it can see and
-- removes exactly those, so a transaction that commits late is never passed over, whatever its ids and times say.
CREATE TABLE unsealed_records (
  council_id text NOT NULL REFERENCES councils (id),
  id         bigint GENERATED ALWAYS AS IDENTITY,
  kind       text NOT NULL,
  record_id  text NOT NULL,
  -- where the record is kept by month: its own moment, so that it is found in one partition
  record_at  timestamptz,
  PRIMARY KEY (council_id, id)
);

-- One chain a council. A link keeps a keyed hash of what the record said, so that the chain can be walked after the
-- record's month has left, and nobody can learn or guess from it what the record was.
CREATE TABLE seals (
  council_id   text NOT NULL REFERENCES councils (id),
  position     bigint NOT NULL CHECK (position > 0),
  kind         text NOT NULL,
  version      integer NOT NULL,
  record_id    text NOT NULL,
  record_at    timestamptz,
  payload_hash text NOT NULL,
  key_id       text NOT NULL,
  sealed_at    timestamptz NOT NULL,
  chain_hash   text NOT NULL,
  PRIMARY KEY (council_id, position)
);
CREATE INDEX seals_record ON seals (council_id, kind, record_id);
CREATE TRIGGER seals_immutable BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seals_not_emptied BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- That a council's records of a month were removed because their time was over; sealed like any other fact.
CREATE TABLE months_left (
  council_id  text NOT NULL REFERENCES councils (id),
  id          text NOT NULL,
  record_kind text NOT NULL,
  month       date NOT NULL,
  kept_months integer NOT NULL,
  left_at     timestamptz NOT NULL,
  PRIMARY KEY (council_id, id)
);
CREATE TRIGGER months_left_immutable BEFORE UPDATE OR DELETE ON months_left FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['unsealed_records', 'seals', 'months_left']) AS name;
REVOKE UPDATE ON unsealed_records, seals, months_left FROM support_market_app;
REVOKE INSERT ON months_left FROM support_market_app;
GRANT DELETE ON unsealed_records TO support_market_app;
