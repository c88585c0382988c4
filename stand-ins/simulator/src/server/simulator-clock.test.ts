import { expect, test } from 'vitest';
import { ClockSetting, createSimulatorClock } from './simulator-clock.ts';

const noon = new Date('2026-11-22T12:00:00Z');

test('a real clock is the machine’s', () => {
  let machine = noon;
  const clock = createSimulatorClock({ mode: 'real' }, () => machine);
  machine = new Date(noon.getTime() + 5);
  expect(clock.nowMs()).toBe(noon.getTime() + 5);
});

test('a manual clock stands still until it is set, and can go back to real', () => {
  const clock = createSimulatorClock({ mode: 'manual', now: noon }, () => new Date(0));
  expect(clock.now()).toEqual(noon);
  clock.set({ mode: 'manual', now: new Date('2020-01-01T00:00:00Z') });
  expect(clock.now().toISOString()).toBe('2020-01-01T00:00:00.000Z');
  clock.set({ mode: 'real' });
  expect(clock.nowMs()).toBe(0);
});

test('a setting without a mode, or manual without an instant, is refused', () => {
  expect(ClockSetting.safeParse({ mode: 'manual', now: '2026-11-22T12:00:00Z' }).data).toEqual({
    mode: 'manual',
    now: noon,
  });
  for (const wrong of [{}, { mode: 'manual' }, { mode: 'manual', now: 'noon' }, { mode: 'real', now: 'noon' }, null]) {
    expect(ClockSetting.safeParse(wrong).success).toBe(false);
  }
});

test('a stopped clock jumps when it is advanced, a running one runs on ahead', () => {
  let machine = noon;
  const clock = createSimulatorClock({ mode: 'manual', now: noon }, () => machine);
  clock.advance(60_000);
  expect(clock.setting()).toEqual({ mode: 'manual', now: new Date('2026-11-22T12:01:00Z') });
  clock.set({ mode: 'real' });
  clock.advance(60_000);
  clock.advance(60_000);
  machine = new Date(noon.getTime() + 5);
  expect(clock.nowMs()).toBe(noon.getTime() + 120_005);
  expect(clock.setting()).toEqual({ mode: 'real', aheadMs: 120_000 });
});
