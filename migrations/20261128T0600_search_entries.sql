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

INSERT INTO search_entries
SELECT listing.id, listing.slug, listing.shown_latitude, listing.shown_longitude, listing.from_price_pence, listing.serves_metres,
       listing.minimum_age, listing.maximum_age, listing.state = 'stale', listing.free, listing.has_space,
       split_part(listing.postcode, ' ', 1),
       category.slug, above.slug, kinds.further_categories, kinds.further_headings,
       further.latitudes, further.longitudes, further.outwards,
       concat(E'\t', kinds.facets, 'kind=', listing.kind, E'\t',
              CASE WHEN listing.free THEN E'free\t' END,
              CASE WHEN listing.has_space THEN E'hasSpace\t' END,
              CASE WHEN listing.evenings THEN E'evenings\t' END,
              CASE WHEN listing.weekends THEN E'weekends\t' END,
              CASE WHEN organisation.accepts_isf THEN E'acceptsIsf\t' END,
              (SELECT string_agg(E'language=' || language || E'\t', '' ORDER BY language) FROM unnest(listing.languages) AS language),
              (SELECT string_agg(E'worker=' || gender || E'\t', '' ORDER BY gender) FROM unnest(listing.worker_genders) AS gender)),
       listing.search
  FROM listings AS listing JOIN organisations AS organisation ON organisation.id = listing.organisation_id
  JOIN categories AS category ON category.id = listing.category_id LEFT JOIN categories AS above ON above.id = category.parent_id
 CROSS JOIN LATERAL (
       SELECT array_agg(kind.slug ORDER BY kind.slug) FILTER (WHERE kind.id <> listing.category_id) AS further_categories,
              array_agg(DISTINCT heading.slug) FILTER (WHERE kind.id <> listing.category_id AND heading.id IS NOT NULL) AS further_headings,
              string_agg('category=' || coalesce(heading.slug, '') || '/' || kind.slug || E'\t', ''
                         ORDER BY kind.id <> listing.category_id, kind.slug) AS facets
         FROM categories AS kind LEFT JOIN categories AS heading ON heading.id = kind.parent_id
        WHERE kind.id = listing.category_id
           OR kind.id IN (SELECT more.category_id FROM listing_categories AS more WHERE more.listing_id = listing.id)) AS kinds
 CROSS JOIN LATERAL (
       SELECT array_agg(place.shown_latitude ORDER BY link.position, place.id) AS latitudes,
              array_agg(place.shown_longitude ORDER BY link.position, place.id) AS longitudes,
              array_agg(split_part(place.postcode, ' ', 1) ORDER BY link.position, place.id) AS outwards
         FROM listing_locations AS link JOIN locations AS place ON place.id = link.location_id
        WHERE link.listing_id = listing.id AND link.position > 0) AS further
 WHERE listing.state IN ('published', 'stale');

CREATE INDEX search_entries_search ON search_entries USING gin (search);
ALTER TABLE listings DROP COLUMN search;

GRANT SELECT, INSERT, UPDATE, DELETE ON search_entries TO support_market_app;
