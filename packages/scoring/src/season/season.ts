import type { MatchDay } from '../match-day.ts';
import type { RosterEntry } from '../roster.ts';

/** Everything that scores are computed from, as of a moment (scoring.md S1). */
export type Season = {
  /** In roster order. */
  readonly agents: readonly RosterEntry[];
  /** In any order; one for each date. */
  readonly days: readonly MatchDay[];
  /** Days with a counted forecast from which an agent is ranked; 10 on the site (scoring.md S8). */
  readonly minDays: number;
  /** A settlement at this moment exists, a later one does not. */
  readonly asOf: Date;
};
