import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf } from '../testing/fixtures.ts';
import { batchContent, type CommittedContent } from './batch-content.ts';
import { canonicalJson } from './canonical-json.ts';
import { sampleChain } from './testing/arbitrary-chain.ts';

function firstDay(seed: number): CommittedContent {
  const { batches, personas, events, bets, agents } = sampleChain(seed);
  const [batch] = batches;
  if (batch === undefined) throw new Error('no day');
  const isOfDay = ({ batchId }: { batchId: string }) => batchId === batch.id;
  return { batch, persona: personas[0] ?? null, events: events.filter(isOfDay), bets: bets.filter(isOfDay), agents };
}

const text = (content: CommittedContent): string => canonicalJson(batchContent(content));

test('settlement, ids, latency and cost are no part of it', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (seed, otherSeed) => {
      const day = firstDay(seed);
      const other = firstDay(otherSeed);
      const events = day.events.map((event, index) => {
        const { status, outcome, settlementValue, settledAt, amendments, createdAt } = other.events[index] ?? event;
        return { ...event, id: idOf(7000 + index), status, outcome, settlementValue, settledAt, amendments, createdAt };
      });
      const bets = day.bets.map((bet, index) => {
        const { id, status, pnlCents, feeCents, outcome, usage, latencyMs, createdAt, settledAt } =
          other.bets[index] ?? bet;
        const eventId = events[day.events.findIndex((event) => event.id === bet.eventId)]?.id ?? '';
        return { ...bet, id, eventId, status, pnlCents, feeCents, outcome, usage, latencyMs, createdAt, settledAt };
      });
      expect(text({ ...day, events, bets })).toBe(text(day));
    }),
    { numRuns: 30 },
  );
});

test('the order in which the database lists events, bets and agents does not matter', () => {
  const day = firstDay(3);
  const reversed = {
    ...day,
    events: day.events.toReversed(),
    bets: day.bets.toReversed(),
    agents: day.agents.toReversed(),
  };
  expect(text(reversed)).toBe(text(day));
});

test('an answer of an agent that is gone is still part of it', () => {
  const day = firstDay(4);
  expect(text({ ...day, agents: [] })).toContain('"agent":null');
});
