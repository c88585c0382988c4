import { computeAvailableCents } from '@coliseum/domain/statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCKED_AT, createIds, toId, makeAgent, makeAnswer, makeMarket } from '../../testing/fixtures.ts';
import type { AgentAnswer, Decided } from '../state.ts';
import { placeBets, toEvents } from './day-documents.ts';

const context = {
  batchId: toId(50),
  at: LOCKED_AT,
  feeRule: 'gross-7' as const,
  personaCapPercent: 10,
  newId: createIds(),
};

function makeDay(answers: readonly Partial<AgentAnswer>[]): Decided {
  const markets = answers.map((_, index) =>
    makeMarket({ eventId: toId(100 + index), matchNumber: index + 1, ticker: `KX${index}` }),
  );
  const briefs = markets.map(({ eventId }) => ({
    eventId,
    text: 'brief',
    status: 'complete' as const,
    sources: [],
    completedAt: LOCKED_AT,
  }));
  return {
    date: '2026-03-02',
    triggerTime: LOCKED_AT,
    ingestion: { lockedAt: LOCKED_AT, markets },
    research: { briefs },
    betting: {
      quotes: [{ eventId: toId(100), bid: '0.44', ask: '0.46', last: null, at: LOCKED_AT }],
      answers: answers.map((fields, index) => makeAnswer({ eventId: toId(100 + index), ...fields })),
    },
  };
}

test('an event is expected to resolve two hours after its close', () => {
  const [event] = toEvents(context, makeDay([{}]));
  expect(event?.expectedResolutionTime.toISOString()).toBe('2026-03-03T03:00:00.000Z');
  expect(event?.status).toBe('open');
  expect(event?.decisionQuote).toEqual({ bid: '0.44', ask: '0.46', last: null, at: LOCKED_AT });
});

test('stakes are reserved in match order until no money is available', () => {
  const agent = makeAgent({ currentBankrollCents: 1_000_000, reservedCents: 850_000 });
  const day = placeBets(context, makeDay([{}, { requestedAmountCents: 90_000 }, {}]), agent);
  expect(
    day.bets.map(({ decision, amountWageredCents, capApplied, abstainReason }) => [
      decision,
      amountWageredCents,
      capApplied,
      abstainReason,
    ]),
  ).toEqual([
    ['YES', 100_000, null, null],
    ['YES', 50_000, 'available', null],
    ['ABSTAIN', 0, null, 'broke'],
  ]);
  expect(day.agent.reservedCents).toBe(1_000_000);
  expect(day.entries.map(({ reservedAfterCents }) => reservedAfterCents)).toEqual([950_000, 1_000_000]);
  expect(day.agent.stats).toMatchObject({ totalBets: 2, noAnswers: 1, stakedCents: 150_000 });
});

test("a stake is held to the persona's cap of the day", () => {
  const agent = makeAgent({ currentBankrollCents: 1_000_000 });
  const { bets } = placeBets(
    { ...context, personaCapPercent: 4 },
    makeDay([{}, { requestedAmountCents: 40_000 }]),
    agent,
  );
  expect(bets.map(({ amountWageredCents, capApplied }) => [amountWageredCents, capApplied])).toEqual([
    [40_000, 'persona'],
    [40_000, null],
  ]);
});

test('a missing answer and a pass are counted separately', () => {
  const failed = { decision: 'ABSTAIN', requestedAmountCents: 0 } as const;
  const { agent } = placeBets(
    context,
    makeDay([
      { ...failed, abstainReason: 'chosen' },
      { ...failed, abstainReason: 'timeout' },
    ]),
    makeAgent(),
  );
  expect(agent.stats).toMatchObject({ totalBets: 0, abstentions: 1, noAnswers: 1 });
});

test('the available money is never negative, and the ledger matches the agent', () => {
  const requests = fc.array(fc.integer({ min: 100, max: 30_000_000 }), { minLength: 1, maxLength: 5 });
  const money = fc.tuple(fc.integer({ min: 0, max: 30_000_000 }), fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(
      requests,
      money,
      fc.constantFrom('gross-7', 'kalshi-quadratic'),
      (amounts, [equity, reservedPercent], feeRule) => {
        const before = makeAgent({
          currentBankrollCents: equity,
          reservedCents: Math.floor((equity * reservedPercent) / 100),
        });
        const day = placeBets(
          {
            ...context,
            feeRule,
          },
          makeDay(amounts.map((requestedAmountCents) => ({ requestedAmountCents }))),
          before,
        );
        expect(computeAvailableCents(day.agent)).toBeGreaterThanOrEqual(0);
        expect(day.agent.currentBankrollCents).toBe(before.currentBankrollCents);
        const reserved = day.entries.reduce((sum, entry) => sum + entry.reservedDeltaCents, 0);
        expect(day.agent.reservedCents - before.reservedCents).toBe(reserved);
      },
    ),
  );
});
