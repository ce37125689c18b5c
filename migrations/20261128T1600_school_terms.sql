-- why: much that groups put on follows the school year, and each would have to type the holidays of its council as breaks.

-- When the schools of a council are open, as the council says; everybody may know it.
CREATE TABLE school_terms (
  council_id text NOT NULL REFERENCES councils (id),
  from_date  date NOT NULL,
  to_date    date NOT NULL,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- it is no council's own record: a key that begins with its council would make it one
  PRIMARY KEY (from_date, council_id),
  CHECK (to_date BETWEEN from_date AND from_date + 366)
);
CREATE INDEX school_terms_council ON school_terms (council_id, from_date);
GRANT SELECT, INSERT, DELETE ON school_terms TO support_market_app;

-- Only on days within a term of the council that lists its organisation.
ALTER TABLE events ADD COLUMN term_time boolean NOT NULL DEFAULT false;
