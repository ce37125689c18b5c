// Proves a council's seals: walks its chain from the start, and holds every sealed record against what was sealed of it.

import type { Db } from '@support-market/db/pool';
import {
  MONTHLY_RECORDS,
  type MonthlyRecord,
  monthIsOver,
  SHORTEST_MONTHS,
} from '@support-market/domain/retention/kept-records';
import type { SealHead } from '@support-market/domain/seals/heads';
import { sealedText } from '@support-market/domain/seals/payload';
import { SEALED_KINDS, type SealKind, sealedKind } from '@support-market/domain/seals/sealed-kinds';
import { Temporal } from 'temporal-polyfill';
import { type CheckCode, sayCheck, sayFinding } from '../../platform/proof-words.ts';
import { keyedHash, type SealKeys } from '../../ports/seal-keys/seal-keys.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { readRecords, recordsWithoutSeal } from './sealed-records.repo.ts';
import { recordsWaiting } from './sealing.service.ts';
import {
  type KeptLink,
  linksAfter,
  linksAt,
  type MonthLeft,
  monthsLeft,
  newestSeals,
  waitingRecords,
} from './seals.repo.ts';

export interface SealFinding {
  readonly council: string;
  readonly what: string;
  readonly record: string;
}

export interface SealCheck {
  readonly name: string;
  counted: number;
  readonly wrong: SealFinding[];
}

/** More than this many findings of one kind say no more than this many. */
const MOST_FINDINGS = 20;
const BATCH = 2_000;

const NAMES: Readonly<Record<SealKind, CheckCode>> = {
  transfer: 'transfers-are-as-they-were-sealed',
  'audit-entry': 'audit-entries-are-as-they-were-sealed',
  'state-change': 'the-history-of-states-is-as-it-was-sealed',
  invoice: 'invoices-are-as-they-were-approved',
  'payment-authorisation': 'payment-runs-name-those-who-proposed-and-authorised-them',
  payment: 'payments-go-to-the-account-that-was-authorised',
  'bank-file': 'stored-bank-files-are-the-ones-that-were-made',
  award: 'lines-have-the-award-that-was-sealed',
  'card-payment': 'card-payments-are-as-the-card-company-took-them',
  remittance: 'remittances-are-as-they-were-sent',
  'month-left': 'months-that-were-removed-are-as-they-were-recorded',
};

const CHAIN: CheckCode = 'every-seal-follows-from-the-one-before-it';
const WITHOUT: CheckCode = 'nothing-that-must-have-a-seal-is-without-one';
const HEADS: CheckCode = 'the-chains-still-hold-the-heads-that-were-sent-away';

/** Collects what was counted and what is wrong, check by check, over all councils. */
interface Findings {
  readonly checks: readonly SealCheck[];
  readonly count: (name: CheckCode, more: number) => void;
  readonly wrong: (name: CheckCode, finding: SealFinding) => void;
}

function collect(names: readonly CheckCode[]): Findings {
  const checks = new Map(
    names.map((name): [CheckCode, SealCheck] => [name, { name: sayCheck(name), counted: 0, wrong: [] }]),
  );
  return {
    checks: [...checks.values()],
    count: (name, more) => {
      const check = checks.get(name);
      if (check) check.counted += more;
    },
    wrong: (name, finding) => {
      const check = checks.get(name);
      if (check && check.wrong.length < MOST_FINDINGS) check.wrong.push(finding);
    },
  };
}

interface Walk {
  readonly db: Db;
  readonly councilId: string;
  readonly keys: SealKeys;
  readonly findings: Findings;
  readonly left: readonly MonthLeft[];
  /** Of kinds that may be sealed again, the newest seal of each record: only that one speaks of today. */
  readonly newest: Map<string, KeptLink>;
  readonly unknownKeys: Set<string>;
}

