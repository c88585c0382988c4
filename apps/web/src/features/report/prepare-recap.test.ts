import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import { expect, test } from 'vitest';
import { prepareRecap } from './prepare-recap.ts';

function bet(name: string, decision: 'YES' | 'NO', stake_cents: number, pnl_cents: number): ForecastView {
  return {
    agent_id: name,
    agent_name: name,
    avatar_initials: 'GP',
    decision,
    probability: decision === 'YES' ? '0.91' : '0.20',
    stake_cents,
    outcome: pnl_cents > 0 ? 'WIN' : 'LOSS',
    pnl_cents,
    automatic: false,
  };
}

function match(changes: Partial<EventRowView>): EventRowView {
  return {
    id: 'e',
    batch_id: 'b',
    date: '2026-11-18',
    match_number: 1,
    kalshi_ticker: 'KX',
    title: 'Snow',
    question: 'Will it snow?',
    category: 'weather',
    locked_price: 0.14,
    locked_price_exact: '0.14',
    close_time: '2026-11-18T20:00:00.000Z',
    status: 'settled',
    outcome: 'YES',
    settlement_value: '1.00',
    settled_at: '2026-11-18T22:00:00.000Z',
    bet_count: 4,
    total_wagered: 0,
    total_wagered_cents: 0,
    forecasts: [],
    ...changes,
  };
}

const snow = match({
  forecasts: [
    bet('Mistral', 'YES', 115_000, 648_900),
    bet('Grok', 'NO', 650_000, -650_000),
    bet('Qwen', 'NO', 100_000, -100_000),
    bet('Llama', 'NO', 100_000, -100_000),
  ],
});

test('the three facts carry their figures', () => {
  expect(prepareRecap([snow]).map((item) => [item.label, item.figure])).toEqual([
    ['Upset of the day', '14¢'],
    ['Worst beat', '\u2212$6,500'],
    ['Lone dissenter', '1 v 3'],
  ]);
});

test('an upset is told by the price of the side that came', () => {
  const favourite = match({ outcome: 'YES', locked_price_exact: '0.86' });
  const outsider = match({ outcome: 'NO', locked_price_exact: '0.71' });

  expect(prepareRecap([favourite])).toEqual([]);
  expect(prepareRecap([favourite, outsider])[0]).toMatchObject({ figure: '29¢' });
});

test('what is void, open or split is not told as won or lost', () => {
  const events = [
    match({ ...snow, outcome: 'VOID' }),
    match({ ...snow, outcome: null, status: 'open' }),
    match({ ...snow, outcome: 'FRACTIONAL' }),
  ];

  expect(prepareRecap(events)).toEqual([]);
});
