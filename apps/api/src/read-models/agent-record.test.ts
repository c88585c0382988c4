import { expect, test } from 'vitest';
import { createSampleAgent } from '../testing/sample-models.ts';
import { buildAgentRecord } from './agent-record.ts';
import type { SettlementTimeline } from './settlement-timeline.ts';

const timeline: SettlementTimeline = { settled: [], firstDate: '2026-03-02', lastDate: '2026-03-06' };

function shownDays(dates: { readonly from: string; readonly until: string | null }): string[] {
  return buildAgentRecord(timeline, createSampleAgent(1, dates)).bankroll.map(({ date }) => date);
}

test.each([
  [
    'an agent of the first day begins with the arena',
    { from: '2026-02-27', until: null },
    ['2026-03-02', '2026-03-06'],
  ],
  [
    'an agent that joined later begins on its first day',
    { from: '2026-03-04', until: null },
    ['2026-03-04', '2026-03-06'],
  ],
  [
    'an agent that departed ends on its last day',
    { from: '2026-03-02', until: '2026-03-03' },
    ['2026-03-02', '2026-03-03'],
  ],
] as const)('%s', (_, dates, [first, last]) => {
  const days = shownDays(dates);
  expect([days.at(0), days.at(-1)]).toEqual([first, last]);
});

test('an agent that has not begun has no days', () => {
  expect(shownDays({ from: '2026-03-07', until: null })).toEqual([]);
});