/** One link against the link before it. */
function checkLink(walk: Walk, link: KeptLink, before: { position: bigint; hash: string }): void {
  const { councilId, findings } = walk;
  const key = walk.keys.byId.get(link.keyId);
  if (link.position !== before.position + 1n) {
    const what = sayFinding('seals-missing', { from: before.position + 1n, to: link.position - 1n });
    findings.wrong(CHAIN, { council: councilId, what, record: link.recordId });
  } else if (!key) {
    if (walk.unknownKeys.has(link.keyId)) return;
    walk.unknownKeys.add(link.keyId);
    const what = sayFinding('key-missing', { key: link.keyId });
    findings.wrong(CHAIN, { council: councilId, what, record: link.recordId });
  } else if (chainHash(key, councilId, before.hash, link) !== link.chainHash) {
    const what = sayFinding('seal-broken', { position: link.position });
    findings.wrong(CHAIN, { council: councilId, what, record: link.recordId });
  }
}

function hasLeft(walk: Walk, link: KeptLink): boolean {
  const at = link.recordAt;
  if (at === null) return false;
  const month = at.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().toString();
  return walk.left.some((left) => left.recordKind === link.kind && left.month.toPlainYearMonth().toString() === month);
}

/** Sealed records as they are now, against their seals. All links are of one kind and version. */
async function checkRecords(walk: Walk, kind: string, version: number, links: readonly KeptLink[]): Promise<void> {
  const { db, councilId, keys, findings } = walk;
  const sealed = sealedKind(kind);
  if (!sealed?.versions[version]) {
    const what = sayFinding('version-unknown', { version, kind });
    for (const { recordId } of links.slice(0, 1)) findings.wrong(CHAIN, { council: councilId, what, record: recordId });
    return;
  }
  const name = NAMES[sealed.kind];
  const records = await readRecords(db, councilId, sealed, version, links);
  findings.count(name, links.length);
  for (const link of links) {
    const key = keys.byId.get(link.keyId);
    const record = records.get(link.recordId);
    if (!record) {
      if (!hasLeft(walk, link))
        findings.wrong(name, { council: councilId, what: sayFinding('removed'), record: link.recordId });
    } else if (key && keyedHash(key, sealedText(sealed, version, record.fields)) !== link.payloadHash) {
      findings.wrong(name, { council: councilId, what: sayFinding('changed'), record: link.recordId });
    }
  }
}

async function checkBatch(walk: Walk, links: readonly KeptLink[]): Promise<void> {
  const groups = new Map<string, KeptLink[]>();
  for (const link of links) {
    const name = `${link.kind} ${link.version}`;
    groups.set(name, [...(groups.get(name) ?? []), link]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first) await checkRecords(walk, first.kind, first.version, group);
  }
}

async function walkChain(walk: Walk): Promise<void> {
  const before = { position: 0n, hash: CHAIN_START };
  for (;;) {
    const links = await linksAfter(walk.db, walk.councilId, before.position, BATCH);
    if (links.length === 0) break;
    const toCheck: KeptLink[] = [];
    for (const link of links) {
      checkLink(walk, link, before);
      before.position = link.position;
      before.hash = link.chainHash;
      if (sealedKind(link.kind)?.mayChange) walk.newest.set(`${link.kind} ${link.recordId}`, link);
      else toCheck.push(link);
    }
    walk.findings.count(CHAIN, links.length);
    await checkBatch(walk, toCheck);
  }
  const newest = [...walk.newest.values()];
  for (let start = 0; start < newest.length; start += BATCH) await checkBatch(walk, newest.slice(start, start + BATCH));
}

