-- why: a service at a place is a record of its own in Open Referral UK, with a UUID made from both, by which it is asked for.

CREATE UNIQUE INDEX listing_locations_open_referral_id
  ON listing_locations ((md5(listing_id || ' ' || location_id)::uuid));
