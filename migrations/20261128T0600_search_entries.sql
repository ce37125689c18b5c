-- why: a search reads thousands of listings to show twenty-four; what it needs of each stands in a narrow row of its own, and a
-- listing that the public may not see has none.

-- Written by what changes a listing, in the same transaction (apps/api/src/platform/listing-changes.repo.ts).
CREATE TABLE search_entries (
  listing_id          text PRIMARY KEY REFERENCES listings (id) ON DELETE CASCADE,
  slug                text NOT NULL,
  -- of the main place, as far as the public may know it
  latitude            double precision,
  longitude           double precision,
  from_price_pence    pence_from_zero,
  serves_metres       integer,
  minimum_age         integer,
  maximum_age         integer,
  stale               boolean NOT NULL,
  free                boolean NOT NULL,
  -- null: they have not said
  has_space           boolean,
  outward             text,
  -- slugs of its main category and of the heading above that, and of further ones; null for most
  category            text NOT NULL,
  heading             text,
  further_categories  text[],
  further_headings    text[],
  -- of its further places, in one order; null for most
  further_latitudes   double precision[],
  further_longitudes  double precision[],
  further_outwards    text[],
  -- what the filters count and choose by, between tabs: how it is written is said in search-facets.ts
  facets              text NOT NULL,
  search              tsvector NOT NULL
);

-- Preparing the database goes on with what every council shares, and an idea that is new has the entries of all listings written.
DELETE FROM search_ideas;

CREATE INDEX search_entries_search ON search_entries USING gin (search);
-- The version before still searches listings.search while this one is prepared: nothing reads it from now on, and the next
-- version takes it away.

GRANT SELECT, INSERT, UPDATE, DELETE ON search_entries TO support_market_app;
