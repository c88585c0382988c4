import { expect, test } from 'vitest';
import { z } from 'zod';
import { createInventedUniverse } from '../invented/invented-universe.ts';
import { listTestDates } from '../testing/invented-markets.ts';
import { answerSelection } from './answer-selection.ts';

const universe = createInventedUniverse('selection');
const Selection = z.strictObject({
  selections: z.array(z.strictObject({ ticker: z.string(), category: z.string(), reason: z.string() })),
});

function select(tickers: readonly string[]) {
  const prompt = tickers.map((ticker) => JSON.stringify({ ticker })).join('\n');
  return Selection.parse(JSON.parse(answerSelection({ universe, seed: 'selection' }, prompt))).selections;
}

function listTickers(date: string): readonly string[] {
  return universe.listEventsOfDay(date).flatMap((event) => event.markets.map((market) => market.ticker));
}

test('five different listed markets of five categories are chosen, with a reason each', () => {
  for (const date of listTestDates(30)) {
    const tickers = listTickers(date);
    const chosen = select(tickers);
    expect(new Set(chosen.map(({ ticker }) => ticker)).size).toBe(5);
    expect(new Set(chosen.map(({ category }) => category)).size).toBe(5);
    expect(tickers).toEqual(expect.arrayContaining(chosen.map(({ ticker }) => ticker)));
    for (const { category, reason } of chosen) {
      expect(category).toBe(category.toLowerCase());
      expect(reason.length).toBeGreaterThan(20);
    }
  }
});

test('the same list gets the same five', () => {
  expect(select(listTickers('2026-04-04'))).toEqual(select(listTickers('2026-04-04')));
});

test('of a single event several markets are taken when there is nothing else', () => {
  const event = universe.listEventsOfDay('2026-01-01').find((candidate) => candidate.markets.length > 1);
  const tickers = event?.markets.map((market) => market.ticker) ?? [];
  expect(
    select(tickers)
      .map(({ ticker }) => ticker)
      .toSorted(),
  ).toEqual(tickers.toSorted());
});

test('unknown tickers are chosen only for want of known ones', () => {
  const known = listTickers('2026-01-02').slice(0, 3);
  const chosen = select(['KXSTRANGER-1', ...known, 'KXSTRANGER-2', 'KXSTRANGER-3']);
  expect(chosen.map(({ ticker }) => ticker)).toEqual(expect.arrayContaining([...known]));
  expect(chosen).toHaveLength(5);
});
