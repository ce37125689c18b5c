// Words that cannot name a table, an alias of one, or a variable: a feature called by one would not start.

/** Reserved in PostgreSQL 15 (`pg_get_keywords()`, of the kinds R and T). */
const OF_SQL =
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select similar some symmetric table tablesample then to trailing true union unique user using variadic verbose when where window with';

/** Reserved in TypeScript. */
const OF_CODE =
  'any arguments async await bigint boolean break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let never new null number object of package private protected public return static string super switch symbol this throw true try type typeof undefined unknown var void while with yield';

export const RESERVED: ReadonlySet<string> = new Set(`${OF_SQL} ${OF_CODE}`.split(' '));
