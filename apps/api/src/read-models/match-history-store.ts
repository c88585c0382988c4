import type { Clock } from '@coliseum/domain/clock';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from './arena-reads.ts';
import { findAmended } from './find-amended.ts';
import {
  toHistoryDay,
  toHistoryEvent,
  type HistoryDay,
  type HistoryEvent,
  type MatchHistory,
} from './match-history.ts';

/** Days read at once: without its texts one of them is some ten kilobytes. */
const DAYS_PER_READ = 100;

/** Keeps the match history in memory. */
export type MatchHistoryStore = {
  /** The history as it is in the database now. Returns the same value as before if nothing changed. */
  readonly current: () => Promise<MatchHistory>;
};

/**
 * Creates a store that reads each match day once, and an event again when its status changes or it is amended. Without it every page
 * view would read years of bets. It keeps about 5 kB per day: no prompts, outputs or briefs. Calls during a refresh share
 * the next one, so each of them sees what was committed before it.
 */
export function createMatchHistoryStore(reads: ArenaReads, clock: Clock): MatchHistoryStore {
  let history: MatchHistory = [];
  let running: Promise<MatchHistory> | null = null;
  let next: Promise<MatchHistory> | null = null;

  const refresh = async (): Promise<MatchHistory> => {
    try {
      history = await updateHistory(reads, clock, history);
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

async function updateHistory(reads: ArenaReads, clock: Clock, history: MatchHistory): Promise<MatchHistory> {
  const [count, latest] = await Promise.all([reads.batches.count(), reads.batches.findLatest()]);
  const isDatabaseReplaced =
    count < history.length || (count === history.length && latest?.id !== history.at(-1)?.batchId);
  const kept = isDatabaseReplaced ? [] : await updateOutcomes(reads, clock, history);
  if (count === kept.length) return kept;
  const added = await readDays(reads, await findNewBatches(reads, kept, count - kept.length));
  return [...kept, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The history with the events that were settled or amended since replaced. */
async function updateOutcomes(reads: ArenaReads, clock: Clock, history: MatchHistory): Promise<MatchHistory> {
  const changedIds = [...(await findMovedOn(reads, history)), ...(await findAmended(reads, clock, history))];
  if (changedIds.length === 0) return history;
  const changed = await readEvents(reads, changedIds);
  return history.map((day) => replaceEvents(day, changed));
}

/** The events that were open and are settled now, or open in another way: delayed, waiting. */
async function findMovedOn(reads: ArenaReads, history: MatchHistory): Promise<readonly Id[]> {
  const open = history.flatMap(({ events }) => events.filter(({ settledAt }) => settledAt === null));
  if (open.length === 0) return [];
  const statuses = new Map((await reads.events.listUnsettled()).map(({ id, status }) => [id, status]));
  return open.filter(({ id, status }) => statuses.get(id) !== status).map(({ id }) => id);
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

/** The batches that are not in the history yet, wherever they fall in time. */
async function findNewBatches(reads: ArenaReads, history: MatchHistory, expected: number): Promise<DailyBatch[]> {
  const knownIds = new Set(history.map(({ batchId }) => batchId));
  const newBatches: DailyBatch[] = [];
  for (let offset = 0; newBatches.length < expected; offset += DAYS_PER_READ) {
    const page = await reads.batches.list({ limit: DAYS_PER_READ, offset });
    newBatches.push(...page.filter(({ id }) => !knownIds.has(id)));
    if (page.length < DAYS_PER_READ) break;
  }
  return newBatches;
}

async function readDays(reads: ArenaReads, batches: readonly DailyBatch[]): Promise<HistoryDay[]> {
  const days: HistoryDay[] = [];
  for (let start = 0; start < batches.length; start += DAYS_PER_READ) {
    const chunk = batches.slice(start, start + DAYS_PER_READ);
    // Events first: one that is settled in between then counts as open and is read again at the next refresh.
    const ids = chunk.map(({ id }) => id);
    const events = Map.groupBy(await reads.events.listSummariesByBatches(ids), ({ batchId }) => batchId);
    const bets = Map.groupBy(await reads.bets.listSummariesByBatches(ids), ({ batchId }) => batchId);
    days.push(...chunk.map((batch) => toHistoryDay(batch, events.get(batch.id) ?? [], bets.get(batch.id) ?? [])));
  }
  return days;
}
