import type { Agent } from '../agent.ts';
import { STARTING_BANKROLL_CENTS } from '../arena-rules.ts';
import type { Bet, StakedBet } from '../bet.ts';
import { EMPTY_STATS } from '../statistics.ts';

const CREATED_AT = new Date('2026-03-02T14:00:00Z');

/** An agent before its first bet, for tests. */
export function buildTestAgent(overrides: Partial<Agent> = {}): Agent {
  return {
    id: 'a'.repeat(24),
    name: 'Test Agent',
    modelSlug: 'lab/model',
    family: 'test',
    displayColor: '#1f8549',
    displayColorText: '#ffffff',
    avatarInitials: 'TA',
    rosterOrder: 1,
    from: '2026-03-02',
    until: null,
    founding: true,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents: 0,
    totalPnlCents: 0,
    stats: EMPTY_STATS,
    history: [],
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
    ...overrides,
  };
}

/** An open YES bet of ten dollars at 45 cents, for tests. */
export function buildTestBet(overrides?: Partial<StakedBet>): StakedBet;
export function buildTestBet(overrides: Partial<Bet>): Bet;
export function buildTestBet(overrides: Partial<Bet> = {}): Bet {
  return {
    id: 'b'.repeat(24),
    batchId: 'c'.repeat(24),
    agentId: 'a'.repeat(24),
    eventId: 'e'.repeat(24),
    decision: 'YES',
    abstainReason: null,
    abstainDetail: null,
    amountWageredCents: 1_000,
    requestedAmountCents: 1_000,
    capApplied: null,
    reservedCents: 1_000,
    lockedPriceAtBet: '0.45',
    feeRule: 'gross-7',
    probability: '0.60',
    confidence: 70,
    reasoningTrace: 'Because.',
    promptSystem: 'system',
    promptUser: 'user',
    rawOutput: '{}',
    rejectedOutput: null,
    servedModel: 'lab/model',
    usage: null,
    latencyMs: 1_200,
    status: 'pending',
    pnlCents: null,
    feeCents: null,
    outcome: null,
    createdAt: CREATED_AT,
    settledAt: null,
    ...overrides,
  };
}
