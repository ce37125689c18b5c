// What the floor asks of PostgreSQL: a search with four facets in one statement over a stored tsvector with GIN, a page by
// its key, and an order as seven statements (with begin and commit) on tables of its own with keys and a check.

export const BARE_TABLES = [
  `create table bare_balances (person integer primary key, available bigint not null check (available >= 0))`,
  `create table bare_orders (id bigint generated always as identity primary key, person integer not null references bare_balances,
     total bigint not null, placed_at timestamptz not null default now())`,
  `create table bare_order_lines (order_id bigint not null references bare_orders, position integer not null, description text not null,
     pence bigint not null, primary key (order_id, position))`,
  `create table bare_entries (id bigint generated always as identity primary key, order_id bigint not null references bare_orders,
     account text not null, pence bigint not null)`,
  `create table bare_audit (id bigint generated always as identity primary key, person integer not null, event text not null,
     record_id bigint not null, at timestamptz not null default now())`,
  `insert into bare_balances select n, 500000 from generate_series(1, 10000) as n`,
  // A listing with its words beside everything else, as a table that was made by hand would have it.
  `create table bare_listings as select listing.*, entry.search as words from listings as listing join search_entries as entry on entry.listing_id = listing.id`,
  `alter table bare_listings add primary key (id)`,
  `create index bare_listings_search on bare_listings using gin (words)`,
  `grant select on bare_listings to public`,
  `grant select, insert, update on bare_balances, bare_orders, bare_order_lines, bare_entries, bare_audit to public`,
] as const;

export const BARE_SEARCH = `
  with hit as materialized (
    select listing.id, listing.category_id, listing.kind, listing.free, listing.evenings, ts_rank(listing.words, query) as rank
      from bare_listings as listing, websearch_to_tsquery('english', $1) as query
     where listing.state in ('published', 'stale') and listing.words @@ query
  ), page as (select id, rank from hit order by rank desc, id limit 24)
  select (select count(*)::int from hit) as total,
         (select json_object_agg(category_id, n) from (select category_id, count(*) as n from hit group by 1) as c) as categories,
         (select json_object_agg(kind, n) from (select kind, count(*) as n from hit group by 1) as k) as kinds,
         (select count(*)::int from hit where free) as free,
         (select count(*)::int from hit where evenings) as evenings,
         (select json_agg(json_build_object('id', listing.id, 'slug', listing.slug, 'title', listing.title, 'summary', listing.summary,
                   'kind', listing.kind, 'free', listing.free, 'organisation', organisation.name) order by page.rank desc, page.id)
            from page join bare_listings as listing on listing.id = page.id
            join organisations as organisation on organisation.id = listing.organisation_id) as items`;

export const BARE_PAGE = `
  select listing.id, listing.slug, listing.title, listing.summary, listing.kind, listing.free, listing.description, listing.venue,
         listing.postcode, organisation.name as organisation
    from listings as listing join organisations as organisation on organisation.id = listing.organisation_id where listing.id = $1`;

export const BARE_ORDER = `insert into bare_orders (person, total) values ($1, $2) returning id`;
export const BARE_LINE = `insert into bare_order_lines (order_id, position, description, pence) values ($1, 0, $2, $3)`;
export const BARE_RESERVE = `update bare_balances set available = available - $2 where person = $1`;
export const BARE_ENTRIES = `
  insert into bare_entries (order_id, account, pence) values ($1, 'line:' || $2::integer, -$3::bigint), ($1, 'accrued', $3::bigint)`;
export const BARE_TRACE = `insert into bare_audit (person, event, record_id) values ($1, 'order.placed', $2)`;
