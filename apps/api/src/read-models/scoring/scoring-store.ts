import type { Agent } from '@coliseum/domain/agent';
import type { RosterEntry } from '@coliseum/scoring/roster';
import { advance, createScoringState, type ScoringState } from '@coliseum/scoring/scoring-state';
import { computeFigures, type SeasonFigures } from '@coliseum/scoring/season-figures';
import type { HistoryDay, MatchHistory } from '../match-history.ts';
import { toScoredDay, type ScoredDay } from './to-match-day.ts';

/** Fewer days with a scored forecast are no record yet: no rank, no interval (scoring.md S8). */
const MINIMUM_DAYS = 10;

/** Everything that is computed by the methodology as of a moment. */
export type Scoring = {
  readonly asOf: Date;
  /** In roster order. */
  readonly roster: readonly RosterEntry[];
  /** All match days, oldest first. */
  readonly days: readonly ScoredDay[];
  readonly state: ScoringState;
  readonly figures: SeasonFigures;
};

/** Computes everything from nothing. */
export function computeScoring(history: MatchHistory, agents: readonly Agent[], asOf: Date): Scoring {
  const roster = agents.map(toRosterEntry);
  const state = createScoringState({ agents: roster, minDays: MINIMUM_DAYS });
  return continueScoring({ roster, state, figures: null }, history.map(toScoredDay), asOf);
}

/**
 * {@link computeScoring} that goes on from its last result where nothing of it has changed: a new day or settlement costs
 * milliseconds, however many came before. After an amended outcome, and after a
 * settlement that became known late, it begins again.
 */
export function createScoringStore(): typeof computeScoring {
  let last: (Computed & { readonly key: string }) | null = null;
  return (history, agents, asOf) => {
    const key = JSON.stringify(agents.map(toRosterEntry));
    const before = last?.key === key && continues(last, history, asOf) ? last : null;
    const scoring =
      before === null
        ? computeScoring(history, agents, asOf)
        : continueScoring(before.scoring, convertDays(before, history), asOf);
    last = { history, scoring, key };
    return scoring;
  };
}

type Before = Pick<Scoring, 'roster' | 'state'> & { readonly figures: SeasonFigures | null };

function continueScoring({ roster, state, figures }: Before, days: readonly ScoredDay[], asOf: Date): Scoring {
  const next = advance(
    state,
    days.map(({ day }) => day),
    asOf,
  );
  const isSame = next.skill === state.skill && next.bankrolls === state.bankrolls;
  return { asOf, roster, days, state: next, figures: isSame && figures !== null ? figures : computeFigures(next) };
}

/** A history and what was computed from it. */
type Computed = { readonly history: MatchHistory; readonly scoring: Scoring };

/** The days as they are scored; a day that has not changed is not converted again. */
function convertDays({ history: before, scoring }: Computed, history: MatchHistory): ScoredDay[] {
  return history.map((day, index) => (day === before[index] ? scoring.days[index] : null) ?? toScoredDay(day));
}

/** Whether a later history has all days of an earlier one, and says the same about everything up to its moment. */
function continues({ history: before, scoring }: Computed, after: MatchHistory, asOf: Date): boolean {
  const moment = scoring.asOf;
  if (asOf < moment) return false;
  return before.every((day, index) => day === after[index] || keepsSettlements(day, after[index], moment));
}

function keepsSettlements(before: HistoryDay, after: HistoryDay | undefined, moment: Date): boolean {
  if (after === undefined || after.batchId !== before.batchId) return false;
  return before.events.every((event, index) => {
    const now = after.events[index];
    if (now?.id !== event.id || now.amendments !== event.amendments) return false;
    // A settlement of before that moment that was not known then belongs before what has been posted since.
    return event.settledAt !== null || now.settledAt === null || now.settledAt > moment;
  });
}

function toRosterEntry({ id, from, until, founding }: Agent): RosterEntry {
  return { id, from, until, founding };
}
