import { expect, test } from 'vitest';
import { isBeingPlayed, prepareStages } from './prepare-stages.ts';

const describeMarks = (marks: ReturnType<typeof prepareStages>) => marks.map((mark) => `${mark.name} ${mark.state}`);

test('before the first match day all six stages are still to come', () => {
  const marks = prepareStages({ run: null, latestDate: null, card: [] });

  expect(marks).toHaveLength(6);
  expect(marks.every((mark) => mark.state === 'todo')).toBe(true);
});

test('a day under way shows its own stage, not that of the day before', () => {
  const marks = prepareStages({
    run: { date: '2026-11-20', status: 'running', stage: 'betting', started_at: '2026-11-20T14:00:00.000Z' },
    latestDate: '2026-11-19',
    card: [{ status: 'settled' }],
  });

  expect(describeMarks(marks)).toEqual([
    'Select done',
    'Research done',
    'Bet live',
    'Commit todo',
    'Settle todo',
    'Final todo',
  ]);
});

test('only a running day later than the latest committed one is being played', () => {
  const run = {
    date: '2026-11-20',
    status: 'running',
    stage: 'research',
    started_at: '2026-11-20T14:00:00.000Z',
  } as const;

  expect(isBeingPlayed(run, '2026-11-19')).toBe(true);
  expect(isBeingPlayed(run, null)).toBe(true);
  expect(isBeingPlayed(run, '2026-11-20')).toBe(false);
  expect(isBeingPlayed({ ...run, status: 'skipped' }, '2026-11-19')).toBe(false);
});

test('a committed day counts its settled matches and is final with the last', () => {
  const run = {
    date: '2026-11-19',
    status: 'completed',
    stage: null,
    started_at: '2026-11-19T14:00:00.000Z',
  } as const;
  const open = prepareStages({ run, latestDate: '2026-11-19', card: [{ status: 'settled' }, { status: 'open' }] });
  const closed = prepareStages({ run, latestDate: '2026-11-19', card: [{ status: 'settled' }, { status: 'settled' }] });

  expect(describeMarks(open).slice(4)).toEqual(['Settle 1 of 2 live', 'Final todo']);
  expect(describeMarks(closed).slice(4)).toEqual(['Settle 2 of 2 done', 'Final done']);
});
