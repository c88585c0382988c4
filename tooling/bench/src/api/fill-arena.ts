import type { Database } from '@coliseum/db/database';
import type { Agent } from '@coliseum/domain/agent';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import { buildDayRecord } from '@coliseum/domain/build-day-record';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { HOUR_MS } from '@coliseum/domain/durations';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime, type MatchDate } from '@coliseum/domain/match-date';
import { createSampleBet, createSampleEvent } from '../settlement/sample-books.ts';
import { toObjectId } from '../settlement/sample-values.ts';

const FIRST_BATCH = 0x30_0001;
/** What a stake of the sample wins or loses, in cents. */
const WON_CENTS = 13_950;
const LOST_CENTS = -10_000;

/** A match day of the sample, with everything that is written at its commit. */
export type SampleDay = {
  readonly batch: DailyBatch;
  readonly events: readonly ArenaEvent[];
  readonly bets: readonly Bet[];
};

export type SamplePlan = {
  readonly agents: readonly Agent[];
  readonly lastDate: MatchDate;
  /** How many days there are up to the last one. */
  readonly days: number;
  /** How many of the last ones are open; the others are settled. */
  readonly openDays: number;
};

/** The `index`-th match day of the sample, from 0. Events and bets have the texts of real ones. */
export function createSampleDay({ agents, lastDate, days, openDays }: SamplePlan, index: number): SampleDay {
  const batch = createBatch(addDays(lastDate, index + 1 - days), index);
  const events = Array.from({ length: MATCHES_PER_DAY }, (_, match) => {
    const place = index * MATCHES_PER_DAY + match;
    return placeEvent(createSampleEvent(`KXBENCH-${place}`, place), batch);
  });
  const bets = events.flatMap((event, match) =>
    agents.map((agent, order) => {
      const place = (index * MATCHES_PER_DAY + match) * agents.length + order;
      return { ...createSampleBet(event, agent, place), batchId: batch.id, createdAt: batch.lockedAt };
    }),
  );
  const day = { batch: { ...batch, eventIds: events.map(({ id }) => id) }, events, bets };
  return index < days - openDays ? settleDay(day) : day;
}

/** Writes a match day as a commit does. */
export async function writeDay(
  database: Pick<Database, 'batches' | 'events' | 'bets' | 'dayRecords'>,
  day: SampleDay,
): Promise<void> {
  await database.batches.insert(day.batch);
  await database.events.insertMany([...day.events]);
  await database.bets.insertMany([...day.bets]);
  await database.dayRecords.insert(buildDayRecord({ ...day, candidates: null }));
}

function createBatch(date: MatchDate, index: number): DailyBatch {
  const lockedAt = toLockTime(date);
  return {
    id: toObjectId(FIRST_BATCH + index),
    date,
    triggerTime: lockedAt,
    lockedAt,
    status: 'completed',
    eventIds: [],
    weekNumber: Math.floor(index / 7) + 1,
    personaName: 'momentum_trader',
    feeRule: 'gross-7',
    personaCapPercent: 5,
    costMicroDollars: 400_000,
    createdAt: lockedAt,
    completedAt: lockedAt,
  };
}

function placeEvent(event: ArenaEvent, { id: batchId, date: matchDate, lockedAt }: DailyBatch): ArenaEvent {
  const closeTime = new Date(lockedAt.getTime() + 8 * HOUR_MS);
  const times = { lockedAt, closeTime, expectedResolutionTime: closeTime, researchCompletedAt: lockedAt };
  return { ...event, ...times, batchId, matchDate, createdAt: lockedAt };
}

/** All events end with YES. */
function settleDay({ batch, events, bets }: SampleDay): SampleDay {
  const settledAt = new Date(batch.lockedAt.getTime() + 10 * HOUR_MS);
  return {
    batch,
    events: events.map((event) => ({
      ...event,
      status: 'settled',
      outcome: 'YES',
      settlementValue: '1.00',
      settledAt,
    })),
    bets: bets.map((bet) => ({ ...bet, ...settleBet(bet), status: 'settled', feeCents: 0, settledAt })),
  };
}

function settleBet({ decision }: Bet): Pick<Bet, 'outcome' | 'pnlCents'> {
  const ends = {
    YES: { outcome: 'WIN', pnlCents: WON_CENTS },
    NO: { outcome: 'LOSS', pnlCents: LOST_CENTS },
    ABSTAIN: { outcome: 'ABSTAIN', pnlCents: 0 },
  } as const;
  return ensurePresent(ends[decision], 'an end');
}
