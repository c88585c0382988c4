import type { Agent } from '@coliseum/domain/agent';
import { AGENT_COUNT, MATCHES_PER_DAY, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { Bet, StakedBet } from '@coliseum/domain/bet';
import { toMatchDate } from '@coliseum/domain/match-date';
import type { PersonaConfig } from '@coliseum/domain/persona';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { EMPTY_STATS } from '@coliseum/domain/statistics';
import type { KalshiCandidate, KalshiMarket } from '@coliseum/kalshi/market';
import type { AgentAnswer, SelectedMarket } from '../pipeline/state.ts';

export const LOCKED_AT = new Date('2026-03-02T14:00:00Z');
const CLOSES_AT = new Date('2026-03-03T01:00:00Z');

/** A whole day's answers: one of each agent on each match. */
export const ANSWERS_PER_DAY = AGENT_COUNT * MATCHES_PER_DAY;

/** The n-th id, with 24 hexadecimal digits. */
export function toId(n: number): string {
  return n.toString(16).padStart(24, '0');
}

/** Creates a generator of consecutive ids from 1001. */
export function createIds(): () => string {
  let next = 1000;
  return () => toId((next += 1));
}

/** An agent with its opening bankroll and no bets. */
export function makeAgent(fields: Partial<Agent> = {}): Agent {
  return {
    id: toId(1),
    name: 'GPT-6.1 Sol',
    modelSlug: 'openai/gpt-6.1-sol',
    family: 'gpt',
    displayColor: '#1f8549',
    displayColorText: '#ffffff',
    avatarInitials: 'GP',
    rosterOrder: 1,
    from: toMatchDate(LOCKED_AT),
    until: null,
    founding: true,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents: 0,
    totalPnlCents: 0,
    stats: EMPTY_STATS,
    history: [],
    createdAt: LOCKED_AT,
    updatedAt: LOCKED_AT,
    ...fields,
  };
}

/** A selected market, locked at 0.40. */
export function makeMarket(fields: Partial<SelectedMarket> = {}): SelectedMarket {
  return {
    eventId: toId(100),
    matchNumber: 1,
    ticker: 'KXRAIN-26MAR02-DEN',
    eventTicker: 'KXRAIN-26MAR02',
    title: 'Rain in Denver',
    question: 'Will it rain in Denver on 2 March?',
    resolutionCriteria: 'If measurable rain falls, YES.',
    category: 'weather',
    kalshiCategory: 'Climate and Weather',
    selectionReason: 'An open question.',
    lockedPrice: '0.40',
    lockedPriceBasis: 'midpoint',
    lockedBid: '0.39',
    lockedAsk: '0.41',
    lockedLast: '0.40',
    closeTime: CLOSES_AT,
    announcedResolutionTime: null,
    ...fields,
  };
}

/** An answer that bets $1,000.00 on YES. */
export function makeAnswer(fields: Partial<AgentAnswer> = {}): AgentAnswer {
  return {
    agentId: toId(1),
    eventId: toId(100),
    decision: 'YES',
    abstainReason: null,
    abstainDetail: null,
    errorCode: null,
    requestedAmountCents: 100_000,
    probability: '0.55',
    confidence: 70,
    reasoning: 'The forecast says so.',
    promptSystem: 'system',
    promptUser: 'user',
    rawOutput: '{}',
    rejectedOutput: null,
    servedModel: 'openai/gpt-6.1-sol',
    usage: { promptTokens: 10, completionTokens: 5, reasoningTokens: 0, costMicroDollars: 12 },
    latencyMs: 40,
    ...fields,
  };
}

/** An open bet of $1,000.00 on YES at 0.40. */
export function makeBet(fields?: Partial<StakedBet>): StakedBet;
export function makeBet(fields: Partial<Bet>): Bet;
export function makeBet(fields: Partial<Bet> = {}): Bet {
  const { reasoning, errorCode: _, ...answer } = makeAnswer();
  return {
    ...answer,
    id: toId(500),
    batchId: toId(50),
    amountWageredCents: 100_000,
    capApplied: null,
    reservedCents: 100_000,
    lockedPriceAtBet: '0.40',
    feeRule: 'gross-7',
    reasoningTrace: reasoning,
    status: 'pending',
    pnlCents: null,
    feeCents: null,
    outcome: null,
    createdAt: LOCKED_AT,
    settledAt: null,
    ...fields,
  };
}

/** A liquid market, quoted at 0.39 to 0.41. */
export function makeRun(fields: Partial<PipelineRun> = {}): PipelineRun {
  return {
    id: toId(9),
    date: '2026-03-02',
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
    startedAt: LOCKED_AT,
    finishedAt: LOCKED_AT,
    updatedAt: LOCKED_AT,
    ...fields,
  };
}

export function makeCandidate(
  ticker: string,
  fields: Partial<KalshiMarket> = {},
  eventTicker = `${ticker}-EVENT`,
): KalshiCandidate {
  const market: KalshiMarket = {
    ticker,
    eventTicker,
    title: `Title of ${ticker}`,
    yesSubTitle: '',
    noSubTitle: '',
    marketType: 'binary',
    status: 'active',
    result: '',
    settlementValueMicros: null,
    settledAt: null,
    openTime: new Date('2026-03-01T00:00:00Z'),
    closeTime: CLOSES_AT,
    expectedExpirationTime: null,
    latestExpirationTime: null,
    yesBidMicros: 390_000,
    yesAskMicros: 410_000,
    lastPriceMicros: 400_000,
    volume24hHundredths: 1_000,
    openInterestHundredths: 1_000,
    volumeHundredths: 5_000,
    rulesPrimary: 'Rules.',
    rulesSecondary: '',
    canCloseEarly: true,
    isProvisional: false,
    ...fields,
  };
  return {
    market,
    event: { ticker: eventTicker, seriesTicker: 'KXSERIES', title: `Event of ${ticker}`, category: 'Politics' },
    question: `Question of ${ticker}?`,
    decisiveCloseTime: CLOSES_AT,
  };
}

/** A cautious persona. */
export function makePersona(): PersonaConfig {
  return {
    name: 'Conservative Value Investor',
    description: 'Bets on little.',
    version: '1.0',
    risk_tolerance: 'low',
    confidence_threshold: 75,
    max_bet_percentage: 5,
    decision_framework: 'Think twice.',
    evaluation_criteria: ['Clarity'],
    prompt_template: 'Preserve capital.',
  };
}
