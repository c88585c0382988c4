import { expect, test } from 'vitest';
import type { CallFacts } from './call-facts.ts';
import { createFaultBook } from './fault-book.ts';
import type { FaultRule } from './fault-rule.ts';

function buildCall(text: string, changes: Partial<CallFacts> = {}): CallFacts {
  return {
    service: 'openrouter',
    endpoint: '/chat/completions',
    model: 'a/model',
    schema: 'bet_decision',
    concerns: (ticker) => ticker === 'KX-1',
    text: () => text,
    ...changes,
  };
}

const half: FaultRule = { name: 'half', service: 'openrouter', kinds: ['hang'], probability: 0.5 };

test('a rule sees only what it is narrowed to', () => {
  const book = createFaultBook('seed');
  const narrow: FaultRule = { ...half, probability: 1, model: 'a/model', schema: 'bet_decision', market: 'KX-1' };
  book.replace([{ ...narrow, endpoint: '/chat/completions' }]);
  const others = [
    { model: 'b/model' },
    { schema: 'market_selection' },
    { endpoint: '/models' },
    { concerns: () => false },
  ];
  for (const other of others) expect(book.decideCall(buildCall('text', other))).toBeNull();
  expect(book.decideCall(buildCall('text'))).toEqual({ rule: 'half', kind: 'hang' });
  expect(book.describe()).toMatchObject([{ seen: 1, fired: 1 }]);
});

test('the first rule that hits decides, and every rule that matches counts', () => {
  const book = createFaultBook('seed');
  book.replace([
    { name: 'second call', service: 'openrouter', kinds: ['retired'], calls: [2] },
    { name: 'always', service: 'openrouter', kinds: ['no-credit'] },
  ]);
  const kinds = ['one', 'two', 'three'].map((text) => book.decideCall(buildCall(text))?.kind);
  expect(kinds).toEqual(['no-credit', 'retired', 'no-credit']);
  expect(book.describe()).toMatchObject([
    { seen: 3, fired: 1 },
    { seen: 3, fired: 2 },
  ]);
});

test('calls at the same time fail alike whatever their order, and a repeated call has its own chance', () => {
  const texts = Array.from({ length: 40 }, (_, index) => `call ${index}`);
  const decideAll = (order: readonly string[]): Map<string, boolean> => {
    const book = createFaultBook('seed');
    book.replace([half]);
    return new Map(order.map((text) => [text, book.decideCall(buildCall(text)) !== null]));
  };
  const [forwards, backwards] = [decideAll(texts), decideAll(texts.toReversed())];
  for (const text of texts) expect(backwards.get(text)).toBe(forwards.get(text));
  const book = createFaultBook('seed');
  book.replace([half]);
  const repeated = texts.map(() => book.decideCall(buildCall('the same')) !== null);
  expect(new Set(repeated)).toEqual(new Set([true, false]));
});

test('counts continue from where they were saved', () => {
  const rules: FaultRule[] = [half, { name: 'third', service: 'openrouter', kinds: ['retired'], calls: [3] }];
  const whole = createFaultBook('seed');
  whole.replace(rules);
  const all = Array.from({ length: 12 }, () => whole.decideCall(buildCall('same')));
  const before = createFaultBook('seed');
  before.replace(rules);
  const first = Array.from({ length: 2 }, () => before.decideCall(buildCall('same')));
  const after = createFaultBook('seed');
  after.replace(rules, before.progress());
  expect([...first, ...Array.from({ length: 10 }, () => after.decideCall(buildCall('same')))]).toEqual(all);
});

test('a rule replaces the one of the same name, and the others keep counting', () => {
  const book = createFaultBook('seed');
  book.put({ name: 'first', service: 'openrouter', kinds: ['hang'], calls: [9] });
  book.put({ name: 'second', service: 'openrouter', kinds: ['hang'], calls: [9] });
  book.decideCall(buildCall('text'));
  book.put({ name: 'first', service: 'openrouter', kinds: ['retired'], calls: [1] });
  expect(book.describe()).toMatchObject([
    { name: 'first', kinds: ['retired'], seen: 0 },
    { name: 'second', seen: 1 },
  ]);
  expect([book.remove('first'), book.remove('first')]).toEqual([true, false]);
});

test('a standing fault holds for its market at all times and hits no call', () => {
  const book = createFaultBook('seed');
  book.replace([{ name: 'some', service: 'kalshi', kinds: ['disputed'], probability: 0.5 }]);
  const tickers = Array.from({ length: 60 }, (_, index) => `KX-${index}`);
  const hits = tickers.map((ticker) => book.decideStanding('kalshi', ticker));
  expect(new Set(hits)).toEqual(new Set(['disputed', null]));
  expect(tickers.map((ticker) => book.decideStanding('kalshi', ticker))).toEqual(hits);
  expect(book.decideCall(buildCall('text', { service: 'kalshi' }))).toBeNull();
  expect([book.hasStanding('kalshi'), book.hasStanding('openrouter')]).toEqual([true, false]);
});
