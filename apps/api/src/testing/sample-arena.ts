import { emptyArena, type MemoryArena } from './memory-reads.ts';
import { sampleAgent, sampleBatch, sampleBet, sampleEvent, sampleRun, settleSample } from './sample-models.ts';

/**
 * Two match days of three agents. Day 1 is settled: match 1 YES (agent 1 won $139.50, agent 2 lost $100.00, agent 3
 * passed), match 2 VOID. Day 2 has one open match: agent 1 bets, agent 2 gave no answer.
 */
export function sampleArena(): MemoryArena {
  const [one, two, three] = [
    sampleAgent(1, { currentBankrollCents: 10_013_950, totalPnlCents: 13_950, reservedCents: 10_000 }),
    sampleAgent(2, { currentBankrollCents: 9_990_000, totalPnlCents: -10_000 }),
    sampleAgent(3),
  ];
  const [firstDay, secondDay] = [sampleBatch(1, '2026-03-02'), sampleBatch(2, '2026-03-03')];
  const [match, voided, open] = [
    sampleEvent(1, firstDay),
    sampleEvent(2, firstDay, { category: 'politics' }),
    sampleEvent(3, secondDay),
  ];
  const settled = settleSample(
    match,
    [
      sampleBet(1, match, one),
      sampleBet(2, match, two, { decision: 'NO', probability: '0.30' }),
      sampleBet(3, match, three, {
        decision: 'ABSTAIN',
        abstainReason: 'chosen',
        amountWageredCents: 0,
        probability: '0.45',
      }),
    ],
    {
      value: '1.00',
      settledAt: '2026-03-03T01:00:00.000Z',
      pnlCents: { [sampleBet(1, match, one).id]: 13_950, [sampleBet(2, match, two).id]: -10_000 },
    },
  );
  const refunded = settleSample(voided, [sampleBet(4, voided, two)], {
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
    ...emptyArena(),
    agents: [one, two, three],
    batches: [firstDay, secondDay],
    events: [settled.event, refunded.event, open],
    bets: [...settled.bets, ...refunded.bets, sampleBet(5, open, one), sampleBet(6, open, two, unanswered)],
    runs: [sampleRun('2026-03-03'), sampleRun('2026-03-02')],
  };
}
