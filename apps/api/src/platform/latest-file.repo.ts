// Which file a public record was last told by, for the sentence "From … , 3 November 2026" on its page.

import { type RawBuilder, sql } from 'kysely';

export interface FromFile {
  readonly councilName: string | null;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** SQL of the newest file that said a fact that holds of the record with this id; null where none did. */
export function latestFile(recordId: string): RawBuilder<FromFile | null> {
  return sql<FromFile | null>`(select json_build_object('councilName', council.name, 'on', (source.said_at at time zone 'Europe/London')::date)
    from catalogue_facts as facts cross join jsonb_each(facts.said) as fact (field, origin)
    join fact_sources as source on source.id = fact.origin ->> 'in' and source.kind = 'import'
    left join councils as council on council.id = source.council_id
    where facts.record_id = ${sql.ref(recordId)} order by source.said_at desc limit 1)`;
}
