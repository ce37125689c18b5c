-- why: a column that nothing writes or reads; what a plan wants to reach is for the plans to say.

ALTER TABLE basket_items DROP COLUMN outcome_id;
