-- why: a load that fills the tables in one transaction needs the planner to know of it before the end, and only their owner may tell it.

CREATE FUNCTION measure_filled_tables() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- On a distributed engine the rows lie on other nodes, written by another role: there it is done after the load.
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    RETURN;
  END IF;
  ANALYZE people, memberships, mandates, budget_lines, offers, ledger_accounts, ledger_transfers, orders, order_lines, order_line_shares, visits, visit_shares,
    invoices, invoice_lines, exceptions, pay_ins, payee_accounts, payments, payment_items, messages;
END
$$;
REVOKE ALL ON FUNCTION measure_filled_tables() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION measure_filled_tables() TO support_market_app;
