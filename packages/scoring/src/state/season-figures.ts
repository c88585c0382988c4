import { rankByScore } from '@coliseum/domain/ranking';
import type { BaselineId } from '../baseline-ids.ts';
import { computeRankSets, type RankSet } from '../boards/rank-sets.ts';
import type { ShrunkEdge } from '../boards/shrinkage.ts';
import type { SkillRow } from '../boards/skill-board.ts';
import { computeClaim, type Claim } from '../evidence/claim.ts';
import { computeEvidence, type Evidence, type Interval, type NoEvidence } from '../evidence/evidence.ts';
import { FULL_BANKROLL } from '../money/bankroll.ts';
import { computeOpenStakes } from '../money/bankrolls.ts';
import { computeMoney, type Money } from '../money/money.ts';
import { NO_SCORE, toScore, type Score } from '../score-forecasts.ts';
import { computeControlFigures, type ControlFigures } from '../selection/control.ts';
import { NO_RECORD } from './agent-record.ts';
import type { ScoringState } from './scoring-state.ts';
import {
  computeAgentSkill,
  computeFixedSamples,
  computeSeasonShrinkage,
  computeSkillBoard,
  computeTwins,
  mapAgents,
  type AgentSkill,
} from './skill-figures.ts';
import type { SkillState } from './skill-state.ts';

type ById<Value> = Readonly<Record<string, Value>>;

export type PairFigures = (Claim | NoEvidence) & { readonly first: string; readonly second: string };
export type TwinFigures = { readonly pooled: Evidence | NoEvidence; readonly agents: ById<Evidence | NoEvidence> };
export type MoneyRow = { readonly id: string; readonly rank: number };

/** Every figure of a season, in the structure of the test vectors' `expected` (scoring.md S1). */
export type SeasonFigures = {
  readonly completeDays: number;
  readonly agents: ById<AgentSkill & { readonly money: Money }>;
  readonly baselines: Readonly<Record<BaselineId, { readonly score: Score; readonly money: Money }>>;
  readonly fixedSample: ById<Interval | null>;
  readonly shrinkage: { readonly centre: number; readonly tau: number; readonly agents: ById<ShrunkEdge> } | null;
  readonly skillBoard: readonly SkillRow[];
  readonly moneyBoard: readonly MoneyRow[];
  /** Baselines have evidence, never a claim. */
  readonly versusCrowd: ById<Claim | Evidence | NoEvidence>;
  readonly pairs: readonly PairFigures[];
  /** Of the agents that are present. */
  readonly rankSets: ById<RankSet>;
  /** Only where a day has twins, or candidates. */
  readonly twins?: TwinFigures;
  readonly control?: ControlFigures;
};

/** Computes every figure from the state. */
export function computeFigures(state: ScoringState): SeasonFigures {
  const { skill, bankrolls, control, hasTwins, hasCandidates } = state;
  const { rules } = skill;
  const completeDays = skill.dates?.length ?? 0;
  const computeForecasterMoney = (id: string, days: number): Money =>
    computeMoney(bankrolls.byForecaster.get(id) ?? FULL_BANKROLL, computeOpenStakes(bankrolls, id), days);
  const agents = mapAgents(rules.agents, (id) => {
    const record = skill.agents.get(id) ?? NO_RECORD;
    return { ...computeAgentSkill(record), money: computeForecasterMoney(id, record.rosterDays) };
  });
  const computeBaseline = (id: BaselineId) => ({
    score: toScore(skill.baselines.get(id) ?? NO_SCORE),
    money: computeForecasterMoney(id, completeDays),
  });
  const shrinkage = computeSeasonShrinkage(skill);
  const present = rules.agents.filter(({ until }) => until === null).map(({ id }) => id);
  const pairs = computePairs(skill);
  const equities = rules.agents.map(({ id }) => ({ id, equityCents: agents[id]?.money.equityCents ?? 0 }));
  return {
    completeDays,
    agents,
    baselines: {
      crowd: computeBaseline('crowd'),
      favourite: computeBaseline('favourite'),
      coin: computeBaseline('coin'),
      ensemble: computeBaseline('ensemble'),
    },
    fixedSample: computeFixedSamples(skill),
    shrinkage: shrinkage && { ...shrinkage, agents: Object.fromEntries(shrinkage.agents) },
    skillBoard: computeSkillBoard(skill, rules.agents, shrinkage),
    moneyBoard: rankByScore(equities, ({ equityCents }) => equityCents).map(({ item, rank }) => ({
      id: item.id,
      rank,
    })),
    versusCrowd: computeVersusCrowd(skill),
    pairs,
    rankSets: Object.fromEntries(computeRankSets(present, pairs)),
    ...(hasTwins ? { twins: computeTwins(skill) } : {}),
    ...(hasCandidates ? { control: computeControlFigures(control) } : {}),
  };
}

function computeVersusCrowd({ plan, versusCrowd }: SkillState): ById<Claim | Evidence | NoEvidence> {
  return Object.fromEntries(
    [...versusCrowd].map(([id, comparison]) => {
      const threshold = plan.versusCrowd.get(id);
      return [id, threshold === undefined ? computeEvidence(comparison) : computeClaim(comparison, threshold)];
    }),
  );
}

function computePairs({ plan, pairs }: SkillState): PairFigures[] {
  return plan.pairs.flatMap(({ first, second, threshold }, place) => {
    const comparison = pairs[place];
    return comparison === undefined ? [] : [{ first, second, ...computeClaim(comparison, threshold) }];
  });
}
