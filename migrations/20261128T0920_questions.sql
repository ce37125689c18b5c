-- why: a person asks before buying, and what was asked and answered stays beside the order.

-- One thread for each person and listing: between those who act for the person and the organisation.
CREATE TABLE questions (
  council_id      text NOT NULL,
  id              text NOT NULL,
  person_id       text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  -- no foreign key: the thread stays when its listing leaves with the import that brought it
  listing_id      text NOT NULL,
  -- as it read when it was first asked about
  title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  asked_at        timestamptz NOT NULL,
  -- when the organisation first answered: how long that takes is told to others
  answered_at     timestamptz,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  UNIQUE (council_id, person_id, listing_id)
);
CREATE INDEX questions_newest ON questions (council_id, written_at DESC, id DESC);
CREATE INDEX questions_of_organisation ON questions (council_id, organisation_id, written_at DESC, id DESC);

CREATE TABLE question_entries (
  council_id  text NOT NULL,
  id          text NOT NULL,
  question_id text NOT NULL,
  side        text NOT NULL CHECK (side IN ('person', 'provider')),
  words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  written_by  text NOT NULL REFERENCES accounts (id),
  written_at  timestamptz NOT NULL,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, question_id) REFERENCES questions (council_id, id) ON DELETE CASCADE
);
CREATE INDEX question_entries_of ON question_entries (council_id, question_id, written_at, id);
CREATE INDEX question_entries_writer ON question_entries (council_id, written_by, written_at);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['questions', 'question_entries']) AS name;
-- What was said stays as it was said.
REVOKE UPDATE ON question_entries FROM support_market_app;

-- Who works for an organisation: whether somebody there can answer.
CREATE INDEX memberships_organisation ON memberships (council_id, organisation_id) WHERE organisation_id IS NOT NULL;
