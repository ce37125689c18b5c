-- why: row-level security on who signs in, too: a connection sees the account, session, link or mail that it names, and the people of its council.

-- What a transaction says it is about ("account_id", "session_id", "link_hash", "mail_id"); null where it says nothing.
CREATE FUNCTION named(what text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.' || what, true), '') $$;

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON accounts FOR SELECT TO support_market_app USING (
  id = named('account_id')
  OR EXISTS (SELECT FROM account_councils AS place WHERE place.account_id = accounts.id AND place.council_id = current_council()));
CREATE POLICY made ON accounts FOR INSERT TO support_market_app WITH CHECK (true);
CREATE POLICY changed ON accounts FOR UPDATE TO support_market_app USING (id = named('account_id')) WITH CHECK (id = named('account_id'));

ALTER TABLE account_credentials ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON account_credentials TO support_market_app USING (account_id = named('account_id')) WITH CHECK (account_id = named('account_id'));

ALTER TABLE account_councils ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_or_council ON account_councils TO support_market_app
  USING (account_id = named('account_id') OR council_id = current_council())
  WITH CHECK (council_id = current_council());

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON sessions TO support_market_app
  USING (id = named('session_id') OR account_id = named('account_id'))
  WITH CHECK (id = named('session_id') OR account_id = named('account_id'));

ALTER TABLE one_time_links ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON one_time_links TO support_market_app
  USING (token_hash = named('link_hash') OR account_id = named('account_id'))
  WITH CHECK (token_hash = named('link_hash') OR account_id = named('account_id') OR council_id = current_council());

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON mails FOR SELECT TO support_market_app USING (id = named('mail_id'));
CREATE POLICY made ON mails FOR INSERT TO support_market_app WITH CHECK (true);
CREATE POLICY changed ON mails FOR UPDATE TO support_market_app USING (id = named('mail_id')) WITH CHECK (id = named('mail_id'));

-- The digests name nobody without the program's secret; all the same a connection sees only the tries on the name, or from the place, that it names.
ALTER TABLE sign_in_failures ENABLE ROW LEVEL SECURITY;
CREATE POLICY named ON sign_in_failures TO support_market_app
  USING (email_hash = named('tried_email') OR source_hash = named('tried_from'))
  WITH CHECK (email_hash = named('tried_email') AND source_hash = named('tried_from'));

-- Where the database is spread over several machines (npm run distribute), these stay on the first: as copies on every
-- machine, each sign-in would have to be agreed on by all of them.
COMMENT ON TABLE sessions IS 'kept on one machine: looked up and written at each sign-in';
COMMENT ON TABLE one_time_links IS 'kept on one machine: looked up and written at a sign-in by link';
COMMENT ON TABLE mails IS 'kept on one machine: written here, sent from here';
COMMENT ON TABLE sign_in_failures IS 'kept on one machine: counted at each try to sign in';

-- What is over is removed by the owner of the tables.
REVOKE DELETE ON sessions, one_time_links, mails FROM support_market_app;

-- The way in: whose an e-mail address or a sign-in name is, and nothing else about them.
CREATE FUNCTION account_id_of(in_name text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM accounts WHERE lower(email) = lower(in_name) OR sign_in_name = lower(in_name)
$$;
REVOKE ALL ON FUNCTION account_id_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_id_of(text) TO support_market_app;

-- How many mails went to an address, so that strangers cannot fill a mailbox.
CREATE FUNCTION count_mails_to(in_recipient text, in_since timestamptz) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::integer FROM mails WHERE recipient = in_recipient AND created_at > in_since
$$;
REVOKE ALL ON FUNCTION count_mails_to(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_mails_to(text, timestamptz) TO support_market_app;

-- The outbox page of a demonstration, where every mail is to somebody made up; nothing where a council is real.
CREATE FUNCTION made_up_mails(in_after_at timestamptz, in_after_id text, in_limit integer) RETURNS SETOF mails LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM mails
   WHERE NOT EXISTS (SELECT FROM councils WHERE NOT demonstration)
     AND (in_after_id IS NULL OR (created_at, id) < (in_after_at, in_after_id))
   ORDER BY created_at DESC, id DESC LIMIT in_limit
$$;
REVOKE ALL ON FUNCTION made_up_mails(timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION made_up_mails(timestamptz, text, integer) TO support_market_app;
