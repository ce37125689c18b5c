-- why: work for later is written in the transaction that causes it; the queue's own tables stay closed to the application.

-- The queue (graphile-worker) keeps its tables in its own schema, made when the program starts, after these migrations.
CREATE FUNCTION enqueue_job(task text, payload json, not_before timestamptz, unique_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job(identifier => task, payload => payload, run_at => not_before, job_key => unique_key, max_attempts => 12);
END
$$;
REVOKE ALL ON FUNCTION enqueue_job(text, json, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, timestamptz, text) TO support_market_app;
