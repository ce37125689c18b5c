-- why: a service at a place is a record of its own in Open Referral UK, with a UUID by which it is asked for.

ALTER TABLE listing_locations
  ADD COLUMN open_referral_id uuid NOT NULL GENERATED ALWAYS AS (md5(listing_id || ' ' || location_id)::uuid) STORED;
CREATE UNIQUE INDEX listing_locations_open_referral_id ON listing_locations (open_referral_id);
