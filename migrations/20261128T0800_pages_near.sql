-- why: a page names free things near it. A kept page holds only while the pages of those are what they were when it was made:
-- one that was hidden or renamed since is on no other page.

ALTER TABLE listing_pages
  ADD COLUMN near_slugs text[] NOT NULL DEFAULT '{}',
  -- in the same order
  ADD COLUMN near_versions bigint[] NOT NULL DEFAULT '{}';
-- What was kept before does not say whom it names.
UPDATE listing_pages SET body = NULL, built_for = NULL WHERE body IS NOT NULL;
