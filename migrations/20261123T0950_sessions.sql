-- why: one look-up says who a session is: its account, its council and its roles there, before any council is named to row-level security.

CREATE FUNCTION session_viewer(in_session text, in_at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jsonb_build_object(
           'accountId', session.account_id,
           'councilId', session.council_id,
           'memberships', coalesce((
             SELECT jsonb_agg(jsonb_build_object('role', m.role, 'personId', m.person_id, 'organisationId', m.organisation_id) ORDER BY m.id)
               FROM memberships AS m
              WHERE m.council_id = session.council_id AND m.account_id = session.account_id AND m.ended_at IS NULL), '[]'))
    FROM sessions AS session JOIN accounts AS account ON account.id = session.account_id
   WHERE session.id = in_session AND session.ended_at IS NULL AND session.expires_at > in_at AND account.closed_at IS NULL
$$;
REVOKE ALL ON FUNCTION session_viewer(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_viewer(text, timestamptz) TO support_market_app;
