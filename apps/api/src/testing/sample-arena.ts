import { createEmptyArena, type MemoryArena } from './memory-reads.ts';
import {
  createSampleAgent,
  createSampleBatch,
  createSampleBet,
  createSampleEvent,
  createSampleRun,
  settleSample,
} from './sample-models.ts';

/**
 * Two match days of three agents. Day 1 is settled: match 1 YES (agent 1 won $139.50, agent 2 lost $100.00, agent 3
 * passed), match 2 VOID. Day 2 has one open match: agent 1 bets, agent 2 gave no answer.
 */
export function createSampleArena(): MemoryArena {
  const [one, two, three] = [
    createSampleAgent(1, { currentBankrollCents: 10_013_950, totalPnlCents: 13_950, reservedCents: 10_000 }),
    createSampleAgent(2, { currentBankrollCents: 9_990_000, totalPnlCents: -10_000 }),
    createSampleAgent(3),
  ];
  const [firstDay, secondDay] = [createSampleBatch(1, '2026-03-02'), createSampleBatch(2, '2026-03-03')];
  const [match, voided, open] = [
    createSampleEvent(1, firstDay),
    createSampleEvent(2, firstDay, { category: 'politics' }),
    createSampleEvent(3, secondDay),
  ];
  const settled = settleSample(
    match,
    [
      createSampleBet(1, match, one),
      createSampleBet(2, match, two, { decision: 'NO', probability: '0.30' }),
      createSampleBet(3, match, three, {
        decision: 'ABSTAIN',
        abstainReason: 'chosen',
        amountWageredCents: 0,
        probability: '0.45',
      }),
    ],
    {
      value: '1.00',
      settledAt: '2026-03-03T01:00:00.000Z',
      pnlCents: { [createSampleBet(1, match, one).id]: 13_950, [createSampleBet(2, match, two).id]: -10_000 },
    },
  );
  const refunded = settleSample(voided, [createSampleBet(4, voided, two)], {
    value: null,
    settledAt: '2026-03-03T02:00:00.000Z',
    pnlCents: {},
  });
  const unanswered = {
    decision: 'ABSTAIN',
    abstainReason: 'timeout',
    amountWageredCents: 0,
    probability: null,
  } as const;
  return {
    ...createEmptyArena(),
    agents: [one, two, three],
    batches: [firstDay, secondDay],
    events: [settled.event, refunded.event, open],
    bets: [...settled.bets, ...refunded.bets, createSampleBet(5, open, one), createSampleBet(6, open, two, unanswered)],
    runs: [createSampleRun('2026-03-03'), createSampleRun('2026-03-02')],
  };
}
