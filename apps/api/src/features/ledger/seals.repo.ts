// Chains what may never change (transfers and audit entries) by hash, in the order in which each was sealed, so that a
// change behind the program's back shows. Sealing happens after the fact: a chain written inside every transaction
// would make all of a council's work wait in one queue (docs/decisions/0003-seals-after-the-fact.md).

import { createHash } from 'node:crypto';
import type { Db, Tx } from '@support-market/db/pool';
import { sql } from 'kysely';

const BATCH = 2_000;
/** The link before the first. */
const START = '0'.repeat(64);

interface Chain {
  readonly seals: 'ledger_seals' | 'audit_seals';
  readonly idColumn: 'transfer_id' | 'audit_id';
  readonly records: 'ledger_transfers' | 'audit_entries';
  readonly lock: number;
}

export const CHAINS: readonly Chain[] = [
  { seals: 'ledger_seals', idColumn: 'transfer_id', records: 'ledger_transfers', lock: 7_001 },
  { seals: 'audit_seals', idColumn: 'audit_id', records: 'audit_entries', lock: 7_002 },
];

/** A row as one text that any change alters: PostgreSQL's own JSON of it, keys in a fixed order. */
const contents = sql<string>`to_jsonb(record)::text`;

function link(previous: string, text: string): string {
  return createHash('sha256').update(previous).update(text).digest('hex');
}

/** Seals one batch of a council's unsealed rows; answers how many. Sealers of one chain take turns. */
export async function sealBatch(tx: Tx, councilId: string, chain: Chain): Promise<number> {
  await sql`select pg_advisory_xact_lock(${chain.lock}, hashtext(${councilId}))`.execute(tx);
  const seals = sql.table(chain.seals);
  const idColumn = sql.ref(chain.idColumn);
  const last = await sql<{ position: bigint; chain_hash: string }>`
    select position, chain_hash from ${seals} where council_id = ${councilId} order by position desc limit 1`.execute(
    tx,
  );
  const rows = await sql<{ id: string; contents: string }>`
    select record.id, ${contents} as contents from ${sql.table(chain.records)} as record
     where record.council_id = ${councilId}
       and not exists (select from ${seals} as seal where seal.council_id = ${councilId} and seal.${idColumn} = record.id)
     order by record.id limit ${BATCH}`.execute(tx);
  if (rows.rows.length === 0) return 0;
  let position = last.rows[0]?.position ?? 0n;
  let hash = last.rows[0]?.chain_hash ?? START;
  const sealed = rows.rows.map((row) => {
    position += 1n;
    hash = link(hash, row.contents);
    return { position: position.toString(), id: row.id, hash };
  });
  await sql`
    insert into ${seals} (council_id, position, ${idColumn}, chain_hash)
    select ${councilId}, position, id, hash from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as sealed (position bigint, id text, hash text)`.execute(
    tx,
  );
  return sealed.length;
}

export interface BrokenSeal {
  readonly council: string;
  readonly chain: string;
  readonly position: number;
  readonly record: string;
}

/** Walks a council's chain from its start in batches; answers how many links were looked at and the first that does not hold. */
export async function verifyChain(
  ownerDb: Db,
  councilId: string,
  chain: Chain,
): Promise<{ links: number; broken: BrokenSeal | null }> {
  let position = 0n;
  let hash = START;
  for (;;) {
    const { rows } = await sql<{ position: bigint; id: string; chain_hash: string; contents: string | null }>`
      select seal.position, seal.${sql.ref(chain.idColumn)} as id, seal.chain_hash,
             (select ${contents} from ${sql.table(chain.records)} as record where record.council_id = seal.council_id and record.id = seal.${sql.ref(chain.idColumn)}) as contents
        from ${sql.table(chain.seals)} as seal where seal.council_id = ${councilId} and seal.position > ${position} order by seal.position limit ${BATCH}`.execute(
      ownerDb,
    );
    if (rows.length === 0) return { links: Number(position), broken: null };
    for (const row of rows) {
      const expected = row.contents === null ? null : link(hash, row.contents);
      if (row.position !== position + 1n || expected !== row.chain_hash) {
        return {
          links: Number(position),
          broken: { council: councilId, chain: chain.seals, position: Number(row.position), record: row.id },
        };
      }
      position = row.position;
      hash = row.chain_hash;
    }
  }
}

export async function allCouncilIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('councils').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function makeLedgerPartitions(db: Db, fromMonth: string, toMonth: string): Promise<void> {
  await sql`select ledger_make_partitions(${fromMonth}::date, ${toMonth}::date)`.execute(db);
}
