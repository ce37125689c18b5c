-- why: those who read our feed now and then ask which services have gone since.

CREATE INDEX listing_histories_removed ON listing_histories (changed_at, listing_id)
  WHERE from_state IN ('published', 'stale') AND to_state NOT IN ('published', 'stale');
