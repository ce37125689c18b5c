-- why: of PostgreSQL's time for an order the ledger's function took a quarter, and looking up councils that other keys prove a tenth.

-- A council is never removed, and what stands here is written in the transaction and for the council of a record that has
-- its own key to it; a transfer's accounts have one too. Each look-up locked the one row that every order of a council locks.
ALTER TABLE state_changes DROP CONSTRAINT state_changes_council_id_fkey;
ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_council_id_fkey;
ALTER TABLE unsealed_records DROP CONSTRAINT unsealed_records_council_id_fkey;
ALTER TABLE ledger_transfers DROP CONSTRAINT ledger_transfers_council_id_fkey;
ALTER TABLE messages DROP CONSTRAINT messages_council_id_fkey;

-- As before, but the trigger says which of the two tables it stands on: turning each row into JSON to find out cost as much
-- as the question.
CREATE OR REPLACE FUNCTION ledger_check_balanced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  wanted text;
  seen record;
BEGIN
  IF TG_ARGV[0] = 'entry' THEN
    wanted := NEW.transfer_id;
  ELSE
    wanted := NEW.id;
  END IF;
  SELECT count(*) AS entries, coalesce(sum(posted_pence), 0) AS posted, coalesce(sum(pending_pence), 0) AS pending,
         count(*) FILTER (WHERE side = 'debit') AS debits
    -- the moment is the same on all three rows, and names the one partition to look in
    INTO seen FROM ledger_entries WHERE council_id = NEW.council_id AND transfer_id = wanted AND recorded_at = NEW.recorded_at;
  IF seen.entries <> 2 OR seen.debits <> 1 OR seen.posted <> 0 OR seen.pending <> 0 THEN
    RAISE EXCEPTION 'transfer % does not balance', wanted USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_balanced';
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER ledger_transfers_balanced ON ledger_transfers;
DROP TRIGGER ledger_entries_balanced ON ledger_entries;
CREATE CONSTRAINT TRIGGER ledger_transfers_balanced AFTER INSERT ON ledger_transfers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_balanced('transfer');
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_balanced('entry');

/*
 * As before (20261123T0920_ledger.sql says what it takes and refuses). What is new is a shorter way for what most calls are:
 * movements of which none was made before and none settles a reservation. Nothing has to be looked up for them, so they are
 * read from the call itself, by statements whose plans are kept.
 */
