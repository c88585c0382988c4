import type { MatchDate } from '@coliseum/domain/match-date';

/** An agent's time on the roster (scoring.md S1). An agent that changes its model is another agent. */
export type RosterEntry = {
  readonly id: string;
  readonly from: MatchDate;
  /** Its last day; null while it is present. */
  readonly until: MatchDate | null;
  /** Whether it is one of the agents the arena began with. Their number sets the thresholds of claims (S7.4). */
  readonly founding: boolean;
};

/** Whether an agent is asked on a date. */
export function isOnRoster({ from, until }: Pick<RosterEntry, 'from' | 'until'>, date: MatchDate): boolean {
  return date >= from && (until === null || date <= until);
}

/** Whether an agent's last day is over. */
export function hasDeparted({ until }: Pick<RosterEntry, 'until'>, today: MatchDate): boolean {
  return until !== null && until < today;
}
