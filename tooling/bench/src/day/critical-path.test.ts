import { expect, test } from 'vitest';
import { criticalPath, type RecordedCall } from './critical-path.ts';

function chat(schema: string, delayMs: number): RecordedCall {
  const body = { response_format: { json_schema: { name: schema } } };
  return { service: 'openrouter', endpoint: '/chat/completions', status: 200, delayMs, body };
}
const search = (delayMs: number): RecordedCall => ({
  service: 'exa',
  endpoint: '/answer',
  status: 200,
  delayMs,
  body: {},
});
const day = [
  chat('market_selection', 7_000),
  search(2_000),
  search(6_000),
  chat('bet_decision', 40_000),
  chat('bet_decision', 5_000),
];

test('takes the slowest call of each stage', () => {
  const listing: RecordedCall = { service: 'kalshi', endpoint: '/events', status: 200, delayMs: 90_000, body: null };
  expect(criticalPath([...day, listing])).toEqual({ selectionMs: 7_000, researchMs: 6_000, decisionMs: 40_000 });
});

test.each([
  ['a call that failed', [...day, { ...search(1), status: 429 }], /ended with 429/],
  ['a call without an answer', [...day, { ...search(1), status: null }], /ended with null/],
  ['a second selection', [...day, chat('market_selection', 1)], /2 selections/],
  ['a day without decisions', day.slice(0, 3), /without any call/],
])('refuses %s', (_, calls, message) => {
  expect(() => criticalPath(calls)).toThrow(message);
});
