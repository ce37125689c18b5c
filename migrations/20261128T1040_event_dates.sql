-- why: one date of what repeats is called off, or is on another day, and people have to hear of it before they stand at the door.

CREATE TABLE event_dates (
  event_id   text NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  -- the day on which its rule has it
  on_date    date NOT NULL,
  -- null: it is called off
  moved_to   date,
  start_time time,
  end_time   time,
  reason     text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, on_date),
  CHECK ((moved_to IS NULL) = (start_time IS NULL) AND (moved_to IS NULL) = (end_time IS NULL))
);
-- What is on is read day by day.
CREATE INDEX event_dates_moved_to ON event_dates (moved_to) WHERE moved_to IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_dates TO support_market_app;
