-- why: what the program asks by these columns would otherwise read a whole table, more with every year.

CREATE INDEX ledger_transfers_order ON ledger_transfers (council_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX orders_basket ON orders (council_id, basket_id) WHERE basket_id IS NOT NULL;
CREATE INDEX exceptions_invoice ON exceptions (council_id, invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX messages_when ON messages (council_id, created_at);
CREATE INDEX idempotency_keys_when ON idempotency_keys (council_id, created_at);
CREATE INDEX messages_role ON messages (council_id, role, created_at) WHERE role IS NOT NULL;
CREATE INDEX visit_shares_reservation ON visit_shares (council_id, reservation_id) WHERE reservation_id IS NOT NULL;
CREATE INDEX order_line_shares_line ON order_line_shares (council_id, line_id);
CREATE INDEX basket_item_shares_line ON basket_item_shares (council_id, line_id);

-- Names by any part of them. Under row-level security no index of letters can be used, since looking into it would tell of
-- rows that the policy hides; so a function of the owner's looks, for the council that the transaction is in.
CREATE FUNCTION plain_name(in_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT lower(public.unaccent('public.unaccent', in_name)) $$;
CREATE INDEX people_plain_name ON people USING gin (plain_name(full_name) gin_trgm_ops);
CREATE INDEX people_plain_called ON people USING gin (plain_name(called) gin_trgm_ops);
CREATE INDEX people_lower_reference ON people (council_id, lower(reference));
CREATE INDEX organisations_name_trigram ON organisations USING gin (name gin_trgm_ops);

-- The people whose name holds a pattern, or whose reference is the words; null where they are more than asked for: then
-- reading them by name, a page at a time, is the shorter way. Each pattern is planned for itself, rare or common.
CREATE FUNCTION people_named(in_council text, in_words text, in_pattern text, in_most integer) RETURNS text[] LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found_ids text[];
BEGIN
  IF in_council IS DISTINCT FROM current_council() THEN
    RAISE EXCEPTION 'another council''s people' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(near.id) INTO found_ids FROM (
    SELECT person.id FROM people AS person
     WHERE person.council_id = in_council
       AND (plain_name(person.full_name) LIKE plain_name(in_pattern) OR plain_name(person.called) LIKE plain_name(in_pattern) OR lower(person.reference) = lower(in_words))
     LIMIT in_most + 1) AS near;
  RETURN CASE WHEN cardinality(found_ids) > in_most THEN NULL ELSE coalesce(found_ids, '{}') END;
END
$$;
REVOKE ALL ON FUNCTION people_named(text, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_named(text, text, text, integer) TO support_market_app;
