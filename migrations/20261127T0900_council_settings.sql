-- why: what a council chooses for itself, each with the day it begins and who chose it; nothing is ever overwritten.

CREATE TABLE council_settings (
  council_id text NOT NULL REFERENCES councils (id),
  id         text NOT NULL,
  -- a key of packages/domain/src/settings/council-settings.ts, which holds its kind, bounds and default
  key        text NOT NULL CHECK (key ~ '^[a-zA-Z]{1,60}$'),
  from_date  date NOT NULL,
  value      jsonb NOT NULL CHECK (jsonb_typeof(value) IN ('number', 'boolean', 'string')),
  -- null: the command that founded the council
  set_by     text REFERENCES accounts (id),
  set_at     timestamptz NOT NULL,
  reason     text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  PRIMARY KEY (council_id, id)
);
-- What holds on a day is the latest choice that has begun: of the latest first day, the one made last.
CREATE INDEX council_settings_key ON council_settings (council_id, key, from_date DESC, set_at DESC, id DESC);

SELECT protect_council_table('council_settings');
REVOKE UPDATE ON council_settings FROM support_market_app;
