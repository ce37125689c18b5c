-- why: card money that is taken back (refund, dispute) lowers the line that it came to; what is spent already is owed.

CREATE TABLE card_returns (
  council_id        text NOT NULL,
  id                text NOT NULL,
  card_payment_id   text NOT NULL,
  line_id           text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('refund', 'dispute')),
  -- the card processor's name for it
  provider_id       text NOT NULL,
  amount_pence      pence_above_zero NOT NULL,
  state             text NOT NULL CHECK (state IN ('taken', 'final', 'given-back')),
  -- of the amount: what the line gave back, what is owed still, what was repaid at the bank, and what was given up
  from_line_pence   pence_from_zero NOT NULL,
  owed_pence        pence_from_zero NOT NULL,
  repaid_pence      pence_from_zero NOT NULL DEFAULT 0,
  written_off_pence pence_from_zero NOT NULL DEFAULT 0,
  taken_at          timestamptz NOT NULL,
  given_back_at     timestamptz,
  PRIMARY KEY (council_id, id),
  UNIQUE (council_id, provider_id),
  FOREIGN KEY (council_id, card_payment_id) REFERENCES card_payments (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id),
  CHECK (state = 'given-back' OR amount_pence = from_line_pence + owed_pence + repaid_pence + written_off_pence),
  CHECK ((state = 'given-back') = (given_back_at IS NOT NULL)),
  CHECK (state <> 'given-back' OR owed_pence = 0)
);
CREATE INDEX card_returns_line ON card_returns (council_id, line_id);
CREATE INDEX card_returns_payment ON card_returns (council_id, card_payment_id);
CREATE INDEX card_returns_owed ON card_returns (council_id, taken_at) WHERE owed_pence > 0;

SELECT protect_council_table('card_returns');
