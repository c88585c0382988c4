import type { DayRecord, RecordedAnswer, RecordedEvent } from '@coliseum/domain/day-record';
import { expect, test } from 'vitest';
import { toMatchDay, toSeason } from './season-of-records.ts';

const lockedAt = new Date('2026-03-02T14:00:00.000Z');
const settledAt = new Date('2026-03-03T03:00:00.000Z');
const [alpha, beta] = ['a'.repeat(24), 'b'.repeat(24)];

function makeAnswer(fields: Partial<RecordedAnswer>): RecordedAnswer {
  const staked = { stakeCents: 100_000, pnlCents: null, feeCents: null };
  return { agentId: alpha, probability: '0.55', decision: 'YES', abstainReason: null, ...staked, ...fields };
}

function makeEvent(ticker: string, fields: Partial<RecordedEvent>): RecordedEvent {
  const market = { eventId: 'e'.repeat(24), category: 'weather', price: '0.385', closeTime: settledAt };
  return { ...market, ticker, settlement: null, amendments: [], answers: [], ...fields };
}

const record: DayRecord = {
  batchId: 'd'.repeat(24),
  date: '2026-03-02',
  lockedAt,
  weekNumber: 114,
  personaName: 'Contrarian',
  feeRule: 'gross-7',
  events: [
    makeEvent('KX-A', { answers: [makeAnswer({}), makeAnswer({ agentId: beta, decision: 'NO', stakeCents: 5_000 })] }),
    makeEvent('KX-B', { settlement: { outcome: 'FRACTIONAL', value: '0.25', settledAt } }),
    makeEvent('KX-C', { settlement: { outcome: 'VOID', value: null, settledAt } }),
  ],
  candidates: [],
};

test('a record gives prices in micros, the persona of its week, settlements and answers in match order', () => {
  expect(toMatchDay(record)).toEqual({
    date: '2026-03-02',
    persona: '114',
    lockedAt,
    feeRule: 'gross-7',
    events: [
      { id: 'KX-A', category: 'weather', priceMicros: 385_000, settlement: null },
      {
        id: 'KX-B',
        category: 'weather',
        priceMicros: 385_000,
        settlement: { kind: 'value', valueMicros: 250_000, settledAt },
      },
      { id: 'KX-C', category: 'weather', priceMicros: 385_000, settlement: { kind: 'void', settledAt } },
    ],
    answers: new Map([
      [
        alpha,
        [{ probabilityMicros: 550_000, bet: { side: 'YES', stakeCents: 100_000, feeRule: 'gross-7' } }, null, null],
      ],
      [beta, [{ probabilityMicros: 550_000, bet: { side: 'NO', stakeCents: 5_000, feeRule: 'gross-7' } }, null, null]],
    ]),
    twins: null,
    candidates: null,
  });
});

const pass = { decision: 'ABSTAIN', stakeCents: 0 } as const;

test.each([
  ['a pass with a probability counts', { ...pass, abstainReason: 'chosen' }, { probabilityMicros: 550_000, bet: null }],
  ['a pass without one is no answer', { ...pass, abstainReason: 'chosen', probability: null }, null],
  ['a time-out is no answer', { ...pass, abstainReason: 'timeout' }, null],
  ['a stake without a probability is no answer', { probability: null }, null],
] as const)('%s', (_name, fields, expected) => {
  const events = [makeEvent('KX-A', { answers: [makeAnswer(fields)] })];
  expect(toMatchDay({ ...record, events }).answers.get(alpha)).toEqual([expected]);
});

test('a drawn market has its own outcome, and one that was selected too that of its event', () => {
  const settlement = { outcome: 'YES', value: '1.00', settledAt } as const;
  const candidates = [
    { ticker: 'KX-B', price: '0.385', settlement: null },
    { ticker: 'KX-OPEN', price: '0.5', settlement: null },
    { ticker: 'KX-YES', price: '0.6', settlement },
  ];
  expect(toMatchDay({ ...record, candidates }).candidates).toEqual([
    { id: 'KX-B', priceMicros: 385_000, settlement: { kind: 'value', valueMicros: 250_000, settledAt } },
    { id: 'KX-OPEN', priceMicros: 500_000, settlement: null },
    { id: 'KX-YES', priceMicros: 600_000, settlement: { kind: 'value', valueMicros: 1_000_000, settledAt } },
  ]);
});

test('a season has the days that were locked by its moment, and its agents in roster order', () => {
  const agents = [
    { id: beta, name: 'Beta', from: '2026-03-01', until: '2026-03-09', founding: true },
    { id: alpha, name: 'Alpha', from: '2026-03-02', until: null, founding: false },
  ];
  const later = { ...record, date: '2026-03-03', lockedAt: new Date(lockedAt.getTime() + 1) };
  const season = toSeason({ records: [record, later], agents, asOf: lockedAt });
  expect(season.days.map(({ date }) => date)).toEqual(['2026-03-02']);
  const [first, second] = agents.map(({ name: _, ...entry }) => entry);
  expect(season.agents).toEqual([{ ...first, until: null }, second]);
  const after = toSeason({ records: [], agents, asOf: new Date('2026-03-10T00:00:00.000Z') });
  expect(after.agents).toEqual([first, second]);
  const before = toSeason({ records: [], agents, asOf: new Date('2026-03-01T12:00:00.000Z') });
  expect(before.agents.map(({ id }) => id)).toEqual([beta]);
  expect(season).toMatchObject({ minDays: 10, asOf: lockedAt });
});
