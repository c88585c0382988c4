import { expect, test } from 'vitest';
import { toId } from '../testing/fixtures.ts';
import { buildEventAlerts } from './event-alerts.ts';

const NOW = new Date('2026-03-04T03:00:00Z');
const OPEN = {
  id: toId(100),
  kalshiTicker: 'KXRAIN-26MAR02-DEN',
  question: 'Will it rain?',
  status: 'waiting_settlement',
  expectedResolutionTime: new Date('2026-03-03T03:00:00Z'),
  announcedResolutionTime: null,
  outcome: null,
  amendments: [],
} as const;

test('an event is delayed a day after it was due, whatever its status says', () => {
  const [alert] = buildEventAlerts({ ...OPEN, amendments: [] }, NOW);
  expect(alert?.cause).toBe(`settlement_delayed/${OPEN.id}`);
  expect(alert?.text).toContain(`npm run arena -- settle --event ${OPEN.id}`);
  expect(buildEventAlerts({ ...OPEN, amendments: [] }, new Date(NOW.getTime() - 1))).toEqual([]);
});

test('an event whose result the exchange announced for later is delayed a day after that, and counts from it', () => {
  const announcedResolutionTime = new Date('2026-03-06T18:00:00Z');
  const late = { ...OPEN, amendments: [], announcedResolutionTime };
  expect(buildEventAlerts(late, NOW)).toEqual([]);
  expect(buildEventAlerts(late, new Date('2026-03-07T17:59:59Z'))).toEqual([]);
  const [alert] = buildEventAlerts(late, new Date('2026-03-07T18:00:00Z'));
  expect(alert?.text).toContain('due since 2026-03-06T18:00:00.000Z');
});

test('an announcement before the first question shortens nothing', () => {
  const early = { ...OPEN, amendments: [], announcedResolutionTime: new Date('2026-03-02T18:00:00Z') };
  expect(buildEventAlerts(early, new Date(NOW.getTime() - 1))).toEqual([]);
  expect(buildEventAlerts(early, NOW)).toHaveLength(1);
});

test('a settled event raises no alert, however late it was', () => {
  expect(buildEventAlerts({ ...OPEN, status: 'settled', outcome: 'YES', amendments: [] }, NOW)).toEqual([]);
});

test('every change of a result raises an alert of its own with both outcomes', () => {
  const at = new Date('2026-03-03T05:00:00Z');
  const amendments = [
    { at, previousOutcome: 'YES', previousValue: '1' },
    { at, previousOutcome: 'NO', previousValue: '0' },
  ] as const;
  const alerts = buildEventAlerts({ ...OPEN, status: 'settled', outcome: 'VOID', amendments: [...amendments] }, NOW);
  expect(alerts.map(({ cause }) => cause)).toEqual([`outcome_amended/${OPEN.id}/1`, `outcome_amended/${OPEN.id}/2`]);
  expect(alerts[0]?.text).toContain('was YES and is now NO');
  expect(alerts[1]?.text).toContain('was NO and is now VOID');
});
