import type { Candidate, CandidateList } from '@coliseum/domain/candidate-list';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { createSampleId } from './sample-models.ts';

/** A market that was offered to the selector. */
export function createSampleCandidate(ticker: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    ticker,
    eventTicker: 'KXTEST',
    question: `Does ${ticker} end with YES?`,
    category: 'Sports',
    status: 'offered',
    filterReason: null,
    rank: 1,
    price: '0.40',
    priceBasis: 'midpoint',
    bid: '0.39',
    ask: '0.41',
    last: null,
    volume24hHundredths: 12_350,
    openInterestHundredths: null,
    closeTime: new Date('2026-03-02T22:00:00.000Z'),
    settlement: null,
    ...changes,
  };
}

export function createSampleCandidateList(date: string, candidates: readonly Candidate[]): CandidateList {
  const listedAt = new Date(`${date}T14:00:00.000Z`);
  return { id: createSampleId('c', 700), date, listedAt, candidates: [...candidates], drawn: [] };
}

/** An answered call that cost a cent. */
export function createSampleCall(number: number, date: string, changes: Partial<PaidCall> = {}): PaidCall {
  return {
    id: createSampleId('c', 600 + number),
    date,
    service: 'openrouter',
    purpose: 'decision',
    requestSha256: '0'.repeat(64),
    eventId: null,
    agentId: createSampleId('a', 1),
    model: 'lab/model-1',
    startedAt: new Date(`${date}T14:01:00.000Z`),
    latencyMs: 900,
    usage: null,
    costMicroDollars: 10_000,
    errorCode: null,
    answer: null,
    answerSha256: null,
    droppedAt: null,
    ...changes,
  };
}

export function createSamplePersonaWeek(weekNumber: number): PersonaWeek {
  return {
    id: createSampleId('b', 500 + weekNumber),
    weekNumber,
    startDate: '2026-03-02',
    endDate: '2026-03-08',
    personaName: 'momentum_trader',
    configFile: 'personas/momentum_trader.yaml',
    description: 'Follows the market.',
    config: {
      name: 'momentum_trader',
      description: 'Follows the market.',
      version: '1.0',
      risk_tolerance: 'medium',
      confidence_threshold: 60,
      max_bet_percentage: 5,
      decision_framework: 'Look at the last day.',
      evaluation_criteria: ['Recent moves'],
      prompt_template: 'You follow the market.',
    },
    active: true,
    createdAt: new Date('2026-03-02T05:00:00.000Z'),
  };
}
