-- why: somebody who is treated badly in a question can have the council look at what was written, and at nothing else.

CREATE TABLE question_reports (
  council_id      text NOT NULL,
  id              text NOT NULL,
  -- no foreign key: the report stays when the thread has gone, with what was written
  entry_id        text NOT NULL,
  question_id     text NOT NULL,
  person_id       text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  title           text NOT NULL,
  -- who wrote it, and what
  side            text NOT NULL CHECK (side IN ('person', 'provider')),
  words           text NOT NULL,
  -- who reports it, and why
  reported_side   text NOT NULL CHECK (reported_side IN ('person', 'provider')),
  reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  reported_by     text NOT NULL REFERENCES accounts (id),
  reported_at     timestamptz NOT NULL,
  settled_at      timestamptz,
  settled_by      text REFERENCES accounts (id),
  -- what the side that reported it is told
  reply           text CHECK (length(reply) BETWEEN 1 AND 500),
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  UNIQUE (council_id, entry_id, reported_side),
  CHECK ((settled_at IS NULL) = (reply IS NULL))
);
CREATE INDEX question_reports_open ON question_reports (council_id, reported_at, id) WHERE settled_at IS NULL;
CREATE INDEX question_reports_settled ON question_reports (council_id, settled_at) WHERE settled_at IS NOT NULL;

SELECT protect_council_table('question_reports');
