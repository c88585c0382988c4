import type { Agent } from '@coliseum/domain/agent';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import { collectHistory, type SeasonHistory } from '@coliseum/scoring/season-history';
import type { ScoreHistoryInput, ScoreHistoryView } from '../../views/score-history-view.ts';
import type { Scoring } from './scoring-store.ts';

type Standing = SeasonHistory['standings'][number];
type DayView = ScoreHistoryView['days'][number];

/** The skill board after each complete day, newest first. It was computed as the days came in. */
export function listScoreHistory(
  { state }: Scoring,
  agents: readonly Agent[],
  { limit, offset, cursor }: ScoreHistoryInput,
): ScoreHistoryView {
  const newestFirst = collectHistory(state).standings.toReversed();
  const total = newestFirst.length;
  const found = cursor === undefined ? offset : newestFirst.findIndex(({ date }) => date < cursor);
  const start = found === -1 ? total : found;
  const page = newestFirst.slice(start, start + limit);
  return {
    methodology: SCORING_METHODOLOGY,
    total,
    limit,
    offset: start,
    next_cursor: start + limit < total ? (page.at(-1)?.date ?? null) : null,
    days: page.map((standing, index) => buildDay(standing, agents, total - start - index)),
  };
}

function buildDay(standing: Standing, agents: readonly Agent[], completeDays: number): DayView {
  return {
    date: standing.date,
    complete_days: completeDays,
    agents: agents.flatMap(({ id }) => {
      const row = standing.skillBoard.find((entry) => entry.id === id);
      if (row === undefined) return [];
      const verdict = standing.versusCrowd[id];
      const rankSet = standing.rankSets[id];
      return [
        {
          agent_id: id,
          rank: row.rank,
          mean_edge: verdict?.estimate ?? null,
          shrunk: standing.shrunk?.[id] ?? null,
          ln_evidence_better: verdict?.lnEvidenceBetter ?? null,
          ln_evidence_worse: verdict?.lnEvidenceWorse ?? null,
          claim: verdict ? [...verdict.claim] : null,
          separable: verdict?.separable ?? null,
          rank_set: rankSet === undefined ? null : [...rankSet],
        },
      ];
    }),
  };
}
