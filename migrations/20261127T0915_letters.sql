-- why: a word to somebody without an e-mail address is a letter that the council prints, so that no notice is lost.

CREATE TABLE letters (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  recipient_name  text NOT NULL CHECK (length(recipient_name) BETWEEN 1 AND 200),
  person_id       text,
  organisation_id text REFERENCES organisations (id),
  subject         text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  body_text       text NOT NULL,
  created_at      timestamptz NOT NULL,
  printed_at      timestamptz,
  printed_by      text REFERENCES accounts (id),
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK ((printed_at IS NULL) = (printed_by IS NULL))
);
CREATE INDEX letters_waiting ON letters (council_id, id) WHERE printed_at IS NULL;
CREATE INDEX letters_person ON letters (council_id, person_id) WHERE person_id IS NOT NULL;

SELECT protect_council_table('letters');
