import type { MatchDate } from '@coliseum/domain/match-date';
import { computeRankSets, type RankSet } from '../boards/rank-sets.ts';
import type { SkillRow } from '../boards/skill-board.ts';
import { computeVerdict, type Verdict } from '../evidence/claim.ts';
import { isOnRoster } from '../roster.ts';
import { computeSeasonShrinkage, computeSkillBoard } from './skill-figures.ts';
import type { SkillState } from './skill-state.ts';

/** Where everybody stood once a complete day was counted: what the charts of the season are drawn from. */
export type Standing = {
  readonly date: MatchDate;
  /** By agent. Claims are not latched: a day says what was true on it. */
  readonly versusCrowd: Readonly<Record<string, Verdict | null>>;
  /** In the order of the figures' `pairs`. */
  readonly pairs: readonly (Verdict | null)[];
  /** Of the agents that were on the roster. */
  readonly rankSets: Readonly<Record<string, RankSet>>;
  /** By ranked agent; null before there is a shrinkage. */
  readonly shrunk: Readonly<Record<string, number>> | null;
  readonly skillBoard: readonly SkillRow[];
};

/** Computes the standing after the latest complete day, its `date`. */
export function computeStanding(skill: SkillState, date: MatchDate): Standing {
  const { rules, plan } = skill;
  const versusCrowd = [...plan.versusCrowd].map(([id, threshold]) => {
    const comparison = skill.versusCrowd.get(id);
    return [id, comparison === undefined ? null : computeVerdict(comparison, threshold)] as const;
  });
  const pairs = plan.pairs.map(({ threshold }, place) => {
    const comparison = skill.pairs[place];
    return comparison === undefined ? null : computeVerdict(comparison, threshold);
  });
  const shrinkage = computeSeasonShrinkage(skill);
  const present = rules.agents.filter((agent) => isOnRoster(agent, date)).map(({ id }) => id);
  const settled = plan.pairs.map((pair, place) => ({ ...pair, separable: pairs[place]?.separable ?? null }));
  const joined = rules.agents.filter(({ from }) => from <= date);
  return {
    date,
    versusCrowd: Object.fromEntries(versusCrowd),
    pairs,
    rankSets: Object.fromEntries(computeRankSets(present, settled)),
    shrunk: shrinkage && Object.fromEntries([...shrinkage.agents].map(([id, { shrunk }]) => [id, shrunk])),
    skillBoard: computeSkillBoard(skill, joined, shrinkage),
  };
}
