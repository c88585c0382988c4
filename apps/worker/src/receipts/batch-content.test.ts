import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleChain } from '../testing/arbitrary-chain.ts';
import { toId } from '../testing/fixtures.ts';
import { buildBatchContent, type CommittedContent } from './batch-content.ts';
import { toCanonicalJson } from './canonical-json.ts';

function sampleFirstDay(seed: number): CommittedContent {
  const { batches, personas, events, bets, agents } = sampleChain(seed);
  const [batch] = batches;
  if (batch === undefined) throw new Error('no day');
  const isOfDay = ({ batchId }: { batchId: string }) => batchId === batch.id;
  return { batch, persona: personas[0] ?? null, events: events.filter(isOfDay), bets: bets.filter(isOfDay), agents };
}

const toText = (content: CommittedContent): string => toCanonicalJson(buildBatchContent(content));

test('settlement, ids, latency and cost do not change the content', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (seed, otherSeed) => {
      const day = sampleFirstDay(seed);
      const other = sampleFirstDay(otherSeed);
      const events = day.events.map((event, index) => {
        const { status, outcome, settlementValue, settledAt, voidReason, amendments, createdAt } =
          other.events[index] ?? event;
        const settlement = { status, outcome, settlementValue, settledAt, voidReason, amendments };
        return { ...event, ...settlement, id: toId(7000 + index), createdAt };
      });
      const bets = day.bets.map((bet, index) => {
        const { id, status, pnlCents, feeCents, outcome, usage, latencyMs, createdAt, settledAt } =
          other.bets[index] ?? bet;
        const eventId = events[day.events.findIndex((event) => event.id === bet.eventId)]?.id ?? '';
        return { ...bet, id, eventId, status, pnlCents, feeCents, outcome, usage, latencyMs, createdAt, settledAt };
      });
      expect(toText({ ...day, events, bets })).toBe(toText(day));
    }),
    { numRuns: 30 },
  );
});

test('the order of events, bets and agents in the database does not change the content', () => {
  const day = sampleFirstDay(3);
  const reversed = {
    ...day,
    events: day.events.toReversed(),
    bets: day.bets.toReversed(),
    agents: day.agents.toReversed(),
  };
  expect(toText(reversed)).toBe(toText(day));
});

test('an answer of a deleted agent is still part of the content', () => {
  const day = sampleFirstDay(4);
  expect(toText({ ...day, agents: [] })).toContain('"agent":null');
});