CREATE OR REPLACE FUNCTION ledger_transfer(in_council text, in_transfers jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
  given integer := jsonb_array_length(in_transfers);
  all_new boolean;
  -- the transfers, each with what its reservation says
  prepared jsonb;
  new_id text;
  new_ids text[] := '{}';
  made integer;
  wrong text;
BEGIN
  -- Row-level security does not bind this function, so it checks the tenant itself.
  IF in_council IS DISTINCT FROM current_council() THEN
    RAISE EXCEPTION 'another council''s ledger' USING ERRCODE = 'insufficient_privilege';
  END IF;

  SELECT count(DISTINCT w.id) = given AND count(w.pending_id) = 0 AND count(kept.id) = 0 AND bool_and(w.kind IN ('single', 'pending')) INTO all_new
    FROM jsonb_to_recordset(in_transfers) AS w (id text, kind text, pending_id text)
    LEFT JOIN ledger_transfers AS kept ON kept.council_id = in_council AND kept.id = w.id;

  IF all_new THEN
    -- Accounts are locked in id order: no deadlock.
    PERFORM 1 FROM ledger_accounts AS account
      WHERE account.council_id = in_council AND NOT account.hot AND account.id IN (
        SELECT unnest(ARRAY[w.debit, w.credit]) FROM jsonb_to_recordset(in_transfers) AS w (debit text, credit text))
      ORDER BY account.id FOR UPDATE;
    INSERT INTO ledger_transfers (council_id, id, kind, debit_account_id, credit_account_id, amount_pence, code,
        line_id, order_id, visit_id, invoice_id, payment_id, effective_at, recorded_at, recorded_by, fingerprint, reverses)
      SELECT in_council, w.* FROM jsonb_to_recordset(in_transfers) AS w (id text, kind text, debit text, credit text, amount_pence bigint, code text,
               line_id text, order_id text, visit_id text, invoice_id text, payment_id text, effective_at timestamptz, recorded_at timestamptz,
               recorded_by text, fingerprint text, reverses text)
      ON CONFLICT (council_id, id) DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    IF made < given THEN
      -- Another transaction made one of them between our look and this: tried again, it is found.
      RAISE EXCEPTION 'a transfer was made at the same moment' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO ledger_entries (council_id, transfer_id, side, account_id, posted_pence, pending_pence, recorded_at)
      SELECT in_council, w.id, side.side, CASE WHEN side.side = 'debit' THEN w.debit ELSE w.credit END,
             CASE WHEN w.kind = 'single' THEN side.sign * w.amount_pence ELSE 0 END,
             CASE WHEN w.kind = 'pending' THEN side.sign * w.amount_pence ELSE 0 END, w.recorded_at
        FROM jsonb_to_recordset(in_transfers) AS w (id text, kind text, debit text, credit text, amount_pence bigint, recorded_at timestamptz)
        CROSS JOIN (VALUES ('debit', 1), ('credit', -1)) AS side (side, sign)
      ON CONFLICT DO NOTHING;
    UPDATE ledger_accounts AS account
       SET debits_posted = account.debits_posted + moved.debits_posted, credits_posted = account.credits_posted + moved.credits_posted,
           debits_pending = account.debits_pending + moved.debits_pending, credits_pending = account.credits_pending + moved.credits_pending
      FROM (SELECT CASE WHEN side.side = 'debit' THEN w.debit ELSE w.credit END AS account_id,
                   coalesce(sum(w.amount_pence) FILTER (WHERE side.side = 'debit' AND w.kind = 'single'), 0)::bigint AS debits_posted,
                   coalesce(sum(w.amount_pence) FILTER (WHERE side.side = 'credit' AND w.kind = 'single'), 0)::bigint AS credits_posted,
                   coalesce(sum(w.amount_pence) FILTER (WHERE side.side = 'debit' AND w.kind = 'pending'), 0)::bigint AS debits_pending,
                   coalesce(sum(w.amount_pence) FILTER (WHERE side.side = 'credit' AND w.kind = 'pending'), 0)::bigint AS credits_pending
              FROM jsonb_to_recordset(in_transfers) AS w (kind text, debit text, credit text, amount_pence bigint)
              CROSS JOIN (VALUES ('debit'), ('credit')) AS side (side)
             GROUP BY 1) AS moved
     WHERE account.council_id = in_council AND account.id = moved.account_id AND NOT account.hot;
    INSERT INTO unsealed_records (council_id, kind, record_id)
      SELECT in_council, 'transfer', w.id FROM jsonb_to_recordset(in_transfers) AS w (id text)
      ON CONFLICT DO NOTHING;
    RETURN made;
  END IF;

  -- Reservations are immutable, so they can be read before any lock. Accounts are locked in id order: no deadlock.
  PERFORM 1 FROM ledger_accounts AS account
    WHERE account.council_id = in_council AND NOT account.hot AND account.id IN (
      SELECT unnest(ARRAY[coalesce(reserved.debit_account_id, wanted.debit), coalesce(reserved.credit_account_id, wanted.credit)])
        FROM jsonb_to_recordset(in_transfers) AS wanted (pending_id text, debit text, credit text)
        LEFT JOIN ledger_transfers AS reserved ON reserved.council_id = in_council AND reserved.id = wanted.pending_id)
    ORDER BY account.id FOR UPDATE;

  -- Plain statements one after the other, none inside WITH: that is what a distributed engine sends to a council's machine
  -- whole. What a post or void takes from its reservation is read once, before anything is written.
  SELECT coalesce(jsonb_agg(to_jsonb(each)), '[]') INTO prepared FROM (
    SELECT DISTINCT ON (w.id) w.id, w.kind, w.pending_id, w.code, w.invoice_id, w.payment_id, w.effective_at, w.recorded_at, w.recorded_by, w.fingerprint, w.reverses,
           coalesce(reserved.debit_account_id, w.debit) AS debit, coalesce(reserved.credit_account_id, w.credit) AS credit,
           CASE WHEN w.kind = 'void' THEN reserved.amount_pence ELSE w.amount_pence END AS pence,
           reserved.kind AS reserved_kind, reserved.amount_pence AS reserved_pence,
           -- a post or void speaks of the same line, order and visit as its reservation
           coalesce(w.line_id, reserved.line_id) AS line_id, coalesce(w.order_id, reserved.order_id) AS order_id, coalesce(w.visit_id, reserved.visit_id) AS visit_id
      FROM jsonb_to_recordset(in_transfers) AS w (id text, kind text, pending_id text, debit text, credit text, amount_pence bigint, code text,
             line_id text, order_id text, visit_id text, invoice_id text, payment_id text, effective_at timestamptz, recorded_at timestamptz,
             recorded_by text, fingerprint text, reverses text)
      LEFT JOIN ledger_transfers AS reserved ON reserved.council_id = in_council AND reserved.id = w.pending_id
     ORDER BY w.id) AS each;

  FOR new_id IN
    INSERT INTO ledger_transfers (council_id, id, kind, pending_id, debit_account_id, credit_account_id, amount_pence, code,
        line_id, order_id, visit_id, invoice_id, payment_id, effective_at, recorded_at, recorded_by, fingerprint, reverses)
      SELECT in_council, w.id, w.kind, w.pending_id, w.debit, w.credit, w.pence, w.code,
             w.line_id, w.order_id, w.visit_id, w.invoice_id, w.payment_id, w.effective_at, w.recorded_at, w.recorded_by, w.fingerprint, w.reverses
        FROM jsonb_to_recordset(prepared) AS w (id text, kind text, pending_id text, debit text, credit text, pence bigint, code text,
               line_id text, order_id text, visit_id text, invoice_id text, payment_id text, effective_at timestamptz, recorded_at timestamptz,
               recorded_by text, fingerprint text, reverses text, reserved_kind text, reserved_pence bigint)
       WHERE w.kind IN ('single', 'pending') OR (w.reserved_kind = 'pending' AND w.pence <= w.reserved_pence)
      ON CONFLICT (council_id, id) DO NOTHING
      RETURNING id
  LOOP
    new_ids := new_ids || new_id;
  END LOOP;
  made := cardinality(new_ids);

  IF made > 0 THEN
    INSERT INTO ledger_entries (council_id, transfer_id, side, account_id, posted_pence, pending_pence, recorded_at)
      SELECT in_council, w.id, side.side, CASE WHEN side.side = 'debit' THEN w.debit ELSE w.credit END,
             side.sign * CASE WHEN w.kind IN ('single', 'post') THEN w.pence ELSE 0 END,
             side.sign * CASE WHEN w.kind = 'pending' THEN w.pence WHEN w.kind = 'single' THEN 0 ELSE -w.reserved_pence END, w.recorded_at
        FROM jsonb_to_recordset(prepared) AS w (id text, kind text, debit text, credit text, pence bigint, reserved_pence bigint, recorded_at timestamptz)
        -- joined and not looked for in the array, which would be searched from its start for every row
        JOIN unnest(new_ids) AS new (id) ON new.id = w.id
        CROSS JOIN (VALUES ('debit', 1), ('credit', -1)) AS side (side, sign)
      ON CONFLICT DO NOTHING;
    UPDATE ledger_accounts AS account
       SET debits_posted = account.debits_posted + moved.debits_posted, credits_posted = account.credits_posted + moved.credits_posted,
           debits_pending = account.debits_pending + moved.debits_pending, credits_pending = account.credits_pending + moved.credits_pending
      FROM (SELECT each.account_id,
                   coalesce(sum(each.posted) FILTER (WHERE each.side = 'debit'), 0)::bigint AS debits_posted,
                   coalesce(sum(each.posted) FILTER (WHERE each.side = 'credit'), 0)::bigint AS credits_posted,
                   coalesce(sum(each.pending) FILTER (WHERE each.side = 'debit'), 0)::bigint AS debits_pending,
                   coalesce(sum(each.pending) FILTER (WHERE each.side = 'credit'), 0)::bigint AS credits_pending
              FROM (SELECT side.side, CASE WHEN side.side = 'debit' THEN w.debit ELSE w.credit END AS account_id,
                           CASE WHEN w.kind IN ('single', 'post') THEN w.pence ELSE 0 END AS posted,
                           CASE WHEN w.kind = 'pending' THEN w.pence WHEN w.kind = 'single' THEN 0 ELSE -w.reserved_pence END AS pending
                      FROM jsonb_to_recordset(prepared) AS w (id text, kind text, debit text, credit text, pence bigint, reserved_pence bigint)
                      JOIN unnest(new_ids) AS new (id) ON new.id = w.id
                      CROSS JOIN (VALUES ('debit'), ('credit')) AS side (side)) AS each
             GROUP BY each.account_id) AS moved
     WHERE account.council_id = in_council AND account.id = moved.account_id AND NOT account.hot;
  END IF;

  IF made < jsonb_array_length(in_transfers) THEN
    SELECT wanted.id INTO wrong FROM jsonb_to_recordset(in_transfers) AS wanted (id text, fingerprint text)
      JOIN ledger_transfers AS kept ON kept.council_id = in_council AND kept.id = wanted.id
      WHERE kept.fingerprint <> wanted.fingerprint LIMIT 1;
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'transfer % was made before with another body', wrong USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_other_body';
    END IF;
    SELECT wanted.id INTO wrong FROM jsonb_to_recordset(in_transfers) AS wanted (id text)
      WHERE NOT EXISTS (SELECT FROM ledger_transfers AS kept WHERE kept.council_id = in_council AND kept.id = wanted.id) LIMIT 1;
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'transfer % settles more than, or something other than, a reservation', wrong USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_not_reserved';
    END IF;
  END IF;
  -- What is new waits here for its seal. A repeat waits too, and is found to be sealed.
  IF made > 0 THEN
    INSERT INTO unsealed_records (council_id, kind, record_id)
      SELECT in_council, 'transfer', wanted.id FROM jsonb_to_recordset(in_transfers) AS wanted (id text)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN made;
END
$$;
