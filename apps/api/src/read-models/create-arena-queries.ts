import { toMinuteOfDay } from '@coliseum/config/minute-of-day';
import type { Clock } from '@coliseum/domain/clock';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { RulesView } from '../views/rules-view.ts';
import type { StatusView } from '../views/status-view.ts';
import { buildAgentDetail } from './agent-detail.ts';
import type { ArenaQueries } from './arena-queries.ts';
import type { ArenaReads } from './arena-reads.ts';
import { buildBatchList } from './batch-list.ts';
import { buildEventDetail } from './event-detail.ts';
import { buildLeaderboard, rankByMoney } from './leaderboard.ts';
import { listEvents } from './list-events.ts';
import { createMatchHistoryStore } from './match-history-store.ts';
import { buildPersona } from './persona.ts';
import { buildRules } from './rules.ts';
import { createStandingsCache } from './standings.ts';
import { buildStatus } from './status.ts';

/** How many of the latest runs are searched for skipped days. */
const RUNS_SEARCHED = 60;

type QueryOptions = {
  readonly reads: ArenaReads;
  readonly clock: Clock;
  readonly exhibition: boolean;
  /** Start of the daily run, `HH:MM`. */
  readonly dailyRunAtUtc: string;
  /** The fee rule of the first match day; after that the latest match day determines it. */
  readonly feeRule: FeeRule;
};

/** Answers the queries of spectators from the database. Only committed match days are visible. */
export function createArenaQueries(options: QueryOptions): ArenaQueries {
  const { reads, clock } = options;
  const historyStore = createMatchHistoryStore(reads, clock);
  const getStandings = createStandingsCache();

  const readArena = async () => {
    const now = clock.now();
    const agents = await reads.agents.list();
    const history = await historyStore.current();
    return { now, agents, history, standings: getStandings(history, agents, now) };
  };

  return {
    status: () => readStatus(options),
    rules: () => readRules(options),
    leaderboard: async () => buildLeaderboard(await readArena()),
    listEvents: (input) => listEvents({ reads, historyStore }, input),
    eventById: async (eventId) => {
      const event = await reads.events.findById(eventId);
      const batch = event && (await reads.batches.findById(event.batchId));
      if (!event || !batch) return null;
      const [bets, agents, [receipt]] = await Promise.all([
        reads.bets.listByEvent(event.id),
        reads.agents.list(),
        reads.receipts.listByDates([batch.date]),
      ]);
      return buildEventDetail({ event, batch, bets, receipt, agents });
    },
    agentById: async (agentId) => {
      const arena = await readArena();
      const ranked = rankByMoney(arena.agents).find(({ item }) => item.id === agentId);
      return ranked === undefined ? null : buildAgentDetail({ ...arena, agent: ranked.item, rank: ranked.rank });
    },
    listBatches: async (page) => {
      const batches = await reads.batches.list(page);
      const receipts = await reads.receipts.listByDates(batches.map(({ date }) => date));
      return buildBatchList({ batches, receipts, history: await historyStore.current(), page });
    },
    currentPersona: async () => {
      const week = await reads.personas.findActive();
      return week === null ? null : buildPersona(week);
    },
  };
}

async function readStatus({ reads, clock, exhibition, dailyRunAtUtc }: QueryOptions): Promise<StatusView> {
  const [runs, unsettled, matchDay, latest] = await Promise.all([
    reads.runs.list({ limit: RUNS_SEARCHED, offset: 0 }),
    reads.events.listUnsettled(),
    reads.batches.count(),
    reads.batches.findLatest(),
  ]);
  const dailyRunMinute = toMinuteOfDay(dailyRunAtUtc);
  const latestDate = latest?.date ?? null;
  return buildStatus({ exhibition, now: clock.now(), dailyRunMinute, matchDay, latestDate, runs, unsettled });
}

/** The fee rule in force is that of the newest match day: it is what its bets are charged by, whatever is configured here. */
async function readRules({ reads, dailyRunAtUtc, feeRule }: QueryOptions): Promise<RulesView> {
  const latest = await reads.batches.findLatest();
  return buildRules({ dailyRunAtUtc, feeRule: latest?.feeRule ?? feeRule });
}
