import { RECEIPT_FORMAT } from '@coliseum/domain/receipt';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBatchContent, type CommittedContent } from './batch-content.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { sampleChain } from './testing/arbitrary-chain.ts';

function sampleFirstDay(seed: number): CommittedContent {
  const { batches, personas, events, bets, agents, runs, droppedCalls } = sampleChain(seed);
  const [batch] = batches;
  if (batch === undefined) throw new Error('no day');
  const isOfDay = ({ batchId }: { batchId: string }) => batchId === batch.id;
  return {
    batch,
    persona: personas[0] ?? null,
    events: events.filter(isOfDay),
    bets: bets.filter(isOfDay),
    agents,
    timesPlayed: runs[0]?.timesPlayed ?? 1,
    droppedCalls: droppedCalls.filter(({ date }) => date === batch.date),
  };
}

const toText = (content: CommittedContent): string => toCanonicalJson(buildBatchContent(RECEIPT_FORMAT, content));

test('settlement, ids, latency and cost do not change the content', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (seed, otherSeed) => {
      const day = sampleFirstDay(seed);
      const other = sampleFirstDay(otherSeed);
      const events = day.events.map((event, index) => {
        const { status, outcome, settlementValue, settledAt, voidReason, amendments, createdAt } =
          other.events[index] ?? event;
        const settlement = { status, outcome, settlementValue, settledAt, voidReason, amendments };
        return { ...event, ...settlement, id: (7000 + index).toString(16).padStart(24, '0'), createdAt };
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

test('the order of events, bets, agents and dropped answers in the database does not change the content', () => {
  const day = sampleFirstDay(3);
  const reversed = {
    ...day,
    events: day.events.toReversed(),
    bets: day.bets.toReversed(),
    agents: day.agents.toReversed(),
    droppedCalls: day.droppedCalls.toReversed(),
  };
  expect(toText(reversed)).toBe(toText(day));
});

test('an answer of a deleted agent is still part of the content', () => {
  const day = sampleFirstDay(4);
  expect(toText({ ...day, agents: [] })).toContain('"agent":null');
});

test('the first format says nothing about repeated plays, the second everything but ids, times and costs', () => {
  const day = sampleFirstDay(5);
  const once: CommittedContent = { ...day, timesPlayed: 1, droppedCalls: [] };
  expect(buildBatchContent('coliseum-receipt/1', day)).toEqual(buildBatchContent('coliseum-receipt/1', once));
  expect(buildBatchContent('coliseum-receipt/2', once)).toEqual(
    Object.assign({}, buildBatchContent('coliseum-receipt/1', day), { times_played: 1, dropped_answers: [] }),
  );
  const [call] = day.droppedCalls;
  expect(toText(day)).toContain(JSON.stringify(call?.requestSha256));
  const again = day.droppedCalls.map((one) => ({ ...one, id: 'f'.repeat(24), latencyMs: 1, startedAt: new Date(0) }));
  expect(toText({ ...day, droppedCalls: again })).toBe(toText(day));
});
