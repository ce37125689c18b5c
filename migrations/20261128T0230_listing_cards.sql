-- why: a search shows what each listing would show for anybody: that is kept ready beside its page, and emptied with it.

ALTER TABLE listing_pages ADD COLUMN card text, ADD COLUMN card_for date;
-- A page and a card are read thousands of times for each time that they are written: up to half a block they are not packed.
ALTER TABLE listing_pages SET (toast_tuple_target = 4080);
