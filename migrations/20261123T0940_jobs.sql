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

-- What an operator watches. A job is due once its time has come (a retry has a later time), and has failed when no try is left.
CREATE FUNCTION job_queue_state() RETURNS TABLE (due bigint, failed bigint, oldest_due_seconds double precision, schedule_age_seconds double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT count(*) FILTER (WHERE attempts < max_attempts AND run_at <= now()),
           count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL),
           coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE attempts < max_attempts AND run_at <= now())), 0)::double precision,
           -- The schedule has a task for every minute, so a working worker leaves a mark here at least that often.
           (SELECT extract(epoch FROM now() - max(last_execution))::double precision FROM graphile_worker._private_known_crontabs)
      FROM graphile_worker.jobs;
END
$$;
REVOKE ALL ON FUNCTION job_queue_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job_queue_state() TO support_market_app;
