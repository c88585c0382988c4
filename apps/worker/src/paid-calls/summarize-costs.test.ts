import type { PaidCall } from '@coliseum/domain/paid-call';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCKED_AT, toId } from '../testing/fixtures.ts';
import { COST_GROUPINGS, summarizeCosts, sumCosts } from './summarize-costs.ts';

function makeCall(fields: Partial<PaidCall> = {}): PaidCall {
  return {
    id: toId(1),
    date: '2026-03-02',
    service: 'openrouter',
    purpose: 'decision',
    requestSha256: '0'.repeat(64),
    eventId: toId(100),
    agentId: toId(1),
    model: 'acme/oracle-5',
    startedAt: LOCKED_AT,
    latencyMs: 1_000,
    usage: { promptTokens: 100, completionTokens: 10, reasoningTokens: 0, costMicroDollars: 700 },
    costMicroDollars: 700,
    errorCode: null,
    answer: null,
    answerSha256: null,
    droppedAt: null,
    ...fields,
  };
}

const search = makeCall({ service: 'exa', purpose: 'research', agentId: null, usage: null, costMicroDollars: 5_000 });
const failed = makeCall({ agentId: toId(2), usage: null, costMicroDollars: null, errorCode: 'OPENROUTER_TIMEOUT' });

test('calls, failures, tokens and costs are added up by group', () => {
  expect(summarizeCosts([search, makeCall(), makeCall({ costMicroDollars: 900 }), failed], 'agent')).toEqual([
    { key: null, calls: 1, failed: 0, costUnknown: 0, promptTokens: 0, completionTokens: 0, costMicroDollars: 5_000 },
    {
      key: toId(1),
      calls: 2,
      failed: 0,
      costUnknown: 0,
      promptTokens: 200,
      completionTokens: 20,
      costMicroDollars: 1_600,
    },
    { key: toId(2), calls: 1, failed: 1, costUnknown: 1, promptTokens: 0, completionTokens: 0, costMicroDollars: 0 },
  ]);
});

test.each([
  ['day', '2026-03-02'],
  ['month', '2026-03'],
  ['agent-event', null],
  ['service', 'exa'],
  ['purpose', 'research'],
  ['event', toId(100)],
] as const)('grouped by %s, a call is counted under %s', (by, key) => {
  expect(summarizeCosts([search], by)).toMatchObject([{ key, calls: 1 }]);
});

test('the lines of any grouping add up to the total', () => {
  const call = fc.record({
    seat: fc.nat(3),
    cost: fc.option(fc.nat(10_000)),
    day: fc.constantFrom('2026-03-02', '2026-03-03'),
  });
  fc.assert(
    fc.property(fc.array(call), fc.constantFrom(...COST_GROUPINGS), (list, by) => {
      const calls = list.map(({ seat, cost, day }) =>
        makeCall({ agentId: toId(seat), costMicroDollars: cost, date: day }),
      );
      const lines = summarizeCosts(calls, by);
      const total = sumCosts(calls);
      for (const figure of ['calls', 'costUnknown', 'costMicroDollars'] as const) {
        expect(lines.reduce((sum, line) => sum + line[figure], 0)).toBe(total[figure]);
      }
    }),
  );
});
