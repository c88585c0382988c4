import type { Accuracy } from '../accuracy.ts';
import { computePersonaWeeks, type PersonaWeek } from '../boards/persona-weeks.ts';
import { computeShrinkage, type Shrinkage } from '../boards/shrinkage.ts';
import { buildSkillBoard, type SkillRow } from '../boards/skill-board.ts';
import { toArray } from '../chain.ts';
import { computeEvidence, type Interval } from '../evidence/evidence.ts';
import { computeFixedSample } from '../evidence/fixed-sample.ts';
import type { RosterEntry } from '../roster.ts';
import { toScore, type Score } from '../score-forecasts.ts';
import { computeByCategory, computeByPersona, toEdgeSum, toSortedRecord, type AgentRecord } from './agent-record.ts';
import type { SkillState } from './skill-state.ts';

/** How many of the questions it was asked an agent answered; `rate` is null when none was asked. */
export type Coverage = { readonly offered: number; readonly answered: number; readonly rate: number | null };

/** What one agent's forecasts scored. */
export type AgentSkill = {
  readonly coverage: Coverage;
  readonly score: Score;
  readonly byCategory: Readonly<Record<string, Accuracy>>;
  readonly byPersona: Readonly<Record<string, Accuracy>>;
  readonly personaWeeks: Readonly<Record<string, PersonaWeek>>;
};

export function computeAgentSkill(record: AgentRecord): AgentSkill {
  const { offered } = record;
  const answered = record.score.accuracy.n;
  const days = toArray(record.days).map(({ persona, accuracy }) => ({ persona, ...toEdgeSum(accuracy) }));
  return {
    coverage: { offered, answered, rate: offered === 0 ? null : answered / offered },
    score: toScore(record.score),
    byCategory: computeByCategory(record),
    byPersona: computeByPersona(record),
    personaWeeks: toSortedRecord(computePersonaWeeks(days), (week) => week),
  };
}

/** The shrinkage of the agents with at least `minDays` days with a counted forecast (scoring.md S7.5). */
export function computeSeasonShrinkage({ rules, agents, edges }: SkillState): Shrinkage | null {
  const ranked = rules.agents.flatMap(({ id }, place) => {
    const record = agents.get(id);
    if (record === undefined || countDays(record) < rules.minDays) return [];
    return [{ id, place, ...toEdgeSum(record.score.accuracy) }];
  });
  return computeShrinkage(ranked, edges);
}

/** The skill board of the agents listed (scoring.md S8). */
export function computeSkillBoard(
  { rules, agents }: SkillState,
  listed: readonly RosterEntry[],
  shrinkage: Shrinkage | null,
): readonly SkillRow[] {
  const days = new Map(listed.map(({ id }) => [id, countDays(agents.get(id))]));
  return buildSkillBoard(days, rules.minDays, shrinkage);
}

export function computeFixedSamples({ rules, versusCrowd }: SkillState): Readonly<Record<string, Interval | null>> {
  return mapAgents(rules.agents, (id) => {
    const comparison = versusCrowd.get(id);
    return comparison === undefined ? null : computeFixedSample(comparison);
  });
}

/** Persona against neutral twin (scoring.md S6.2): single sequences, never a badge. */
export function computeTwins({ twins, pooledTwins }: SkillState) {
  const agents = Object.fromEntries([...twins].map(([id, comparison]) => [id, computeEvidence(comparison)]));
  return { pooled: computeEvidence(pooledTwins), agents };
}

/** One value for each agent, in roster order. */
export function mapAgents<Value>(
  agents: readonly RosterEntry[],
  compute: (id: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(agents.map(({ id }) => [id, compute(id)]));
}

function countDays(record: AgentRecord | undefined): number {
  return record?.days?.length ?? 0;
}
