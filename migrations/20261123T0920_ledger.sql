-- why: the double-entry ledger. Two-phase transfers (pending, then post or void) after TigerBeetle's data model,
-- written by one function, immutable by trigger and by privilege, and checked to balance when a transaction commits.

CREATE TABLE ledger_accounts (
  council_id      text NOT NULL REFERENCES councils (id),
  id              text NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('funding', 'line', 'accrued', 'payable', 'bank', 'card-clearing', 'purse', 'returned', 'debt', 'write-off')),
  normal          text NOT NULL CHECK (normal IN ('debit', 'credit')),
  -- a hot account (many transfers at once) keeps no running balance: it is summed when asked for
  hot             boolean NOT NULL,
  line_id         text,
  organisation_id text REFERENCES organisations (id),
  -- whose money it is, where money is kept apart by funder
  funder_id       text,
  debits_posted   pence_from_zero NOT NULL DEFAULT 0,
  credits_posted  pence_from_zero NOT NULL DEFAULT 0,
  debits_pending  pence_from_zero NOT NULL DEFAULT 0,
  credits_pending pence_from_zero NOT NULL DEFAULT 0,
  available       pence GENERATED ALWAYS AS (
    CASE normal WHEN 'credit' THEN credits_posted - debits_posted - debits_pending
                ELSE debits_posted - credits_posted - credits_pending END) STORED,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, line_id) REFERENCES budget_lines (council_id, id),
  FOREIGN KEY (council_id, funder_id) REFERENCES funders (council_id, id),
  CONSTRAINT ledger_accounts_never_below_zero CHECK (hot OR available >= 0),
  CONSTRAINT ledger_accounts_hot_keeps_nothing CHECK (NOT hot OR (debits_posted = 0 AND credits_posted = 0 AND debits_pending = 0 AND credits_pending = 0)),
  CHECK ((purpose IN ('line', 'purse', 'returned', 'debt')) = NOT hot),
  CHECK ((purpose IN ('line', 'purse', 'returned', 'debt')) = (line_id IS NOT NULL)),
  CHECK ((purpose IN ('funding', 'payable', 'bank', 'card-clearing')) = (funder_id IS NOT NULL))
);
-- Statements find an account by its line or organisation and its purpose, not by an id that they put together: under
-- row-level security an index is asked only for what is known without working on rows.
CREATE INDEX ledger_accounts_line ON ledger_accounts (council_id, line_id) WHERE line_id IS NOT NULL;
CREATE INDEX ledger_accounts_organisation ON ledger_accounts (council_id, organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE ledger_transfers (
  council_id        text NOT NULL REFERENCES councils (id),
  id                text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('single', 'pending', 'post', 'void')),
  pending_id        text,
  debit_account_id  text NOT NULL,
  credit_account_id text NOT NULL,
  amount_pence      pence_above_zero NOT NULL,
  code              text NOT NULL CHECK (code IN ('award', 'award-taken-back', 'award-lowered', 'reserve', 'deliver', 'overrun', 'release', 'approve-invoice', 'credit-note', 'pay', 'pay-returned', 'paid-back', 'pay-in', 'pay-in-returned', 'card-payment', 'card-taken-back', 'card-given-back',
                      'debt-collected', 'debt-repaid', 'debt-written-off')),
  -- what caused it, so that one pound can be followed from allocation to bank file and back
  line_id           text,
  order_id          text,
  visit_id          text,
  invoice_id        text,
  payment_id        text,
  effective_at      timestamptz NOT NULL,
  recorded_at       timestamptz NOT NULL,
  recorded_by       text NOT NULL,
  fingerprint       text NOT NULL,
  reverses          text,
  PRIMARY KEY (council_id, id),
  FOREIGN KEY (council_id, pending_id) REFERENCES ledger_transfers (council_id, id),
  FOREIGN KEY (council_id, debit_account_id) REFERENCES ledger_accounts (council_id, id),
  FOREIGN KEY (council_id, credit_account_id) REFERENCES ledger_accounts (council_id, id),
  FOREIGN KEY (council_id, reverses) REFERENCES ledger_transfers (council_id, id),
  CHECK (debit_account_id <> credit_account_id),
  CHECK ((kind IN ('post', 'void')) = (pending_id IS NOT NULL))
);
-- A reservation is settled once: posted or voided, never both, never twice.
CREATE UNIQUE INDEX ledger_transfers_settled_once ON ledger_transfers (council_id, pending_id) WHERE kind IN ('post', 'void');
-- Partial, so that none is taken in place of the primary key: before a table was first measured, PostgreSQL cannot tell which
-- of its indexes finds one row, and a load of a whole year would then read every transfer for every transfer.
CREATE INDEX ledger_transfers_line ON ledger_transfers (council_id, line_id, effective_at) WHERE line_id IS NOT NULL;
CREATE INDEX ledger_transfers_visit ON ledger_transfers (council_id, visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX ledger_transfers_invoice ON ledger_transfers (council_id, invoice_id) WHERE invoice_id IS NOT NULL;
-- What credit notes gave back to a line, which is neither awarded nor spent.
CREATE INDEX ledger_transfers_credited ON ledger_transfers (council_id, line_id) WHERE code = 'credit-note';
CREATE INDEX ledger_transfers_payment ON ledger_transfers (council_id, payment_id) WHERE payment_id IS NOT NULL;

-- Two rows for every transfer. Debits are positive, credits negative, so that each column sums to zero.
CREATE TABLE ledger_entries (
  council_id    text NOT NULL,
  transfer_id   text NOT NULL,
  side          text NOT NULL CHECK (side IN ('debit', 'credit')),
  account_id    text NOT NULL,
  posted_pence  pence NOT NULL,
  pending_pence pence NOT NULL,
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (council_id, transfer_id, side, recorded_at),
  FOREIGN KEY (council_id, transfer_id) REFERENCES ledger_transfers (council_id, id),
  FOREIGN KEY (council_id, account_id) REFERENCES ledger_accounts (council_id, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX ledger_entries_account ON ledger_entries (council_id, account_id, recorded_at);
-- The months themselves are made by the program, a year ahead (features/retention); here is what no month took.
CREATE TABLE ledger_entries_other PARTITION OF ledger_entries DEFAULT;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is written here is never changed or removed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER ledger_transfers_immutable BEFORE UPDATE OR DELETE ON ledger_transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_immutable BEFORE UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transfers_not_emptied BEFORE TRUNCATE ON ledger_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_not_emptied BEFORE TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- When a transaction commits, every transfer it touched has one debit and one credit that cancel out. One plan serves
-- all: planning anew over every partition, for each row of the ledger, takes five times as long as looking.
CREATE FUNCTION ledger_check_balanced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- an entry names its transfer, and a transfer is one; a shard of a distributed database has another name than its table
  wanted text := coalesce(to_jsonb(NEW) ->> 'transfer_id', to_jsonb(NEW) ->> 'id');
  seen record;
BEGIN
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
CREATE CONSTRAINT TRIGGER ledger_transfers_balanced AFTER INSERT ON ledger_transfers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_balanced();
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_balanced();

/*
 * The only way money moves. Takes an array of transfers:
 *   {id, kind, pending_id?, debit, credit, amount_pence?, code, line_id?, order_id?, visit_id?, invoice_id?, payment_id?,
 *    effective_at, recorded_at, recorded_by, fingerprint, reverses?}
 * For post and void, debit and credit come from the reservation; void needs no amount. A post takes up to the reserved
 * amount and releases the rest. The same id with the same fingerprint changes nothing; with another it is refused.
 * Answers how many were new. Raises ledger_other_body, ledger_not_pending, ledger_over_reserved (as CONSTRAINT names)
 * and ledger_accounts_never_below_zero from the accounts' own check.
 */
CREATE FUNCTION ledger_transfer(in_council text, in_transfers jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
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
REVOKE ALL ON FUNCTION ledger_transfer(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_transfer(text, jsonb) TO support_market_app;

SELECT protect_council_table(name::regclass) FROM unnest(ARRAY['ledger_accounts', 'ledger_transfers', 'ledger_entries']) AS name;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ledger_transfers, ledger_entries FROM support_market_app;
REVOKE UPDATE ON ledger_accounts FROM support_market_app;
REVOKE ALL ON ledger_entries_other FROM support_market_app;
