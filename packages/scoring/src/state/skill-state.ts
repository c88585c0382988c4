import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import type { MatchDate } from '@coliseum/domain/match-date';
import { BASELINE_IDS, COMPARED_BASELINE_IDS, type BaselineId } from '../baseline-ids.ts';
import { BASELINES } from '../baselines.ts';
import type { EdgesOfDay } from '../boards/shrinkage.ts';
import { append, type Chain } from '../chain.ts';
import type { CompleteDay } from '../complete-days.ts';
import { buildDayForecasts } from '../counted-forecasts.ts';
import { planClaims, type ClaimPlan } from '../evidence/claim-plan.ts';
import { compareDay, NOTHING_COMPARED, poolDays, type AnswerRow, type ComparedDay } from '../evidence/compared-day.ts';
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
  /** By complete day. */
  readonly edges: readonly EdgesOfDay[];
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
    edges: [],
    baselines: new Map(BASELINE_IDS.map((id) => [id, NO_SCORE])),
    versusCrowd: new Map([...ids, ...COMPARED_BASELINE_IDS].map((id) => [id, comparison])),
    pairs: plan.pairs.map(() => comparison),
    twins: new Map(ids.map((id) => [id, comparison])),
    pooledTwins: createComparison(MATCHES_PER_DAY * founders),
  };
}

/** The state after one more complete day. Days enter in date order. */
export function addCompleteDay(state: SkillState, complete: CompleteDay): SkillState {
  const { rules, plan } = state;
  const { day, scoredEvents } = complete;
  const answers = collectAnswers(complete, rules.agents);
  const twins = collectTwins(complete);
  const values = scoredEvents.map(({ valueMicros }) => valueMicros);
  const compare = (first: AnswerRow = [], other: AnswerRow = []): ComparedDay => compareDay(first, other, values);
  const crowd = answers.get('crowd');
  const crowdDays = new Map([...state.versusCrowd.keys()].map((id) => [id, compare(answers.get(id), crowd)]));
  const twinDays = new Map(rules.agents.map(({ id }) => [id, compare(answers.get(id), twins.get(id))]));
  return {
    ...state,
    dates: append(state.dates, day.date),
    agents: addToRecords(state, complete, answers),
    baselines: mapValues(state.baselines, (tally, id) => addDayToScore(tally, toForecasts(complete, answers.get(id)))),
    edges: [...state.edges, toEdges(rules.agents.map(({ id }) => crowdDays.get(id) ?? NOTHING_COMPARED))],
    versusCrowd: addDays(state.versusCrowd, crowdDays),
    pairs: plan.pairs.flatMap(({ first, second }, place) => {
      const comparison = state.pairs[place];
      return comparison ? [addComparedDay(comparison, compare(answers.get(first), answers.get(second)))] : [];
    }),
    twins: addDays(state.twins, twinDays),
    pooledTwins: addComparedDay(state.pooledTwins, poolDays([...twinDays.values()])),
  };
}

type Answers = ReadonlyMap<string, AnswerRow>;

/** What every agent on the roster and every baseline said about the scored events. */
function collectAnswers({ day, scoredEvents }: CompleteDay, agents: readonly RosterEntry[]): Answers {
  const present = agents.filter((agent) => isOnRoster(agent, day.date));
  const byAgents = present.map(({ id }): [string, AnswerRow] => {
    const row = day.answers.get(id) ?? [];
    return [id, scoredEvents.map(({ index }) => row[index]?.probabilityMicros ?? null)];
  });
  const byBaselines = BASELINE_IDS.map((id): [string, AnswerRow] => {
    const rule = BASELINES[id];
    return [id, scoredEvents.map(({ event, index }) => rule(day, event, index, present).probabilityMicros)];
  });
  return new Map([...byAgents, ...byBaselines]);
}

function collectTwins({ day, scoredEvents }: CompleteDay): Answers {
  const rows = [...(day.twins ?? [])];
  return new Map(rows.map(([id, row]) => [id, scoredEvents.map(({ index }) => row[index] ?? null)]));
}

function addToRecords({ rules, agents, dates }: SkillState, complete: CompleteDay, answers: Answers) {
  const { day, scoredEvents } = complete;
  const records = new Map(agents);
  for (const agent of rules.agents.filter((entry) => isOnRoster(entry, day.date))) {
    const record = agents.get(agent.id) ?? NO_RECORD;
    const forecasts = toForecasts(complete, answers.get(agent.id));
    const asked = { day: dates?.length ?? 0, offered: scoredEvents.length, forecasts };
    records.set(agent.id, addDayToRecord(record, asked));
  }
  return records;
}

function toForecasts({ day, scoredEvents }: CompleteDay, row: AnswerRow = []): Forecast[] {
  return buildDayForecasts(day, scoredEvents, (_scored, place) => row[place] ?? null);
}

/** An agent's edges are its differences from the Crowd. */
function toEdges(days: readonly ComparedDay[]): EdgesOfDay {
  return { sums: days.map(({ difference }) => difference), counts: days.map(({ count }) => count) };
}

function addDays(comparisons: ReadonlyMap<string, Comparison>, days: ReadonlyMap<string, ComparedDay>) {
  return mapValues(comparisons, (comparison, id) => addComparedDay(comparison, days.get(id) ?? NOTHING_COMPARED));
}

function mapValues<Key, Value>(map: ReadonlyMap<Key, Value>, change: (value: Value, key: Key) => Value) {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
