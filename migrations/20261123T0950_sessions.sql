-- why: one look-up says who a session is: its account, its council and its roles there, before any council is named to row-level security.

-- Two selects and one round trip: tables that are distributed differently are never joined in one statement.
CREATE FUNCTION session_viewer(in_session text, in_at timestamptz) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  whose record;
  roles jsonb;
BEGIN
  SELECT session.account_id, session.council_id INTO whose
    FROM sessions AS session JOIN accounts AS account ON account.id = session.account_id
   WHERE session.id = in_session AND session.ended_at IS NULL AND session.expires_at > in_at AND account.closed_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT jsonb_agg(jsonb_build_object('role', m.role, 'personId', m.person_id, 'organisationId', m.organisation_id) ORDER BY m.id) INTO roles
    FROM memberships AS m
   WHERE m.council_id = whose.council_id AND m.account_id = whose.account_id AND m.ended_at IS NULL;
  RETURN jsonb_build_object('accountId', whose.account_id, 'councilId', whose.council_id, 'memberships', coalesce(roles, '[]'));
END
$$;
REVOKE ALL ON FUNCTION session_viewer(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_viewer(text, timestamptz) TO support_market_app;
