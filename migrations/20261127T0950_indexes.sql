-- why: what the program asks by these columns would otherwise read a whole table, more with every year.

CREATE INDEX ledger_transfers_order ON ledger_transfers (council_id, order_id);
CREATE INDEX orders_basket ON orders (council_id, basket_id);
CREATE INDEX exceptions_invoice ON exceptions (council_id, invoice_id);
CREATE INDEX messages_when ON messages (council_id, created_at);
CREATE INDEX idempotency_keys_when ON idempotency_keys (council_id, created_at);
CREATE INDEX messages_role ON messages (council_id, role, created_at) WHERE role IS NOT NULL;
CREATE INDEX visit_shares_reservation ON visit_shares (council_id, reservation_id);
CREATE INDEX order_line_shares_line ON order_line_shares (council_id, line_id);
CREATE INDEX basket_item_shares_line ON basket_item_shares (council_id, line_id);
