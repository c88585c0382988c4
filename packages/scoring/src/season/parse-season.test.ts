import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSeason } from './parse-season.ts';

const event = ['T-1', 'sports', '0.385', '1', '2026-01-06T02:00:00Z'];
const day = {
  date: '2026-01-05',
  persona: 'momentum',
  lockedAt: '2026-01-05T14:00:00Z',
  events: [event],
  answers: { alpha: [[0.7, 'YES', 100_000]] },
};
const season = {
  feeRule: 'gross-7',
  minDays: 10,
  asOf: '2026-01-06T14:00:00Z',
  agents: [{ id: 'alpha', from: '2026-01-05', until: null, founding: true }],
  days: [day],
};

const parseDay = (changed: object) => parseSeason({ ...season, days: [{ ...day, ...changed }] });

test('prices and values become exact millionths', () => {
  expect(parseSeason(season)).toMatchObject({
    ok: true,
    value: {
      minDays: 10,
      asOf: new Date('2026-01-06T14:00:00Z'),
      days: [{ feeRule: 'gross-7', events: [{ priceMicros: 385_000, settlement: { valueMicros: 1_000_000 } }] }],
    },
  });
});

test('the fee rule of a day stands before that of the season', () => {
  const answers = new Map([
    ['alpha', [{ probabilityMicros: 700_000, bet: { side: 'YES', stakeCents: 100_000, feeRule: 'kalshi-quadratic' } }]],
  ]);
  expect(parseDay({ feeRule: 'kalshi-quadratic' })).toMatchObject({
    value: { days: [{ feeRule: 'kalshi-quadratic', answers }] },
  });
});

test.each([1.2, -1e-9, Number.NaN, '0.5', null, true, [0.5]])('the probability %s is no answer', (probability) => {
  const parsed = parseDay({ answers: { alpha: [[probability, 'YES', 100]] }, twins: { alpha: [probability] } });
  const none = new Map([['alpha', [null]]]);
  expect(parsed).toMatchObject({ value: { days: [{ answers: none, twins: none }] } });
});

test.each([
  ['days.0.events.0.2', { events: [['T-1', 'sports', '1', null, null]] }],
  ['days.0.events.0.2', { events: [['T-1', 'sports', '0.1234567', null, null]] }],
  ['days.0.events.0.2', { events: [['T-1', 'sports', 0.5, null, null]] }],
  ['days.0.events.0.3', { events: [['T-1', 'sports', '0.5', 'YES', '2026-01-06T02:00:00Z']] }],
  ['days.0.events.0.4', { events: [['T-1', 'sports', '0.5', '1', '2026-01-06 02:00']] }],
  ['days.0.events.0', { events: [['T-1', 'sports', '0.5', '1', null]] }],
  ['days.0.answers.alpha', { answers: { alpha: [] } }],
  ['days.0.answers.alpha.0.2', { answers: { alpha: [[0.5, 'YES', 0]] } }],
  ['days.0.date', { date: '2026-02-30' }],
  ['days.0.feeRule', { feeRule: 'none' }],
  ['days.0', { persona2: 'unknown field' }],
])('a problem names its field: %s', (field, changed) => {
  const parsed = parseDay(changed);
  expect(parsed).toMatchObject({ ok: false, error: [expect.stringMatching(new RegExp(`^${field}: `))] });
});

test.each([
  ['agents.1.id: "alpha" is taken', { agents: [...season.agents, ...season.agents] }],
  ['agents.0.id: "coin" is taken', { agents: [{ ...season.agents[0], id: 'coin' }] }],
  ['days.1.date: "2026-01-05" is taken', { days: [day, { ...day, events: [['T-2', ...event.slice(1)]] }] }],
  ['days.1.events.0.0: "T-1" is taken', { days: [day, { ...day, date: '2026-01-06' }] }],
])('%s', (problem, changed) => {
  expect(parseSeason({ ...season, ...changed })).toEqual({ ok: false, error: [problem] });
});

test('what is no season at all is refused, never thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (json) => {
      expect(parseSeason(json).ok).toBe(false);
    }),
  );
});
