import { z } from 'zod';
import { toRatePerSecond } from '../measure-rate.ts';

const LogLine = z.looseObject({ time: z.union([z.number(), z.iso.datetime()]), msg: z.string() });

/** What the worker logs when an event is settled. */
const SETTLED = 'event settled';

/**
 * Settlements per second from a season's log. A season settles one event after the other, so the time of one is that
 * from the line of the settlement before to its own. Settlements that come after a line of anything else are left out:
 * their time is not theirs alone. Null when none is left.
 */
export function computeSettlementRate(log: string): number | null {
  const lines = log.split('\n').flatMap(readLine);
  const times = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return line.msg === SETTLED && before?.msg === SETTLED ? [line.timeMs - before.timeMs] : [];
  });
  const totalMs = times.reduce((sum, time) => sum + time, 0);
  return totalMs > 0 ? toRatePerSecond(times.length, totalMs) : null;
}

/** Lines that are no log lines, such as a progress bar's, are not the worker's. */
function readLine(text: string): readonly { readonly timeMs: number; readonly msg: string }[] {
  if (!text.startsWith('{')) return [];
  const { time, msg } = LogLine.parse(JSON.parse(text));
  return [{ timeMs: new Date(time).getTime(), msg }];
}
