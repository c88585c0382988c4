import type { Countdown } from '../evidence/countdown.ts';

const TOO_LONG = 'more than ten years';
const SOON = 'any day now';

/**
 * A countdown in words (scoring.md S7.6), `days` being the match days so far. Both ends are always said: the observed gap
 * of whoever stands in front is flattered.
 */
export function describeCountdown(days: number, { needed, bestCase, worstCase }: Countdown): string {
  return `Day ${days}. If today's gap were the true gap, ${describeNeeded(days, needed)}; ${describeEnds(days, bestCase, worstCase)}.`;
}

function describeNeeded(days: number, needed: number | null): string {
  if (needed === null) return `it would take ${TOO_LONG} to settle it`;
  return needed <= days ? `it would be settled ${SOON}` : `about ${needed} match days in all would settle it`;
}

function describeEnds(days: number, bestCase: number | null, worstCase: number | null): string {
  if (bestCase === null) return 'the data allow nothing shorter';
  const [from, to] = [describeEnd(days, bestCase), describeEnd(days, worstCase)];
  return from === to ? `the data allow nothing else` : `the data allow anything from ${from} to ${to}`;
}

function describeEnd(days: number, needed: number | null): string {
  if (needed === null) return TOO_LONG;
  return needed <= days ? SOON : String(needed);
}
