import { expect, test } from 'vitest';
import { computeCriticalPath, type RecordedCall } from './critical-path.ts';

function createChatCall(schema: string, delayMs: number): RecordedCall {
  const body = { response_format: { json_schema: { name: schema } } };
  return { service: 'openrouter', endpoint: '/chat/completions', status: 200, delayMs, body };
}
const createSearchCall = (delayMs: number): RecordedCall => ({
  service: 'exa',
  endpoint: '/answer',
  status: 200,
  delayMs,
  body: {},
});
const day = [
  createChatCall('market_selection', 7_000),
  createSearchCall(2_000),
  createSearchCall(6_000),
  createChatCall('bet_decision', 40_000),
  createChatCall('bet_decision', 5_000),
];

test('takes the slowest call of each stage', () => {
  const listing: RecordedCall = { service: 'kalshi', endpoint: '/events', status: 200, delayMs: 90_000, body: null };
  expect(computeCriticalPath([...day, listing])).toEqual({ selectionMs: 7_000, researchMs: 6_000, decisionMs: 40_000 });
});

test.each([
  ['a call that failed', [...day, { ...createSearchCall(1), status: 429 }], /ended with 429/],
  ['a call without an answer', [...day, { ...createSearchCall(1), status: null }], /ended with null/],
  ['a second selection', [...day, createChatCall('market_selection', 1)], /2 selections/],
  ['a day without decisions', day.slice(0, 3), /without any call/],
])('refuses %s', (_, calls, message) => {
  expect(() => computeCriticalPath(calls)).toThrow(message);
});
