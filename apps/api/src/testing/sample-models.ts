import type { Agent } from '@coliseum/domain/agent';
import { FIRST_ASKED_AFTER_HOURS, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { HOUR_MS } from '@coliseum/domain/durations';
import type { ArenaEvent } from '@coliseum/domain/event';
import { toLockTime } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { EMPTY_STATS } from '@coliseum/domain/statistics';

/** An id of 24 digits that starts with a letter for the kind and ends with the number. */
export function createSampleId(kind: 'a' | 'b' | 'c' | 'e', number: number): string {
  return kind + String(number).padStart(23, '0');
}

/** A valid agent at the given place on the roster. */
export function createSampleAgent(number: number, changes: Partial<Agent> = {}): Agent {
  const createdAt = new Date('2026-01-01T00:00:00.000Z');
  return {
    id: createSampleId('a', number),
    name: `Agent ${number}`,
    modelSlug: `lab/model-${number}`,
    family: `family-${number}`,
    displayColor: '#123456',
    displayColorText: '#ffffff',
    avatarInitials: `A${number}`,
    rosterOrder: number,
    from: '2024-01-01',
    until: null,
    founding: true,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents: 0,
    totalPnlCents: 0,
    stats: EMPTY_STATS,
    history: [],
    createdAt,
    updatedAt: createdAt,
    ...changes,
  };
}

/** A valid batch for a date. */
export function createSampleBatch(number: number, date: string): DailyBatch {
  const lockedAt = toLockTime(date);
  return {
    id: createSampleId('b', number),
    date,
    triggerTime: lockedAt,
    lockedAt,
    status: 'completed',
    eventIds: [],
    weekNumber: 1,
    personaName: 'momentum_trader',
    feeRule: 'gross-7',
    personaCapPercent: 5,
    costMicroDollars: 0,
    createdAt: lockedAt,
    completedAt: lockedAt,
  };
}

/** A valid open event of a batch, locked at 0.40. */
export function createSampleEvent(number: number, batch: DailyBatch, changes: Partial<ArenaEvent> = {}): ArenaEvent {
  const closeTime = new Date(batch.lockedAt.getTime() + 8 * HOUR_MS);
  return {
    id: createSampleId('e', number),
    batchId: batch.id,
    matchDate: batch.date,
    matchNumber: number,
    kalshiTicker: `KXTEST-${number}`,
    kalshiEventTicker: 'KXTEST',
    title: `Match ${number}`,
    question: `Does match ${number} end with YES?`,
    resolutionCriteria: 'The exchange says so.',
    category: 'sports',
    kalshiCategory: 'Sports',
    selectionReason: 'Close to even.',
    lockedPrice: '0.40',
    lockedPriceBasis: 'midpoint',
    lockedBid: '0.39',
    lockedAsk: '0.41',
    lockedLast: null,
    decisionQuote: null,
    lockedAt: batch.lockedAt,
    closeTime,
    expectedResolutionTime: new Date(closeTime.getTime() + FIRST_ASKED_AFTER_HOURS * HOUR_MS),
    announcedResolutionTime: null,
    status: 'open',
    outcome: null,
    settlementValue: null,
    settledAt: null,
    voidReason: null,
    amendments: [],
    intelligenceBrief: '## Key Facts\n- One fact [1]',
    briefSha256: null,
    briefStatus: 'complete',
    sources: [{ number: 1, title: 'A source', url: 'https://example.org', publishedAt: null, carriesOdds: false }],
    researchCompletedAt: batch.lockedAt,
    createdAt: batch.lockedAt,
    ...changes,
  };
}

/** A valid open bet of $100.00 on YES at a stated 0.60. */
export function createSampleBet(number: number, event: ArenaEvent, agent: Agent, changes: Partial<Bet> = {}): Bet {
  return {
    id: createSampleId('c', number),
    batchId: event.batchId,
    agentId: agent.id,
    eventId: event.id,
    decision: 'YES',
    abstainReason: null,
    abstainDetail: null,
    amountWageredCents: 10_000,
    requestedAmountCents: 10_000,
    capApplied: null,
    reservedCents: 10_000,
    lockedPriceAtBet: event.lockedPrice,
    feeRule: 'gross-7',
    probability: '0.60',
    confidence: 70,
    reasoningTrace: 'Because.',
    promptSystem: 'system',
    promptUser: 'user',
    rawOutput: '{}',
    rejectedOutput: null,
    servedModel: 'lab/model',
    usage: { promptTokens: 1, completionTokens: 1, reasoningTokens: 0, costMicroDollars: 12 },
    latencyMs: 900,
    status: 'pending',
    pnlCents: null,
    feeCents: null,
    outcome: null,
    createdAt: event.createdAt,
    settledAt: null,
    ...changes,
  };
}

/** An event and its bets after settlement, with `pnlCents` by bet id. */
export function settleSample(
  event: ArenaEvent,
  bets: readonly Bet[],
  end: {
    readonly value: string | null;
    readonly settledAt: string;
    readonly pnlCents: Readonly<Record<string, number>>;
  },
): { readonly event: ArenaEvent; readonly bets: Bet[] } {
  const settledAt = new Date(end.settledAt);
  const outcome =
    end.value === null ? 'VOID' : end.value === '1.00' ? 'YES' : end.value === '0.00' ? 'NO' : 'FRACTIONAL';
  return {
    event: { ...event, status: 'settled', outcome, settlementValue: end.value, settledAt },
    bets: bets.map((bet) => {
      if (bet.decision === 'ABSTAIN') return { ...bet, status: 'settled', outcome: 'ABSTAIN', pnlCents: 0, settledAt };
      const pnlCents = end.pnlCents[bet.id] ?? 0;
      const result = end.value === null ? 'VOID' : pnlCents > 0 ? 'WIN' : 'LOSS';
      return { ...bet, status: 'settled', outcome: result, pnlCents, feeCents: 0, settledAt };
    }),
  };
}

/** A run for a date. */
export function createSampleRun(date: string, changes: Partial<PipelineRun> = {}): PipelineRun {
  const startedAt = toLockTime(date);
  return {
    id: createSampleId('b', 900),
    date,
    status: 'completed',
    stage: null,
    stages: [],
    attempts: 1,
    timesPlayed: 1,
    reason: null,
    errors: [],
    checkpoint: null,
    batchId: null,
    leaseOwner: null,
    leaseExpiresAt: null,
    startedAt,
    finishedAt: startedAt,
    updatedAt: startedAt,
    ...changes,
  };
}
