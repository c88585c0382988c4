import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import type { MatchDate } from '@coliseum/domain/match-date';
import { BASELINE_IDS, COMPARED_BASELINE_IDS, type BaselineId } from '../baseline-ids.ts';
import { BASELINES } from '../baselines.ts';
import { append, type Chain } from '../chain.ts';
import type { CompleteDay } from '../complete-days.ts';
import { buildDayForecasts } from '../counted-forecasts.ts';
import { planClaims, type ClaimPlan } from '../evidence/claim-plan.ts';
import { compareDay, type ComparedEvent } from '../evidence/compared-day.ts';
import { addComparedDay, createComparison, type Comparison } from '../evidence/comparison.ts';
import type { Forecast } from '../forecast.ts';
import { isOnRoster, type RosterEntry } from '../roster.ts';
import { addDayToScore, NO_SCORE, type ScoreTally } from '../score-forecasts.ts';
import { addDayToRecord, NO_RECORD, type AgentRecord } from './agent-record.ts';

/** Who is compared with whom: fixed for a roster. */
export type ScoringRules = {
  /** In roster order. */
  readonly agents: readonly RosterEntry[];
  readonly minDays: number;
};

/** Everything skill is computed from (scoring.md S3 to S7), additive by complete day. */
export type SkillState = {
  readonly rules: ScoringRules;
  readonly plan: ClaimPlan;
  /** Dates of the complete days. */
  readonly dates: Chain<MatchDate>;
  readonly agents: ReadonlyMap<string, AgentRecord>;
  readonly baselines: ReadonlyMap<BaselineId, ScoreTally>;
  /** Agents in roster order, then the baselines that are compared with the Crowd. */
  readonly versusCrowd: ReadonlyMap<string, Comparison>;
  /** In the order of the plan. */
  readonly pairs: readonly Comparison[];
  /** Persona against neutral twin: by agent, and all agents' events of a day together. */
  readonly twins: ReadonlyMap<string, Comparison>;
  readonly pooledTwins: Comparison;
};

export function createSkillState(rules: ScoringRules): SkillState {
  const { agents } = rules;
  const plan = planClaims(agents);
  const ids = agents.map(({ id }) => id);
  const founders = agents.filter(({ founding }) => founding).length;
  const comparison = createComparison(MATCHES_PER_DAY);
  return {
    rules,
    plan,
    dates: null,
    agents: new Map(ids.map((id) => [id, NO_RECORD])),
    baselines: new Map(BASELINE_IDS.map((id) => [id, NO_SCORE])),
    versusCrowd: new Map([...ids, ...COMPARED_BASELINE_IDS].map((id) => [id, comparison])),
    pairs: plan.pairs.map(() => comparison),
    twins: new Map(ids.map((id) => [id, comparison])),
    pooledTwins: createComparison(MATCHES_PER_DAY * founders),
  };
}

/** Probabilities of the scored events in micros, by forecaster; null where there is none. */
type Answers = ReadonlyMap<string, readonly (number | null)[]>;

/** The state after one more complete day. Days enter in date order. */
export function addCompleteDay(state: SkillState, complete: CompleteDay): SkillState {
  const { rules, plan } = state;
  const { day, scoredEvents } = complete;
  const index = state.dates?.length ?? 0;
  const values = scoredEvents.map(({ valueMicros }) => valueMicros);
  const answers = collectAnswers(complete, rules.agents);
  const twins = collectTwins(complete, rules.agents);
  const compare = (comparison: Comparison, first: Row, other: Row): Comparison =>
    addComparedDay(comparison, compareDay(index, pairUp(first, other, values)));
  const crowd = answers.get('crowd');
  const pooled = rules.agents.flatMap(({ id }) => pairUp(answers.get(id), twins.get(id), values));
  return {
    ...state,
    dates: append(state.dates, day.date),
    agents: mapValues(state.agents, (record, id) => {
      const agent = rules.agents.find((entry) => entry.id === id);
      if (agent === undefined || !isOnRoster(agent, day.date)) return record;
      const forecasts = toForecasts(complete, answers.get(id));
      return addDayToRecord(record, { day: index, offered: scoredEvents.length, forecasts });
    }),
    baselines: mapValues(state.baselines, (tally, id) => addDayToScore(tally, toForecasts(complete, answers.get(id)))),
    versusCrowd: mapValues(state.versusCrowd, (comparison, id) => compare(comparison, answers.get(id), crowd)),
    pairs: state.pairs.map((comparison, place) => {
      const pair = plan.pairs[place];
      return pair === undefined ? comparison : compare(comparison, answers.get(pair.first), answers.get(pair.second));
    }),
    twins: mapValues(state.twins, (comparison, id) => compare(comparison, answers.get(id), twins.get(id))),
    pooledTwins: addComparedDay(state.pooledTwins, compareDay(index, pooled)),
  };
}

type Row = readonly (number | null)[] | undefined;

/** What every agent on the roster and every baseline said about the scored events. */
function collectAnswers({ day, scoredEvents }: CompleteDay, agents: readonly RosterEntry[]): Answers {
  const answers = new Map<string, readonly (number | null)[]>();
  for (const agent of agents.filter((entry) => isOnRoster(entry, day.date))) {
    const row = day.answers.get(agent.id) ?? [];
    answers.set(
      agent.id,
      scoredEvents.map(({ index }) => row[index]?.probabilityMicros ?? null),
    );
  }
  for (const id of BASELINE_IDS) {
    const rule = BASELINES[id];
    answers.set(
      id,
      scoredEvents.map(({ event, index }) => rule(day, event, index, agents).probabilityMicros),
    );
  }
  return answers;
}

function collectTwins({ day, scoredEvents }: CompleteDay, agents: readonly RosterEntry[]): Answers {
  return new Map(
    agents.map(({ id }) => {
      const row = day.twins?.get(id) ?? [];
      return [id, scoredEvents.map(({ index }) => row[index] ?? null)];
    }),
  );
}

/** The events that both sides answered. */
function pairUp(first: Row, other: Row, values: readonly number[]): ComparedEvent[] {
  return values.flatMap((valueMicros, place) => {
    const firstMicros = first?.[place] ?? null;
    const otherMicros = other?.[place] ?? null;
    return firstMicros === null || otherMicros === null ? [] : [{ firstMicros, otherMicros, valueMicros }];
  });
}

function toForecasts({ day, scoredEvents }: CompleteDay, row: Row): Forecast[] {
  return buildDayForecasts(day, scoredEvents, (_scored, place) => row?.[place] ?? null);
}

function mapValues<Key, Value>(map: ReadonlyMap<Key, Value>, change: (value: Value, key: Key) => Value) {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
