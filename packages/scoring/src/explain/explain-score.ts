import type { ShrunkEdge } from '../boards/shrinkage.ts';
import type { SkillRow } from '../boards/skill-board.ts';
import { compareText } from '../compare-text.ts';
import type { Claim } from '../evidence/claim.ts';
import { BET_SIZES } from '../evidence/growth.ts';
import { SCORING_METHODOLOGY } from '../methodology.ts';
import type { RosterEntry } from '../roster.ts';
import type { Season } from '../season/season.ts';
import { advance, createScoringState, type ScoringState } from '../state/scoring-state.ts';
import { computeFigures, type SeasonFigures } from '../state/season-figures.ts';
import { explainDay, type ExplainedDay } from './explain-day.ts';

/** How an agent's figures on the skill board came about, term by term. */
export type ScoreExplanation = {
  readonly methodology: string;
  readonly agent: RosterEntry;
  readonly days: readonly ExplainedDay[];
  /** Counted forecasts, the sum of their edges, and the one over the other. */
  readonly forecasts: number;
  readonly edgeSum: number;
  readonly meanEdge: number | null;
  readonly evidence: ExplainedEvidence | null;
  readonly shrinkage: ExplainedShrinkage | null;
  readonly board: SkillRow | null;
};

/** The evidence of an agent against the market (scoring.md S7.3 and S7.4). */
export type ExplainedEvidence = {
  /** X = n / K. */
  readonly exposure: number;
  /** A_g by bet size g, both ways. `lnEvidence…` is the logarithm of the mean of their exponentials. */
  readonly growth: readonly { readonly betSize: number; readonly better: number; readonly worse: number }[];
  /** ln H: what `lnEvidence…` has to reach. */
  readonly lnThreshold: number;
  readonly claim: Claim;
};

/** `shrunk = centre + weight · (meanEdge − centre)`, with `weight = tau² / (tau² + noise²)` (scoring.md S7.5). */
export type ExplainedShrinkage = ShrunkEdge & { readonly centre: number; readonly tau: number };

/** Explains an agent's skill figures; null for an id that is not on the roster. */
export function explainScore(season: Season, id: string): ScoreExplanation | null {
  const agent = season.agents.find((entry) => entry.id === id);
  if (agent === undefined) return null;
  const ordered = season.days.toSorted((a, b) => compareText(a.date, b.date));
  const state = advance(createScoringState(season), ordered, season.asOf);
  const figures = computeFigures(state);
  const days = ordered.map((day, place) => explainDay(day, agent, place < state.closedDays, season.asOf));
  return {
    methodology: SCORING_METHODOLOGY,
    agent,
    days,
    forecasts: days.reduce((sum, { forecasts }) => sum + forecasts.length, 0),
    edgeSum: days.reduce((sum, { edgeSum }) => sum + edgeSum, 0),
    meanEdge: figures.agents[id]?.score.meanEdge ?? null,
    evidence: explainEvidence(state, figures, id),
    shrinkage: explainShrinkage(figures, id),
    board: figures.skillBoard.find((row) => row.id === id) ?? null,
  };
}

/** Null while the agent has no counted forecast. */
function explainEvidence({ skill }: ScoringState, figures: SeasonFigures, id: string): ExplainedEvidence | null {
  const claim = figures.versusCrowd[id];
  const comparison = skill.versusCrowd.get(id);
  if (claim === undefined || comparison === undefined || !('claim' in claim)) return null;
  const { better, worse, eventsPerDay } = comparison;
  return {
    exposure: claim.n / eventsPerDay,
    growth: BET_SIZES.map((betSize, index) => ({
      betSize,
      better: better[index] ?? 0,
      worse: worse[index] ?? 0,
    })),
    lnThreshold: Math.log(claim.threshold),
    claim,
  };
}

/** Null for an agent that is not ranked. */
function explainShrinkage({ shrinkage }: SeasonFigures, id: string): ExplainedShrinkage | null {
  const shrunk = shrinkage?.agents[id];
  return shrinkage === null || shrunk === undefined
    ? null
    : { ...shrunk, centre: shrinkage.centre, tau: shrinkage.tau };
}
