import type { SimulatedMarket } from '../market/simulated-market.ts';
import type { RandomSource } from './random-source.ts';

type Schedule = Pick<
  SimulatedMarket,
  | 'opensAtMs'
  | 'listedCloseAtMs'
  | 'closesAtMs'
  | 'closeAnnouncedAtMs'
  | 'expectedExpirationAtMs'
  | 'determinedAtMs'
  | 'settlesAtMs'
>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const GAME_LISTS_CLOSE_LATER_MS = 14 * DAY_MS;

/**
 * The life of an event's markets around the lock: open a quarter to two days before it, expected to close 1 to 23 hours
 * after it, final some minutes to an hour and a half after the close. One in seventeen closes early, one in thirty late,
 * and one in twenty-five is decided so late that asking two hours after the close is not enough.
 */
export function drawSchedule(random: RandomSource, lockMs: number, listsLateClose: boolean): Schedule {
  const opensAtMs = lockMs - random.integer(6, 46) * HOUR_MS;
  const expectedCloseMs = lockMs + random.integer(13, 276) * 5 * MINUTE_MS;
  const close = listsLateClose
    ? drawGameClose(random, expectedCloseMs)
    : drawClose(random, lockMs, expectedCloseMs, random.fraction());
  const isDecidedLate = random.chance(0.04);
  const decisionMinutes = isDecidedLate ? random.between(140, 300) : random.between(1, 58);
  const determinedAtMs = close.closesAtMs + Math.round(decisionMinutes * MINUTE_MS);
  const timerMs = random.pick([1, 60, 300, 1800]) * 1000;
  return { opensAtMs, ...close, determinedAtMs, settlesAtMs: determinedAtMs + timerMs };
}

type Close = Pick<Schedule, 'listedCloseAtMs' | 'closesAtMs' | 'closeAnnouncedAtMs' | 'expectedExpirationAtMs'>;

function drawGameClose(random: RandomSource, expectedEndMs: number): Close {
  const closesAtMs = expectedEndMs + random.integer(-20, 35) * MINUTE_MS;
  return {
    listedCloseAtMs: expectedEndMs + GAME_LISTS_CLOSE_LATER_MS,
    closesAtMs,
    closeAnnouncedAtMs: closesAtMs,
    expectedExpirationAtMs: expectedEndMs,
  };
}

function drawClose(random: RandomSource, lockMs: number, listedCloseAtMs: number, fate: number): Close {
  const expectedExpirationAtMs = listedCloseAtMs + random.pick([5, 15, 60]) * MINUTE_MS;
  const window = listedCloseAtMs - lockMs;
  if (fate < 0.06) {
    const closesAtMs = lockMs + Math.round((window * random.between(0.4, 0.9)) / 1000) * 1000;
    return { listedCloseAtMs, closesAtMs, closeAnnouncedAtMs: closesAtMs, expectedExpirationAtMs };
  }
  if (fate < 0.09) {
    const closesAtMs = listedCloseAtMs + random.integer(6, 18) * 5 * MINUTE_MS;
    const closeAnnouncedAtMs = lockMs + Math.round(window * 0.6);
    return { listedCloseAtMs, closesAtMs, closeAnnouncedAtMs, expectedExpirationAtMs: closesAtMs + 5 * MINUTE_MS };
  }
  return { listedCloseAtMs, closesAtMs: listedCloseAtMs, closeAnnouncedAtMs: listedCloseAtMs, expectedExpirationAtMs };
}
