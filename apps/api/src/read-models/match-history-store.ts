import type { Clock } from '@coliseum/domain/clock';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { Id } from '@coliseum/domain/id';
import { createAmendmentWatch, type AmendmentWatch } from './amendment-watch.ts';
import type { ArenaReads } from './arena-reads.ts';
import {
  toHistoryDay,
  toHistoryEvent,
  type HistoryDay,
  type HistoryEvent,
  type MatchHistory,
} from './match-history.ts';

/** So many days are read at once: forty answers a day with their prompts are near half a megabyte. */
const DAYS_PER_READ = 10;

/** Keeps the match history in memory. */
export type MatchHistoryStore = {
  /**
   * The history as the database has it now; an amended outcome may take a minute. The same value as before when nothing
   * happened.
   */
  readonly current: () => Promise<MatchHistory>;
};

/**
 * Makes a store that reads each match day once and each of its events once more, when it is settled, and again when its
 * outcome is amended. Without it every page view would read years of bets. What it keeps is some 5 kB a day, without
 * prompts, outputs and briefs. Calls while a look at the database is under way share the next one: each sees what was
 * committed before it.
 */
export function createMatchHistoryStore(reads: ArenaReads, clock: Clock): MatchHistoryStore {
  const amendments = createAmendmentWatch(reads, clock);
  let history: MatchHistory = [];
  let running: Promise<MatchHistory> | null = null;
  let next: Promise<MatchHistory> | null = null;

  const refresh = async (): Promise<MatchHistory> => {
    try {
      history = await updateHistory(reads, amendments, history);
      return history;
    } finally {
      running = next;
      next = null;
    }
  };
  const refreshAfter = async (before: Promise<MatchHistory>): Promise<MatchHistory> => {
    await before.catch(() => null);
    return refresh();
  };
  return {
    current: () => {
      if (running === null) return (running = refresh());
      return (next ??= refreshAfter(running));
    },
  };
}

async function updateHistory(
  reads: ArenaReads,
  amendments: AmendmentWatch,
  known: MatchHistory,
): Promise<MatchHistory> {
  const [count, latest] = await Promise.all([reads.batches.count(), reads.batches.findLatest()]);
  const isOtherDatabase = count < known.length || (count === known.length && latest?.id !== known.at(-1)?.batchId);
  const kept = isOtherDatabase ? [] : await updateOutcomes(reads, amendments, known);
  if (count === kept.length) return kept;
  const added = await readDays(reads, await findNewBatches(reads, kept, count - kept.length));
  return [...kept, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The history with the events that were open in it and are settled now, and those whose outcome was amended. */
async function updateOutcomes(
  reads: ArenaReads,
  { findAmended }: AmendmentWatch,
  known: MatchHistory,
): Promise<MatchHistory> {
  const changedIds = [...(await findSettled(reads, known)), ...(await findAmended(known))];
  if (changedIds.length === 0) return known;
  const changed = await readEvents(reads, changedIds);
  return known.map((day) => replaceEvents(day, changed));
}

async function findSettled(reads: ArenaReads, known: MatchHistory): Promise<readonly Id[]> {
  const openIds = known.flatMap(({ events }) =>
    events.filter(({ settledAt }) => settledAt === null).map(({ id }) => id),
  );
  if (openIds.length === 0) return [];
  const unsettled = new Set((await reads.events.listUnsettled()).map(({ id }) => id));
  return openIds.filter((id) => !unsettled.has(id));
}

function replaceEvents(day: HistoryDay, changed: ReadonlyMap<Id, HistoryEvent>): HistoryDay {
  if (!day.events.some(({ id }) => changed.has(id))) return day;
  return { ...day, events: day.events.map((event) => changed.get(event.id) ?? event) };
}

async function readEvents(reads: ArenaReads, ids: readonly Id[]): Promise<ReadonlyMap<Id, HistoryEvent>> {
  const events = await reads.events.findManyByIds(ids);
  const entries = events.map(async (event) => {
    return [event.id, toHistoryEvent(event, await reads.bets.listByEvent(event.id))] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The batches that are not in the history, wherever in time they are. */
async function findNewBatches(reads: ArenaReads, known: MatchHistory, expected: number): Promise<DailyBatch[]> {
  const knownIds = new Set(known.map(({ batchId }) => batchId));
  const found: DailyBatch[] = [];
  for (let offset = 0; found.length < expected; offset += DAYS_PER_READ) {
    const page = await reads.batches.list({ limit: DAYS_PER_READ, offset });
    found.push(...page.filter(({ id }) => !knownIds.has(id)));
    if (page.length < DAYS_PER_READ) break;
  }
  return found;
}

async function readDays(reads: ArenaReads, batches: readonly DailyBatch[]): Promise<HistoryDay[]> {
  const days: HistoryDay[] = [];
  for (let start = 0; start < batches.length; start += DAYS_PER_READ) {
    const chunk = batches.slice(start, start + DAYS_PER_READ);
    // Events first: an event that is settled in between is then taken for open, and read again at the next look.
    const events = await Promise.all(chunk.map(({ id }) => reads.events.listByBatch(id)));
    const bets = await reads.bets.listByBatches(chunk.map(({ id }) => id));
    days.push(...chunk.map((batch, index) => toHistoryDay(batch, events[index] ?? [], bets)));
  }
  return days;
}
