-- why: a provider proposes a higher price with notice, and each order that runs keeps its own until somebody answers.

CREATE TABLE price_rises (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  offer_id        text NOT NULL REFERENCES offers (id),
  -- the public price, or the rate agreed with the council
  kind            text NOT NULL CHECK (kind IN ('public', 'agreed')),
  -- of one unit, without VAT, on the first day
  from_pence      pence_from_zero NOT NULL,
  to_pence        pence_from_zero NOT NULL,
  from_date       date NOT NULL,
  words           text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  written_at      timestamptz NOT NULL,
  state           text NOT NULL CHECK (state IN ('proposed', 'announced', 'accepted', 'refused', 'withdrawn')),
  decided_at      timestamptz,
  -- whether the council pays it for every order of its money that runs, or each buyer is asked
  raises_orders   boolean NOT NULL DEFAULT false,
  -- what the council wrote with its answer
  answer          text NOT NULL DEFAULT '' CHECK (length(answer) <= 500),
  PRIMARY KEY (council_id, id),
  CHECK (to_pence > from_pence)
);
CREATE INDEX price_rises_organisation ON price_rises (council_id, organisation_id, written_at);
CREATE INDEX price_rises_written ON price_rises (council_id, written_at, id);
-- One question at a time about one rate.
CREATE UNIQUE INDEX price_rises_one_proposed ON price_rises (council_id, offer_id) WHERE state = 'proposed';
CREATE INDEX price_rises_plain_words ON price_rises USING gin (plain_name(words) gin_trgm_ops);
CREATE INDEX IF NOT EXISTS organisations_plain_name ON organisations USING gin (plain_name(name) gin_trgm_ops);

-- What a rise comes to on each line of an order that runs, as both sides were told, and what was answered.
CREATE TABLE price_rise_orders (
  council_id      text NOT NULL,
  id              text NOT NULL,
  price_rise_id   text NOT NULL,
  order_id        text NOT NULL,
  order_line_id   text NOT NULL,
  person_id       text NOT NULL,
  organisation_id text NOT NULL REFERENCES organisations (id),
  -- of one unit, with VAT
  from_pence      pence_from_zero NOT NULL,
  to_pence        pence_from_zero NOT NULL,
  -- in a year of the same weeks; for what does not repeat, nothing
  yearly_pence    pence_from_zero NOT NULL,
  -- for the visits that were planned when it was asked
  visits          integer NOT NULL CHECK (visits > 0),
  planned_pence   pence_from_zero NOT NULL,
  -- what the council's uplift rule says: it answers, or the buyer does
  rule            text NOT NULL CHECK (rule IN ('accept', 'ask', 'refuse')),
  -- how much more money was needed than there was when the rule would have accepted it
  short_pence     pence_from_zero,
  asked_at        timestamptz NOT NULL,
  state           text NOT NULL CHECK (state IN ('asked', 'accepted', 'refused', 'lapsed')),
  answered_at     timestamptz,
  -- how much more the visits came to that were planned at that moment
  raised_pence    pence_from_zero,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, price_rise_id) REFERENCES price_rises (council_id, id),
  FOREIGN KEY (council_id, order_id) REFERENCES orders (council_id, id),
  FOREIGN KEY (council_id, order_line_id) REFERENCES order_lines (council_id, id),
  FOREIGN KEY (council_id, person_id) REFERENCES people (council_id, id),
  CHECK (to_pence > from_pence),
  CHECK ((state = 'accepted') = (raised_pence IS NOT NULL))
);
CREATE UNIQUE INDEX price_rise_orders_once ON price_rise_orders (council_id, price_rise_id, order_line_id);
CREATE INDEX price_rise_orders_order ON price_rise_orders (council_id, order_id);
CREATE INDEX price_rise_orders_line ON price_rise_orders (council_id, order_line_id);
CREATE INDEX price_rise_orders_person ON price_rise_orders (council_id, person_id);
CREATE INDEX price_rise_orders_asked ON price_rise_orders (council_id, price_rise_id, id) WHERE state = 'asked';
CREATE INDEX IF NOT EXISTS order_lines_offer ON order_lines (council_id, offer_id, last_date);

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['price_rises', 'price_rise_orders']) AS name;

-- Those that hold a pattern, found at once by their letters. Under row-level security no index of letters can be used, since
-- looking into it would tell of rows that the policy hides; so a function of the owner's looks, for the transaction's council.
CREATE FUNCTION price_rises_saying(in_council text, in_pattern text) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF in_council IS DISTINCT FROM current_council() THEN
    RAISE EXCEPTION 'another council''s price rises' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT said.id FROM price_rises AS said
     WHERE said.council_id = in_council AND plain_name(said.words) LIKE plain_name(in_pattern)
    UNION
    SELECT own.id FROM organisations AS organisation
      JOIN price_rises AS own ON own.council_id = in_council AND own.organisation_id = organisation.id
     WHERE plain_name(organisation.name) LIKE plain_name(in_pattern)
  ;
END
$$;
REVOKE ALL ON FUNCTION price_rises_saying(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_rises_saying(text, text) TO support_market_app;
