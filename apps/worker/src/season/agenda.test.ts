import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgenda, type AgendaItem } from './agenda.ts';

const END = new Date('2100-01-01T00:00:00Z');
const makeDay = (at: string, date: string): AgendaItem => ({ kind: 'run-day', at: new Date(at), date, order: date });
const makeSettlement = (at: string, order: string): AgendaItem => ({
  kind: 'settle-event',
  at: new Date(at),
  eventId: order,
  order,
});

function takeAll(items: readonly AgendaItem[], until = END): AgendaItem[] {
  const agenda = createAgenda();
  for (const item of items) agenda.add(item);
  const taken: AgendaItem[] = [];
  for (let item = agenda.takeNext(until); item !== undefined; item = agenda.takeNext(until)) taken.push(item);
  return taken;
}

test('at the same time, settlements come before the match day, in match order', () => {
  const at = '2026-03-02T14:00:00Z';
  const taken = takeAll([
    makeDay(at, '2026-03-02'),
    makeSettlement(at, '2026-03-01_2'),
    makeSettlement(at, '2026-03-01_1'),
  ]);
  expect(taken.map(({ order }) => order)).toEqual(['2026-03-01_1', '2026-03-01_2', '2026-03-02']);
});

test('items after the limit stay in the agenda', () => {
  const taken = takeAll(
    [makeDay('2026-03-03T14:00:00Z', '2026-03-03'), makeDay('2026-03-02T14:00:00Z', '2026-03-02')],
    new Date('2026-03-02T14:00:00Z'),
  );
  expect(taken.map(({ order }) => order)).toEqual(['2026-03-02']);
});

test('all items are returned in order of time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (hours) => {
      const items = hours.map((hour, index) =>
        makeSettlement(new Date(hour * 3_600_000).toISOString(), String(index).padStart(4, '0')),
      );
      const taken = takeAll(items);
      const expected = items.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.order < b.order ? -1 : 1));
      expect(taken).toEqual(expected);
    }),
  );
});