/** What becomes fixed by records that wait for their seal, and so waits with them. */
async function factsThatWait({ db, councilId, findings }: Walk): Promise<ReadonlyMap<SealKind, readonly string[]>> {
  const facts = new Map<SealKind, string[]>();
  for (let after = 0n; ; ) {
    const waiting = await waitingRecords(db, councilId, BATCH, after);
    if (waiting.length === 0) return facts;
    after = waiting.at(-1)?.id ?? after;
    findings.count(WITHOUT, waiting.length);
    await recordsWaiting(db, councilId, waiting, async (kind, names) => {
      const sealed = sealedKind(kind);
      if (sealed && (kind === 'transfer' || kind === 'state-change')) {
        const records = await readRecords(db, councilId, sealed, sealed.version, names);
        return [...records.values()].map(({ fields }) => ({ kind, fields }));
      }
      const ids = facts.get(kind) ?? [];
      ids.push(...names.map(({ recordId }) => recordId));
      facts.set(kind, ids);
      return [];
    });
  }
}

async function checkWithoutSeal(walk: Walk): Promise<void> {
  const { db, councilId, findings } = walk;
  const facts = await factsThatWait(walk);
  for (const { kind } of SEALED_KINDS) {
    const found = await recordsWithoutSeal(db, councilId, kind, facts.get(kind) ?? [], MOST_FINDINGS);
    for (const record of found) {
      findings.wrong(WITHOUT, { council: councilId, what: sayFinding('no-seal', { kind }), record });
    }
  }
}

const isMonthly = (kind: string): kind is MonthlyRecord => MONTHLY_RECORDS.some((each) => each === kind);

/** Months that really may have left: recorded, sealed, and old enough at the time. The others excuse nothing. */
async function monthsThatMayLeave(db: Db, councilId: string): Promise<MonthLeft[]> {
  const months = await monthsLeft(db, councilId);
  const sealed = await newestSeals(
    db,
    councilId,
    'month-left',
    months.map(({ id }) => id),
  );
  return months.filter(({ id, recordKind, month, keptMonths, leftAt }) => {
    const seal = sealed.get(id);
    // A month is not old because a row says that it left in a year to come.
    if (!seal || !isMonthly(recordKind) || Temporal.Instant.compare(leftAt, seal.sealedAt) > 0) return false;
    const day = leftAt.toZonedDateTimeISO('UTC').toPlainDate();
    const kept = Math.max(keptMonths, SHORTEST_MONTHS[recordKind]);
    return monthIsOver(month.toPlainYearMonth(), kept, day);
  });
}

async function checkHeads(walk: Walk, heads: readonly SealHead[]): Promise<void> {
  const { db, councilId, findings } = walk;
  const found = await linksAt(
    db,
    councilId,
    heads.map(({ position }) => position),
  );
  findings.count(HEADS, heads.length);
  for (const head of heads) {
    const here = found.get(head.position);
    if (here === head.chainHash) continue;
    const what =
      here === undefined
        ? sayFinding('head-gone', { position: head.position, at: head.at })
        : sayFinding('head-other', { position: head.position, at: head.at });
    findings.wrong(HEADS, { council: councilId, what, record: sayFinding('seal', { position: head.position }) });
  }
}

/** Proves the seals of these councils; with heads that left the database before, also against those. */
export async function verifySeals(
  db: Db,
  councilIds: readonly string[],
  keys: SealKeys,
  heads: readonly SealHead[] | null = null,
): Promise<readonly SealCheck[]> {
  const findings = collect([CHAIN, ...Object.values(NAMES), WITHOUT, ...(heads === null ? [] : [HEADS])]);
  for (const councilId of councilIds) {
    const left = await monthsThatMayLeave(db, councilId);
    const walk: Walk = { db, councilId, keys, findings, left, newest: new Map(), unknownKeys: new Set() };
    await walkChain(walk);
    await checkWithoutSeal(walk);
    if (heads)
      await checkHeads(
        walk,
        heads.filter((head) => head.councilId === councilId),
      );
  }
  for (const head of heads ?? []) {
    if (councilIds.includes(head.councilId)) continue;
    findings.count(HEADS, 1);
    findings.wrong(HEADS, {
      council: head.councilId,
      what: sayFinding('council-gone'),
      record: sayFinding('seal', { position: head.position }),
    });
  }
  return findings.checks;
}
