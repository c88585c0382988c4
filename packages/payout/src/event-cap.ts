import { EVENT_CAP_PERCENT, MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import type { StakeCap } from '@coliseum/domain/bet';

/** The most an agent may stake on one event, in cents, and which of the caps says so. */
export type EventCap = { readonly cents: number; readonly name: Exclude<StakeCap, 'available'> };

/**
 * Computes the lower of the arena's cap and the persona's. The persona's is never below the minimum stake, so that a
 * persona makes stakes smaller but keeps nobody from betting. It is null for a day of a version that had no such cap.
 */
export function computeEventCap(equityCents: number, personaCapPercent: number | null): EventCap {
  const arenaCents = Math.max(0, computeShare(equityCents, EVENT_CAP_PERCENT));
  if (personaCapPercent === null) return { cents: arenaCents, name: 'per_event' };
  const personaCents = Math.max(MINIMUM_STAKE_CENTS, computeShare(equityCents, personaCapPercent));
  return personaCents < arenaCents
    ? { cents: personaCents, name: 'persona' }
    : { cents: arenaCents, name: 'per_event' };
}

function computeShare(cents: number, percent: number): number {
  return Math.floor((cents * percent) / 100);
}
