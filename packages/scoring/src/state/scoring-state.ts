import { append, type Chain } from '../chain.ts';
import { areClosed, findScoredEvents } from '../complete-days.ts';
import type { MatchDay } from '../match-day.ts';
import { advanceBankrolls, createBankrolls, type Bankrolls } from '../money/bankrolls.ts';
import { advanceControl, NO_CONTROL, type ControlState } from '../selection/control.ts';
import { addCompleteDay, createSkillState, type ScoringRules, type SkillState } from './skill-state.ts';
import { computeStanding, type Standing } from './standing.ts';

/** Everything the figures are computed from, up to a moment. Immutable: an earlier state stays what it was. */
export type ScoringState = {
  /** Days before the first that is not closed. */
  readonly closedDays: number;
  /** Additive by complete day. */
  readonly skill: SkillState;
  /** After each complete day. */
  readonly standings: Chain<Standing>;
  /** Additive by settlement, also of days that are not complete. */
  readonly bankrolls: Bankrolls;
  readonly control: ControlState;
  readonly hasTwins: boolean;
  readonly hasCandidates: boolean;
};

export function createScoringState(rules: ScoringRules): ScoringState {
  return {
    closedDays: 0,
    skill: createSkillState(rules),
    standings: null,
    bankrolls: createBankrolls(rules.agents),
    control: NO_CONTROL,
    hasTwins: false,
    hasCandidates: false,
  };
}

/**
 * Brings the state up to a moment. `days` are all match days locked so far, in date order, as they are known now: those
 * the state has seen, with later settlements, and new ones. It costs what is new: a day milliseconds.
 *
 * What had settled must not have changed. After an amended outcome begin again, or from a state of before that event
 * settled.
 */
export function advance(state: ScoringState, days: readonly MatchDay[], asOf: Date): ScoringState {
  let { closedDays, skill, standings } = state;
  for (const day of days.slice(state.closedDays)) {
    if (!areClosed(day.events, day.lockedAt, asOf)) break;
    closedDays += 1;
    const scoredEvents = findScoredEvents(day, asOf);
    if (scoredEvents.length === 0) continue;
    skill = addCompleteDay(skill, { day, scoredEvents });
    standings = append(standings, computeStanding(skill, day.date));
  }
  const fresh = days.slice(state.bankrolls.days);
  return {
    closedDays,
    skill,
    standings,
    bankrolls: advanceBankrolls(state.bankrolls, skill.rules.agents, days, asOf),
    control: advanceControl(state.control, days, asOf),
    hasTwins: state.hasTwins || fresh.some(({ twins }) => twins !== null),
    hasCandidates: state.hasCandidates || fresh.some(({ candidates }) => candidates !== null),
  };
}
