// Loads the made-up councils of the demonstration, once: in one transaction, so that a program killed half way leaves
// nothing behind, and through the same rules, writes and ledger as real life. Never beside a real council.

import type { AppContext } from '@support-market/api/platform/context';
import { assertDemonstrationAllowed, demonstrationMadeOn } from '@support-market/api/platform/demonstration-guard.repo';
import { newId } from '@support-market/api/platform/ids';
import { hashPassword } from '@support-market/api/platform/passwords';
import { type SettableClock, settableClock } from '@support-market/api/ports/clock/clock';
import type { Db } from '@support-market/db/pool';
import { inTransaction } from '@support-market/db/transaction';
import { startOfLondonDay } from '@support-market/domain/shared/local-time';
import type { Temporal } from 'temporal-polyfill';
import { DEMONSTRATION_COUNCIL, DEMONSTRATION_PASSWORD } from './accounts.ts';
import { insertPastSearches, readMessagesBefore } from './council/basics.repo.ts';
import { elsewhereFixture, harboursideFixture } from './council/council-fixtures.ts';
import type { CouncilFixture, LoadedCouncil } from './council/council-shapes.ts';
import { foundCouncil } from './council/found-council.ts';
import { liveYear } from './council/live-year.ts';
import { beginStory } from './council/story.ts';
import { type Timeline, timelineOf } from './council/timeline.ts';
import type { OneOff } from './fixtures/habits.ts';
import { ASHA, FAMILY } from './fixtures/people.ts';
import { chanceOf } from './fixtures/random.ts';
import { pastSearches } from './fixtures/searches.ts';

const DAYS_OF_STORY = 364;
const DAYS_ELSEWHERE = 70;
const DAYS_UNTIL_READ = 10;

/** What is on the way when visitors come: orders that wait for an answer, and one that was declined. */
function openEnds(fixture: CouncilFixture): OneOff[] {
  const listing = (providerKey: string, service: string) =>
    fixture.listings.find((one) => one.providerKey === providerKey && one.service === service);
  const once = (
    kind: 'waits' | 'declined',
    reference: string,
    providerKey: string,
    service: string,
    daysBeforeToday: number,
    lineKey = 'main',
  ): OneOff[] => {
    const found = listing(providerKey, service);
    const offer = found?.offers[0];
    return found && offer
      ? [
          {
            key: `${reference}/${kind}/${providerKey}`,
            reference,
            listingKey: found.key,
            offerKey: offer.key,
            quantity: 1,
            shares: [{ reference, lineKey, weight: 1 }],
            daysBeforeToday,
          },
        ]
      : [];
  };
  const [mother, sonOne] = FAMILY;
  return [
    ...once('waits', ASHA, 'harbour-home-care', 'sitting-service', 1),
    ...once('waits', mother, 'harbour-home-care', 'companion-visits', 2),
    ...once('waits', sonOne, 'kittiwake', 'one-to-one-young', 1),
    ...once('declined', ASHA, 'driftwood', 'arts-studio', 5),
    ...once('declined', sonOne, 'gallops', 'riding', 12),
  ];
}

async function load(
  tx: Parameters<typeof foundCouncil>[0],
  clock: SettableClock,
  config: AppContext['config'],
  fixture: CouncilFixture,
  timeline: Timeline,
  passwordHash: string,
  say: (line: string) => void,
): Promise<LoadedCouncil> {
  clock.set(startOfLondonDay(timeline.firstDay).subtract({ hours: 24 * 9 }));
  const council = await foundCouncil(tx, clock, fixture, timeline, passwordHash);
  const isFirst = fixture.slug === DEMONSTRATION_COUNCIL;
  if (isFirst)
    say(
      `  ${fixture.listings.length} listings, ${fixture.groups.length} community groups, ${fixture.people.length} people with budgets`,
    );
  const story = beginStory({
    council,
    clock,
    timeline,
    habits: fixture.habits,
    oneOffs: [...fixture.oneOffs, ...(isFirst ? openEnds(fixture) : [])],
    stage: isFirst
      ? {
          organisationKey: 'harbour-home-care',
          asha: council.people.get(ASHA)?.id ?? '',
          financeId: council.accountIds.get('finance') ?? '',
        }
      : null,
  });
  let told = 0;
  await liveYear({ tx, clock, config, council, fixture, timeline, story }, (share) => {
    if (isFirst && share >= told + 0.25 && share < 1) {
      told += 0.25;
      say(`  ${Math.round(told * 12)} months of orders, visits, invoices and payments …`);
    }
  });
  const chance = chanceOf(`searches of ${fixture.slug}`);
  await insertPastSearches(
    tx,
    council.id,
    pastSearches(isFirst ? 420 : 12, chance).map((search) => {
      const at = timeline.end.subtract({
        minutes: chance.whole(
          30,
          Math.min(330, timeline.firstDay.until(timeline.today, { largestUnit: 'day' }).days) * 1440,
        ),
      });
      clock.set(at);
      return { ...search, id: newId(clock, 'search'), outward: chance.pick(fixture.places).outward, at };
    }),
  );
  await readMessagesBefore(tx, council.id, timeline.end.subtract({ hours: 24 * DAYS_UNTIL_READ }));
  return council;
}

export interface DemonstrationLoaded {
  /** False where it was there already. */
  readonly loaded: boolean;
}

/**
 * Loads the demonstration as it stands on the morning of `today`, through the application's `db`. `days` shortens its story,
 * for tests that want what is there and not a whole year of it. Throws where a real council
 * is. The same day gives the same rows on every machine, but for the one salted hash of the password.
 */
export async function loadDemonstration(
  context: Pick<AppContext, 'config'> & { readonly db: Db; readonly today: Temporal.PlainDate; readonly days?: number },
  say: (line: string) => void,
): Promise<DemonstrationLoaded> {
  const { db, config, today, days = DAYS_OF_STORY } = context;
  await assertDemonstrationAllowed(db);
  if ((await demonstrationMadeOn(db)) !== null) return { loaded: false };
  say('Setting up Harbourside, a council that does not exist …');
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await inTransaction(
    db,
    null,
    async (tx) => {
      const timeline = timelineOf(today, days);
      const clock = settableClock(startOfLondonDay(timeline.firstDay), `demonstration ${today}`);
      await load(tx, clock, config, harboursideFixture(today), timeline, passwordHash, say);
      await load(
        tx,
        settableClock(clock.now(), `elsewhere ${today}`),
        config,
        elsewhereFixture(today),
        timelineOf(today, Math.min(days, DAYS_ELSEWHERE)),
        passwordHash,
        say,
      );
    },
    { work: 'job' },
  );
  return { loaded: true };
}
