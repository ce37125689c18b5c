-- why: a council keeps the addresses of other people's feeds, which are read every night; what a feed no longer names is hidden
-- first, and withdrawn when it stays away.

CREATE TABLE feeds (
  council_id    text NOT NULL REFERENCES councils (id),
  id            text NOT NULL,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  address       text NOT NULL CHECK (length(address) BETWEEN 1 AND 2000),
  -- the name of the list as imports have it: what it said before, it may change and take away
  list          text NOT NULL,
  added_at      timestamptz NOT NULL,
  state         text NOT NULL CHECK (state IN ('open', 'stopped')),
  -- a person asked for it to be read, and it was not yet
  asked_at      timestamptz,
  -- a worker reads it; one that died gives it free after some hours
  reading_since timestamptz,
  -- what came last, whole: the same again is not taken again
  sha256        text,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, list)
);
CREATE INDEX feeds_added ON feeds (council_id, added_at, id);
SELECT protect_council_table('feeds'::regclass);

CREATE TABLE feed_readings (
  council_id text NOT NULL,
  id         text NOT NULL,
  feed_id    text NOT NULL,
  began_at   timestamptz NOT NULL,
  ended_at   timestamptz NOT NULL,
  outcome    text NOT NULL CHECK (outcome IN ('taken', 'same', 'failed')),
  -- the code of the problem that stopped it
  reason     text,
  import_id  text,
  -- every service that the feed says it has came
  is_whole   boolean NOT NULL,
  services   integer NOT NULL,
  made       integer NOT NULL,
  changed    integer NOT NULL,
  unchanged  integer NOT NULL,
  hidden     integer NOT NULL,
  withdrawn  integer NOT NULL,
  refused    integer NOT NULL,
  -- the first of those that were refused, each with why
  refusals   jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, feed_id) REFERENCES feeds (council_id, id),
  CHECK ((outcome = 'failed') = (reason IS NOT NULL))
);
CREATE INDEX feed_readings_newest ON feed_readings (council_id, feed_id, began_at, id);
SELECT protect_council_table('feed_readings'::regclass);
GRANT DELETE ON feed_readings TO support_market_app;

-- Services that a feed named once and does not name now, hidden since that day.
CREATE TABLE feed_absences (
  council_id text NOT NULL,
  feed_id    text NOT NULL,
  listing_id text NOT NULL,
  since      date NOT NULL,
  PRIMARY KEY (council_id, listing_id),
  FOREIGN KEY (council_id, feed_id) REFERENCES feeds (council_id, id)
);
CREATE INDEX feed_absences_feed ON feed_absences (council_id, feed_id, listing_id);
SELECT protect_council_table('feed_absences'::regclass);
GRANT DELETE ON feed_absences TO support_market_app;
