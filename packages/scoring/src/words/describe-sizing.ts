import type { Sizing } from '../money/sizing.ts';

/** What a stake was beside what the agent's own forecast justifies (scoring.md S5.4). */
export function describeSizing({ kellyFraction, timesJustified }: Sizing): string {
  if (kellyFraction === 0) return 'bet although its own forecast justifies no bet';
  if (timesJustified === null) return 'bet without settled money';
  return `bet ${formatTimes(timesJustified)} times what its own forecast justifies`;
}

function formatTimes(times: number): string {
  return times >= 10 ? times.toFixed(0) : String(Number(times.toFixed(1)));
}
