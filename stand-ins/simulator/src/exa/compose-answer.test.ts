import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { createRandomSource } from '../invented/random-source.ts';
import { inventTestEvents } from '../testing/invented-markets.ts';
import { composeAnswer } from './compose-answer.ts';
import { viewMarket, type MarketView } from './market-view.ts';

const queries = ['Key facts', 'Recent developments', 'Historical context', 'Consensus and expert views'];
const pairs = inventTestEvents('exa', 40).flatMap((event) => event.markets.map((market) => ({ event, market })));

function composeTestAnswer(view: MarketView, query: string, nowMs: number) {
  return composeAnswer(createRandomSource(`${view.ticker}/${query}`), query, view, nowMs);
}

test('every section has three to five linked bullets and two to four sources', () => {
  for (const { event, market } of pairs.slice(0, 300)) {
    const nowMs = market.closesAtMs - 3_600_000;
    for (const query of queries) {
      const { answer, sources } = composeTestAnswer(viewMarket(market, event, nowMs), query, nowMs);
      const bullets = answer.split('\n');
      expect(bullets.length).toBeGreaterThanOrEqual(3);
      expect(bullets.length).toBeLessThanOrEqual(5);
      expect(sources.length).toBeGreaterThanOrEqual(2);
      expect(sources.length).toBeLessThanOrEqual(4);
      for (const line of bullets) expect(line).toMatch(/^- .+ \(\[[^\]]+\]\(https:\/\/[^)]+\)\)\.$/);
      expect(answer).not.toMatch(/undefined|NaN/);
    }
  }
});

test('sections differ, and the same query gets the same answer', () => {
  const { event, market } = ensurePresent(pairs[0], 'a market');
  const view = viewMarket(market, event, market.opensAtMs);
  const answers = queries.map((query) => composeTestAnswer(view, query, market.opensAtMs).answer);
  expect(new Set(answers).size).toBe(4);
  expect(answers).toEqual(queries.map((query) => composeTestAnswer(view, query, market.opensAtMs).answer));
});

test('nothing is published after the query', () => {
  for (const { event, market } of pairs.slice(0, 100)) {
    const { sources } = composeTestAnswer(viewMarket(market, event, market.opensAtMs), 'Key facts', market.opensAtMs);
    for (const { publishedAtMs } of sources) expect(publishedAtMs ?? 0).toBeLessThan(market.opensAtMs);
  }
});

test('an answer does not depend on the outcome or the latent chance', () => {
  for (const { event, market } of pairs.slice(0, 100)) {
    const nowMs = market.opensAtMs + 3_600_000;
    const other = { ...market, outcome: { kind: 'unresolvable' } as const, latentProbability: 0.5 };
    for (const query of queries) {
      const seen = composeTestAnswer(viewMarket(market, event, nowMs), query, nowMs);
      expect(composeTestAnswer(viewMarket(other, event, nowMs), query, nowMs)).toEqual(seen);
    }
  }
});

test('sources are invented domains, and now and then the exchange itself', () => {
  const hosts = pairs.flatMap(({ event, market }) => {
    const view = viewMarket(market, event, market.opensAtMs);
    return composeTestAnswer(view, 'Consensus', market.opensAtMs).sources.map((source) => new URL(source.url).host);
  });
  const odd = hosts.filter((host) => !host.endsWith('.example'));
  expect(new Set(odd)).toEqual(new Set(['kalshi.com']));
  expect(odd.length / hosts.length).toBeLessThan(0.15);
});

test('an answer about a recorded market repeats only what was recorded', () => {
  const { event, market } = ensurePresent(pairs[0], 'a market');
  const view: MarketView = {
    ...viewMarket(market, event, market.opensAtMs),
    isRecorded: true,
    rules: 'If Alphas win the game, then the market resolves to Yes. Ties pay half.',
  };
  const { answer } = composeTestAnswer(view, 'Key facts', market.opensAtMs);
  expect(answer).toContain(market.title);
  expect(answer).toContain('If Alphas win the game, then the market resolves to Yes (');
  expect(composeTestAnswer(view, 'Recent developments', market.opensAtMs).answer).toContain('replay');
});
