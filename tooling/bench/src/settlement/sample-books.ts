import type { Agent } from '@coliseum/domain/agent';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import { buildRecordedEvent } from '@coliseum/domain/build-day-record';
import type { DayRecord } from '@coliseum/domain/day-record';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays } from '@coliseum/domain/match-date';
import { createSampleAgents, STAKE_CENTS } from './sample-agents.ts';
import { toObjectId, createText } from './sample-values.ts';

/** Open events with their answers, as committed days leave them. */
export type SampleBooks = {
  readonly agents: readonly Agent[];
  readonly events: readonly ArenaEvent[];
  readonly bets: readonly Bet[];
  /** One for each match day. */
  readonly records: readonly DayRecord[];
};

const FIRST_DATE = '2026-11-22';
const LOCKED_AT = new Date('2026-11-22T14:00:00Z');
const CLOSES_AT = new Date('2026-11-23T01:00:00Z');
const FIRST_EVENT = 0x10_0000;
const FIRST_BET = 0x20_0000;
const FIRST_BATCH = 0x30_0000;

/** One event for each market, and the eight agents' answers on it: seven stakes and an abstention. */
export function createSampleBooks(tickers: readonly string[]): SampleBooks {
  const events = tickers.map(createSampleEvent);
  const agents = createSampleAgents(events.length);
  const bets = events.flatMap((event, eventIndex) =>
    agents.map((agent, index) => createSampleBet(event, agent, eventIndex * agents.length + index)),
  );
  return { agents, events, bets, records: createSampleRecords(events, bets) };
}

function createSampleRecords(events: readonly ArenaEvent[], bets: readonly Bet[]): DayRecord[] {
  return [...Map.groupBy(events, ({ matchDate }) => matchDate)].map(([date, eventsOfDay]) => ({
    batchId: ensurePresent(eventsOfDay[0], 'event').batchId,
    date,
    lockedAt: LOCKED_AT,
    weekNumber: 1,
    personaName: 'Nobody',
    feeRule: 'gross-7',
    events: eventsOfDay.map((event) =>
      buildRecordedEvent(
        event,
        bets.filter(({ eventId }) => eventId === event.id),
      ),
    ),
    candidates: [],
  }));
}

/** The `index`-th event, open. */
export function createSampleEvent(ticker: string, index: number): ArenaEvent {
  const day = Math.floor(index / MATCHES_PER_DAY);
  return {
    id: toObjectId(FIRST_EVENT + index),
    batchId: toObjectId(FIRST_BATCH + day),
    matchDate: addDays(FIRST_DATE, day),
    matchNumber: (index % MATCHES_PER_DAY) + 1,
    kalshiTicker: ticker,
    kalshiEventTicker: `${ticker}-EVENT`,
    title: createText(60, index),
    question: createText(90, index),
    resolutionCriteria: createText(600, index),
    category: 'world',
    kalshiCategory: 'World',
    selectionReason: createText(120, index),
    lockedPrice: '0.385',
    lockedPriceBasis: 'midpoint',
    lockedBid: '0.38',
    lockedAsk: '0.39',
    lockedLast: '0.38',
    lockedAt: LOCKED_AT,
    decisionQuote: null,
    closeTime: CLOSES_AT,
    expectedResolutionTime: CLOSES_AT,
    announcedResolutionTime: null,
    status: 'open',
    outcome: null,
    settlementValue: null,
    settledAt: null,
    voidReason: null,
    amendments: [],
    intelligenceBrief: createText(8_000, index),
    briefSha256: null,
    briefStatus: 'complete',
    sources: [],
    researchCompletedAt: LOCKED_AT,
    createdAt: LOCKED_AT,
  };
}

/** An agent's answer on an event, open; `index` is its place among all answers. */
export function createSampleBet(event: ArenaEvent, agent: Agent, index: number): Bet {
  const decision = ensurePresent((['YES', 'NO'] as const)[index % 2], 'side');
  const isStake = agent.rosterOrder > 1;
  return {
    id: toObjectId(FIRST_BET + index),
    batchId: event.batchId,
    agentId: agent.id,
    eventId: event.id,
    decision: isStake ? decision : 'ABSTAIN',
    abstainReason: isStake ? null : 'chosen',
    abstainDetail: null,
    amountWageredCents: isStake ? STAKE_CENTS : 0,
    requestedAmountCents: isStake ? STAKE_CENTS : 0,
    capApplied: null,
    reservedCents: isStake ? STAKE_CENTS : 0,
    lockedPriceAtBet: event.lockedPrice,
    feeRule: 'gross-7',
    probability: '0.45',
    confidence: 65,
    reasoningTrace: createText(400, index),
    promptSystem: createText(2_400, index),
    promptUser: createText(9_500, index),
    rawOutput: createText(600, index),
    rejectedOutput: null,
    servedModel: agent.modelSlug,
    usage: { promptTokens: 3_200, completionTokens: 300, reasoningTokens: 0, costMicroDollars: 9_100 },
    latencyMs: 21_000,
    status: 'pending',
    pnlCents: null,
    feeCents: null,
    outcome: null,
    createdAt: LOCKED_AT,
    settledAt: null,
  };
}
